import { editIn, imageOf, overlaps, type Edit, type Placed } from './ranges.ts';

export type Pairs<Found> = {
  readonly both: readonly (readonly [before: Found, after: Found])[];
  /** Without a partner, and altered: gone, or new. */
  readonly removed: readonly Found[];
  readonly added: readonly Found[];
};

/**
 * Finds for each thing on the one side the thing in its place on the other: the one it lies on where the text stayed,
 * and in an altered place the likest, in order. `likeness` is higher the liker; what has none is paired all the same,
 * unless it is -1.
 */
export function pairInPlace<Found extends Placed>(
  before: readonly Found[],
  after: readonly Found[],
  edits: readonly Edit[],
  likeness: (one: Found, other: Found) => number,
): Pairs<Found> {
  const candidates = candidatesOf(before, after, edits, likeness);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { one, other } of candidates.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other)) {
    if (partner.has(one) || taken.has(other)) continue;
    partner.set(one, other);
    taken.add(other);
  }
  const both = before.flatMap((found, index): (readonly [Found, Found])[] => {
    const match = after[partner.get(index) ?? -1];
    return match ? [[found, match]] : [];
  });
  return {
    both,
    removed: before.filter((found, index) => !partner.has(index) && editIn(found.range, edits, 'before') !== undefined),
    added: after.filter((found, index) => !taken.has(index) && editIn(found.range, edits, 'after') !== undefined),
  };
}

/** What no edit touched on either side is the same thing, whatever came to stand beside it. */
const STAYED = 100;

type Candidate = { readonly one: number; readonly other: number; readonly score: number };

function candidatesOf<Found extends Placed>(
  before: readonly Found[],
  after: readonly Found[],
  edits: readonly Edit[],
  likeness: (one: Found, other: Found) => number,
): Candidate[] {
  const candidates: Candidate[] = [];
  let from = 0;
  before.forEach((found, one) => {
    const image = imageOf(found.range, edits, 'before');
    const isWhole = editIn(found.range, edits, 'before') === undefined;
    // Both lists are in order, so what ends before this image ends before all that follow.
    while (from < after.length && (after[from]?.range[1] ?? 0) <= image[0] && image[0] > 0) from += 1;
    for (let other = from; other < after.length; other += 1) {
      const match = after[other];
      if (!match || match.range[0] > image[1]) break;
      // Asked of both, so that swapping the sides pairs the same: what was put in right before a word lies on nothing by itself.
      const isInPlace = overlaps(image, match.range) && overlaps(imageOf(match.range, edits, 'after'), found.range);
      const score = isInPlace ? likeness(found, match) : -1;
      const stayed = isWhole && editIn(match.range, edits, 'after') === undefined ? STAYED : 0;
      if (score >= 0) candidates.push({ one, other, score: score + stayed });
    }
  });
  return candidates;
}
