/** The aligned text of two articles as lines for a terminal: what is unchanged folded away, word marks in what is not. */
import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Comparison, RedlineRow, Span } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { foldUnchanged } from '../folds.ts';
import { visibleRun, visibleText } from '../visible.ts';

export type TerminalOptions = {
  /** In terminal cells; wide characters count as two. */
  readonly width: number;
  /** Without colour, words are marked `[-so-] {+and so+}`; with it, struck red and underlined green. */
  readonly colour: boolean;
};

/**
 * The redline, wrapped to the width, one blank line between blocks, a sign for each block in the margin. The
 * comparison, where it is at hand, says which alterations are only cosmetic and stay folded.
 */
export function renderRedline(
  rows: readonly RedlineRow[],
  options: TerminalOptions,
  comparison: Comparison | null = null,
): string {
  const palette = createColors(options.colour);
  const width = Math.max(options.width, MIN_WIDTH) - MARGIN;
  const blocks = foldUnchanged(rows, comparison).flatMap((fold) => {
    if (fold.kind === 'folded') {
      if (fold.paragraphs === 0) return [];
      const count = fold.paragraphs === 1 ? '1 paragraph' : `${fold.paragraphs} paragraphs`;
      return inMargin(wrapAnsi(palette.dim(`⋯ ${count} unchanged`), width), ' ');
    }
    const text = wrapAnsi(rowText(fold.row, palette), width, { hard: true, trim: true });
    return inMargin(text, signOf(fold.row, palette));
  });
  return blocks.join('\n\n');
}

/** One altered passage by itself, as in a list of changes. */
export function renderSpans(spans: readonly Span[], options: TerminalOptions): string {
  return wrapAnsi(spanText(spans, createColors(options.colour)), Math.max(options.width, MIN_WIDTH), { hard: true });
}

const MARGIN = 3;
const MIN_WIDTH = 24;
type Palette = ReturnType<typeof createColors>;

function rowText(row: RedlineRow, palette: Palette): string {
  const text = spanText(row.spans, palette);
  const plain = row.spans.map((span) => visibleText(span.text)).join('');
  switch (row.op) {
    case 'moved-from':
      return palette.dim(`(moved from here) ${plain}`);
    case 'moved-to':
      return `${palette.magenta('(moved here)')} ${plain}`;
    case 'same':
    case 'edited':
    case 'added':
    case 'removed':
      return row.kind === 'headline' || row.kind === 'heading' ? palette.bold(text) : text;
    default:
      return unreachable(row.op);
  }
}

function spanText(spans: readonly Span[], palette: Palette): string {
  let text = '';
  for (const [index, span] of spans.entries()) {
    if (span.kind === 'added' && spans[index - 1]?.kind === 'removed') text += ' ';
    text += markSpan(span, palette);
  }
  return text;
}

/** In a whole text, `own: false` is a sentence that only moved: it is shown in a mark of its own. */
function markSpan(span: Span, palette: Palette): string {
  if (span.kind === 'same') return visibleText(span.after ?? span.text);
  const text = visibleRun(span.text);
  const moved = span.own === false;
  switch (span.kind) {
    case 'removed':
      if (!palette.isColorSupported) return moved ? `[↑${text}↑]` : `[-${text}-]`;
      return moved ? palette.dim(text) : palette.red(palette.strikethrough(text));
    case 'added':
      if (!palette.isColorSupported) return moved ? `{↓${text}↓}` : `{+${text}+}`;
      return moved ? palette.magenta(text) : palette.green(palette.underline(text));
    default:
      return unreachable(span);
  }
}

function signOf(row: RedlineRow, palette: Palette): string {
  switch (row.op) {
    case 'same':
      return ' ';
    case 'edited':
      return palette.yellow('~');
    case 'added':
      return palette.green('+');
    case 'removed':
      return palette.red('-');
    case 'moved-from':
      return palette.dim('↑');
    case 'moved-to':
      return palette.magenta('↓');
    default:
      return unreachable(row.op);
  }
}

const inMargin = (text: string, sign: string): string =>
  text
    .split('\n')
    .map((line, index) => `${index === 0 ? sign : ' '}${' '.repeat(MARGIN - 1)}${line}`)
    .join('\n');
