import type { FigureType } from '../../change.ts';
import { primaryLanguage } from './languages.ts';
import { isCapitalised, phraseAt, phraseTable, type Lexeme } from './lexemes.ts';
import { readNumberToken, roundOff } from './number-tokens.ts';
import { HAN_SCALES, valueOfHan } from './han-numerals.ts';
import { numberWordsFor, spelledNumberAt } from './spelled-numbers.ts';
import type { NumberWords } from './words/number-words.ts';
import { NUMBER_WORDS, SCALE_WORDS } from './words/number-words.ts';
import {
  CURRENCIES,
  CURRENCY_CODES,
  CURRENCY_MARKS,
  MEASURE_NAMES,
  MEASURE_UNITS,
  PERCENT_WORDS,
  type Measure,
} from './words/units.ts';

/** A number with what it is measured in, as far as the words next to it tell. */
export type Quantity = {
  /** Lexemes it takes. */
  readonly from: number;
  readonly to: number;
  readonly type: FigureType;
  readonly value: number | null;
  readonly unit: string | null;
  /** Equal for the same amount however it is written; with the unit, what a change of value is judged by. */
  readonly key: string;
  readonly measure: Measure | null;
  readonly weak: boolean;
  readonly vague: boolean;
  /** The two ends of "3-2" or "10–15"; which of the two it is, the sentence tells. */
  readonly pair: readonly [number, number] | null;
};

const PERCENT = phraseTable(PERCENT_WORDS);
const TEENTH: NumberWords | undefined = NUMBER_WORDS.get('en');

/** The quantity that begins at a lexeme: "six", "$1.5m", "1,5 Millionen Euro", "5 %", "28-year-old", "3-2", "14:05". */
export function quantityAt(lexemes: readonly Lexeme[], at: number, language: string | null): Quantity | null {
  const signed = signAt(lexemes, at);
  const start = signed ?? at;
  const currency = currencyBefore(lexemes, start);
  const number = lexemes[currency?.next ?? start];
  if (!number) return null;
  const from = currency?.next ?? start;
  const core = number.kind === 'number' ? digitsAt(lexemes, from, language) : spelledAt(lexemes, from, language);
  if (!core || (currency && core.type !== 'count')) return null;
  const negative = signed === null || core.value === null ? core : { ...core, value: -core.value };
  const counted = { ...negative, from: at };
  if (!['count', 'range', 'money'].includes(counted.type)) return counted;
  const scaled = withScale(lexemes, counted, language);
  return withUnit(lexemes, currency ? { ...scaled, type: 'money', unit: currency.unit } : scaled, language);
}

/** "minus 5": the word is the sign. */
const signAt = (lexemes: readonly Lexeme[], at: number): number | null =>
  lexemes[at]?.lower === 'minus' && lexemes[at + 1] !== undefined ? at + 1 : null;

/** "€ 5", "R$ 5", "EUR 5", "Rs. 500". */
function currencyBefore(
  lexemes: readonly Lexeme[],
  at: number,
): { readonly unit: string; readonly next: number } | null {
  const lexeme = lexemes[at];
  const following = lexemes[at + 1];
  if (!lexeme || !following) return null;
  const joined = `${lexeme.lower}${following.lower}`;
  const mark = CURRENCY_MARKS.get(lexeme.lower);
  if (lexeme.kind === 'symbol' && mark !== undefined && following.kind === 'number')
    return { unit: mark, next: at + 1 };
  if (following.kind === 'symbol' && !following.spaced && lexemes[at + 2]?.kind === 'number') {
    const prefixed = CURRENCY_MARKS.get(joined);
    if (prefixed !== undefined) return { unit: prefixed, next: at + 2 };
  }
  if (CURRENCY_CODES.has(lexeme.text) && following.kind === 'number') return { unit: lexeme.text, next: at + 1 };
  if (lexeme.text !== 'Rs') return null;
  const next = following.lower === '.' ? at + 2 : at + 1;
  return lexemes[next]?.kind === 'number' ? { unit: 'INR', next } : null;
}

const count = (from: number, to: number, value: number | null, key: string): Quantity => ({
  from,
  to,
  type: 'count',
  value,
  unit: null,
  key,
  measure: null,
  weak: false,
  vague: false,
  pair: null,
});

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

