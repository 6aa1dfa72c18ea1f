/** Whether two ways of telling a day can mean the same one, as of the day an article was written. */

/** First and last day, counted from 1970. */
type Span = readonly [first: number, last: number];

/** Null where the day of writing is needed and not known, or a key says no day. */
export function canBeSameDay(
  one: string,
  other: string,
  days: readonly [string | null, string | null],
): boolean | null {
  const [first, second] = [spansOf(one, numberOf(days[0])), spansOf(other, numberOf(days[1]))];
  if (!first || !second) return null;
  return first.some(([from, to]) => second.some(([start, end]) => from <= end && start <= to));
}

/** "12 March" and "12 March 2027": the year a reader takes a day to be of, put in or left out. */
export function isSameButYear(one: string, other: string, days: readonly [string | null, string | null]): boolean {
  const [first, second] = [one.split('/'), other.split('/')];
  if (first.length !== 3 || first[2] === '' || first.slice(1).join('/') !== second.slice(1).join('/')) return false;
  return (first[0] === '' || second[0] === '') && canBeSameDay(one, other, days) === true;
}

const DAY_MS = 86_400_000;
const numberOf = (day: string | null): number | null => {
  const at = day === null ? Number.NaN : Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? null : at / DAY_MS;
};

/** Keys are those of dates.ts, and a bare year. */
function spansOf(key: string, today: number | null): readonly Span[] | null {
  const year = /^\d{4}$/u.test(key) ? Number(key) : null;
  if (year !== null) return [monthsOf(year, 0, 12)];
  const date = /^(\d*)\/(\d+)\/(\d*)$/u.exec(key);
  if (date?.[1]) return [dateOf(Number(date[1]), Number(date[2]), date[3] ?? '')];
  if (today === null) return null;
  const now = new Date(today * DAY_MS);
  if (date) return [-1, 0, 1].map((offset) => dateOf(now.getUTCFullYear() + offset, Number(date[2]), date[3] ?? ''));
  const [sort, second = '', third = ''] = key.split(' ');
  if (sort === 'day') return [[today + Number(second), today + Number(second)]];
  // Monday to 7; 1 January 1970 was a Thursday.
  const weekday = ((today + 3) % 7) + 1;
  if (sort === 'weekday') {
    const nearest = today + Number(second) - weekday;
    return [-7, 0, 7].map((offset): Span => [nearest + offset, nearest + offset]);
  }
  if (sort !== 'period') return null;
  const offset = Number(third);
  // Weeks begin on Sunday, or on Monday.
  if (second === 'week') return [[today - weekday + 7 * offset, today - weekday + 7 * offset + 7]];
  return second === 'month'
    ? [monthsOf(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)]
    : [monthsOf(now.getUTCFullYear() + offset, 0, 12)];
}

const monthsOf = (year: number, month: number, count: number): Span => [
  Date.UTC(year, month, 1) / DAY_MS,
  Date.UTC(year, month + count, 1) / DAY_MS - 1,
];

function dateOf(year: number, month: number, day: string): Span {
  if (day === '') return monthsOf(year, month - 1, 1);
  const at = Date.UTC(year, month - 1, Number(day)) / DAY_MS;
  return [at, at];
}
