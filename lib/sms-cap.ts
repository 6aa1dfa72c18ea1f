/**
 * The daily cap on text messages: an edition sends so many in a UTC day, and what comes after is folded into one last
 * text when the day is over. Nothing is dropped: until then it stays owed.
 */
import { dayPrefix, type Receipts } from './record/index.ts';
import type { Watchlist } from './watchlist.ts';

/** Of these editions, those that may send another text today. */
export async function editionsUnderCap(
  editions: readonly string[],
  receipts: Receipts,
  watchlist: Watchlist,
  now: Date,
): Promise<readonly string[]> {
  const sent = await textsSentOn(now, receipts);
  return editions.filter((edition) => (sent.get(edition) ?? 0) < watchlist.messages.smsPerDay);
}

/** Texts published on a UTC day, by edition. */
export async function textsSentOn(day: Date, receipts: Receipts): Promise<ReadonlyMap<string, number>> {
  const sent = new Map<string, number>();
  for await (const key of receipts.keys(dayPrefix('receipts', day.toISOString()))) {
    const receipt = key.includes('-sms-') ? await receipts.read(key) : null;
    if (receipt?.outcome.kind !== 'published') continue;
    for (const edition of receipt.editions) sent.set(edition, (sent.get(edition) ?? 0) + 1);
  }
  return sent;
}
