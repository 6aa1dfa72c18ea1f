/** Pairs alike sentences: in order between two fixed points, or anywhere through an index. */
import type { Gap, Sides } from './index.ts';
import { similarity } from './similarity.ts';

export type Matched = { readonly before: number; readonly after: number };

/** Least similarity inside a gap. NewsEdits pairs sentences from about here; below it a reader would call it another sentence. */
const LEAST_IN_GAP = 0.4;
/** A lone sentence facing a lone sentence needs less: its place speaks for it. */
const LEAST_ALONE = 0.25;
/** And a very short one ("He agreed." "He disagreed.") less again. */
const LEAST_ALONE_SHORT = 0.1;
const SHORT_WEIGHT = 3;

/** The pairing in order with the highest sum of likeness, over the whole gap. */
export function matchInOrder(sides: Sides, gap: Gap): Matched[] {
  const [rows, columns] = [gap.before.length, gap.after.length];
  const gain = gainIn(sides, gap);
  const best = new Float64Array((rows + 1) * (columns + 1));
  const at = (row: number, column: number): number => best[row * (columns + 1) + column] ?? 0;
  const gains = new Float64Array(rows * columns);
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1) {
      const own = gain(gap.before[row] ?? 0, gap.after[column] ?? 0);
      gains[row * columns + column] = own;
      best[row * (columns + 1) + column] = Math.max(
        at(row + 1, column),
        at(row, column + 1),
        own > 0 ? own + at(row + 1, column + 1) : 0,
      );
    }
  const matches: Matched[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const own = gains[row * columns + column] ?? 0;
    if (own > 0 && at(row, column) === own + at(row + 1, column + 1)) {
      matches.push({ before: gap.before[row] ?? 0, after: gap.after[column] ?? 0 });
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return matches;
}

/** Likeness less a fixed toll, so that one close pair beats two loose ones; 0 where two sentences are no pair. */
function gainIn(sides: Sides, gap: Gap): (before: number, after: number) => number {
  const alone = gap.before.length === 1 && gap.after.length === 1;
  return (before, after) => {
    if (sides.before.keys[before] === sides.after.keys[after]) return 1;
    const [a, b] = [sides.before.signature(before), sides.after.signature(after)];
    const short = Math.min(a.weight, b.weight) <= SHORT_WEIGHT;
    const least = alone ? (short ? LEAST_ALONE_SHORT : LEAST_ALONE) : LEAST_IN_GAP;
    const likeness = similarity(a, b);
    return likeness < least ? 0 : Math.max(0.01, likeness - 0.2);
  };
}

/** A pair of words found in more sentences than this tells nothing, and would make the search quadratic. */
const MAX_SENTENCES_OF_PAIR = 8;
const MAX_CANDIDATES = 4;
/** Shorter sentences ("He said.") are alike by chance. */
const LEAST_WEIGHT_TO_TRAVEL = 4;

/** The closest pairs first, wherever they stand: candidates share rare word pairs. */
export function matchByIndex(sides: Sides, gap: Gap, least: number): Matched[] {
  const holders = new Map<number, number[]>();
  for (const after of gap.after)
    for (const pair of new Set(sides.after.signature(after).pairs)) {
      const known = holders.get(pair);
      if (known) known.push(after);
      else holders.set(pair, [after]);
    }
  const found: (Matched & { likeness: number })[] = [];
  for (const before of gap.before) {
    const signature = sides.before.signature(before);
    if (signature.weight < LEAST_WEIGHT_TO_TRAVEL) continue;
    for (const after of candidatesFor(signature.pairs, holders)) {
      const likeness = similarity(signature, sides.after.signature(after));
      if (likeness >= least) found.push({ before, after, likeness });
    }
  }
  found.sort((a, b) => b.likeness - a.likeness || a.before - b.before || a.after - b.after);
  const [takenBefore, takenAfter] = [new Set<number>(), new Set<number>()];
  return found.filter(({ before, after }) => {
    if (takenBefore.has(before) || takenAfter.has(after)) return false;
    takenBefore.add(before);
    takenAfter.add(after);
    return true;
  });
}

function candidatesFor(pairs: Float64Array, holders: ReadonlyMap<number, readonly number[]>): number[] {
  const shared = new Map<number, number>();
  for (const pair of pairs) {
    const sentences = holders.get(pair) ?? [];
    if (sentences.length <= MAX_SENTENCES_OF_PAIR)
      for (const sentence of sentences) shared.set(sentence, (shared.get(sentence) ?? 0) + 1);
  }
  return [...shared]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, MAX_CANDIDATES)
    .map(([sentence]) => sentence);
}
