/** Times as a reader is told them: always UTC, always said to be. */
import { sayDay } from '../instant.ts';

/** `26 Nov 2025, 18:35 UTC` */
export const sayInstant = (instant: string): string => `${sayDay(instant)}, ${sayTime(instant)} UTC`;

export const sayTime = (instant: string): string => TIME.format(Date.parse(instant));

/**
 * When a change happened, as far as is known: `Unchanged at 18:20, changed by 18:35 UTC, 26 Nov 2025`. Without a last
 * unchanged reading, only the second half is known.
 */
export function sayInterval(unchangedAt: string | null, changedBy: string): string {
  const by = `${sayTime(changedBy)} UTC, ${sayDay(changedBy)}`;
  if (unchangedAt === null) return `Changed by ${by}`;
  const sameDay = sayDay(unchangedAt) === sayDay(changedBy);
  const at = sameDay ? sayTime(unchangedAt) : `${sayTime(unchangedAt)} UTC, ${sayDay(unchangedAt)}`;
  return `Unchanged at ${at}, changed by ${by}`;
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
