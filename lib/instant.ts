/** Instants at rest are ISO 8601 in UTC with milliseconds; durations are milliseconds unless the name says otherwise. */

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** `after - before` in milliseconds. */
export const millisecondsBetween = (before: string, after: string): number => Date.parse(after) - Date.parse(before);

export const plusMilliseconds = (instant: string, ms: number): string =>
  new Date(Date.parse(instant) + ms).toISOString();

/** `2025/11/26/183500000`: sorts as time does, and names a day's folder. For store keys. */
export function instantPath(instant: string): string {
  const [day = '', time = ''] = new Date(Date.parse(instant)).toISOString().split('T');
  return `${day.replaceAll('-', '/')}/${time.replaceAll(/[:.Z]/g, '')}`;
}

/** `26 Nov 2025`, in UTC, as a reader is told it. */
export const sayDay = (instant: string): string => DAY.format(Date.parse(instant));
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
