/** Digests at their hour: what one edition is owed by then, article by article, in one message. Never empty. */
import type { Alert, Digest } from '../alert.ts';
import { composeAlert, toldApart } from '../compose.ts';
import { messageOptions } from '../deliver/index.ts';
import { contentHash } from '../hash.ts';
import { publishPageOf, type NotifyPorts, type Payment } from '../notify.ts';
import { createLedger, createReceipts, digestReceiptKey } from '../record/index.ts';
import { renderDigest } from '../render/messages/index.ts';
import type { Receipt } from '../receipt.ts';
import type { Committed } from '../revision.ts';
import type { Unpaid } from './unpaid.ts';

export type DigestDebt = {
  readonly edition: string;
  readonly channel: Digest['channel'];
  readonly dueAt: string;
  /** Not sent any more, but recorded. */
  readonly isTooOld: boolean;
  readonly revisions: readonly Committed[];
};

/** One for each edition whose hour has come, and one of what is too old for it. What came in after it waits for the next. */
export function dueDigests(unpaid: readonly Unpaid[], now: Date, tooOldMs: number): readonly DigestDebt[] {
  const isTooOld = (dueAt: string): boolean => Date.parse(dueAt) < now.getTime() - tooOldMs;
  const due = unpaid.filter(({ owed }) => owed.how === 'digest' && owed.dueAt <= now.toISOString());
  const byEdition = Map.groupBy(
    due.flatMap(({ committed, owed }) => owed.editions.map((edition) => ({ committed, owed, edition }))),
    ({ owed, edition }) => `${edition} ${owed.channel} ${isTooOld(owed.dueAt)}`,
  );
  return [...byEdition.values()].flatMap((debts) => {
    const [first] = debts;
    if (first === undefined) return [];
    // Late ones are told at the hour that has just come, under its receipt.
    const dueAt = debts.map(({ owed }) => owed.dueAt).reduce((a, b) => (a > b ? a : b));
    const revisions = debts.map(({ committed }) => committed);
    return [
      { edition: first.edition, channel: first.owed.channel, dueAt, isTooOld: isTooOld(first.owed.dueAt), revisions },
    ];
  });
}

/** Publishes one, or records that there is nothing left to tell in it: it is never empty. */
export async function payDigest(
  { edition, channel, dueAt, isTooOld, revisions }: DigestDebt,
  ports: NotifyPorts,
): Promise<Payment> {
  const { stores, watchlist, publish, now } = ports;
  const receipts = createReceipts(stores.ledger);
  const key = await receipts.freeKey(digestReceiptKey(dueAt, edition, channel));
  const receipt = (outcome: Receipt['outcome']): Receipt => ({
    format: 1,
    channel,
    how: 'digest',
    editions: [edition],
    covers: revisions.map(({ revision }) => ({ articleId: revision.articleId, number: revision.number })),
    at: now().toISOString(),
    outcome,
  });

  if (isTooOld) {
    await receipts.write(key, receipt({ kind: 'suppressed', why: 'too-old' }));
    return 'suppressed';
  }
  const ledger = createLedger(stores);
  const alerts: Alert[] = [];
  for (const ofArticle of Map.groupBy(revisions, ({ revision }) => revision.articleId).values()) {
    const inOrder = ofArticle.toSorted((a, b) => a.revision.number - b.revision.number);
    for (const [first, ...rest] of toldApart(inOrder, (committed) => committed)) {
      if (first === undefined) continue;
      const debt = { channel, editions: [edition], revisions: [first, ...rest] } as const;
      const composed = await composeAlert(debt, ledger, watchlist);
      if (composed.kind === 'alert') alerts.push(composed.alert);
    }
  }
  const [first, ...rest] = alerts;
  if (first === undefined) {
    await receipts.write(key, receipt({ kind: 'suppressed', why: 'returned' }));
    return 'suppressed';
  }
  const settings = watchlist.editions[edition];
  const digest: Digest = {
    messageId: `digest.${edition}.${contentHash(JSON.stringify(receipt({ kind: 'suppressed', why: 'returned' }).covers)).slice(0, 12)}.${channel}`,
    channel,
    edition: { id: edition, name: settings?.name ?? edition },
    dueAt,
    timeZone: settings?.digest?.timeZone ?? 'UTC',
    alerts: [first, ...rest],
  };
  const message = renderDigest(digest, messageOptions(watchlist, channel));
  for (const alert of alerts) await publishPageOf(alert, ports);
  const { providerId } = await publish(message);
  await receipts.write(key, receipt({ kind: 'published', messageId: message.messageId, providerId }));
  return 'published';
}
