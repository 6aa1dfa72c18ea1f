/** The aligned text of two articles as lines for a terminal: what is unchanged folded away, word marks in what is not. */
import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { RedlineRow, Span } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { visibleRun, visibleText } from '../visible.ts';

export type TerminalOptions = {
  /** In terminal cells; wide characters count as two. */
  readonly width: number;
  /** Without colour, words are marked `[-so-] {+and so+}`; with it, struck red and underlined green. */
  readonly colour: boolean;
};

/** The redline, wrapped to the width, one blank line between blocks, a sign for each block in the margin. */
export function renderRedline(rows: readonly RedlineRow[], options: TerminalOptions): string {
  const palette = createColors(options.colour);
  const width = Math.max(options.width, MIN_WIDTH) - MARGIN;
  const blocks: string[] = [];
  let folded = 0;
  const unfold = (): void => {
    const count = folded === 1 ? '1 paragraph' : `${folded} paragraphs`;
    if (folded > 0) blocks.push(inMargin(wrapAnsi(palette.dim(`⋯ ${count} unchanged`), width), ' '));
    folded = 0;
  };
  for (const [index, row] of rows.entries()) {
    if (row.op === 'same' && !leadsToChange(rows, index)) {
      if (row.kind !== 'headline' && row.kind !== 'heading') folded += 1;
      continue;
    }
    unfold();
    const text = wrapAnsi(rowText(row, palette), width, { hard: true, trim: true });
    blocks.push(inMargin(text, signOf(row, palette)));
  }
  unfold();
  return blocks.join('\n\n');
}

/** One altered passage by itself, as in a list of changes. */
export function renderSpans(spans: readonly Span[], options: TerminalOptions): string {
  return wrapAnsi(spanText(spans, createColors(options.colour)), Math.max(options.width, MIN_WIDTH), { hard: true });
}

const MARGIN = 3;
const MIN_WIDTH = 24;
type Palette = ReturnType<typeof createColors>;

/** An unchanged heading is shown where something under it changed: it says where in the story the reader is. */
function leadsToChange(rows: readonly RedlineRow[], index: number): boolean {
  const row = rows[index];
  if (row?.kind !== 'heading') return false;
  for (const below of rows.slice(index + 1)) {
    if (below.kind === 'heading') return false;
    if (below.op !== 'same') return true;
  }
  return false;
}

function rowText(row: RedlineRow, palette: Palette): string {
  const text = spanText(row.spans, palette);
  switch (row.op) {
    case 'moved-from':
      return palette.dim(`(moved from here) ${text}`);
    case 'moved-to':
      return `${palette.magenta('(moved here)')} ${text}`;
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

function markSpan(span: Span, palette: Palette): string {
  switch (span.kind) {
    case 'same':
      return visibleText(span.after ?? span.text);
    case 'removed':
      return palette.isColorSupported
        ? palette.red(palette.strikethrough(visibleRun(span.text)))
        : `[-${visibleRun(span.text)}-]`;
    case 'added':
      return palette.isColorSupported
        ? palette.green(palette.underline(visibleRun(span.text)))
        : `{+${visibleRun(span.text)}+}`;
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
