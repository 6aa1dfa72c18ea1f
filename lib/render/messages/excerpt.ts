import { plainLine } from './plain-text.ts';

/** The same stretch of a sentence on both sides: what differs, and some words around it. */
export type Excerpt = { readonly before: string; readonly after: string };

/** What differs with its whole clause on either side, up to the next pause. */
export function alteredClause(before: string, after: string): Excerpt {
  const { one, other, start, end } = alteredWords(before, after);
  let [from, to] = [start, end];
  while (from > 0 && !endsInPause(one[from - 1])) from -= 1;
  while (to > 0 && !(endsInPause(one.at(-1 - to)) && endsInPause(other.at(-1 - to)))) to -= 1;
  const clause = cut(one, other, from, to);
  return clause.before === '' || clause.after === '' ? cut(one, other, 0, 0) : clause;
}

/**
 * What differs with at most `reach` words on either side. Null where that would leave out a word of the clause that turns its meaning:
 * "not a real mess" must not be told as "a real mess"; and where a side would be empty.
 */
export function alteredNearby(before: string, after: string, reach: number): Excerpt | null {
  const clause = alteredClause(before, after);
  const { one, other, start, end } = alteredWords(clause.before, clause.after);
  const [from, to] = [start, end].map((kept) =>
    kept - reach <= NOT_WORTH_CUTTING && reach > 1 ? 0 : Math.max(0, kept - reach),
  );
  if (from === undefined || to === undefined) return null;
  const leftOut = [...one.slice(0, from), ...one.slice(one.length - to)];
  return leftOut.some((word) => TURNS_MEANING.test(word)) ? null : cut(one, other, from, to);
}

/** So few words are not left out, lest a stretch end in "of the"; only where every letter counts (`reach` 1) are they. */
const NOT_WORTH_CUTTING = 3;

/** `start` words are the same at the beginning, `end` at the end. */
function alteredWords(before: string, after: string) {
  const one = words(before);
  const other = words(after);
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  while (start < shortest && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shortest - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return { one, other, start, end };
}

function cut(one: readonly string[], other: readonly string[], from: number, to: number): Excerpt {
  const piece = (side: readonly string[]): string =>
    side
      .slice(from, side.length - to)
      .join(' ')
      .replace(/^["“”„«»]+/u, '')
      .replace(/[,;:.–—-]*["“”„«»]*[,;:.–—-]*$/u, '');
  return { before: piece(one), after: piece(other) };
}

const words = (text: string): readonly string[] => plainLine(text).split(' ');

const endsInPause = (word: string | undefined): boolean =>
  word !== undefined && /[,;:.!?–—]["'”’»)]*$/u.test(word) && !ABBREVIATED.test(word);

/** "Mr.", "Gov.", "J.", "U.S.": a stop that ends no clause. Taken for one too many, it only makes the stretch longer. */
const ABBREVIATED = /^["“„«(]*(?:\p{Lu}\p{L}{0,3}|(?:\p{L}\.)*\p{L})\.$/u;

const TURNS_MEANING =
  /^(?:not?|never|none|nobody|nothing|cannot|without|hardly|\w+n['’]t|nicht|nie|kein\w*|ne|pas|jamais|aucune?|nunca|jamás|sin|ningun\w*|não|sem|mai|non|niet|geen|inte|ingen|ikke|aldri|не|ні|нет|никогда|без|ніколи)$/iu;
