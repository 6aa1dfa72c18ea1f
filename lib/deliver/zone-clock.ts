/**
 * Hours of the day in a time zone, by the platform's own time zone tables. Days with 23 or 25 hours have each hour
 * of the day once: an hour the clocks skip is the moment they skip it, and of an hour they repeat the first counts.
 */
import { DAY_MS } from '../instant.ts';

/** The first instant after `after` at which clocks in the zone show `hour` ("07:00"). */
export function nextHour(after: string, hour: string, timeZone: string): string {
  const afterMs = Date.parse(after);
  const today = localDay(afterMs, timeZone);
  for (let day = -1; ; day += 1) {
    const at = instantOf(today + day * DAY_MS, hour, timeZone);
    if (at > afterMs) return new Date(at).toISOString();
  }
}

/**
 * The end of the quiet hours that hold at `at`; null outside them. `from` = `to` is no quiet at all. Where the clocks skip the time between
 * two of them (Apia had no 30 December 2011), they hold through to the end of the second.
 */
export function quietUntil(
  at: string,
  quiet: { readonly from: string; readonly to: string; readonly timeZone: string },
): string | null {
  const atMs = Date.parse(at);
  const today = localDay(atMs, quiet.timeZone);
  const overnight = quiet.from > quiet.to ? DAY_MS : 0;
  let until: number | null = null;
  for (let day = -2; day <= 2; day += 1) {
    const from = instantOf(today + day * DAY_MS, quiet.from, quiet.timeZone);
    const to = instantOf(today + day * DAY_MS + overnight, quiet.to, quiet.timeZone);
    const heldAt = until ?? atMs;
    if (from <= heldAt && heldAt < to) until = to;
  }
  return until === null ? null : new Date(until).toISOString();
}

/** When clocks in the zone show `hour` on that day, in milliseconds. `dayMs` is midnight of the day as if it were in UTC. */
function instantOf(dayMs: number, hour: string, timeZone: string): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  const wall = dayMs + (hours * 60 + minutes) * 60_000;
  const before = offsetAt(wall - DAY_MS, timeZone);
  const after = offsetAt(wall + DAY_MS, timeZone);
  const candidates = [wall - before, wall - after].filter((at) => at + offsetAt(at, timeZone) === wall);
  if (candidates.length > 0) return Math.min(...candidates);
  return transitionBetween(wall - Math.max(before, after), wall - Math.min(before, after), timeZone);
}

/** The moment between the two at which the zone's offset changes, to the second. */
function transitionBetween(fromMs: number, toMs: number, timeZone: string): number {
  const offset = offsetAt(fromMs, timeZone);
  let [low, high] = [fromMs / 1_000, toMs / 1_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1_000, timeZone) === offset) low = middle;
    else high = middle;
  }
  return high * 1_000;
}

const localDay = (ms: number, timeZone: string): number => {
  const local = ms + offsetAt(ms, timeZone);
  return local - (((local % DAY_MS) + DAY_MS) % DAY_MS);
};

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(ms: number, timeZone: string): number {
  const whole = Math.floor(ms / 1_000) * 1_000;
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(whole)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second')) - whole;
}

/** A formatter is slow to make, and a watchlist names few zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}
