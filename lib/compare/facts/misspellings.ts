import { lexemesIn } from './lexemes.ts';
import { editIn, type Edit, type Range, type Side } from './ranges.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/**
 * Whether two words, folded and in lower case, are one word and a slip of the keys: a letter too many, too few, wrong or
 * swapped, two such in words of eight letters or more. Never words of four letters or fewer, those that begin otherwise
 * ("possible" and "impossible", "million" and "billion"), nor forms of one word ("vote", "votes", "voted"): those are
 * choices.
 */
export function isMisspelling(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (one === other || shorter < SHORTEST || one.length > LONGEST || /\p{N}/u.test(one + other)) return false;
  const isSameStart = one[0] === other[0] || (one[0] === other[1] && one[1] === other[0]);
  const allowed = shorter >= 8 ? 2 : 1;
  if (isDoubled(one, other)) return true;
  if (!isSameStart || isInflection(one, other)) return false;
  return distanceWithin(one, other, allowed) <= allowed;
}

/**
 * Whether an edit is nothing but words misspelt, or put right: what is told of them is told of the spelling. `isKnown`
 * says of a place on either side that the word there means something of itself ("fourteen" and "fourteenth").
 */
export function isSlip(
  edit: Edit,
  before: SentenceFacts,
  after: SentenceFacts,
  isKnown: (range: Range, side: Side) => boolean,
): boolean {
  const [gone, come] = [lexemesIn(before.lexemes, edit.before), lexemesIn(after.lexemes, edit.after)];
  if (gone.length === 0 || gone.length !== come.length) return false;
  return gone.every((word, index) => {
    const match = come[index];
    if (!match || word.lower === match.lower) return match !== undefined;
    const bothKnown = isKnown([word.start, word.end], 'before') && isKnown([match.start, match.end], 'after');
    return !bothKnown && isMisspelling(word.lower, match.lower);
  });
}

/** Whether a word of a range stands misspelt in what replaced it: a fact lost to a slip is no fact altered. */
export function isMisspeltInPlace(
  range: Range,
  own: SentenceFacts,
  opposite: SentenceFacts,
  edits: readonly Edit[],
  side: Side,
): boolean {
  const edit = editIn(range, edits, side);
  if (!edit) return false;
  const there = edit[side === 'before' ? 'after' : 'before'];
  const words = lexemesIn(own.lexemes, range).filter(({ kind }) => kind === 'word');
  return lexemesIn(opposite.lexemes, there).some(({ lower }) => words.some((word) => isMisspelling(word.lower, lower)));
}

const SHORTEST = 5;
/** No word: not worth the square of its length. */
const LONGEST = 60;

/** "minutes" and "minnutes": one letter twice, and that never is an ending. */
function isDoubled(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return at > 0 && long[at] === long[at - 1] && short.slice(at) === long.slice(at + 1);
}

/** "vote" and "votes", "rise" and "rose" apart: the same stem with an ending put on, taken off or exchanged. */
export function isInflection(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const endings = [one.slice(same), other.slice(same)];
  const takesD = one[same - 1] === 'e';
  return same >= 3 && endings.every((ending) => ENDINGS.has(ending) && (takesD || !/^[dr]$/u.test(ending)));
}
const ENDINGS: ReadonlySet<string> = new Set(
  "|s|es|ed|d|r|er|rs|ing|e|en|n|m|em|t|te|ten|'s|y|ies|ly|a|o|os|as|ent|nt|st|est|x|i".split('|'),
);

/** Letters put in, taken out, exchanged or swapped with a neighbour, counted no further than `most` and one. */
export function distanceWithin(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most || one.length > LONGEST) return most + 1;
  const width = other.length + 1;
  let earlier = new Uint16Array(width);
  let previous = Uint16Array.from({ length: width }, (_, index) => index);
  let current = new Uint16Array(width);
  for (let row = 1; row <= one.length; row += 1) {
    current[0] = row;
    let least = row;
    for (let column = 1; column < width; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) cost = Math.min(cost, (earlier[column - 2] ?? 0) + 1);
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [earlier, previous, current] = [previous, current, earlier];
  }
  return previous[other.length] ?? most + 1;
}
