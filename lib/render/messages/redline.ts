/** A redline in plain text, wrapped: what went in `[-…-]`, what came in `{+…+}`. */
import wrapAnsi from 'wrap-ansi';
import type { Span } from '../../change.ts';
import { plainRun } from '../../plain-text.ts';

export const INDENT = '   ';
const WIDTH = 78;

/** The passage with its marks, in lines set in by `INDENT`. */
export function redlineLines(spans: readonly Span[]): readonly string[] {
  const shown = isMostlyChanged(spans) ? sideBySide(spans) : adjoined(spans);
  return indented(shown.map((span, index) => mark(span, shown[index + 1])).join(''));
}

/** Wrapped at spaces (a word longer than a line inside), set in; a line break in the text is one. */
export const indented = (text: string, indent = INDENT): readonly string[] =>
  wrapAnsi(text, WIDTH - indent.length, { hard: true })
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `${indent}${line.trimEnd()}`);

/** Runs of one kind that stand next to each other, since they belong to several changes, are one. */
function adjoined(spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last === undefined || last.kind !== span.kind || span.kind === 'same') runs.push(span);
    else runs[runs.length - 1] = { kind: span.kind, text: last.text + span.text };
  }
  return runs;
}

function mark(span: Span, next: Span | undefined): string {
  // Only our own line breaks divide lines: a post and its heading, text as it was typed.
  const text = (span.kind === 'same' ? (span.after ?? span.text) : span.text).split('\n').map(plainRun).join('\n');
  if (span.kind === 'same') return text;
  const inner = text.trim();
  if (inner === '') return text === '' ? '' : ' ';
  const [open, close] = span.kind === 'removed' ? ['[-', '-]'] : ['{+', '+}'];
  const lead = text.startsWith(' ') ? ' ' : '';
  // What went and what came in its place stand next to each other in the text; a space keeps the marks apart.
  const trail = text.endsWith(' ') || (next !== undefined && next.kind !== 'same') ? ' ' : '';
  return `${lead}${open}${inner}${close}${trail}`;
}

/** Where little of a passage stays, its marks cannot be read: it is shown whole, before and after. */
function isMostlyChanged(spans: readonly Span[]): boolean {
  const length = (kind: Span['kind']) =>
    spans.reduce((sum, span) => sum + (span.kind === kind ? span.text.length : 0), 0);
  const [same, removed, added] = [length('same'), length('removed'), length('added')];
  const runs = spans.filter((span) => span.kind !== 'same').length;
  return runs > 3 && removed > 0 && added > 0 && same < Math.max(removed, added);
}

function sideBySide(spans: readonly Span[]): readonly Span[] {
  const text = (without: Span['kind'], side: 'before' | 'after') =>
    spans
      .filter((span) => span.kind !== without)
      .map((span) => (span.kind === 'same' && side === 'after' ? (span.after ?? span.text) : span.text))
      .join('');
  return [
    { kind: 'removed', text: text('added', 'before') },
    { kind: 'same', text: '\n' },
    { kind: 'added', text: text('removed', 'after') },
  ];
}
