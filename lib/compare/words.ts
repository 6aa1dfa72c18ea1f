/**
 * What differs inside a matched pair of sentences, as runs of whole words. Marks (commas, stops, brackets) are not compared:
 * they are typography; digits, signs and quotation marks are. Bounded by construction (see `MAX_EDITS`).
 */
import { diffArrays } from 'diff';
import { countFirst, tokenise, type SentenceFacts } from './facts/index.ts';
import { foldTypography } from '../typography.ts';
import { heaviestChain } from './align/order.ts';

/** A run of characters, `to` exclusive. */
export type Range = readonly [from: number, to: number];

/** Those that overlap a run, of a list in order whose members do not overlap each other. */
export function overlapping<Placed>(list: readonly Placed[], run: Range, rangeOf: (placed: Placed) => Range): Placed[] {
  const first = countFirst(list, (placed) => rangeOf(placed)[1] <= run[0]);
  const end = countFirst(list, (placed) => rangeOf(placed)[0] < run[1]);
  return list.slice(first, end);
}

/** One place where the two texts differ: what stood there, what stands there. Either may be empty, never both. */
export type Edit = { readonly before: Range; readonly after: Range };

/**
 * The edits that turn `before` into `after`, in order, apart, never inside a word. Empty where only typography differs. Swapping
 * the sides mirrors them.
 */
export function wordEdits(before: string, after: string, language: string | null): Edit[] {
  if (isTypographyOnly(before, after)) return [];
  return editsBetween(wordsOf(before, language), wordsOf(after, language));
}

/** Equal but for the style of marks, spaces and capitals. */
export const isTypographyOnly = (before: string, after: string): boolean =>
  before === after || foldTypography(before).toLowerCase() === foldTypography(after).toLowerCase();

/** A text and its words, as {@link wordEdits} compares them: what lib/compare/facts has read already need not be cut again. */
export type Words = { readonly text: string; readonly lexemes: readonly Lexeme[] };
type Lexeme = Pick<SentenceFacts['lexemes'][number], 'lower' | 'kind' | 'start' | 'end'>;

function wordsOf(text: string, language: string | null): Words {
  const lexemes = tokenise(text, language).map(({ folded, kind, start, text: { length } }) => ({
    lower: folded.toLowerCase(),
    kind,
    start,
    end: start + length,
  }));
  return { text, lexemes };
}

/** {@link wordEdits} of texts that differ in more than typography. */
export function editsBetween(before: Words, after: Words): Edit[] {
  if (before.text <= after.text) return editsOneWay(before, after);
  return editsOneWay(after, before).map((edit) => ({ before: edit.after, after: edit.before }));
}

function editsOneWay(before: Words, after: Words): Edit[] {
  const [a, b] = [compared(before), compared(after)];
  const settled: TokenEdit[] = [];
  for (const edit of tokenEdits(a.keys, b.keys)) settled.push(slid(edit, a, b, settled.at(-1)));
  return settled.map((edit) => rangesOf(edit, a, b));
}

type Compared = { readonly text: string; readonly tokens: readonly Lexeme[]; readonly keys: readonly string[] };

/** The words and marks that are compared, and what they are compared by. */
function compared({ text, lexemes }: Words): Compared {
  const tokens = lexemes.filter((lexeme) => isCompared(lexeme));
  return { text, tokens, keys: tokens.map((token) => keyOf(token)) };
}

const isCompared = ({ kind, lower }: Lexeme): boolean =>
  kind !== 'space' && lower !== '' && !(kind === 'mark' && UNCOMPARED_MARK.test(lower));

/** Double and single quotation marks are the same mark in another house's style, and "U.S." and "US" the same initials. */
const keyOf = ({ lower }: Lexeme): string =>
  QUOTATION_MARK.test(lower) ? '"' : INITIALS.test(lower) ? lower.replaceAll('.', '') : lower;
const INITIALS = /^(?:\p{L}\.){2,}$/u;

const QUOTATION_MARK = /^["']+$/u;
const UNCOMPARED_MARK = /^[.,;:!?¿¡…()[\]{}·•‣*_|\-–—‐、。，．；：！？（）【】〔〕・،؛؟।]+$/u;

/** Index ranges into the two lists of tokens. */
type TokenEdit = { readonly before: Range; readonly after: Range };

/** More edits than this and the sentences are compared piecewise: the time would grow with the square. */
const MAX_EDITS = 300;

function tokenEdits(a: readonly string[], b: readonly string[]): TokenEdit[] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return editsWithin(a, b, [start, a.length - end], [start, b.length - end], true);
}

function editsWithin(a: readonly string[], b: readonly string[], inA: Range, inB: Range, divide: boolean): TokenEdit[] {
  if (inA[0] === inA[1] && inB[0] === inB[1]) return [];
  if (inA[0] === inA[1] || inB[0] === inB[1]) return [{ before: inA, after: inB }];
  const parts = diffArrays(a.slice(...inA), b.slice(...inB), { maxEditLength: MAX_EDITS });
  if (parts) return editsOf(parts, inA[0], inB[0]);
  return divide ? dividedAtRareWords(a, b, inA, inB) : [{ before: inA, after: inB }];
}

function editsOf(
  parts: readonly { readonly added: boolean; readonly removed: boolean; readonly count: number }[],
  fromA: number,
  fromB: number,
): TokenEdit[] {
  const edits: TokenEdit[] = [];
  let [atA, atB] = [fromA, fromB];
  let open: { a: number; b: number } | null = null;
  const close = (): void => {
    if (open) edits.push({ before: [open.a, atA], after: [open.b, atB] });
    open = null;
  };
  for (const part of parts) {
    if (!part.added && !part.removed) {
      close();
      atA += part.count;
      atB += part.count;
      continue;
    }
    open ??= { a: atA, b: atB };
    if (part.removed) atA += part.count;
    else atB += part.count;
  }
  close();
  return edits;
}

