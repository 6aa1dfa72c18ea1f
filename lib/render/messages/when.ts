/** When it happened, as far as is known: an interval, in UTC, worded for a reader. */

/** "Unchanged at 18:20, changed by 18:35 UTC, 26 Nov 2025." The day is named twice where it differs. */
export function intervalLine(unchangedAt: string | null, changedBy: string): string {
  if (unchangedAt === null) return `Changed by ${clock(changedBy)} UTC, ${day(changedBy)}; since when is not known.`;
  return day(unchangedAt) === day(changedBy)
    ? `Unchanged at ${clock(unchangedAt)}, changed by ${clock(changedBy)} UTC, ${day(changedBy)}.`
    : `Unchanged at ${clock(unchangedAt)} UTC, ${day(unchangedAt)}; changed by ${clock(changedBy)} UTC, ${day(changedBy)}.`;
}

/** "18:20" in UTC. */
export const clock = (instant: string): string => new Date(Date.parse(instant)).toISOString().slice(11, 16);

/** "26 Nov 2025" in UTC. */
export function day(instant: string): string {
  const date = new Date(Date.parse(instant));
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

/** "18:20", or "18:20 on 25 Nov" where it was another day than `beside`. */
export const clockBeside = (instant: string, beside: string): string =>
  day(instant) === day(beside) ? clock(instant) : `${clock(instant)} on ${day(instant).slice(0, -5)}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
