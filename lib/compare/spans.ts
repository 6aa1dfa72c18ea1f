/** Redlines: the runs of one passage, told from the point of view of one of its changes. */
import type { Span } from '../change.ts';
import type { Edit, Range } from './words.ts';

/** A stretch of an edit that one change owns. */
export type Piece = { readonly from: number; readonly to: number; readonly owner: number };

export type OwnedEdit = Edit & {
  readonly pieces: { readonly before: readonly Piece[]; readonly after: readonly Piece[] };
};

/**
 * Spans that give `before` and `after` back to the byte. Runs owned by another change carry `own: false`. Small islands
 * between two edits of the same owner are swallowed, so that a redline reads in phrases.
 */
export function ownedSpans(before: string, after: string, owned: readonly OwnedEdit[], owner: number): Span[] {
  const spans: Span[] = [];
  let [atBefore, atAfter] = [0, 0];
  for (const edit of withoutIslands(before, owned)) {
    pushSame(spans, before.slice(atBefore, edit.before[0]), after.slice(atAfter, edit.after[0]));
    pushRuns(spans, 'removed', before, edit.pieces.before, owner);
    pushRuns(spans, 'added', after, edit.pieces.after, owner);
    [atBefore, atAfter] = [edit.before[1], edit.after[1]];
  }
  pushSame(spans, before.slice(atBefore), after.slice(atAfter));
  return spans;
}

function pushSame(spans: Span[], text: string, after: string): void {
  if (text === '' && after === '') return;
  spans.push(text === after ? { kind: 'same', text } : { kind: 'same', text, after });
}

function pushRuns(
  spans: Span[],
  kind: 'removed' | 'added',
  text: string,
  pieces: readonly Piece[],
  owner: number,
): void {
  let run = '';
  let own = true;
  const close = (): void => {
    if (run !== '') spans.push(own ? { kind, text: run } : { kind, text: run, own: false });
    run = '';
  };
  for (const piece of pieces) {
    const isOwn = piece.owner === owner;
    if (isOwn !== own) close();
    own = isOwn;
    run += text.slice(piece.from, piece.to);
  }
  close();
}

/** At most this many letters and digits between two edits are no rest for the eye. Measured in docs/measurements.md. */
const ISLAND = 3;

function withoutIslands(before: string, owned: readonly OwnedEdit[]): OwnedEdit[] {
  const merged: OwnedEdit[] = [];
  for (const edit of owned) {
    const previous = merged.at(-1);
    const owner = previous && soleOwner(previous);
    if (
      previous &&
      owner !== undefined &&
      owner === soleOwner(edit) &&
      isIsland(before.slice(previous.before[1], edit.before[0]))
    ) {
      const range = (side: 'before' | 'after'): Range => [previous[side][0], edit[side][1]];
      const piece = ([from, to]: Range): Piece[] => (from === to ? [] : [{ from, to, owner }]);
      merged[merged.length - 1] = {
        before: range('before'),
        after: range('after'),
        pieces: { before: piece(range('before')), after: piece(range('after')) },
      };
    } else merged.push(edit);
  }
  return merged;
}

const isIsland = (run: string): boolean => (run.match(/[\p{L}\p{N}]/gu)?.length ?? 0) <= ISLAND;

function soleOwner(edit: OwnedEdit): number | undefined {
  const [first, ...rest] = [...edit.pieces.before, ...edit.pieces.after];
  return first && rest.every((piece) => piece.owner === first.owner) ? first.owner : undefined;
}
