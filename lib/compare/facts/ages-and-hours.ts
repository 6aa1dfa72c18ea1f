import { isCapitalised, type Lexeme } from './lexemes.ts';
import type { Quantity } from './quantity.ts';

/** "34 years old", "34-year-old", "34 Jahre alt", "34-Jährige"; and by what stands before: "aged 34", "im Alter von 34". */
export function ageAt(
  lexemes: readonly Lexeme[],
  at: number,
  quantity: Quantity,
  language: string | null,
): Quantity | null {
  const value = quantity.value ?? quantity.pair?.[1] ?? 200;
  if (value > 125) return null;
  const words = [0, 1, 2].map((offset) => lexemes[at + offset]?.lower ?? '');
  const joined = words.join(' ');
  const age = { ...quantity, type: 'age', unit: 'year' } as const;
  if (joined.startsWith('year - old')) return { ...age, to: at + 3 };
  if (/^years? old|^jahre alt/u.test(joined)) return { ...age, to: at + 2 };
  if (joined.startsWith('years of age')) return { ...age, to: at + 3 };
  if (words[0]?.startsWith('jährig') === true) return { ...age, to: at + 1 };
  const before = [2, 1].map((offset) => lexemes[quantity.from - offset]?.lower ?? '').join(' ');
  if (/(?:^| )(?:aged|ages?)(?: (?:about|around|between|from))?$|alter von$|^âgée?s? de$/u.test(before)) return age;
  const isYears = ['ans', 'años', 'jahre', 'anni', 'anos'].includes(words[0] ?? '');
  if (isYears && /^(?:âgée?s? de|, de|de) ?$|(?:^| ),$/u.test(before)) return { ...age, to: at + 1 };
  return isYears || language === null ? null : bareAge(lexemes, quantity) ? age : null;
}

/** "Anna Lee, 34, said", "the former banker, 51, denies" and German "Anna Lee (34)". */
function bareAge(lexemes: readonly Lexeme[], quantity: Quantity): boolean {
  const before = lexemes[quantity.from - 1]?.lower;
  const after = lexemes[quantity.to]?.lower;
  const isEnclosed =
    (before === ',' && (after === ',' || after === '.' || after === undefined)) || (before === '(' && after === ')');
  const isWhole =
    quantity.value !== null && Number.isInteger(quantity.value) && quantity.value > 0 && quantity.value < 116;
  const person = lexemes[quantity.from - 2];
  const mayBePerson = isCapitalised(person) || (person?.kind === 'word' && before === ',' && after === ',');
  return isEnclosed && isWhole && mayBePerson && quantity.to === quantity.from + 1;
}

/** "2 p.m.", "14 Uhr", "3 o’clock", "14.30 Uhr". */
export function clockAt(lexemes: readonly Lexeme[], at: number, quantity: Quantity): Quantity | null {
  const words = [0, 1, 2, 3].map((offset) => lexemes[at + offset]?.lower ?? '');
  const joined = words.join(' ');
  // "12 h 30"
  const minutes = /^(?:h|heures) (\d\d)(?= |$)/u.exec(joined)?.[1];
  if (minutes !== undefined && quantity.value !== null && quantity.value < 25)
    return { ...quantity, type: 'time', value: null, to: at + 2, key: `${quantity.value}:${minutes}` };
  const named = HOURS.get(words[0] ?? '');
  if (named !== undefined && quantity.value === 12)
    return { ...quantity, type: 'time', value: null, to: at + 1, key: named };
  const length = /^(?:a\.m\.|p\.m\.|am|pm|uhr|o'clock|h|heures|horas)(?= |$)/u.test(joined)
    ? 1
    : /^[ap] \. m \./u.test(joined)
      ? 4
      : /^[ap] \. m/u.test(joined)
        ? 3
        : 0;
  if (length === 0 || quantity.pair !== null || quantity.value === null || quantity.value < 0 || quantity.value >= 25)
    return null;
  const needsPreposition = /^(?:h|heures|horas|am)$/u.test(words[0] ?? '');
  const before = lexemes[quantity.from - 1]?.lower ?? '';
  if (needsPreposition && !['à', 'at', 'las', 'vers', 'by', 'until', 'from', 'dès'].includes(before)) return null;
  const written = lexemes[quantity.from]?.lower ?? '';
  const key = hourKey(/^\d/u.test(written) ? written : String(quantity.value), joined);
  return { ...quantity, type: 'time', value: null, to: at + length, key };
}

/** The same for "7.30pm", "7:30 p.m." and "19:30"; for "7pm" and "7:00 p.m.". */
export function hourKey(digits: string, half: string): string {
  const [hours = '', ...rest] = digits.split(/[.:]/u);
  const hour = Number(hours);
  const isSecondHalf = half.startsWith('p') && hour < 12;
  const isMidnight = half.startsWith('a') && hour === 12;
  return [isMidnight ? 0 : isSecondHalf ? hour + 12 : hour, ...(rest.length === 0 ? ['00'] : rest)].join(':');
}

/** “14:05”, with the half of the day that may follow. */
export function timeFrom(lexemes: readonly Lexeme[], base: Quantity, key: string): Quantity {
  const joined = [0, 1, 2, 3].map((offset) => lexemes[base.to + offset]?.lower ?? '').join(' ');
  const match = /^(?:(?<short>a\.m\.|p\.m\.|am|pm|uhr)(?= |$)|(?<long>[ap] \. m \.))/u.exec(joined);
  const length = match?.groups?.['short'] === undefined ? (match ? 4 : 0) : 1;
  return { ...base, type: 'time', to: base.to + length, key: hourKey(key, match?.[0] ?? '') };
}

/** Hours that are words. */
export const HOURS: ReadonlyMap<string, string> = new Map([
  ['mediodía', '12:00'],
  ['medianoche', '0:00'],
  ['midday', '12:00'],
  ['midi', '12:00'],
  ['midnight', '0:00'],
  ['minuit', '0:00'],
  ['mitternacht', '0:00'],
  ['noon', '12:00'],
]);
