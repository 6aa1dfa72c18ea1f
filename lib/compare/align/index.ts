/**
 * Which sentence became which, as a person with both versions on the desk would say:
 *  1. sentences that are the same word for word, where that is unmistakable, are the fixed points;
 *  2. between two fixed points, the best pairing in order of sentences that are alike;
 *  3. what is left may have travelled: much alike, anywhere;
 *  4. one sentence against two is a split, two against one a merge;
 *  5. what is off the heaviest chain of pairs in order has moved.
 * Near linear by construction: only gaps of bounded size are searched exhaustively, larger ones through an index of rare word pairs.
 */
import { heaviestChain } from './order.ts';
import { matchByIndex, matchInOrder, type Matched } from './gaps.ts';
import { joinNeighbours } from './neighbours.ts';
import { signatures, type Signature } from './similarity.ts';

/** Sentences that belong together: one to one, or on one side several neighbours. */
export type Group = {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly exact: boolean;
  readonly moved: boolean;
};

export type Alignment = {
  /** In order of `after`. */
  readonly groups: readonly Group[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
};

/**
 * Aligns two lists of sentences, each given by its folded text. Equal texts differ in nothing that counts. Swapping the sides
 * mirrors the result: ties are broken on the same side whichever way round they come.
 */
export function align(before: readonly string[], after: readonly string[]): Alignment {
  const differing = before.findIndex((key, index) => key !== after[index]);
  const isMirrored =
    differing === -1 ? before.length > after.length : (before[differing] ?? '') > (after[differing] ?? '');
  if (!isMirrored) return alignOneWay(before, after);
  const { groups, removed, added } = alignOneWay(after, before);
  const mirrored = groups.map((group) => ({ ...group, before: group.after, after: group.before }));
  return { groups: mirrored.sort((a, b) => (a.after[0] ?? 0) - (b.after[0] ?? 0)), removed: added, added: removed };
}

function alignOneWay(before: readonly string[], after: readonly string[]): Alignment {
  const sign = signatures();
  const side = (keys: readonly string[]): Side => {
    const made: (Signature | undefined)[] = [];
    return { keys, size: keys.length, signature: (index) => (made[index] ??= sign(keys[index] ?? '')) };
  };
  const sides = { before: side(before), after: side(after) };
  const pairs = exactPairs(before, after);
  fillGaps(sides, pairs);
  return grouped(sides, joinNeighbours(sides, pairs));
}

export type Side = {
  readonly keys: readonly string[];
  readonly size: number;
  readonly signature: (index: number) => Signature;
};
export type Sides = { readonly before: Side; readonly after: Side };

/** Pairs found so far, by index on either side; -1 where there is none. */
export type Pairs = { readonly ofBefore: Int32Array; readonly ofAfter: Int32Array };

function pairUp(pairs: Pairs, matches: Iterable<Matched>): void {
  for (const { before, after } of matches) {
    pairs.ofBefore[before] = after;
    pairs.ofAfter[after] = before;
  }
}

/** The common start and end, and every text that stands equally often on each side. Others wait for their neighbours. */
function exactPairs(before: readonly string[], after: readonly string[]): Pairs {
  const pairs = { ofBefore: new Int32Array(before.length).fill(-1), ofAfter: new Int32Array(after.length).fill(-1) };
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    pairUp(pairs, [{ before: start, after: start }]);
    start += 1;
  }
  for (let end = 1; end <= shorter - start && before.at(-end) === after.at(-end); end += 1)
    pairUp(pairs, [{ before: before.length - end, after: after.length - end }]);

  const places = (keys: readonly string[], taken: Int32Array): Map<string, number[]> =>
    Map.groupBy(
      Array.from({ length: keys.length }, (_, index) => index).filter((index) => taken[index] === -1),
      (index) => keys[index] ?? '',
    );
  const afterPlaces = places(after, pairs.ofAfter);
  for (const [key, indexes] of places(before, pairs.ofBefore)) {
    const others = afterPlaces.get(key) ?? [];
    if (others.length === indexes.length)
      pairUp(
        pairs,
        indexes.map((index, at) => ({ before: index, after: others[at] ?? 0 })),
      );
  }
  return pairs;
}

/** Gaps of at most this many pairs of sentences are searched whole; some 140 by 140. */
const MAX_SEARCHED = 20_000;

function fillGaps(sides: Sides, pairs: Pairs): void {
  for (const gap of gapsOf(sides, pairs)) {
    if (gap.before.length * gap.after.length <= MAX_SEARCHED) pairUp(pairs, matchInOrder(sides, gap));
    else pairUp(pairs, matchByIndex(sides, gap, 0.5));
  }
  // The pairs an index found are fixed points in turn; what lies between them is small enough to search now.
  for (const gap of gapsOf(sides, pairs))
    if (gap.before.length * gap.after.length <= MAX_SEARCHED) pairUp(pairs, matchInOrder(sides, gap));
  pairUp(pairs, matchByIndex(sides, { before: unpaired(pairs.ofBefore), after: unpaired(pairs.ofAfter) }, 0.65));
}

export type Gap = { readonly before: readonly number[]; readonly after: readonly number[] };

/** The unpaired sentences between neighbouring fixed points (the chain of pairs in order). */
function gapsOf(sides: Sides, pairs: Pairs): Gap[] {
  const gaps: Gap[] = [];
  let previous = { before: -1, after: -1 };
  for (const anchor of [...chainOf(sides, pairs), { before: sides.before.size, after: sides.after.size }]) {
    const before = unpaired(pairs.ofBefore, previous.before + 1, anchor.before);
    const after = unpaired(pairs.ofAfter, previous.after + 1, anchor.after);
    if (before.length > 0 && after.length > 0) gaps.push({ before, after });
    previous = anchor;
  }
  return gaps;
}

function chainOf(sides: Sides, pairs: Pairs): Matched[] {
  const found: (Matched & { weight: number })[] = [];
  for (const [before, after] of pairs.ofBefore.entries())
    if (after !== -1) found.push({ before, after, weight: 1 + (sides.before.keys[before]?.length ?? 0) });
  return heaviestChain(found).flatMap((index) => found[index] ?? []);
}

function unpaired(side: Int32Array, from = 0, to = side.length): number[] {
  const indexes: number[] = [];
  for (let index = from; index < to; index += 1) if (side[index] === -1) indexes.push(index);
  return indexes;
}

function grouped(sides: Sides, joined: readonly Gap[]): Alignment {
  const used = { before: new Set(joined.flatMap((g) => g.before)), after: new Set(joined.flatMap((g) => g.after)) };
  const inOrder = [...joined].sort((a, b) => (a.before[0] ?? 0) - (b.before[0] ?? 0));
  const chain = new Set(
    heaviestChain(
      inOrder.map((group) => ({
        before: group.before[0] ?? 0,
        after: group.after[0] ?? 0,
        weight: group.before.reduce((sum, index) => sum + 1 + (sides.before.keys[index]?.length ?? 0), 0),
      })),
    ),
  );
  const groups = inOrder
    .map((group, index) => ({
      ...group,
      exact:
        group.before.length === 1 &&
        group.after.length === 1 &&
        sides.before.keys[group.before[0] ?? -1] === sides.after.keys[group.after[0] ?? -1],
      moved: !chain.has(index),
    }))
    .sort((a, b) => (a.after[0] ?? 0) - (b.after[0] ?? 0));
  const rest = (size: number, taken: ReadonlySet<number>): number[] =>
    Array.from({ length: size }, (_, index) => index).filter((index) => !taken.has(index));
  return { groups, removed: rest(sides.before.size, used.before), added: rest(sides.after.size, used.after) };
}
