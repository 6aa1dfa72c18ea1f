import { plainLine } from '../../plain-text.ts';

/** The same stretch of a sentence on both sides: what differs, and some words around it. */
export type Excerpt = { readonly before: string; readonly after: string };

/** What differs with its whole clause on either side, up to the next pause that leaves enough to be understood. */
export function alteredClause(before: string, after: string): Excerpt {
  return cut(clauseOf(alteredWords(before, after)));
}

/**
 * What differs with at most `reach` words before it and `reachAfter` behind, or more: a longer stretch ends in no "of the" and
 * begins inside no name, none leaves a quotation open or loses a word of the clause that turns its meaning: "not a real mess" must not be told as
 * "a real mess".
 */
export function alteredNearby(before: string, after: string, reach: number, reachAfter = reach): Excerpt {
  const altered = alteredWords(before, after);
  const clause = clauseOf(altered);
  const { one } = altered;
  let from = Math.max(clause.from, altered.from - reach);
  let to = Math.max(clause.to, altered.to - reachAfter);
  if (reach > 1 && from - clause.from <= NOT_WORTH_CUTTING) from = clause.from;
  if (reach > 1 && to - clause.to <= NOT_WORTH_CUTTING) to = clause.to;
  for (let index = clause.from; index < from; index += 1) if (turnsMeaning(one[index])) from = index;
  for (let left = clause.to; left < to; left += 1) if (turnsMeaning(one.at(-1 - left))) to = left;
  if (reach > 1) while (from > clause.from && isInsideName(one, from)) from -= 1;
  for (let last = one.at(-1 - to); to > clause.to; last = one.at(-1 - to)) {
    if (!turnsMeaning(last) && (reachAfter <= 1 || !isLoose(last))) break;
    to -= 1;
  }
  return cut(closed({ ...altered, from, to }));
}

/** What differs by itself, where one side has nothing in its place and the other enough to be understood. */
export function alteredAlone(before: string, after: string): Excerpt | null {
  const altered = alteredWords(before, after);
  const [gone, came] = [altered.one, altered.other].map((side) => side.length - altered.from - altered.to);
  return Math.min(Number(gone), Number(came)) > 0 || Math.max(Number(gone), Number(came)) < SHORT_CLAUSE - 1
    ? null
    : cut(altered);
}

/** So few words are not left out; only where every letter counts (`reach` 1) are they. */
const NOT_WORTH_CUTTING = 3;

/** Both sides' words, of which the first `from` and the last `to` are the same and left out. */
type Stretch = {
  readonly one: readonly string[];
  readonly other: readonly string[];
  readonly from: number;
  readonly to: number;
};

function alteredWords(before: string, after: string): Stretch {
  const one = words(before);
  const other = words(after);
  const shortest = Math.min(one.length, other.length);
  let from = 0;
  while (from < shortest && one[from]?.trim() === other[from]?.trim()) from += 1;
  let to = 0;
  while (to < shortest - from && one.at(-1 - to)?.trim() === other.at(-1 - to)?.trim()) to += 1;
  return { one, other, from, to };
}

/** "In 2021," says too little: of a clause so short, the next one is taken in. In words. */
const SHORT_CLAUSE = 4;

function clauseOf(altered: Stretch): Stretch {
  const { one, other } = altered;
  const isShort = () => Math.min(one.length, other.length) - from - to < SHORT_CLAUSE;
  let { from, to } = altered;
  const backToPause = (start: number): number => {
    while (start > 0 && !isPause(one, start - 1)) start -= 1;
    return start;
  };
  const onToPause = (left: number): number => {
    while (left > 0 && !(isPause(one, one.length - 1 - left) && isPause(other, other.length - 1 - left))) left -= 1;
    return left;
  };
  from = backToPause(from);
  to = onToPause(to);
  while (isShort() && to > 0) to = onToPause(to - 1);
  while (isShort() && from > 0) from = backToPause(from - 1);
  return closed({ one, other, from, to });
}

