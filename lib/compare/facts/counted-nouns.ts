import { primaryLanguage, UNSPACED } from './languages.ts';
import { isCapitalised, phraseAt, phraseTable, type Lexeme } from './lexemes.ts';
import type { Quantity } from './quantity.ts';
import { OPENERS } from './sentence-openers.ts';
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
  const label = from === quantity.from ? labelBefore(lexemes, from, free) : null;
  const noun = nounAfter(lexemes, quantity, primaryLanguage(language), label === null) ?? label;
  return { noun, isCasualty };
}

/** "Flight 370", "Boeing 737", "Article 5": a number that names which is told with what it names; never "nobody under 18". */
function labelBefore(lexemes: readonly Lexeme[], from: number, free: number): string | null {
  const label = lexemes[from - 1];
  if (from <= free || !label || !isCapitalised(label) || OPENERS.has(label.lower) || label.text.length < 3) return null;
  return label.text;
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
  if (next && CASUALTY_WORDS.has(next.lower)) return fateOf(next);
  // "53 have died and 122 were hurt": what stands beyond an "and" is another count's, if this one has its own.
  const isJoined = AND.has(lexemes[from - 1]?.lower ?? '') || AND.has(lexemes[from - 2]?.lower ?? '');
  const ahead = lookAhead(lexemes, to);
  return isJoined ? (ahead ?? lookBack(lexemes, from, free)) : (lookBack(lexemes, from, free) ?? ahead);
}
const AND: ReadonlySet<string> = new Set('and und et y e en i och og ve'.split(' '));

function lookBack(lexemes: readonly Lexeme[], from: number, free: number): string | null {
  for (let index = from - 1; index >= Math.max(free, from - REACH_BEFORE); index -= 1) {
    const lexeme = lexemes[index];
    if (!lexeme || lexeme.kind === 'number' || (lexeme.kind === 'mark' && !/^[-'’"“”„«»]$/u.test(lexeme.text)))
      return null;
    if (CASUALTY_WORDS.has(lexeme.lower))
      return /^(?:toll|victims?)$/u.test(lexeme.lower) ? `${tollOf(lexemes, index)}${lexeme.text}` : fateOf(lexeme);
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
    if (CASUALTY_WORDS.has(lexeme.lower)) return fateOf(lexeme);
  }
  return null;
}

/** What those counted are: "killing six people" counts six killed. */
const fateOf = ({ lower, text }: Lexeme): string => FATES.get(lower) ?? text;
const FATES: ReadonlyMap<string, string> = new Map([
  ['dying', 'dead'],
  ['injuring', 'injured'],
  ['killing', 'killed'],
  ['kills', 'killed'],
  ['wounding', 'wounded'],
  ['blessant', 'blessés'],
  ['tuant', 'tués'],
  ['uccidendo', 'uccisi'],
]);

/** At most so many words are the noun and what stands before it. */
const LONGEST_NOUN = 5;

/**
 * To the first plural, or in German to the noun’s capital: "residential buildings", "Middle East experts", "neue Stellen".
 * Null where it cannot be told where the noun ends: without a
 * plural, where it `mayBeOne` thing, in scripts without spaces between words.
 */
function nounAfter(lexemes: readonly Lexeme[], quantity: Quantity, primary: string, mayBeOne: boolean): string | null {
  const { to } = quantity;
  if (lexemes[to]?.lower === '-' && !lexemes[to]?.spaced) return compoundNoun(lexemes, to + 1, primary);
  const of = /^(?:de|d'|of|der|di)$/u.test(lexemes[to]?.lower ?? '') ? 1 : 0;
  const words: Lexeme[] = [];
  for (
    let index = afterWhole(lexemes, to + of, of === 1);
    index < lexemes.length && words.length < LONGEST_NOUN;
    index += 1
  ) {
    const lexeme = lexemes[index];
    if (lexeme?.kind !== 'word' || NOUN_STOPS.has(lexeme.lower) || IN_UNSPACED_SCRIPT.test(lexeme.text)) break;
    words.push(lexeme);
    // "316 Lienzer Kindergartenkinder": the first of two capitals says of where.
    const goesOn = lexeme.lower.endsWith('er') && isCapitalised(lexemes[index + 1]);
    if (primary === 'de' && isCapitalised(lexeme) && !goesOn) return joined(words);
    if (primary !== 'de' && isPlural(lexeme) && !isCapitalised(lexeme)) return joined(words);
  }
  if (primary === 'de') return null;
  const isOne = quantity.value === 1 || !PLURALS_IN_S.has(primary);
  if (mayBeOne && isOne && words[0] && !isCapitalised(words[0])) return words[0].text;
  return null;
}

/** "41 of 65 seats", "three of the 12 hostages": past the number they are of. */
function afterWhole(lexemes: readonly Lexeme[], at: number, isPart: boolean): number {
  const number = lexemes[at]?.lower === 'the' ? at + 1 : at;
  return isPart && lexemes[number]?.kind === 'number' ? number + 1 : at;
}

const IN_UNSPACED_SCRIPT = new RegExp(`^${UNSPACED}`, 'v');
const PLURALS_IN_S: ReadonlySet<string> = new Set(['en', 'es', 'fr', 'pt']);
const isPlural = ({ lower }: Lexeme): boolean =>
  /(?:[^s]s|eaux|aux|eux|people|children|men|women|seats|aircraft|crew|police|staff|fish|sheep|cattle)$/u.test(lower);
const joined = (words: readonly Lexeme[]): string => words.map(({ text }) => text).join(' ');

/** "28-point plan": points in the plan. Null where the compound counts no parts ("five-star hotel", "four-time winner"). */
function compoundNoun(lexemes: readonly Lexeme[], at: number, primary: string): string | null {
  const part = lexemes[at];
  if (primary !== 'en' || !part || !PARTS_OF_A_WHOLE.has(part.lower)) return null;
  const parts = part.lower === 'person' ? 'people' : part.lower.replace(/man$/u, 'men').replace(/y$/u, 'ie');
  const plural = /(?:men|people)$/u.test(parts) ? parts : `${parts}s`;
  const whole = lexemes[at + 1];
  const isWhole = whole?.kind === 'word' && whole.spaced && !isCapitalised(whole) && !NOUN_STOPS.has(whole.lower);
  return isWhole ? `${plural} in the ${whole.text}` : plural;
}
const PARTS_OF_A_WHOLE: ReadonlySet<string> = new Set(
  `article bed bedroom chapter city clause country episode floor game judge juror lap man match meeting member nation
  page panel part party person player point question room round seat stage state step stop team track volume`.split(
    /\s+/u,
  ),
);
