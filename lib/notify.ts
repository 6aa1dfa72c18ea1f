/**
 * Notify pays what a committed revision owes now: composes, renders, publishes, leaves a receipt. It decides nothing: the
 * revision says what it owes. Woken twice, it finds the receipt; a crash between publish and receipt is the one duplicate
 * that can be.
 */
import type { Publish } from './alert.ts';
import { composeAlert, type Debt } from './compose.ts';
import { messageOptions } from './deliver/index.ts';
import { createLedger, createReceipts, receiptKey } from './record/index.ts';
import { renderAlert } from './render/messages/index.ts';
import type { Receipt } from './receipt.ts';
import type { Committed, OwedAlert } from './revision.ts';
import type { Stores } from './store.ts';
import type { Watchlist } from './watchlist.ts';

export type NotifyPorts = {
  readonly stores: Stores;
  readonly watchlist: Watchlist;
  readonly publish: Publish;
  readonly now: () => Date;
};

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
  const counts = { published: 0, suppressed: 0, left: 0 };
  for (const owed of alertsOf(committed)) {
    if (owed.how !== 'now' || owed.dueAt > ports.now().toISOString()) {
      counts.left++;
      continue;
    }
    const outcome = await payDebt(
      { channel: owed.channel, editions: owed.editions, revisions: [committed] },
      'now',
      ports,
    );
    if (outcome === 'paid already') counts.left++;
    else counts[outcome]++;
  }
  return { articleId, number, ...counts };
}

export const alertsOf = ({ revision }: Committed): readonly OwedAlert[] =>
  revision.owes.kind === 'alerts' ? revision.owes.alerts : [];

/** Publishes one alert for a debt, or records why there is nothing to tell; then the receipt. */
export async function payDebt(
  debt: Debt,
  how: OwedAlert['how'],
  { stores, watchlist, publish, now }: NotifyPorts,
): Promise<'published' | 'suppressed' | 'paid already'> {
  const receipts = createReceipts(stores.ledger);
  const first = debt.revisions[0].revision;
  const last = debt.revisions.at(-1)?.revision ?? first;
  const key = receiptKey(first, last, debt.channel, how);
  if (await receipts.has(key)) return 'paid already';

  const receipt = (outcome: Receipt['outcome']): Receipt => ({
    format: 1,
    channel: debt.channel,
    how,
    editions: debt.editions,
    covers: debt.revisions.map(({ revision }) => ({ articleId: revision.articleId, number: revision.number })),
    at: now().toISOString(),
    outcome,
  });
  if (Date.parse(last.fetchedAt) < now().getTime() - watchlist.messages.tooOld - heldMs(debt, how)) {
    await receipts.write(key, receipt({ kind: 'suppressed', why: 'too-old' }));
    return 'suppressed';
  }
  const composed = await composeAlert(debt, createLedger(stores), watchlist);
  if (composed.kind === 'nothing') {
    await receipts.write(key, receipt({ kind: 'suppressed', why: composed.why }));
    return 'suppressed';
  }
  const message = renderAlert(composed.alert, messageOptions(watchlist, debt.channel));
  const { providerId } = await publish(message);
  await receipts.write(key, receipt({ kind: 'published', messageId: message.messageId, providerId }));
  return 'published';
}

/** How long the debt was meant to wait: that is not lateness. */
function heldMs({ channel, revisions }: Debt, how: OwedAlert['how']): number {
  const waits = revisions.flatMap((committed) =>
    alertsOf(committed)
      .filter((owed) => owed.channel === channel && owed.how === how)
      .map((owed) => Date.parse(owed.dueAt) - Date.parse(committed.revision.fetchedAt)),
  );
  return Math.max(0, ...waits);
}
