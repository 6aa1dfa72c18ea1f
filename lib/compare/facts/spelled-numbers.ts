import { primaryLanguage } from './languages.ts';
import type { Lexeme } from './lexemes.ts';
import { NUMBER_WORDS, type NumberWords } from './words/number-words.ts';

/** A number as it was read, before it is known what it counts. */
export type NumberReading = {
  readonly kind: 'cardinal' | 'ordinal' | 'vague' | 'fraction';
  /** Null where the words name no one number ("dozens"). */
  readonly value: number | null;
  /** Index of the lexeme after the last it was read from. */
  readonly next: number;
  /** True where the word is also something else; such a figure is told only against another figure. */
  readonly weak: boolean;
};

export function numberWordsFor(language: string | null): NumberWords | null {
  return NUMBER_WORDS.get(primaryLanguage(language)) ?? null;
}

/**
 * The number written in words that begins at a lexeme, taken as far as it goes: "twenty-one", "two hundred and five",
 * "quatre-vingt-dix-neuf", "treinta y un", "einundzwanzig", "half a million", "hundreds of thousands".
 */
export function spelledNumberAt(lexemes: readonly Lexeme[], at: number, words: NumberWords): NumberReading | null {
  const first = lexemes[at];
  if (first?.kind !== 'word') return null;
  return (
    vagueAt(lexemes, at, words) ??
    sumAt(lexemes, at, words) ??
    ordinalAt(first, at, words) ??
    fractionAt(lexemes, at, words)
  );
}

function vagueAt(lexemes: readonly Lexeme[], at: number, words: NumberWords): NumberReading | null {
  if (!words.vague.has(lexemes[at]?.lower ?? '')) return null;
  const weak = words.weak.has(lexemes[at]?.lower ?? '') && !words.of.has(lexemes[at + 1]?.lower ?? '');
  let next = at + 1;
  for (;;) {
    const of = words.of.has(lexemes[next]?.lower ?? '') ? 1 : 0;
    if (!isVagueOrScale(lexemes[next + of], words)) break;
    next += of + 1;
  }
  return { kind: 'vague', value: null, next, weak };
}
const isVagueOrScale = (lexeme: Lexeme | undefined, words: NumberWords): boolean =>
  lexeme !== undefined && (words.vague.has(lexeme.lower) || words.scales.has(lexeme.lower));

/** Adds small numbers and multiplies by scales, as long as each part may follow the last. */
function sumAt(lexemes: readonly Lexeme[], at: number, words: NumberWords): NumberReading | null {
  let total = 0;
  /** Since the last thousand, million …; null before anything was read. */
  let group: number | null = null;
  /** What may still be added: 9 after "twenty", 99 after "hundred". */
  let room = Number.POSITIVE_INFINITY;
  let lastScale = Number.POSITIVE_INFINITY;
  let index = at;
  let next = at;
  let ordinal = false;
  let read = 0;
  while (index < lexemes.length && !ordinal) {
    const word = lexemes[index]?.lower ?? '';
    const small: number | undefined = smallValue(word, words);
    const scale = words.scales.get(word);
    const last = read > 0 ? words.ordinals.get(word) : undefined;
    if (small !== undefined && isTwentyOfFour(small, group)) {
      group = (group ?? 0) + 76; // quatre-vingts: 4 was read, 80 is meant
      room = 19;
    } else if (small !== undefined && small <= room && (read === 0 || small > 0)) {
      group = (group ?? 0) + small;
      room = roomAfter(small);
    } else if (scale !== undefined && (read > 0 || !isShortScale(word))) {
      if (scale <= 100) {
        if (scale === 100 && (group ?? 0) >= 100) break;
        group = Math.max(group ?? 1, 1) * scale;
        room = scale - 1;
      } else {
        if (scale >= lastScale) break;
        total += Math.max(group ?? 1, 1) * scale;
        lastScale = scale;
        group = 0;
        room = 999;
      }
    } else if (last !== undefined && last <= room && (last > 2 || lexemes[index - 1]?.lower === '-')) {
      group = (group ?? 0) + last;
      ordinal = true;
    } else break;
    read += 1;
    next = index + 1;
    index = afterJoiner(lexemes, next, words, room);
  }
  if (read === 0) return articleScaleAt(lexemes, at, words);
  const value = total + (group ?? 0);
  const weak = read === 1 && words.weak.has(lexemes[at]?.lower ?? '');
  return { kind: ordinal ? 'ordinal' : 'cardinal', value, next, weak };
}

