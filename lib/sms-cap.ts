/**
 * The daily cap on text messages: a subscriber gets so many in a UTC day, and what comes after is folded into one last text when the day is over.
 * Nothing is dropped: the receipt says who was passed over, and until the last text they are owed it. Counted by audience
 * (lib/deliver/audiences.ts), and so exact for each subscriber but for tellers at work in the same second, which do not see each
 * other's receipts: each can be one text over. docs/adr/0016 says why so.
 */
import { reachedBy, smsAudiences, type Audience } from './deliver/index.ts';
import { DAY_MS } from './instant.ts';
import { dayPrefix, type Receipts } from './record/index.ts';
import type { Receipt } from './receipt.ts';
import type { Watchlist } from './watchlist.ts';

export type SmsReach = {
  /** May have another text today. */
  readonly open: readonly Audience[];
  /** Have had their texts of the day. */
  readonly held: readonly Audience[];
};

/** Of those that a text to these editions would reach. */
export async function smsReach(
  editions: readonly string[],
  receipts: Receipts,
  watchlist: Watchlist,
  now: Date,
): Promise<SmsReach> {
  const { smsPerDay } = watchlist.messages;
  const reached = reachedBy(editions, smsAudiences(watchlist));
  const sent = await textsSentOn(now, reached, receipts, smsPerDay);
  const isFull = ({ id }: Audience): boolean => (sent.get(id) ?? 0) >= smsPerDay;
  return { open: reached.filter((audience) => !isFull(audience)), held: reached.filter(isFull) };
}

/** A receipt lies under the day its revision was fetched on; what was folded or held for quiet hours is sent up to so many days later. */
const DAYS_BACK = 2;

async function textsSentOn(
  now: Date,
  audiences: readonly Audience[],
  receipts: Receipts,
  smsPerDay: number,
): Promise<ReadonlyMap<string, number>> {
  const keys: string[] = [];
  for (let back = DAYS_BACK; back >= 0; back -= 1) {
    const day = new Date(now.getTime() - back * DAY_MS).toISOString();
    for await (const key of receipts.keys(dayPrefix('receipts', day))) if (key.includes('-sms-')) keys.push(key);
  }
  const sent = new Map<string, number>();
  // On most days nobody can be near the cap, and nothing need be read.
  if (keys.length < smsPerDay) return sent;
  const today = now.toISOString().slice(0, 10);
  for (const key of keys) {
    const receipt = await receipts.read(key);
    if (receipt?.outcome.kind !== 'published' || receipt.at.slice(0, 10) !== today) continue;
    for (const { id } of toldBy(receipt, audiences)) sent.set(id, (sent.get(id) ?? 0) + 1);
  }
  return sent;
}

const toldBy = ({ editions, audiences: told }: Receipt, audiences: readonly Audience[]): readonly Audience[] =>
  told === undefined ? reachedBy(editions, audiences) : audiences.filter(({ id }) => told.includes(id));
