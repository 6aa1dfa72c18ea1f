/** Characters of a text, in UTF-16 units: from `start` up to, not including, `end`. */
export type Range = readonly [start: number, end: number];

/** One altered place: what stood in `before` and what stands in `after`. Either may be empty. */
export type Edit = { readonly before: Range; readonly after: Range };

export const overlaps = (one: Range, other: Range): boolean => one[0] < other[1] && other[0] < one[1];

export const isWithin = (inner: Range, outer: Range): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];

export const unite = (one: Range, other: Range): Range => [Math.min(one[0], other[0]), Math.max(one[1], other[1])];

/** Whether an edit altered anything in a range: words in it, or, where the edit only put words in, a place inside it. */
export const isTouched = (range: Range, edits: readonly Range[]): boolean =>
  edits.some((edit) => (edit[0] === edit[1] ? range[0] < edit[0] && edit[0] < range[1] : overlaps(range, edit)));

/**
 * Where a range of one side lies on the other: exact for what stayed, the whole of the altered place for what did not,
 * and with what was put in at its very start or end. `edits` are in order; `from` says which side the range is on.
 */
export function imageOf(range: Range, edits: readonly Edit[], from: 'before' | 'after'): Range {
  const start = mapPoint(range[0], edits, from, 'start');
  return [start, Math.max(start, mapPoint(range[1], edits, from, 'end'))];
}

function mapPoint(point: number, edits: readonly Edit[], from: 'before' | 'after', side: 'start' | 'end'): number {
  const to = from === 'before' ? 'after' : 'before';
  let shift = 0;
  for (const edit of edits) {
    const [start, end] = edit[from];
    const isInsertion = start === end;
    if (point < start || (point === start && side === 'end' && !isInsertion)) break;
    if (isInsertion ? point === start : point < end) return side === 'start' ? edit[to][0] : edit[to][1];
    shift = edit[to][1] - end;
  }
  return point + shift;
}
