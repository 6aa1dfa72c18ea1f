/** The last text of a day: what an edition was owed on its SMS channel after its cap, in one message once the day is over. */
import { contentHash } from '../hash.ts';
import { DAY_MS } from '../instant.ts';
import type { NotifyPorts } from '../notify.ts';
import { createReceipts, lastTextReceiptKey } from '../record/index.ts';
import { renderLastText } from '../render/messages/index.ts';
// Not by the index: the sweep loads pages only where there are any to write.
import { overviewUrl } from '../render/site/secret-addresses.ts';
import type { Receipt } from '../receipt.ts';
import { severityRank } from '../change.ts';
import { headlineOf, severityOf } from '../revision.ts';
import { textsSentOn } from '../sms-cap.ts';
import type { Unpaid } from './unpaid.ts';

/** The debts that a last text pays: on SMS, due on a day that is over, by an edition that had its texts on that day. */
export async function heldByCap(
  unpaid: readonly Unpaid[],
  { stores, watchlist, now }: NotifyPorts,
): Promise<readonly Unpaid[]> {
  const today = now().toISOString().slice(0, 10);
  const overdue = unpaid.filter(({ owed }) => owed.channel === 'sms' && owed.dueAt.slice(0, 10) < today);
  const receipts = createReceipts(stores.ledger);
  const held: Unpaid[] = [];
  for (const [day, debts] of Map.groupBy(overdue, ({ owed }) => owed.dueAt.slice(0, 10))) {
    const sent = await textsSentOn(new Date(`${day}T00:00:00Z`), receipts);
    for (const { committed, owed } of debts) {
      const editions = owed.editions.filter((edition) => (sent.get(edition) ?? 0) >= watchlist.messages.smsPerDay);
      if (editions.length > 0) held.push({ committed, owed: { ...owed, editions } });
    }
  }
  return held;
}

/** One text for each edition. */
export async function payLastTexts(held: readonly Unpaid[], ports: NotifyPorts): Promise<number> {
  const byEdition = Map.groupBy(
    held.flatMap((debt) => debt.owed.editions.map((edition) => ({ ...debt, edition }))),
    ({ edition }) => edition,
  );
  const dayEnd = `${ports.now().toISOString().slice(0, 10)}T00:00:00.000Z`;
  for (const [edition, debts] of byEdition) await payLastText(edition, dayEnd, debts, ports);
  return byEdition.size;
}

async function payLastText(
  edition: string,
  dayEnd: string,
  debts: readonly Unpaid[],
  { stores, watchlist, publish, now }: NotifyPorts,
): Promise<void> {
  const covers = debts.map(({ committed: { revision } }) => ({
    articleId: revision.articleId,
    number: revision.number,
  }));
  const isFresh = debts.some(
    ({ owed }) => Date.parse(owed.dueAt) > now().getTime() - DAY_MS - watchlist.messages.tooOld,
  );
  const receipt = (outcome: Receipt['outcome']): Receipt => ({
    format: 1,
    channel: 'sms',
    how: 'now',
    editions: [edition],
    covers,
    at: now().toISOString(),
    outcome,
  });
  const receipts = createReceipts(stores.ledger);
  const key = await receipts.freeKey(lastTextReceiptKey(dayEnd, edition));
  if (!isFresh) {
    await receipts.write(key, receipt({ kind: 'suppressed', why: 'too-old' }));
    return;
  }
  const gravest = debts
    .map(({ committed }) => committed.revision)
    .toSorted((a, b) => severityRank(severityOf(b)) - severityRank(severityOf(a)));
  const headlines = new Map(gravest.map((revision) => [revision.articleId, headlineOf(revision)]));
  const message = renderLastText({
    messageId: `last-text.${edition}.${contentHash(JSON.stringify(covers)).slice(0, 12)}`,
    edition: { id: edition, name: watchlist.editions[edition]?.name ?? edition },
    smsPerDay: watchlist.messages.smsPerDay,
    headlines: [...headlines.values()],
    siteUrl: overviewUrl(watchlist.site),
    senderName: watchlist.messages.senderName,
  });
  const { providerId } = await publish(message);
  await receipts.write(key, receipt({ kind: 'published', messageId: message.messageId, providerId }));
}