/** "1 234" and "20 000" with an ordinary space, in the languages that group so. */
function groupedAt(
  lexemes: readonly Lexeme[],
  at: number,
  language: string | null,
): { readonly text: string; readonly next: number } | null {
  if (!SPACE_GROUPING.has(primaryLanguage(language)) || !/^\p{Nd}{1,3}$/u.test(lexemes[at]?.text ?? '')) return null;
  let text = lexemes[at]?.text ?? '';
  let next = at + 1;
  while (lexemes[next]?.spaced && /^\p{Nd}{3}(?!\p{Nd})/u.test(lexemes[next]?.text ?? '')) {
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
  token: { readonly currency: string | null; readonly percent: boolean; readonly suffix: string },
  language: string | null,
): Quantity {
  const { suffix } = token;
  if (token.percent) return { ...base, type: 'percent', unit: '%' };
  if (token.currency !== null) return { ...base, type: 'money', unit: token.currency };
  if (suffix === '') return ordinalByStop(lexemes, base, language) ?? base;
  if (/^(?:am|pm)$/u.test(suffix)) return { ...base, type: 'time', value: null, key: `${base.value} ${suffix}` };
  if (suffix === 'h' || suffix === 'uhr') return { ...base, type: 'time', value: null, key: `${base.value}:00` };
  if (/^(?:st|nd|rd|th|er|ère|re|e|è|ème|eme|º|ª|o|a|os|as|de|te|ste|ten|sten)$/u.test(suffix)) {
    return { ...base, type: 'ordinal', key: `ordinal ${base.value}` };
  }
  if (suffix === 's') return { ...base, type: 'date', key: `${base.value}s` };
  if (HANGUL.test(suffix)) return koreanFrom(base, suffix);
  const measure = MEASURE_NAMES.get(suffix);
  if ((suffix === 'm' || suffix === 't' || suffix === 'b') && isPeopleLike(lexemes[base.to])) {
    const value = roundOff((base.value ?? 0) * (suffix === 'm' ? 1e6 : suffix === 'b' ? 1e9 : 1e12));
    return { ...base, value, key: String(value) };
  }
  if (measure) return { ...base, type: 'measure', unit: measure.unit, measure };
  // "18F", "5G": letters that are no unit make a code or a name of it.
  return { ...base, key: `${base.value}${suffix}`, weak: true };
}

const HANGUL = /^\p{sc=Hangul}/u;

/** "14명이", "5000만원", "3월": the counter set against a Korean number tells what it is a number of. */
function koreanFrom(base: Quantity, suffix: string): Quantity {
  const scale = { 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 }[suffix.charAt(0)];
  const counter = scale === undefined ? suffix : suffix.slice(1);
  const value = base.value === null ? null : roundOff(base.value * (scale ?? 1));
  const counted = { ...base, value, key: String(value) };
  if (/^(?:원|달러|유로|엔)/u.test(counter))
    return {
      ...counted,
      type: 'money',
      unit: { 원: 'KRW', 달: 'USD', 유: 'EUR', 엔: 'JPY' }[counter.charAt(0)] ?? null,
    };
  if (/^(?:퍼센트|프로)/u.test(counter)) return { ...counted, type: 'percent', unit: '%' };
  if (/^[년월일]/u.test(counter)) return { ...counted, type: 'date', key: `${value}${counter.charAt(0)}` };
  if (/^[시분]/u.test(counter)) return { ...counted, type: 'time', key: `${value}${counter.charAt(0)}` };
  return /^[세살]/u.test(counter) ? { ...counted, type: 'age', unit: 'year' } : counted;
}

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

/** "三人", "二十五年": a Chinese or Japanese numeral and what it counts, as one word. */
function hanAt(lexemes: readonly Lexeme[], at: number): Quantity | null {
  // "二十五人" comes as "二十" and "五人".
  let to = at + 1;
  let text = lexemes[at]?.text ?? '';
  while (WHOLLY_HAN.test(text) && lexemes[to]?.spaced === false && HAN_DIGIT.test(lexemes[to]?.text ?? '')) {
    text += lexemes[to]?.text ?? '';
    to += 1;
  }
  const numeral = /^([〇零一二两兩三四五六七八九十百千万萬亿億兆]{1,20})\P{sc=Hiragana}{0,2}$/u.exec(text)?.[1];
  if (numeral === undefined) return null;
  const value = valueOfHan(numeral);
  const counted = text.slice(numeral.length);
  const type = /^[年月日号號]/u.test(counted)
    ? 'date'
    : /^[时時点點]/u.test(counted)
      ? 'time'
      : /^[岁歲歳才]/u.test(counted)
        ? 'age'
        : 'count';
  const key = type === 'date' || type === 'time' ? text : String(value);
  return {
    ...count(at, to, value, key),
    type,
    weak: numeral === '一' || (numeral.length === 1 && counted.length > 1),
  };
}

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
  if (value === undefined || lexeme === undefined) return null;
  const isAge = counted.startsWith('jährig');
  return { ...count(at, at + 1, value, String(value)), type: isAge ? 'age' : 'count', unit: isAge ? 'year' : null };
}

