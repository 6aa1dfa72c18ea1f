import { hourKey, HOURS, timeFrom } from './ages-and-hours.ts';
import { hanAt, HANGUL, koreanFrom } from './asian-numbers.ts';
import { primaryLanguage } from './languages.ts';
import { isCapitalised, type Lexeme } from './lexemes.ts';
import { readNumberToken, roundOff, type NumberToken } from './number-tokens.ts';
import { count, type Quantity } from './quantity.ts';
import { currencyBefore, perHour, withUnit } from './quantity-units.ts';
import { withScale } from './scales.ts';
import { numberWordsFor, spelledNumberAt } from './spelled-numbers.ts';
import type { NumberWords } from './words/number-words.ts';
import { MEASURE_NAMES, measureNamed } from './words/units.ts';

/** The quantity that begins at a lexeme: "six", "$1.5m", "1,5 Millionen Euro", "5 %", "28-year-old", "3-2", "14:05". */
export function quantityAt(lexemes: readonly Lexeme[], at: number, language: string | null): Quantity | null {
  const signed = signAt(lexemes, at);
  const start = signed ?? at;
  const currency = currencyBefore(lexemes, start);
  const number = lexemes[currency?.next ?? start];
  // "No one" is nobody.
  if (!number || (number.lower === 'one' && lexemes[at - 1]?.lower === 'no')) return null;
  const from = currency?.next ?? start;
  const core = number.kind === 'number' ? digitsAt(lexemes, from, language) : spelledAt(lexemes, from, language);
  if (!core || (currency && core.type !== 'count')) return null;
  const negative = signed === null || core.value === null ? core : { ...core, value: -core.value, key: `-${core.key}` };
  const counted = { ...negative, from: at };
  if (!['count', 'range', 'money'].includes(counted.type)) return counted;
  const scaled = withScale(lexemes, counted, language, currency !== null || counted.type === 'money');
  return withUnit(lexemes, currency ? { ...scaled, type: 'money', unit: currency.unit } : scaled, language);
}

/** "minus 5": the word is the sign. */
const signAt = (lexemes: readonly Lexeme[], at: number): number | null =>
  lexemes[at]?.lower === 'minus' && lexemes[at + 1] !== undefined ? at + 1 : null;

function digitsAt(lexemes: readonly Lexeme[], at: number, language: string | null): Quantity | null {
  const lexeme = lexemes[at];
  if (!lexeme) return null;
  const grouped = groupedAt(lexemes, at, language);
  const token = readNumberToken(grouped?.text ?? lexeme.text, language);
  const to = grouped?.next ?? at + 1;
  const base = { ...count(at, to, null, lexeme.lower), weak: isPartOfName(lexemes, at) };
  switch (token.kind) {
    case 'code':
      return { ...base, weak: true };
    case 'date':
      return { ...base, type: 'date', key: token.key };
    case 'time':
      return timeFrom(lexemes, base, token.key);
    case 'pair':
      return {
        ...base,
        type: token.percent ? 'percent' : token.currency === null ? 'range' : 'money',
        unit: token.percent ? '%' : token.currency,
        key: `${token.low}–${token.high}${token.suffix}`,
        pair: [token.low, token.high],
      };
    case 'number':
      return numberFrom(lexemes, { ...base, value: token.value, key: String(token.value) }, token, language);
    default:
      return token satisfies never;
  }
}

/** "COVID-19", "F-16": the number of a name is a figure against another alone. */
const isPartOfName = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at - 1]?.lower === '-' && lexemes[at]?.spaced === false && isCapitalised(lexemes[at - 2]);

/** "1 234" and "20 000" with an ordinary space, in the languages that group so; whole thousands in any. */
function groupedAt(
  lexemes: readonly Lexeme[],
  at: number,
  language: string | null,
): { readonly text: string; readonly next: number } | null {
  if (!/^\p{Nd}{1,3}$/u.test(lexemes[at]?.text ?? '')) return null;
  const group = SPACE_GROUPING.has(primaryLanguage(language)) ? /^\p{Nd}{3}(?!\p{Nd})/u : /^000(?!\p{Nd})/u;
  let text = lexemes[at]?.text ?? '';
  let next = at + 1;
  while (lexemes[next]?.spaced && group.test(lexemes[next]?.text ?? '')) {
    text += lexemes[next]?.text ?? '';
    next += 1;
  }
  return next === at + 1 ? null : { text, next };
}
const SPACE_GROUPING: ReadonlySet<string> = new Set(
  'bg cs da de es et fi fr hu lt lv nb nn no pl pt ru sk sv uk'.split(' '),
);

