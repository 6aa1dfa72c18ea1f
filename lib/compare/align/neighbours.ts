/** Splits and merges: an unpaired sentence whose words are in its neighbour's partner belongs to that pair. */
import type { Gap, Pairs, Side, Sides } from './index.ts';
import { coverage, type Signature } from './similarity.ts';

/** Share of a left-over sentence's words that the neighbour's partner must hold beyond what the neighbour explains. */
const LEAST_COVERED = 0.55;
/** A sentence of fewer words of weight is held by anything. */
const LEAST_WEIGHT = 1.5;

/** Every pair as a group, with the neighbours that were split off it or merged into it. */
export function joinNeighbours(sides: Sides, pairs: Pairs): Gap[] {
  const groups: Gap[] = [];
  const taken = { before: new Set<number>(), after: new Set<number>() };
  for (const [before, after] of pairs.ofBefore.entries()) {
    if (after === -1) continue;
    const exact = sides.before.keys[before] === sides.after.keys[after];
    groups.push(
      exact
        ? { before: [before], after: [after] }
        : {
            before: withNeighbours(before, sides.before, pairs.ofBefore, sides.after.signature(after), taken.before),
            after: withNeighbours(after, sides.after, pairs.ofAfter, sides.before.signature(before), taken.after),
          },
    );
  }
  return groups.map((group) => oneSided(group, pairs));
}

/** `index` and the unpaired sentence right before or after it, where `partner` holds its words beside those of `index`. */
function withNeighbours(
  index: number,
  side: Side,
  paired: Int32Array,
  partner: Signature,
  taken: Set<number>,
): number[] {
  const own = side.signature(index);
  const belongs = (neighbour: number): boolean => {
    if (neighbour < 0 || neighbour >= side.size || paired[neighbour] !== -1 || taken.has(neighbour)) return false;
    const signature = side.signature(neighbour);
    return signature.weight >= LEAST_WEIGHT && coverage(signature, without(partner, own)) >= LEAST_COVERED;
  };
  const joined = [index];
  for (const [neighbour, add] of [
    [index + 1, (n: number) => joined.push(n)],
    [index - 1, (n: number) => joined.unshift(n)],
  ] as const) {
    if (!belongs(neighbour)) continue;
    taken.add(neighbour);
    add(neighbour);
  }
  return joined;
}

/** The words of `whole` that `part` does not explain. */
function without(whole: Signature, part: Signature): Signature {
  const words: number[] = [];
  for (let i = 0, j = 0; i < whole.words.length; i += 1) {
    const word = whole.words[i] ?? 0;
    while (j < part.words.length && (part.words[j] ?? 0) < word) j += 1;
    if (j < part.words.length && part.words[j] === word) j += 1;
    else words.push(word);
  }
  return { ...whole, words: Int32Array.from(words) };
}

/** Several on both sides at once is no split: the pair keeps its own, the neighbours stay alone. */
function oneSided(group: Gap, pairs: Pairs): Gap {
  if (group.before.length === 1 || group.after.length === 1) return group;
  const before = group.before.find((index) => pairs.ofBefore[index] !== -1);
  return before === undefined ? group : { before: [before], after: group.after };
}
