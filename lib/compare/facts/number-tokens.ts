import { valueOfDigits } from './digits.ts';
import { CURRENCY_MARKS, MAGNITUDE_LETTERS } from './words/units.ts';

/** What is written in one token with digits in it, before the words around it are read. */
export type NumberToken =
  | {
      readonly kind: 'number';
      /** As they are written: "7.30" of "7.30pm". */
      readonly digits: string;
      readonly value: number;
      readonly currency: string | null;
      readonly percent: boolean;
      /** Letters set against it that are no magnitude: "km", "th", "pm"; lower case. */
      readonly suffix: string;
    }
  | { readonly kind: 'time'; readonly key: string }
  | { readonly kind: 'date'; readonly key: string }
  | {
      readonly kind: 'pair';
      readonly low: number;
      readonly high: number;
      readonly mark: '-' | ':';
      readonly currency: string | null;
      readonly percent: boolean;
      readonly suffix: string;
    }
  /** Digits that are no one number: "9/11", "555-0123", "18F". */
  | { readonly kind: 'code' };

const SHAPE =
  /^(?<sign>[+\-−–±])?(?<currency>\p{Lu}{0,3}\p{Sc}|RM|Rs|Rp|KSh|S[Ff]r|EUR|USD|GBP|CHF|INR)?(?<inner>[-−–])?(?<digits>[\p{Nd}\p{No}](?:[\p{Nd}\p{No}.,:/\-–−‑'’٫٬\u00A0\u2009\u202F]*[\p{Nd}\p{No}])?)(?<suffix>[\p{L}\p{M}]*)(?<minutes>\p{Nd}*)(?<mark>[%‰٪％°º]?[CFK]?)(?<after>\p{Sc}?)$/u;

/** Reads a number token; times, dates and pairs by their shape alone. */
export function readNumberToken(text: string, language: string | null): NumberToken {
  const groups = SHAPE.exec(text)?.groups;
  if (!groups) return { kind: 'code' };
  const {
    sign = '',
    currency = '',
    inner = '',
    digits = '',
    suffix = '',
    minutes = '',
    mark = '',
    after = '',
  } = groups;
  const money = CURRENCY_MARKS.get((currency || after).toLowerCase()) ?? (currency || after || null);
  const lower = suffix.toLowerCase();
  if (minutes !== '') return /^h$/u.test(lower) ? timeOf(digits, minutes) : { kind: 'code' };
  const percent = /[%‰٪％]/u.test(mark);
  const unit = /[°º]/u.test(mark) ? `°${mark.slice(1).toLowerCase()}` : lower;

  const pair = /^(?<low>[\p{Nd}.,'’]+)(?<mark>[-–−‑:])(?<high>[\p{Nd}.,'’]+)$/u.exec(digits)?.groups;
  if (pair) {
    const { low = '', high = '' } = pair;
    if (pair['mark'] === ':' && /^\p{Nd}{2}$/u.test(high) && !percent) return timeOf(low, high);
    if (/^0\d/u.test(low) || /^0\d/u.test(high)) return { kind: 'code' };
    const magnitude = MAGNITUDE_LETTERS.get(money !== null || lower.length > 1 || lower === 'k' ? lower : '') ?? 1;
    return {
      kind: 'pair',
      low: valueOfDigits(low, language) * magnitude,
      high: valueOfDigits(high, language) * magnitude,
      mark: pair['mark'] === ':' ? ':' : '-',
      currency: money,
      percent,
      suffix: magnitude === 1 ? unit : '',
    };
  }
  if (/^\p{Nd}{1,2}:\p{Nd}{2}:\p{Nd}{2}$/u.test(digits)) return { kind: 'time', key: digits };
  const date = dateOf(digits);
  if (date !== null) return { kind: 'date', key: date };

  const plain = valueOfDigits(digits, language);
  if (Number.isNaN(plain)) return { kind: 'code' };
  const isNegative = /[-−–]/u.test(sign + inner);
  // "5m" is five million of money; of anything else the words around it tell.
  const magnitude = MAGNITUDE_LETTERS.get(lower);
  const multiplies = magnitude !== undefined && (money !== null || !['m', 't', 'b', 'mm'].includes(lower));
  // "75p"; a picture of 1080p is no money.
  if (lower === 'p' && money === null && plain < 200)
    return { kind: 'number', digits, value: plain, currency: 'cent', percent, suffix: '' };
  const value = roundOff((isNegative ? -1 : 1) * plain * (multiplies ? magnitude : 1));
  return { kind: 'number', digits, value, currency: money, percent, suffix: multiplies ? '' : unit };
}

/** Floating-point dust from 1.1 × 1,000,000 is not a change of value. */
export const roundOff = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(12)) : value);

function timeOf(hours: string, minutes: string): NumberToken {
  return { kind: 'time', key: `${Number(hours)}:${minutes}` };
}

/** "2025-11-26", "26.11.2025", "26/11/2025", "11/26/25": kept as written, since day and month cannot always be told apart. */
function dateOf(digits: string): string | null {
  const match = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/u.exec(digits);
  if (!match) return null;
  const [, one = '', , two = '', three = ''] = match;
  const isYearFirst = one.length === 4;
  const isYearLast = three.length === 4 || three.length === 2;
  if (!isYearFirst && !isYearLast) return null;
  return [one, two, three].map(Number).join('-');
}