function spelledValue(word: string, words: NumberWords): number | undefined {
  const lexeme: Lexeme = { text: word, lower: word, kind: 'word', start: 0, end: word.length, spaced: false };
  const reading = spelledNumberAt([lexeme], 0, words);
  return reading?.kind === 'cardinal' && reading.value !== null ? reading.value : undefined;
}

/** "1.5 million", "20 Mio.", "two-thirds", "3万". */
function withScale(lexemes: readonly Lexeme[], quantity: Quantity, language: string | null): Quantity {
  const words = numberWordsFor(language);
  const others = SCALE_WORDS.get(primaryLanguage(language));
  let { to, value } = quantity;
  let pair = quantity.pair;
  for (;;) {
    const joined = lexemes[to]?.lower === '-' && !lexemes[to]?.spaced ? to + 1 : to;
    const lexeme = lexemes[joined];
    if (!lexeme || value === null ? pair === null : false) break;
    const lower = lexeme?.lower ?? '';
    const scale =
      hanScale(lexeme) ??
      words?.scales.get(lower) ??
      others?.get(lower) ??
      (lexeme?.kind === 'word' ? TEENTH?.scales.get(lower) : undefined);
    const fraction = value !== null && Number.isInteger(value) && value < 100 ? fractionOf(lower, words) : undefined;
    if (scale !== undefined) {
      value = value === null ? null : roundOff(value * scale);
      pair = pair === null ? null : [roundOff(pair[0] * scale), roundOff(pair[1] * scale)];
    } else if (fraction !== undefined && (joined > to || quantity.value !== 1)) {
      value = roundOff((value ?? 0) * fraction);
    } else break;
    to = joined + 1;
    if (
      lexemes[to]?.lower === '.' &&
      /^(?:mi[ao]|mill|mrd|mld|mln|mds?|tys|тыс|тис|млн|млрд)$/u.test(lower) &&
      lexemes[to + 1] !== undefined
    )
      to += 1;
  }
  const key = pair ? `${pair[0]}–${pair[1]}` : value === null ? quantity.key : String(value);
  return to === quantity.to ? quantity : { ...quantity, to, value, pair, key, weak: false };
}

const WHOLLY_HAN = /^[〇零一二两兩三四五六七八九十百千万萬亿億兆]{1,20}$/u;
const HAN_DIGIT = /^[〇零一二两兩三四五六七八九十百千万萬亿億兆]/u;

/** "3万人", "1.5亿": the numeral that goes on in another script. */
const hanScale = (lexeme: Lexeme | undefined): number | undefined =>
  lexeme?.spaced === false ? HAN_SCALES.get(lexeme.text.charAt(0)) : undefined;

const fractionOf = (word: string, words: NumberWords | null): number | undefined =>
  /^(?:half|halbe[ns]?|halbes|medio|media|demi)$/u.test(word)
    ? undefined
    : (words?.fractions.get(word) ?? FRACTION_ORDINALS.get(word));
const FRACTION_ORDINALS: ReadonlyMap<string, number> = new Map([
  ['third', 1 / 3],
  ['fourths', 1 / 4],
  ['fifth', 1 / 5],
  ['quintos', 1 / 5],
  ['cuartos', 1 / 4],
  ['cinquièmes', 1 / 5],
]);

function withUnit(lexemes: readonly Lexeme[], quantity: Quantity, language: string | null): Quantity {
  const hyphen = lexemes[quantity.to]?.lower === '-' && !lexemes[quantity.to]?.spaced ? 1 : 0;
  const at = quantity.to + hyphen;
  const percent = phraseAt(lexemes, at, PERCENT);
  if (percent) return { ...quantity, type: 'percent', unit: percent.meaning, to: percent.next };
  if (quantity.type === 'money') return quantity;
  const of = ['de', "d'", 'of', 'di'].includes(lexemes[at]?.lower ?? '') ? 1 : 0;
  const money = moneyAt(lexemes, at + of);
  if (money !== null) return { ...quantity, type: 'money', unit: money.unit, to: money.next };
  const age = ageAt(lexemes, at, quantity, language);
  if (age) return age;
  const time = clockAt(lexemes, at, quantity);
  if (time) return time;
  const word = lexemes[at];
  const measure =
    word?.lower === '°' ? MEASURE_NAMES.get(`°${lexemes[at + 1]?.lower ?? 'c'}`) : MEASURE_NAMES.get(word?.lower ?? '');
  if (!measure || of === 1 || (quantity.weak && measure.dimension === 'duration')) return quantity;
  if (measure.unit === 'm' && word?.lower === 'm' && word.text !== 'm') return quantity;
  if (word?.lower.length === 1 && (word.text !== measure.unit || !word.spaced)) return quantity;
  const to = word?.lower === '°' ? at + (lexemes[at + 1]?.kind === 'word' ? 2 : 1) : at + 1;
  const unit = perHour(lexemes, to, measure);
  return { ...quantity, type: 'measure', unit: unit.measure.unit, measure: unit.measure, to: unit.next };
}

