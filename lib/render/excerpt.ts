/** The altered words of a passage with a little of what stands around them. */
import type { Change, Span } from '../change.ts';

/**
 * The marked runs of a change in order, each with at most `around` characters of unchanged text on either side, cut
 * between words and marked by an ellipsis. An altered run longer than `longest` is cut at its end. A change without
 * spans is shown as its before and after.
 */
export function excerptOf(change: Change, around = 48, longest = 220): readonly Span[] {
  const spans = change.spans.length > 0 ? change.spans : wholeSides(change);
  return spans.map((span, index) => {
    if (span.kind !== 'same') return { kind: span.kind, text: cutEnd(span.text, longest) };
    return { kind: 'same', text: cutSame(span.after ?? span.text, around, index === 0, index === spans.length - 1) };
  });
}

function wholeSides(change: Change): readonly Span[] {
  const spans: Span[] = [];
  if (change.before !== null) spans.push({ kind: 'removed', text: change.before });
  if (change.after !== null) spans.push({ kind: 'added', text: change.after });
  return spans;
}

function cutSame(text: string, around: number, isFirst: boolean, isLast: boolean): string {
  if (isFirst && isLast) return cutEnd(text, around * 4);
  if (isFirst) return cutStart(text, around);
  if (isLast) return cutEnd(text, around);
  return text.length <= around * 2 + 8 ? text : `${cutEnd(text, around)}${cutStart(text, around).slice(1)}`;
}

/** Between words, and not between two digits: "1 000" is one figure. */
function cutEnd(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length);
  const words = head.replace(/(?:\s+\S*|\s+\d+(?:\s\d+)*)$/u, '').replace(/(?<=\d)\s+\d*$/u, '');
  return `${(words === head && !/\s/u.test(head) ? head : words).trimEnd()} …`;
}

function cutStart(text: string, length: number): string {
  if (text.length <= length) return text;
  const tail = text.slice(-length);
  return `… ${tail.replace(/^\S*\s+(?:\d+\s+(?=\d))*/u, '').trimStart()}`;
}
