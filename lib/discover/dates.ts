/** Dates as feeds and sitemaps write them. */

/** Zones RFC 822 does not know and feeds use all the same; offsets from UTC. */
const ZONES: Readonly<Record<string, string>> = {
  UT: '+0000',
  UTC: '+0000',
  Z: '+0000',
  WET: '+0000',
  BST: '+0100',
  CET: '+0100',
  WEST: '+0100',
  CEST: '+0200',
  EET: '+0200',
  SAST: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  IST: '+0530',
  HKT: '+0800',
  SGT: '+0800',
  JST: '+0900',
  KST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
  NZST: '+1200',
  NZDT: '+1300',
};

const ISO =
  /^(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T ]+(\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i;

/**
 * ISO 8601 in UTC, or null for what is no date. A date without a zone is taken as UTC, so that the answer does not depend on
 * where it is read; the day's name and anything in brackets are ignored.
 */
export function readDate(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return null;
  const iso = ISO.exec(trimmed);
  const ms = iso === null ? rfc822(trimmed) : isoMs(iso);
  return Number.isNaN(ms) || ms < 0 || ms > MOST_MS ? null : new Date(ms).toISOString();
}

/** The end of 9999: what the format at rest can hold. */
const MOST_MS = 253_402_300_799_999;

function isoMs([, year, month, day = '01', time = '00:00', zone = 'Z']: RegExpExecArray): number {
  const clock = time.includes(':') ? time : time.replace(/(\d{2})(?=\d)/g, '$1:');
  const offset = /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase();
  return Date.parse(`${year}-${month}-${day}T${clock.replace(',', '.')}${offset}`);
}

function rfc822(text: string): number {
  const plain = text
    .replace(/\([^)]*\)/g, '')
    .replace(/^\p{L}+\.?,?\s+(?=\d)/u, '')
    .trim();
  const zone = /\s([A-Za-z]{1,4})$/.exec(plain)?.[1]?.toUpperCase() ?? '';
  const named = ZONES[zone];
  if (named !== undefined) return Date.parse(plain.slice(0, -zone.length) + named);
  const hasZone = /(?:[+-]\d{4}|\b(?:GMT|[ECMP][SD]T))$/.test(plain);
  return Date.parse(hasZone ? plain : `${plain} GMT`);
}