function numberFrom(
  lexemes: readonly Lexeme[],
  base: Quantity,
  token: Extract<NumberToken, { kind: 'number' }>,
  language: string | null,
): Quantity {
  const { suffix } = token;
  if (token.percent) return { ...base, type: 'percent', unit: '%' };
  if (token.currency !== null) return { ...base, type: 'money', unit: token.currency };
  if (suffix === '' && isDecadeWithMark(lexemes, base)) return decadeFrom(lexemes, { ...base, to: base.to + 2 });
  if (suffix === '') return ordinalByStop(lexemes, base, language) ?? base;
  if (/^(?:am|pm)$/u.test(suffix)) return { ...base, type: 'time', value: null, key: hourKey(token.digits, suffix) };
  if (suffix === 'h' || suffix === 'uhr') return { ...base, type: 'time', value: null, key: hourKey(token.digits, '') };
  if (/^(?:st|nd|rd|th|er|ère|re|e|è|ème|eme|º|ª|o|a|os|as|de|te|ste|ten|sten)$/u.test(suffix)) {
    return { ...base, type: 'ordinal', key: `ordinal ${base.value}` };
  }
  if (suffix === 's') return decadeFrom(lexemes, base);
  if (HANGUL.test(suffix)) return koreanFrom(base, suffix);
  // "5G" is no five grams.
  const written = lexemes[base.to - 1]?.text ?? '';
  const measure =
    suffix.length === 1 && !written.endsWith(suffix)
      ? measureNamed(DEGREES.test(written) ? `°${suffix}` : '', language)
      : measureNamed(suffix, language);
  if ((suffix === 'm' || suffix === 't' || suffix === 'b') && isPeopleLike(lexemes[base.to])) {
    const value = roundOff((base.value ?? 0) * (suffix === 'm' ? 1e6 : suffix === 'b' ? 1e9 : 1e12));
    return { ...base, value, key: String(value) };
  }
  if (measure) {
    const { measure: whole, next } = perHour(lexemes, base.to, measure);
    return { ...base, type: 'measure', unit: whole.unit, measure: whole, to: next };
  }
  // "18F", "5G": letters that are no unit make a code or a name of it.
  return { ...base, key: `${base.value}${suffix}`, weak: true };
}

/** "the 1990s", "the ’90s"; "in his 30s" is an age. */
function decadeFrom(lexemes: readonly Lexeme[], base: Quantity): Quantity {
  const ahead = [1, 2, 3].map((offset) => lexemes[base.from - offset]?.lower ?? '');
  const owner = ahead.find((word) => !/^(?:early|mid|late|-)$/u.test(word)) ?? '';
  if (/^(?:his|her|their|my|your|our)$/u.test(owner))
    return { ...base, type: 'age', unit: 'year', key: `${base.value}s` };
  const isShort = base.value !== null && base.value >= 30 && base.value < 100;
  const value = isShort ? (base.value ?? 0) + 1900 : base.value;
  return { ...base, type: 'date', value, key: `${value}s` };
}

