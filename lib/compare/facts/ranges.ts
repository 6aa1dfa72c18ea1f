/** Characters of a text, in UTF-16 units: from `start` up to, not including, `end`. */
export type Range = readonly [start: number, end: number];

/** One altered place: what stood in `before` and what stands in `after`. Either may be empty. */
export type Edit = { readonly before: Range; readonly after: Range };
export type Side = 'before' | 'after';

/** Something found in a sentence, at a place. Lists of them are in order and do not overlap. */
export type Placed = { readonly range: Range };

export const overlaps = (one: Range, other: Range): boolean => one[0] < other[1] && other[0] < one[1];

export const isWithin = (inner: Range, outer: Range): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];

export const unite = (one: Range, other: Range): Range => [Math.min(one[0], other[0]), Math.max(one[1], other[1])];

/** How many of the first of an ordered list fulfil what only its first fulfil. */
export function countFirst<Entry>(list: readonly Entry[], isFirst: (entry: Entry) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = list[middle];
    if (entry !== undefined && isFirst(entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of a list that ends after a place; undefined where none does. */
export const firstEndingAfter = <Found extends Placed>(list: readonly Found[], point: number): Found | undefined =>
  list[countFirst(list, ({ range }) => range[1] <= point)];

/** Whether any of a list overlaps a range. */
export function isCovered(range: Range, list: readonly Placed[]): boolean {
  const next = firstEndingAfter(list, range[0]);
  return next !== undefined && overlaps(range, next.range);
}

/** The edit that altered anything in a range: words in it, or, where the edit only put words in, a place inside it. */
export function editIn(range: Range, edits: readonly Edit[], side: Side): Edit | undefined {
  for (let index = countFirst(edits, (edit) => edit[side][1] <= range[0]); index < edits.length; index += 1) {
    const edit = edits[index];
    if (edit === undefined || edit[side][0] >= range[1]) return undefined;
    const [start, end] = edit[side];
    if (start < end || range[0] < start) return edit;
  }
  return undefined;
}

/**
 * Where a range of one side lies on the other: exact for what stayed, the whole of the altered place for what did not,
 * and with what was put in at its very start or end. `edits` are in order; `from` says which side the range is on.
 */
export function imageOf(range: Range, edits: readonly Edit[], from: Side): Range {
  const start = mapPoint(range[0], edits, from, 'start');
  return [start, Math.max(start, mapPoint(range[1], edits, from, 'end'))];
}

function mapPoint(point: number, edits: readonly Edit[], from: Side, end: 'start' | 'end'): number {
  const to = from === 'before' ? 'after' : 'before';
  const index = countFirst(
    edits,
    ({ [from]: edit }) => edit[0] < point || (edit[0] === point && (end === 'start' || edit[1] === point)),
  );
  const edit = edits[index - 1];
  if (!edit) return point;
  const [editStart, editEnd] = edit[from];
  const isInside = editStart === editEnd ? point === editStart : point < editEnd;
  if (isInside) return end === 'start' ? edit[to][0] : edit[to][1];
  return point + edit[to][1] - editEnd;
}
