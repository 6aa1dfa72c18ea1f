/** The last text of a day: what the daily cap kept from an audience, in one message once the day is over. */
import { editionsOfAudience, smsAudiences } from '../deliver/index.ts';
import { contentHash } from '../hash.ts';
import type { NotifyPorts, Payment } from '../notify.ts';
import { createReceipts, lastTextReceiptKey } from '../record/index.ts';
import { renderLastText } from '../render/messages/index.ts';
// Not by the index: the sweep loads pages only where there are any to write.
import { overviewUrl } from '../render/site/secret-addresses.ts';
import type { Receipt } from '../receipt.ts';
import { severityRank } from '../change.ts';
import { headlineOf, severityOf } from '../revision.ts';
import type { Unpaid } from './unpaid.ts';

/** What each audience whose day is over is owed, by its id: one text each. */
export function dueLastTexts(unpaid: readonly Unpaid[], now: Date): ReadonlyMap<string, readonly Unpaid[]> {
  const due = unpaid.flatMap((debt) =>
    debt.heldFor !== null && debt.owed.dueAt <= now.toISOString() ? [{ ...debt, audience: debt.heldFor }] : [],
  );
  return Map.groupBy(due, ({ audience }) => audience);
}

export async function payLastText(
  audience: string,
  debts: readonly Unpaid[],
  { stores, watchlist, publish, now }: NotifyPorts,
): Promise<Payment> {
  const covers = debts.map(({ committed: { revision } }) => ({
    articleId: revision.articleId,
    number: revision.number,
  }));
  const editions = editionsOfAudience(audience);
  const receipt = (outcome: Receipt['outcome']): Receipt => ({
    format: 1,
    channel: 'sms',
    how: 'now',
    editions,
    audiences: [audience],
    covers,
    at: now().toISOString(),
    outcome,
  });
  const receipts = createReceipts(stores.ledger);
  const dueAt = debts.map(({ owed }) => owed.dueAt).reduce((a, b) => (a > b ? a : b));
  const key = await receipts.freeKey(lastTextReceiptKey(dueAt, contentHash(audience).slice(0, 12)));
  const why = whyNot(audience, dueAt, { watchlist, now });
  if (why !== null) {
    await receipts.write(key, receipt({ kind: 'suppressed', why }));
    return 'suppressed';
  }
  const gravest = debts
    .map(({ committed }) => committed.revision)
    .toSorted((a, b) => severityRank(severityOf(b)) - severityRank(severityOf(a)));
  const headlines = new Map(gravest.map((revision) => [revision.articleId, headlineOf(revision)]));
  const message = renderLastText({
    messageId: `last-text.${contentHash(JSON.stringify([audience, covers])).slice(0, 12)}`,
    to: audience,
    name: editions.map((id) => watchlist.editions[id]?.name ?? id).join(', '),
    smsPerDay: watchlist.messages.smsPerDay,
    headlines: [...headlines.values()],
    siteUrl: overviewUrl(watchlist.site),
    senderName: watchlist.messages.senderName,
  });
  const { providerId } = await publish(message);
  await receipts.write(key, receipt({ kind: 'published', messageId: message.messageId, providerId }));
  return 'published';
}

/** `no-subscriber`: the watchlist has changed since, and no subscription names this audience any more. */
function whyNot(
  audience: string,
  dueAt: string,
  { watchlist, now }: Pick<NotifyPorts, 'watchlist' | 'now'>,
): 'too-old' | 'no-subscriber' | null {
  if (Date.parse(dueAt) <= now().getTime() - watchlist.messages.tooOld) return 'too-old';
  return smsAudiences(watchlist).some(({ id }) => id === audience) ? null : 'no-subscriber';
}
