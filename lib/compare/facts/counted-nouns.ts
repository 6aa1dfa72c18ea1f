import { isCapitalised, type Lexeme } from './lexemes.ts';
import type { Quantity } from './quantities.ts';
import { CASUALTY_WORDS, NOUN_STOPS } from './words/counting.ts';

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
export function countedNoun(lexemes: readonly Lexeme[], quantity: Quantity, from: number, free: number): CountedNoun {
  if (!['count', 'range', 'measure'].includes(quantity.type)) return { noun: null, isCasualty: false };
  const casualty = quantity.type === 'measure' ? null : casualtyNear(lexemes, quantity.to, from, free);
  if (casualty !== null) return { noun: casualty, isCasualty: true };
  return { noun: quantity.type === 'measure' ? null : nounAfter(lexemes, quantity.to), isCasualty: false };
}

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

/** Up to three words: to the first plural, or in German to the first capital; "residential buildings", "neue Stellen". */
function nounAfter(lexemes: readonly Lexeme[], to: number): string | null {
  const words: Lexeme[] = [];
  const hyphen = lexemes[to]?.lower === '-' && !lexemes[to]?.spaced ? 1 : 0;
  const of = /^(?:de|d'|of|der|di)$/u.test(lexemes[to]?.lower ?? '') ? 1 : 0;
  for (let index = to + hyphen + of; index < lexemes.length && words.length < 3; index += 1) {
    const lexeme = lexemes[index];
    if (!lexeme || lexeme.kind !== 'word' || NOUN_STOPS.has(lexeme.lower)) break;
    words.push(lexeme);
    if (/(?:s|people|children|men|women|seats)$/u.test(lexeme.lower) || (isCapitalised(lexeme) && words.length > 1))
      break;
  }
  const plural = words.findIndex(
    ({ lower, text }) => /(?:s|people|children|men|women)$/u.test(lower) || /^\p{Lu}/u.test(text),
  );
  const kept = plural === -1 ? words.slice(0, 1) : words.slice(0, plural + 1);
  return kept.length === 0 ? null : kept.map(({ text }) => text).join(' ');
}