/** Words that stand once on each side hold the rest apart; each stretch between them is compared by itself. */
function dividedAtRareWords(a: readonly string[], b: readonly string[], inA: Range, inB: Range): TokenEdit[] {
  const placesOf = (words: readonly string[], range: Range): Map<string, number> => {
    const places = new Map<string, number>();
    for (let index = range[0]; index < range[1]; index += 1) {
      const word = words[index] ?? '';
      places.set(word, places.has(word) ? -1 : index);
    }
    return places;
  };
  const placesInB = placesOf(b, inB);
  const shared: { before: number; after: number; weight: number }[] = [];
  for (const [word, before] of placesOf(a, inA)) {
    const after = placesInB.get(word) ?? -1;
    if (before !== -1 && after !== -1) shared.push({ before, after, weight: 1 });
  }
  const edits: TokenEdit[] = [];
  let [fromA, fromB] = [inA[0], inB[0]];
  for (const index of [...heaviestChain(shared), -1]) {
    const fixed = shared[index] ?? { before: inA[1], after: inB[1] };
    edits.push(...editsWithin(a, b, [fromA, fixed.before], [fromB, fixed.after], false));
    fromA = fixed.before + 1;
    fromB = fixed.after + 1;
  }
  return edits;
}

/**
 * A run put in or taken out can often stand in several places ("[a big] a small" or "a [big a] small"): the one that
 * begins after a mark and ends before one reads best, and whole quotations stay whole.
 */
function slid(edit: TokenEdit, a: Compared, b: Compared, previous: TokenEdit | undefined): TokenEdit {
  const [emptyBefore, emptyAfter] = [isEmpty(edit.before), isEmpty(edit.after)];
  if (emptyBefore === emptyAfter) return edit;
  const { keys, tokens } = emptyBefore ? b : a;
  const [from, to] = emptyBefore ? edit.after : edit.before;
  const floor = (emptyBefore ? previous?.after[1] : previous?.before[1]) ?? -1;
  const shifts = [0];
  // Bounded: a run moves by no more than its own length, and no more than eight words.
  for (let by = 1; by <= Math.min(8, to - from) && from - by > floor && keys[from - by] === keys[to - by]; by += 1)
    shifts.push(by);
  const score = (by: number): number =>
    Number(startsAfterMark(tokens, from - by)) + Number(startsAfterMark(tokens, to - by)) + (by === 0 ? 0.5 : 0);
  const best = shifts.reduce((chosen, by) => (score(by) > score(chosen) ? by : chosen), 0);
  const move = (range: Range): Range => [range[0] - best, range[1] - best];
  return { before: move(edit.before), after: move(edit.after) };
}

export const isEmpty = (range: Range): boolean => range[0] === range[1];

/** Whether an uncompared mark stands between this token and the one before it, or there is none before it. */
function startsAfterMark(tokens: readonly Lexeme[], index: number): boolean {
  const [previous, token] = [tokens[index - 1], tokens[index]];
  if (!previous || !token) return true;
  return token.start - previous.end > 1;
}

/**
 * Token ranges as characters. A run put in takes the space on one side of it along, so that what is left on either side reads
 * as it did: "was {+not +}aware", "he said{+ today+}."
 */
function rangesOf(edit: TokenEdit, a: Compared, b: Compared): Edit {
  if (isEmpty(edit.before)) {
    const { place, run } = runPutIn(a, edit.before[0], b, edit.after);
    return { before: [place, place], after: run };
  }
  if (isEmpty(edit.after)) {
    const { place, run } = runPutIn(b, edit.after[0], a, edit.before);
    return { before: run, after: [place, place] };
  }
  return { before: span(a, edit.before), after: span(b, edit.after) };
}

const span = (side: Compared, [from, to]: Range): Range => {
  const [first, last] = [side.tokens[from], side.tokens[to - 1]];
  return first && last ? [first.start, last.end] : [side.text.length, side.text.length];
};

/** Where the run `[from, to)` of `full` belongs in `lacking`, whose next token is `index`. */
function runPutIn(lacking: Compared, index: number, full: Compared, [from, to]: Range): { place: number; run: Range } {
  const gapAround = (side: Compared, next: number): Range => {
    const [previous, following] = [side.tokens[next - 1], side.tokens[next]];
    return [previous?.end ?? 0, following?.start ?? side.text.length];
  };
  const gap = gapAround(lacking, index);
  const lead = gapAround(full, from);
  const trail = gapAround(full, to);
  const [gapText, leadText, trailText] = [
    lacking.text.slice(...gap),
    full.text.slice(...lead),
    full.text.slice(...trail),
  ];
  if (gapText === leadText) return { place: gap[1], run: [lead[1], trail[1]] };
  // Its own marks go with it: "the ferry{+, an old one,+} sank", "the ferry {+(an old one) +}sank".
  if (trailText.endsWith(gapText)) return { place: gap[0], run: [lead[0], trail[1] - gapText.length] };
  if (leadText.startsWith(gapText)) return { place: gap[1], run: [lead[0] + gapText.length, trail[1]] };
  return to === full.tokens.length
    ? { place: gap[0], run: [lead[0], trail[0]] }
    : { place: gap[1], run: [lead[1], trail[1]] };
}
