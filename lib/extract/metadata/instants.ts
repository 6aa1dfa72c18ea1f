/**
 * Instants as publishers write them, to ISO 8601 with the offset they gave. A date alone is no instant and gives
 * null here; a time without an offset is taken as UTC, since nothing on the page says otherwise.
 */
export function readInstant(text: string): string | null {
  const trimmed = text.trim();
  return readIso(trimmed) ?? readRfc2822(trimmed) ?? readEpoch(trimmed);
}

/** Whether an instant can be a publication date: the web's first newspapers to a day after the year 2100. */
function isPlausible(year: number, month: number, day: number): boolean {
  return year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]\s*(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)/iu;

function readIso(text: string): string | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', zone = 'Z'] = match;
  if (!isPlausible(Number(year), Number(month), Number(day)) || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${year}-${month}-${day}T${hour.padStart(2, '0')}:${minute}:${second}${offsetOf(zone)}`;
}

/** `Z` for UTC by any name; otherwise `+hh:mm`. */
function offsetOf(zone: string): string {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(zone);
  if (!match) return 'Z';
  const [, sign = '+', hours = '0', minutes = '00'] = match;
  const offset = `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return /^[+-]00:00$/u.test(offset) ? 'Z' : offset;
}

/** `+01:00` for "CET" or "+0100", `Z` for "GMT"; null for what is no zone, or one that summer changes. */
export function zoneOffset(zone: string): string | null {
  if (/^(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/iu.test(zone)) return offsetOf(zone);
  return ZONES[zone.toUpperCase()] ?? null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ZONES: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  IST: '+05:30',
  JST: '+09:00',
  KST: '+09:00',
  MSK: '+03:00',
};

/** `Tue, 26 Nov 2025 18:20:00 +0100`, `Nov 26, 2025 6:20 PM EST`, `26 November 2025 18:20`. */
function readRfc2822(text: string): string | null {
  const day =
    /\b(?:(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})|([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4}))/u.exec(text);
  const time = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\.?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[A-Z]{3,4})?\b/iu.exec(
    text,
  );
  if (!day || !time) return null;
  const date = day[1] ?? day[5] ?? '';
  const month = MONTHS.indexOf((day[2] ?? day[4] ?? '').toLowerCase()) + 1;
  const year = day[3] ?? day[6] ?? '';
  if (!isPlausible(Number(year), month, Number(date))) return null;
  const [, hour = '', minute = '', second = '00', half, zone = 'Z'] = time;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59) return null;
  const offset = ZONES[zone.toUpperCase()] ?? offsetOf(zone);
  return `${year}-${pad(month)}-${pad(Number(date))}T${pad(hours)}:${minute}:${second}${offset}`;
}

/** Seconds or milliseconds since 1970. */
function readEpoch(text: string): string | null {
  if (!/^\d{10}(?:\d{3})?$/u.test(text)) return null;
  const at = new Date(text.length === 13 ? Number(text) : Number(text) * 1000);
  return isPlausible(at.getUTCFullYear(), 1, 1) ? at.toISOString().replace(/\.\d{3}Z$/u, 'Z') : null;
}

const pad = (value: number): string => String(value).padStart(2, '0');