/** "the 1990’s" */
const isDecadeWithMark = (lexemes: readonly Lexeme[], { from, to, value }: Quantity): boolean =>
  (value ?? 1) % 10 === 0 &&
  lexemes[to]?.lower === "'" &&
  lexemes[to + 1]?.lower === 's' &&
  /^(?:the|early|mid|late|')$/u.test(lexemes[from - 1]?.lower ?? '');

/** "25C", "77F"; "18F" is more often a name. */
const DEGREES = /^-?(?:\d{1,2}(?:\.\d)?C|(?:[3-9]\d|1[0-2]\d)(?:\.\d)?F)$/u;

const isPeopleLike = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'word' &&
  lexeme.spaced &&
  !MEASURE_NAMES.has(lexeme.lower) &&
  !/^(?:in|of|by|and|to|at|from|above|below|high|long|tall|wide|deep|away)$/u.test(lexeme.lower);

/** "der 3. Oktober" is a date; "die 3. Liga", "zum 5. Mal" an ordinal. */
function ordinalByStop(lexemes: readonly Lexeme[], base: Quantity, language: string | null): Quantity | null {
  if (!['da', 'de', 'nb', 'nn', 'no', 'fi', 'cs', 'pl', 'hu'].includes(primaryLanguage(language))) return null;
  const stop = lexemes[base.to];
  const following = lexemes[base.to + 1];
  if (stop?.lower !== '.' || stop.spaced || following?.kind !== 'word' || (base.value ?? 100) > 99) return null;
  return { ...base, type: 'ordinal', to: base.to + 1, key: `ordinal ${base.value}` };
}

function spelledAt(lexemes: readonly Lexeme[], at: number, language: string | null): Quantity | null {
  const words = numberWordsFor(language);
  const hour = HOURS.get(lexemes[at]?.lower ?? '');
  if (hour !== undefined) return { ...count(at, at + 1, null, hour), type: 'time' };
  const han = hanAt(lexemes, at);
  if (han || !words) return han;
  const reading = spelledNumberAt(lexemes, at, words);
  if (!reading) return compoundAt(lexemes, at, words);
  const { value, next, weak, kind } = reading;
  const base = { ...count(at, next, value, value === null ? (lexemes[at]?.lower ?? '') : String(value)), weak };
  if (kind === 'vague') return { ...base, vague: true, key: vagueKey(lexemes, at, next) };
  if (kind !== 'ordinal') return base;
  if (isFractionOf(lexemes, at, next) && value !== null) return { ...base, value: 1 / value, key: String(1 / value) };
  return { ...base, type: 'ordinal', key: `ordinal ${value}` };
}

/** "a third of", "one fifth of". */
const isFractionOf = (lexemes: readonly Lexeme[], at: number, next: number): boolean =>
  ['a', 'one', 'un', 'una'].includes(lexemes[at - 1]?.lower ?? '') &&
  ['of', 'de', 'des', 'du'].includes(lexemes[next]?.lower ?? '');

const vagueKey = (lexemes: readonly Lexeme[], at: number, next: number): string =>
  lexemes
    .slice(at, next)
    .map(({ lower }) => lower)
    .join(' ');

/** German "fünfjährige", "dreitägig", "zweimal": a number and what it counts in one word. */
function compoundAt(lexemes: readonly Lexeme[], at: number, words: NumberWords): Quantity | null {
  const lexeme = lexemes[at];
  const match =
    /^(?<number>\p{Ll}{3,40}?)(?<counted>jährige?[nrsm]?|tägige?[nrsm]?|wöchige?[nrsm]?|monatige?[nrsm]?|stündige?[nrsm]?|minütige?[nrsm]?|köpfige?[nrsm]?|prozentige?[nrsm]?|stellige?[nrsm]?|fache?[nrsm]?|mal)$/u.exec(
      lexeme?.lower ?? '',
    )?.groups;
  const { number = '', counted = '' } = match ?? {};
  const value = number === '' || !words.small.has('zwölf') ? undefined : spelledValue(number, words);
  // "einfach" is plain, and "einmal" once, or some day.
  if (value === undefined || lexeme === undefined || (value === 1 && counted.startsWith('fach'))) return null;
  const isAge = counted.startsWith('jährig');
  return {
    ...count(at, at + 1, value, String(value)),
    type: isAge ? 'age' : 'count',
    unit: isAge ? 'year' : null,
    weak: counted === 'mal' && value === 1,
  };
}

function spelledValue(word: string, words: NumberWords): number | undefined {
  const lexeme: Lexeme = { text: word, lower: word, kind: 'word', start: 0, end: word.length, spaced: false };
  const reading = spelledNumberAt([lexeme], 0, words);
  return reading?.kind === 'cardinal' && reading.value !== null ? reading.value : undefined;
}
