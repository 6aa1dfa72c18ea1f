import { primaryLanguage, UNSPACED } from './languages.ts';
import { isCapitalised, phraseAt, phraseTable, type Lexeme } from './lexemes.ts';
import type { Quantity } from './quantity.ts';
import { CASUALTY_PHRASES, CASUALTY_WORDS, NOUN_STOPS } from './words/counting.ts';

export type CountedNoun = {
  /** As few words as tell what is counted; null when unclear. */
  readonly noun: string | null;
  readonly isCasualty: boolean;
};

/** How far a casualty word may stand from its number, in words: "the death toll has since risen to 12". */
const REACH_BEFORE = 7;
const REACH_AFTER = 7;

/**
 * What a number counts. The killed, injured and missing come before the noun ("killed at least six people" counts the
 * killed), but not over another figure; else the words after the number up to the end of its noun phrase.
 */
export function countedNoun(
  lexemes: readonly Lexeme[],
  quantity: Quantity,
  from: number,
  free: number,
  language: string | null,
): CountedNoun {
  if (!['count', 'range'].includes(quantity.type)) return { noun: null, isCasualty: false };
  const casualty = casualtyNear(lexemes, quantity.to, from, free);
  if (casualty !== null) return { noun: casualty, isCasualty: true };
  const isCasualty = isPhraseNear(lexemes, quantity.to, from, free);
  return { noun: nounAfter(lexemes, quantity.to, primaryLanguage(language)), isCasualty };
}

/** "14 people lost their lives": the noun beside the number says who. */
function isPhraseNear(lexemes: readonly Lexeme[], to: number, from: number, free: number): boolean {
  for (let at = Math.max(free, from - REACH_BEFORE); at < to + REACH_AFTER; at += 1) {
    if (phraseAt(lexemes, at, PHRASES)) return true;
  }
  return false;
}
const PHRASES = phraseTable(CASUALTY_PHRASES.map((phrase): readonly [string, true] => [phrase, true]));

function casualtyNear(lexemes: readonly Lexeme[], to: number, from: number, free: number): string | null {
  const next = lexemes[to];
  if (next && CASUALTY_WORDS.has(next.lower)) return next.text;
  return lookBack(lexemes, from, free) ?? lookAhead(lexemes, to);
}

function lookBack(lexemes: readonly Lexeme[], from: number, free: number): string | null {
  for (let index = from - 1; index >= Math.max(free, from - REACH_BEFORE); index -= 1) {
    const lexeme = lexemes[index];
    if (!lexeme || lexeme.kind === 'number' || (lexeme.kind === 'mark' && !/^[-'’"“”„«»]$/u.test(lexeme.text)))
      return null;
    if (CASUALTY_WORDS.has(lexeme.lower))
      return /^(?:toll|victims?)$/u.test(lexeme.lower) ? `${tollOf(lexemes, index)}${lexeme.text}` : lexeme.text;
  }
  return null;
}

const tollOf = (lexemes: readonly Lexeme[], at: number): string =>
  lexemes[at]?.lower === 'toll' && lexemes[at - 1]?.lower === 'death' ? `${lexemes[at - 1]?.text} ` : '';

function lookAhead(lexemes: readonly Lexeme[], to: number): string | null {
  for (let index = to; index < Math.min(lexemes.length, to + REACH_AFTER); index += 1) {
    const lexeme = lexemes[index];
    if (!lexeme || lexeme.kind === 'number' || (lexeme.kind === 'mark' && lexeme.text !== '-')) return null;
    if (['and', 'und', 'et', 'y', 'e', 'but', 'who', 'after', 'before', 'nach', 'als', 'après'].includes(lexeme.lower))
      return null;
    if (CASUALTY_WORDS.has(lexeme.lower)) return lexeme.text;
  }
  return null;
}

/**
 * Up to three words: to the first plural, or in German to the first capital: "residential buildings", "neue Stellen". Null
 * in scripts without spaces between words, where it cannot be told where a noun ends.
 */
function nounAfter(lexemes: readonly Lexeme[], to: number, primary: string): string | null {
  const words: Lexeme[] = [];
  const hyphen = lexemes[to]?.lower === '-' && !lexemes[to]?.spaced ? 1 : 0;
  const of = /^(?:de|d'|of|der|di)$/u.test(lexemes[to]?.lower ?? '') ? 1 : 0;
  for (let index = to + hyphen + of; index < lexemes.length && words.length < 3; index += 1) {
    const lexeme = lexemes[index];
    if (lexeme?.kind !== 'word' || NOUN_STOPS.has(lexeme.lower) || IN_UNSPACED_SCRIPT.test(lexeme.text)) break;
    words.push(lexeme);
    if (primary === 'de' ? isCapitalised(lexeme) : isPlural(lexeme) || (isCapitalised(lexeme) && words.length > 1))
      break;
  }
  if (primary === 'de') return isCapitalised(words.at(-1)) ? joined(words) : null;
  const plural = words.findIndex((word) => isPlural(word) || isCapitalised(word));
  return joined(plural === -1 ? words.slice(0, 1) : words.slice(0, plural + 1));
}

const IN_UNSPACED_SCRIPT = new RegExp(`^${UNSPACED}`, 'v');
const isPlural = ({ lower }: Lexeme): boolean => /(?:s|people|children|men|women|seats)$/u.test(lower);
const joined = (words: readonly Lexeme[]): string | null =>
  words.length === 0 ? null : words.map(({ text }) => text).join(' ');
