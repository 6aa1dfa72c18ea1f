/** A comparison for a terminal: its severity and chips, its facts as a small table, and the redline under them. */
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Comparison, RedlineRow, Severity } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { sayInterval } from '../interval.ts';
import { lacksNotice } from '../lacks-notice.ts';
import { chips, tellings, type Telling } from '../telling.ts';
import { visibleText } from '../visible.ts';
import { renderRedline, type TerminalOptions } from './redline.ts';

/** What stands over a comparison: as much as is known, down to nothing for two files. */
export type ComparisonHead = {
  readonly publicationName: string | null;
  readonly headline: string;
  /** Number of the revision; null for a comparison that is none. */
  readonly number: number | null;
  /** ISO 8601 UTC. */
  readonly unchangedAt: string | null;
  readonly changedBy: string | null;
};

/** The whole telling, top to bottom. Ends without a line break. */
export function renderComparison(
  head: ComparisonHead,
  comparison: Comparison,
  rows: readonly RedlineRow[],
  options: TerminalOptions,
): string {
  const palette = createColors(options.colour);
  const wrap = (text: string): string => wrapAnsi(text, options.width, { hard: true });
  const provenance = [head.publicationName, head.number === null ? null : `revision ${head.number}`].filter(isSaid);
  const top = [
    ...(provenance.length > 0 ? [palette.dim(visibleText(provenance.join(' · ')))] : []),
    palette.bold(visibleText(head.headline)),
    ...(head.changedBy === null ? [] : [palette.dim(sayInterval(head.unchangedAt, head.changedBy))]),
  ].map(wrap);
  if (comparison.changes.length === 0) return [...top, '', 'Nothing changed.'].join('\n');

  const verdict = [
    badge(comparison.severity, palette),
    ...(lacksNotice(comparison) ? [palette.yellow('no correction notice seen')] : []),
    ...chips(comparison).map((chip) => (chip.severity === 'cosmetic' ? palette.dim(chip.label) : chip.label)),
  ].join(palette.dim(' · '));
  const facts = renderTellings(tellings(comparison), options);
  const redline = renderRedline(rows, options, comparison);
  return [...top, wrap(verdict), ...(facts === '' ? [] : ['', facts]), ...(redline === '' ? [] : ['', redline])].join(
    '\n',
  );
}

/** `MAJOR`, on its colour where there is one, with room on both sides that no wrapping takes away. */
export function badge(severity: Severity, palette: ReturnType<typeof createColors>): string {
  const word = severity.toUpperCase();
  if (!palette.isColorSupported) return word;
  switch (severity) {
    case 'major':
      return palette.bgRed(palette.white(palette.bold(`\u00A0${word}\u00A0`)));
    case 'notable':
      return palette.bgYellow(palette.black(palette.bold(`\u00A0${word}\u00A0`)));
    case 'minor':
      return palette.inverse(`\u00A0${word}\u00A0`);
    case 'cosmetic':
    case 'none':
      return palette.dim(word);
    default:
      return unreachable(severity);
  }
}

/** The facts as rows `about  before → after`; what was only moved, or is too long for a row, is left to the redline. */
function renderTellings(told: readonly Telling[], options: TerminalOptions): string {
  const palette = createColors(options.colour);
  const shown = told.filter((telling) => telling.before !== telling.after && pairLength(telling) <= MAX_PAIR_LENGTH);
  const listed = shown.slice(0, MAX_ROWS);
  const widest = Math.max(0, ...listed.map((telling) => stringWidth(visibleText(telling.about))));
  const column = Math.min(MAX_ABOUT_CELLS, Math.floor(options.width / 3), widest);
  const indent = ' '.repeat(column + 2 * GAP.length);
  const lines = listed.map((telling) => {
    const about = visibleText(telling.about);
    const words = wrapAnsi(pair(telling, palette), Math.max(8, options.width - indent.length), { hard: true });
    const beside = stringWidth(about) <= column;
    const label = beside ? about : wrapAnsi(about, options.width - GAP.length, { hard: true });
    const gap = beside ? ' '.repeat(column - stringWidth(about) + GAP.length) : `\n${indent}`;
    return `${GAP}${palette.cyan(label.replaceAll('\n', `\n${GAP}`))}${gap}${words.replaceAll('\n', `\n${indent}`)}`;
  });
  const left = shown.length - lines.length;
  return [...lines, ...(left > 0 ? [palette.dim(`${GAP}and ${left} more`)] : [])].join('\n');
}

const GAP = '  ';
const MAX_PAIR_LENGTH = 120;
const MAX_ABOUT_CELLS = 24;
const MAX_ROWS = 12;

const pairLength = (telling: Telling): number => (telling.before?.length ?? 0) + (telling.after?.length ?? 0);

function pair(telling: Telling, palette: ReturnType<typeof createColors>): string {
  const before = telling.before === null ? null : palette.red(visibleText(telling.before));
  const after = telling.after === null ? null : palette.green(visibleText(telling.after));
  if (before === null) return after === null ? '' : `${palette.dim('new')} ${after}`;
  return after === null ? `${palette.dim('gone')} ${before}` : `${before} ${palette.dim('→')} ${after}`;
}

const isSaid = (word: string | null): word is string => word !== null;
