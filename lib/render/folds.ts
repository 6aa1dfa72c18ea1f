/** Which blocks of a redline are shown, and which runs of unchanged ones are folded away. */
import { isAtLeast, type Comparison, type RedlineRow } from '../change.ts';

export type Fold =
  | { readonly kind: 'shown'; readonly row: RedlineRow }
  /** `paragraphs` counts the blocks a reader would call one: no headlines or headings. */
  | { readonly kind: 'folded'; readonly rows: readonly RedlineRow[]; readonly paragraphs: number };

/**
 * A block is shown if something in it changed that matters, or if it is the heading such a block stands under: that
 * says where in the story the reader is. Changes the comparison knows to be only cosmetic stay in the fold.
 */
export function foldUnchanged(rows: readonly RedlineRow[], comparison: Comparison | null): readonly Fold[] {
  const folds: Fold[] = [];
  let run: RedlineRow[] = [];
  const endRun = (): void => {
    const paragraphs = run.filter((row) => !isHeading(row)).length;
    if (run.length > 0) folds.push({ kind: 'folded', rows: run, paragraphs });
    run = [];
  };
  const leads = leadingHeadings(rows, comparison);
  for (const row of rows) {
    if (isAltered(row, comparison) || leads.has(row)) {
      endRun();
      folds.push({ kind: 'shown', row });
    } else {
      run.push(row);
    }
  }
  endRun();
  return folds;
}

/** True where something in the block changed that is more than cosmetic, or nothing says how much it matters. */
export function isAltered(row: RedlineRow, comparison: Comparison | null): boolean {
  if (row.op === 'same') return false;
  const told = row.changes.flatMap((index) => comparison?.changes[index] ?? []);
  return told.length === 0 || told.some((change) => isAtLeast(change.severity, 'minor'));
}

function leadingHeadings(rows: readonly RedlineRow[], comparison: Comparison | null): ReadonlySet<RedlineRow> {
  const leads = new Set<RedlineRow>();
  let heading: RedlineRow | null = null;
  for (const row of rows) {
    if (row.kind === 'heading') heading = row;
    else if (heading !== null && isAltered(row, comparison)) leads.add(heading);
  }
  return leads;
}

const isHeading = (row: RedlineRow): boolean => row.kind === 'headline' || row.kind === 'heading';
