/** A redline in plain text, wrapped: what went in `[-…-]`, what came in `{+…+}`. */
import type { Span } from '../../change.ts';
import { plainRun } from './plain-text.ts';

/** Lines of at most `width` characters where words allow, each behind `indent`. */
export function redlineLines(spans: readonly Span[], indent: string, width: number): readonly string[] {
  return wrap(spans.map(mark).join(''), width - indent.length).map((line) => `${indent}${line}`);
}

function mark(span: Span): string {
  if (span.kind === 'same') return plainRun(span.after ?? span.text);
  const run = plainRun(span.text);
  const inner = run.trim();
  if (inner === '') return '';
  const [open, close] = span.kind === 'removed' ? ['[-', '-]'] : ['{+', '+}'];
  // A word taken out and one put in stand side by side in the text; a space keeps the two marks apart, as in print.
  const before = run.startsWith(' ') ? ' ' : '';
  const after = run.endsWith(' ') || span.kind === 'removed' ? ' ' : '';
  return `${before}${open}${inner}${close}${after}`;
}

/** Breaks at spaces only; a longer word has a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/u).filter((word) => word !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}