/** "100 km/h", "60 miles per hour". */
function perHour(
  lexemes: readonly Lexeme[],
  at: number,
  measure: Measure,
): { readonly measure: Measure; readonly next: number } {
  const lower = [0, 1].map((offset) => lexemes[at + offset]?.lower ?? '');
  const isRate = /^(?:\/|per|an|pro) h(?:our)?$|^(?:par|por|pro) (?:heure|hora|stunde)$/u.test(lower.join(' '));
  const speed = isRate ? MEASURE_UNITS.get(measure.unit === 'mile' ? 'mph' : 'km/h') : undefined;
  return speed ? { measure: speed, next: at + 2 } : { measure, next: at };
}

function moneyAt(lexemes: readonly Lexeme[], at: number): { readonly unit: string; readonly next: number } | null {
  const lexeme = lexemes[at];
  if (!lexeme || (lexeme.lower === 'won' && lexeme.kind === 'word' && !lexemes[at - 1]?.lower.includes('illion')))
    return null;
  const joined = lexemes[at + 1]?.lower === '-' ? `${lexeme.lower}-${lexemes[at + 2]?.lower ?? ''}` : '';
  const hyphenated = CURRENCIES.get(joined);
  if (hyphenated !== undefined) return { unit: hyphenated, next: at + 3 };
  const country = /^(?:us|u\.s\.|american|australian|canadian|hong|kong|singapore|schweizer)$/u.test(lexeme.lower);
  const named = country ? CURRENCIES.get(lexemes[at + 1]?.lower ?? '') : undefined;
  if (named !== undefined) return { unit: named, next: at + 2 };
  const unit = CURRENCIES.get(lexeme.lower) ?? (CURRENCY_CODES.has(lexeme.text) ? lexeme.text : undefined);
  return unit === undefined ? null : { unit, next: at + 1 };
}

/** "34 years old", "34-year-old", "34 Jahre alt", "34-Jährige"; and by what stands before: "aged 34", "im Alter von 34". */
function ageAt(lexemes: readonly Lexeme[], at: number, quantity: Quantity, language: string | null): Quantity | null {
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
  if (/(?:^| )(?:aged|age)$|alter von$|^âgée?s? de$/u.test(before)) return age;
  const isYears = ['ans', 'años', 'jahre', 'anni', 'anos'].includes(words[0] ?? '');
  if (isYears && /^(?:âgée?s? de|, de|de) ?$|(?:^| ),$/u.test(before)) return { ...age, to: at + 1 };
  return isYears || language === null ? null : bareAge(lexemes, quantity) ? age : null;
}

/** "Anna Lee, 34, said" and German "Anna Lee (34)". */
function bareAge(lexemes: readonly Lexeme[], quantity: Quantity): boolean {
  const before = lexemes[quantity.from - 1]?.lower;
  const after = lexemes[quantity.to]?.lower;
  const isEnclosed =
    (before === ',' && (after === ',' || after === '.' || after === undefined)) || (before === '(' && after === ')');
  const isWhole =
    quantity.value !== null && Number.isInteger(quantity.value) && quantity.value > 0 && quantity.value < 116;
  return isEnclosed && isWhole && isCapitalised(lexemes[quantity.from - 2]) && quantity.to === quantity.from + 1;
}

/** "2 p.m.", "14 Uhr", "3 o’clock", "14.30 Uhr". */
function clockAt(lexemes: readonly Lexeme[], at: number, quantity: Quantity): Quantity | null {
  const words = [0, 1, 2, 3].map((offset) => lexemes[at + offset]?.lower ?? '');
  const joined = words.join(' ');
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
  const half = /^[ap]/u.exec(joined)?.[0] ?? '';
  return {
    ...quantity,
    type: 'time',
    value: null,
    to: at + length,
    key: `${(lexemes[quantity.from]?.lower ?? '').replace('.', ':')} ${half}`,
  };
}

function timeFrom(lexemes: readonly Lexeme[], base: Quantity, key: string): Quantity {
  const joined = [0, 1, 2, 3].map((offset) => lexemes[base.to + offset]?.lower ?? '').join(' ');
  const match = /^(?:(?<short>a\.m\.|p\.m\.|am|pm|uhr)(?= |$)|(?<long>[ap] \. m \.))/u.exec(joined);
  const length = match?.groups?.['short'] === undefined ? (match ? 4 : 0) : 1;
  const half = /^[ap]/u.exec(match?.[0] ?? '')?.[0] ?? '';
  return { ...base, type: 'time', to: base.to + length, key: `${key} ${half}` };
}
