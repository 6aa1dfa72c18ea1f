/**
 * Notify pays what a committed revision owes now: composes, renders, publishes, leaves a receipt. It decides nothing: the
 * revision says what it owes. Woken twice, it finds the receipt; a crash between publish and receipt is the one duplicate
 * that can be.
 */
import type { Alert, Publish } from './alert.ts';
import { composeAlert, type Debt } from './compose.ts';
import { messageOptions, type Audience } from './deliver/index.ts';
import { SECOND_MS } from './instant.ts';
import { createLedger, createReceipts, receiptKey } from './record/index.ts';
import { renderAlert } from './render/messages/index.ts';
import type { Receipt } from './receipt.ts';
import type { Committed, OwedAlert } from './revision.ts';
import { smsReach } from './sms-cap.ts';
import type { Stores } from './store.ts';
import type { Watchlist } from './watchlist.ts';

/** What notify and the sweep need of the world. */
export type NotifyPorts = {
  readonly stores: Stores;
  readonly watchlist: Watchlist;
  readonly publish: Publish;
  readonly now: () => Date;
  /**
   * Writes the public page that a message links to, before the message goes out; again is harmless. Absent where none are published, or where
   * whoever calls has written it already.
   */
  readonly publishPage?: (revision: { readonly articleId: string; readonly number: number }) => Promise<void>;
};

/**
 * What the visit's clock may be ahead of notify's: hosts of Lambda agree within milliseconds as a rule, and a debt of this moment must not
 * wait minutes for the sweep because two of them do not.
 */
const CLOCK_SKEW_MS = 10 * SECOND_MS;

/** What came of one debt. `held`: all whom it is for have had their texts of the day; the sweep sends them one last text. */
export type Payment = 'published' | 'suppressed' | 'paid-already' | 'held';

/** What became of the alerts that one revision owes. */
export type NotifyOutcome = {
  readonly articleId: string;
  readonly number: number;
  readonly published: number;
  readonly suppressed: number;
  /** Owed later, or paid already. */
  readonly left: number;
};

/**
 * Pays the alerts of one revision that are due at once. Null where there is no such revision (an owed marker whose
 * commit never came). Rejects when a channel or the store fails: what was not published stays owed.
 */
export async function notifyRevision(
  articleId: string,
  number: number,
  ports: NotifyPorts,
): Promise<NotifyOutcome | null> {
  const committed = await createLedger(ports.stores).read(articleId, number);
  if (committed === null) return null;
  const payments: (Payment | 'not-yet')[] = [];
  for (const owed of alertsOf(committed)) {
    const isDue = owed.how === 'now' && Date.parse(owed.dueAt) <= ports.now().getTime() + CLOCK_SKEW_MS;
    payments.push(isDue ? await payDebt({ ...owed, revisions: [committed] }, ports) : 'not-yet');
  }
  const published = payments.filter((payment) => payment === 'published').length;
  const suppressed = payments.filter((payment) => payment === 'suppressed').length;
  return { articleId, number, published, suppressed, left: payments.length - published - suppressed };
}

export const alertsOf = ({ revision }: Committed): readonly OwedAlert[] =>
  revision.owes.kind === 'alerts' ? revision.owes.alerts : [];

/** Publishes one alert for a debt, or records why there is nothing to tell; then the receipt. */
export async function payDebt(debt: Debt, ports: NotifyPorts): Promise<Payment> {
  const { stores, watchlist, publish, now } = ports;
  const receipts = createReceipts(stores.ledger);
  const first = debt.revisions[0].revision;
  const last = debt.revisions.at(-1)?.revision ?? first;
  const key = receiptKey(first, last, debt);
  if (await receipts.has(key)) return 'paid-already';

  const receipt = (outcome: Receipt['outcome']): Receipt => ({
    format: 1,
    channel: debt.channel,
    how: debt.how,
    editions: debt.editions,
    covers: debt.revisions.map(({ revision }) => ({ articleId: revision.articleId, number: revision.number })),
    at: now().toISOString(),
    outcome,
  });
  if (Date.parse(debt.dueAt) < now().getTime() - watchlist.messages.tooOld) {
    await receipts.write(key, receipt({ kind: 'suppressed', why: 'too-old' }));
    return 'suppressed';
  }
  const composed = await composeAlert(debt, createLedger(stores), watchlist);
  if (composed.kind === 'nothing') {
    await receipts.write(key, receipt({ kind: 'suppressed', why: composed.why }));
    return 'suppressed';
  }
  const { open, held } =
    debt.channel === 'sms' ? await smsReach(debt.editions, receipts, watchlist, now()) : { open: [], held: [] };
  const passedOver = held.length === 0 ? {} : { audiences: idsOf(open), held: idsOf(held) };
  if (held.length > 0 && open.length === 0) {
    await receipts.write(key, { ...receipt({ kind: 'suppressed', why: 'daily-cap' }), ...passedOver });
    return 'held';
  }
  await publishPageOf(composed.alert, ports);
  const message = renderAlert(composed.alert, messageOptions(watchlist, debt.channel));
  const { providerId } = await publish(held.length === 0 ? message : { ...message, editions: idsOf(open) });
  const outcome = { kind: 'published', messageId: message.messageId, providerId } as const;
  await receipts.write(key, { ...receipt(outcome), ...passedOver });
  return 'published';
}

const idsOf = (audiences: readonly Audience[]): readonly string[] => audiences.map(({ id }) => id);

/** A link in a message leads somewhere from the moment it is read. */
export async function publishPageOf({ diffUrl, articleId, to }: Alert, { publishPage }: NotifyPorts): Promise<void> {
  if (diffUrl !== null) await publishPage?.({ articleId, number: to });
}
