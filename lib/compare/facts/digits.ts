import { primaryLanguage } from './languages.ts';

/**
 * What a run of digits is worth, in any script: "1,234.5", "1.234,5", "1 234,5", "1’234", "٣٫٥". Which of "." and ","
 * divides decimals is taken from the marks where they tell, else from the language: "1.234" is 1234 in German and 1.234
 * in English. NaN where there is no one number ("10-15", "1.2.3").
 */
export function valueOfDigits(digits: string, language: string | null): number {
  const ascii = digits
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll(/[\s'’٬\u00A0\u2009\u202F]/gu, '')
    .replaceAll('٫', '.');
  const vulgar = FRACTIONS.get(ascii.slice(-1));
  if (vulgar !== undefined) return (ascii.length > 1 ? Number(ascii.slice(0, -1)) : 0) + vulgar;
  const marks = ascii.replaceAll(/\d/gu, '');
  if (marks === '') return Number(ascii);
  if (!/^[.,]+$/u.test(marks)) return Number.NaN;
  return Number(plainDigits(ascii, marks, language));
}

function plainDigits(ascii: string, marks: string, language: string | null): string {
  const first = marks.charAt(0);
  const last = marks.charAt(marks.length - 1);
  if (first !== last) return ascii.replaceAll(first, '').replace(last, '.');
  if (marks.length > 1) return ascii.replaceAll(first, '');
  const isGroup = first !== decimalMark(language) && /^\d{1,3}[.,]\d{3}$/u.test(ascii);
  return isGroup && !ascii.startsWith('0') ? ascii.replace(first, '') : ascii.replace(first, '.');
}

/** Digits of every script stand in tens that begin at a code point the digit before which is no digit. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  if (code >= 0x1d7ce) return String((code - 0x1d7ce) % 10);
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** Languages, and regions of others, that write 1,234.5; the rest write 1.234,5 or 1 234,5. */
const POINT_DECIMAL: ReadonlySet<string> = new Set(
  'am ar bn en fa fil gu ha he hi ig ja km kn ko ml mr ms mt my ne pa si so sw ta te th tl ur yo zh zu'.split(' '),
);
const POINT_DECIMAL_REGION = /^(?:de|fr|it|rm)-(?:CH|LI)|^es-(?:419|MX|US|GT|HN|NI|PA|DO|PR|SV|PE)/iu;

export function decimalMark(language: string | null): '.' | ',' {
  const isPoint = POINT_DECIMAL.has(primaryLanguage(language)) || POINT_DECIMAL_REGION.test(language ?? '');
  return isPoint ? '.' : ',';
}

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['¼', 1 / 4],
  ['½', 1 / 2],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
  ['⅛', 1 / 8],
]);