/** With the rest of a quotation that begins or ends inside. */
function closed(stretch: Stretch): Stretch {
  let { from, to } = stretch;
  const isOpen = (side: readonly string[]) => leavesOpen(side.slice(from, side.length - to).join(''));
  const isAnyOpen = () => isOpen(stretch.one) || isOpen(stretch.other);
  while (to > 0 && stretch.to - to < FAR && isAnyOpen()) to -= 1;
  if (isAnyOpen()) to = stretch.to;
  while (from > 0 && stretch.from - from < FAR && isAnyOpen()) from -= 1;
  return isAnyOpen() ? stretch : { ...stretch, from, to };
}
const FAR = 30;

export function leavesOpen(text: string): boolean {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0;
  return count(/"/gu) % 2 === 1 || count(/[“”„]/gu) % 2 === 1 || count(/«/gu) !== count(/»/gu);
}

function cut({ one, other, from, to }: Stretch): Excerpt {
  const piece = (side: readonly string[]): string => trimmed(side.slice(from, side.length - to).join(''));
  return { before: piece(one), after: piece(other) };
}

/** Without the stops at its end, a quotation mark that lost its other, and the marks of a quotation that is all of it. */
function trimmed(text: string): string {
  const stopless = text.replace(/[,;:.–—、。，\s-]+$/u, '');
  const inner = stopless.replace(/^["“”„«»]+|[,;:.–—-]*["“”„«»]+$/gu, '');
  return leavesOpen(stopless) || !/["“”„«»]/u.test(inner) ? inner : stopless;
}

/** Each with the marks and the space behind it; of a script without spaces, its words with the marks behind them. */
function words(text: string): readonly string[] {
  return (plainLine(text).match(/\S+ ?/gu) ?? []).flatMap((word) =>
    UNSPACED.test(word)
      ? Array.from(segmenter.segment(word), ({ segment }) => segment)
          .join('\0')
          .replace(/\0(?=[\p{P}\s])/gu, '')
          .split('\0')
      : [word],
  );
}
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Not the comma of "October 16, 2026". */
const isPause = (words: readonly string[], at: number): boolean =>
  endsInPause(words[at]) && !(/^\d{1,2}, ?$/u.test(words[at] ?? '') && /^\d{4}\b/u.test(words[at + 1] ?? ''));

const endsInPause = (word: string | undefined): boolean =>
  word !== undefined && /[,;:.!?–—、。，！？；]["'”’»)」』]* ?$/u.test(word) && !ABBREVIATED.test(word);

/** "Mr.", "Gov.", "J.", "U.S.", "6. Juli": a stop that ends no clause. Taken for one too many, it only makes the stretch longer. */
const ABBREVIATED = /^["“„«(]*(?:\p{Lu}\p{L}{0,3}|(?:\p{L}\.)*\p{L}|\d{1,2})\. ?$/u;

/** Such as "of the", or a number without what it counts: with these no stretch ends. */
const isLoose = (word: string | undefined): boolean => word !== undefined && /^(?:\p{Ll}{1,4}|[\d.,]+) ?$/u.test(word);

/** "Northern | Line": a stretch that began here would cut a name. */
const isInsideName = (words: readonly string[], at: number): boolean =>
  [words[at - 1], words[at]].every((word) => word !== undefined && /^\p{Lu}\p{L}/u.test(word)) &&
  !endsInPause(words[at - 1]);

const turnsMeaning = (word: string | undefined): boolean => word !== undefined && TURNS_MEANING.test(word);
const TURNS_MEANING =
  /^(?:not?|never|none|nobody|nothing|cannot|without|hardly|\w+n['’]t|nicht|nie|kein\w*|ne|pas|jamais|aucune?|nunca|jamás|sin|ningun\w*|não|sem|mai|non|niet|geen|inte|ingen|ikke|aldri|не|ні|нет|никогда|без|ніколи)[,;:.!?]* ?$/iu;
