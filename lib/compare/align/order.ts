/** Which matches keep their order: the heaviest chain of pairs that increases on both sides. What is off it has moved. */

/**
 * Indexes into `pairs` of the heaviest increasing chain, ascending. `pairs` are sorted by `before` and use each `before` and
 * `after` once. O(n log n) with a Fenwick tree of prefix maxima over `after`.
 */
export function heaviestChain(
  pairs: readonly { readonly before: number; readonly after: number; readonly weight: number }[],
): number[] {
  const afters = pairs.map((pair) => pair.after).sort((a, b) => a - b);
  const rankOf = new Map(afters.map((after, rank) => [after, rank + 1]));
  const bestAt = new Int32Array(afters.length + 1).fill(-1);
  const total = new Float64Array(pairs.length);
  const previous = new Int32Array(pairs.length).fill(-1);
  let last = -1;
  for (const [index, pair] of pairs.entries()) {
    const rank = rankOf.get(pair.after) ?? 0;
    let best = -1;
    for (let at = rank - 1; at > 0; at -= at & -at) best = heavier(best, bestAt[at] ?? -1, total);
    previous[index] = best;
    total[index] = pair.weight + (best === -1 ? 0 : (total[best] ?? 0));
    for (let at = rank; at < bestAt.length; at += at & -at) bestAt[at] = heavier(bestAt[at] ?? -1, index, total);
    last = heavier(last, index, total);
  }
  const chain: number[] = [];
  for (let at = last; at !== -1; at = previous[at] ?? -1) chain.push(at);
  return chain.reverse();
}

/** The heavier of two chain ends; the earlier where they weigh the same, so the result never depends on chance. */
function heavier(a: number, b: number, total: Float64Array): number {
  if (a === -1) return b;
  if (b === -1) return a;
  return (total[b] ?? 0) > (total[a] ?? 0) ? b : a;
}
