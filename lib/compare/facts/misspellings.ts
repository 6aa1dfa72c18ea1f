import { isWithin, overlaps, type Edit, type Range } from './ranges.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/**
 * Whether two words, folded and in lower case, are one word and a slip of the keys: a letter too many, too few, wrong or
 * swapped (two such in words of eight letters or more). Words of three letters or fewer never are, nor forms of one word ("vote",
 * "votes", "voted"): those are an editor's choice.
 */
export function isMisspelling(one: string, other: string): boolean {
  if (one === other || Math.min(one.length, other.length) < 4 || /\p{N}/u.test(one + other)) return false;
  const allowed = Math.min(one.length, other.length) >= 8 ? 2 : 1;
  if (isInflection(one, other) || isInflection(other, one)) return false;
  return distanceWithin(one, other, allowed) <= allowed;
}

/** Whether a word of a range stands misspelt in what replaced it: a fact lost to a slip is no fact altered. */
export function isMisspeltInPlace(
  range: Range,
  own: SentenceFacts,
  opposite: SentenceFacts,
  edits: readonly Edit[],
  side: 'before' | 'after',
): boolean {
  const edit = edits.find((edit) => overlaps(edit[side], range));
  if (!edit) return false;
  const there = edit[side === 'before' ? 'after' : 'before'];
  const words = own.lexemes.filter(({ kind, start, end }) => kind === 'word' && overlaps([start, end], range));
  return opposite.lexemes.some(
    ({ start, end, lower }) => isWithin([start, end], there) && words.some((word) => isMisspelling(word.lower, lower)),
  );
}

/** "vote" and "votes", "rise" and "rose" apart: the same stem with an ending put on, taken off or exchanged. */
function isInflection(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const endings = [one.slice(same), other.slice(same)];
  return same >= 3 && endings.every((ending) => ENDINGS.has(ending));
}
const ENDINGS: ReadonlySet<string> = new Set(
  "|s|es|ed|d|r|er|rs|ing|e|en|n|m|em|t|te|ten|'s|y|ies|ly|a|o|os|as|ent|nt|st|est|x|i".split('|'),
);

/** Letters put in, taken out, exchanged or swapped with a neighbour, counted no further than `most` and one. */
export function distanceWithin(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
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
