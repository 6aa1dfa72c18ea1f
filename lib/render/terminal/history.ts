/** The revisions of one article as a column of lines: when, how grave, what. */
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { headlineOf, severityOf, type Revision } from '../../revision.ts';
import { sayDay } from '../../instant.ts';
import { sayTime } from '../interval.ts';
import { describeRevision } from '../describe.ts';
import { lacksNotice } from '../lacks-notice.ts';
import { visibleText } from '../visible.ts';
import { badge } from './comparison.ts';
import type { TerminalOptions } from './redline.ts';

/** One revision a line, wrapped under its own summary; oldest first, as given. */
export function renderHistory(revisions: readonly Revision[], options: TerminalOptions): string {
  const palette = createColors(options.colour);
  const last = revisions.at(-1);
  if (last === undefined) return 'No revisions.';
  const title = `${palette.dim(visibleText(last.publicationName))}\n${palette.bold(visibleText(headlineOf(last)))}`;
  const digits = String(last.number).length;
  const indent = digits + WHEN_CELLS + BADGE_CELLS + 3 * GAP.length + (options.colour ? 2 : 0);
  const lines = revisions.map((revision) => {
    const when = `${sayDay(revision.fetchedAt)} ${sayTime(revision.fetchedAt)}`.padStart(WHEN_CELLS);
    const severity = severityOf(revision);
    const mark = severity === 'none' ? '' : badge(severity, palette);
    const lead = `${String(revision.number).padStart(digits)}${GAP}${palette.dim(when)}${GAP}${mark}`;
    const pad = ' '.repeat(Math.max(1, indent - stringWidth(lead)));
    const isUnannounced = revision.kind === 'text' && revision.comparison !== null && lacksNotice(revision.comparison);
    const said = `${visibleText(describeRevision(revision))}${isUnannounced ? palette.yellow(' · no correction notice seen') : ''}`;
    const text = wrapAnsi(said, Math.max(20, options.width - indent), { hard: true });
    return `${lead}${pad}${text.replaceAll('\n', `\n${' '.repeat(indent)}`)}`;
  });
  return [wrapAnsi(title, options.width, { hard: true }), '', ...lines].join('\n');
}

/** `26 Nov 2025 18:35`, and `COSMETIC`. In colour a badge is a cell wider on each side. */
const WHEN_CELLS = 17;
const BADGE_CELLS = 8;
const GAP = '  ';
