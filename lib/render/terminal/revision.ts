/** Any revision for a terminal: a change of text as a redline, the others in a line. */
import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import { AVAILABILITY_WORDS } from '../describe.ts';
import { sayInterval } from '../interval.ts';
import type { RevisionView } from '../pages/index.ts';
import { visibleText } from '../visible.ts';
import { badge, renderComparison } from './comparison.ts';
import type { TerminalOptions } from './redline.ts';

/** Ends without a line break. */
export function renderRevision(view: RevisionView, options: TerminalOptions): string {
  if (view.kind === 'compared') return renderComparison(view, view.comparison, view.rows, options);
  const palette = createColors(options.colour);
  const provenance = [view.publicationName ?? '', `revision ${view.number}`].filter((part) => part !== '').join(' · ');
  const what =
    view.kind === 'availability'
      ? `${badge(view.severity, palette)} ${AVAILABILITY_WORDS[view.after]}: ${visibleText(view.detail)}`
      : 'First seen';
  return [
    palette.dim(visibleText(provenance)),
    palette.bold(visibleText(view.headline)),
    ...(view.changedBy === null ? [] : [palette.dim(sayInterval(view.unchangedAt, view.changedBy))]),
    what,
  ]
    .map((line) => wrapAnsi(line, options.width, { hard: true }))
    .join('\n');
}