/** One-word numbers too long for a table: "zweihundertfünf", "dreitausend", "zwölftausendfünfhundert". */
function smallValue(word: string, words: NumberWords): number | undefined {
  const known = words.small.get(word.replaceAll('ss', 'ß')) ?? words.small.get(word);
  if (known !== undefined || !words.scales.has('hundert') || words.scales.has(word)) return known;
  const match = /^(.{0,40}?)(tausend|hundert)(?:und)?(.{0,40})$/u.exec(word);
  if (!match) return undefined;
  const [, front = '', scale, rest = ''] = match;
  const times = front === '' ? 1 : smallValue(front, words);
  const plus = rest === '' ? 0 : rest === 'e' ? undefined : smallValue(rest, words);
  return times === undefined || plus === undefined ? undefined : times * (scale === 'tausend' ? 1000 : 100) + plus;
}

/** "Nashville, TN": the abbreviation of a magnitude is one after a number alone. */
const isShortScale = (word: string): boolean => /^(?:[bmt]n|mln|trn|mio|mrd|mld|mds?|lakhs?|crores?)$/u.test(word);

const isTwentyOfFour = (small: number, group: number | null): boolean =>
  small === 20 && group !== null && group % 100 === 4;

function roomAfter(small: number): number {
  if (small >= 1000) return 999;
  if (small >= 100) return 99;
  if (small === 60) return 19; // soixante-dix
  if (small === 10) return 9; // dix-sept; "ten seven" is written nowhere
  return small >= 20 && small % 10 === 0 ? 9 : 0;
}

/** Over "-" and "and" to the next part, where there may be one: "twenty-one", "vingt et un", "vingt-et-un". */
function afterJoiner(lexemes: readonly Lexeme[], at: number, words: NumberWords, room: number): number {
  const joiner = isHyphen(lexemes, at) ? at + 1 : at;
  const word = lexemes[joiner]?.lower ?? '';
  if (!words.joiners.has(word) || (words.joiners.has('and') && room < 99)) return joiner;
  const next = isHyphen(lexemes, joiner + 1) ? joiner + 2 : joiner + 1;
  return (smallValue(lexemes[next]?.lower ?? '', words) ?? Number.POSITIVE_INFINITY) <= room ? next : joiner;
}
const isHyphen = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at]?.lower === '-' && !lexemes[at].spaced && lexemes[at + 1]?.spaced === false;

/** "a hundred and five", "a dozen", "half a million". */
function articleScaleAt(lexemes: readonly Lexeme[], at: number, words: NumberWords): NumberReading | null {
  const first = lexemes[at]?.lower ?? '';
  const half = words.fractions.get(first);
  const article = half !== undefined && words.articles.has(lexemes[at + 1]?.lower ?? '') ? at + 1 : at;
  const scale = words.scales.get(lexemes[article + 1]?.lower ?? '');
  if (!words.articles.has(lexemes[article]?.lower ?? '') || scale === undefined) return null;
  if (half === undefined) return sumAt(lexemes, article + 1, words);
  return { kind: 'cardinal', value: half * scale, next: article + 2, weak: false };
}

function ordinalAt(first: Lexeme, at: number, words: NumberWords): NumberReading | null {
  const value = words.ordinals.get(first.lower);
  if (value === undefined) return null;
  return { kind: 'ordinal', value, next: at + 1, weak: words.weak.has(first.lower) };
}

function fractionAt(lexemes: readonly Lexeme[], at: number, words: NumberWords): NumberReading | null {
  const word = lexemes[at]?.lower ?? '';
  const value = words.fractions.get(word);
  if (value === undefined) return null;
  return { kind: 'fraction', value, next: at + 1, weak: words.weak.has(word) };
}
