/** A comparison and a redline as plain text, whole: what a golden revision holds. */
import type { Change, Comparison, Fact, Figure, RedlineRow, Span } from '../../lib/change.ts';

/** Severity and how it was announced, the summary, then each change with its words, its facts and its place. */
export function telling(comparison: Comparison): string {
  const { severity, announced, unannounced, summary, changes, changedShare, wordsAdded, wordsRemoved } = comparison;
  const share = `${(100 * changedShare).toFixed(1)} % of the words, +${wordsAdded} -${wordsRemoved}`;
  const how = unannounced ? `unannounced (${announced})` : `announced: ${announced}`;
  return [`${severity} · ${how} · ${share}`, ...(summary === '' ? [] : [summary]), ...changes.map(changeAsTold)].join(
    '\n',
  );
}

function changeAsTold(change: Change, index: number): string {
  const { kind, part, severity, rule, also, facts, which, passage } = change;
  const kinds = [kind, ...also].join(' + ');
  const head = [severity, kinds, part, rule, ...placeOf(change), `passage ${passage}`].join(' · ');
  return [
    `\n${index + 1}. ${head}${which === undefined ? '' : ` · ${which.join(', ')}`}`,
    ...indented(change.spans.map(runAsTold).join('')),
    ...facts.map((fact) => `    ${factAsTold(fact)}`),
  ].join('\n');
}

function placeOf({ block: { before, after, under } }: Change): string[] {
  if (before === null && after === null) return [];
  const place = before === after ? `block ${before}` : `block ${before ?? '-'} → ${after ?? '-'}`;
  return [under === null ? place : `${place}, under “${under}”`];
}

/** Runs that another change of the passage tells stand in round brackets; typography shows where both sides write it otherwise. */
function runAsTold(span: Span): string {
  const text = shortened(span.text, 240);
  if (span.kind === 'same') return span.after === undefined ? text : `‹${text}›${shortened(span.after, 240)}‹›`;
  const [open, close] = span.own === false ? ['(', ')'] : span.kind === 'removed' ? ['[', ']'] : ['{', '}'];
  const sign = span.kind === 'removed' ? '-' : '+';
  return `${open}${sign}${text}${sign}${close}`;
}

function factAsTold(fact: Fact): string {
  if (fact.kind === 'figure') return `figure: ${figureAsTold(fact.before)} → ${figureAsTold(fact.after)}`;
  const side = (words: string | null): string => (words === null ? 'none' : `“${shortened(words, 120)}”`);
  const speaker = fact.speaker ? ` (${fact.speaker})` : '';
  return `${fact.kind}: ${side(fact.before)} → ${side(fact.after)}${speaker}`;
}

function figureAsTold(figure: Figure | null): string {
  if (figure === null) return 'none';
  const { text, type, value, unit, noun, qualifier } = figure;
  return [
    `“${text}”`,
    type,
    ...(value === null ? [] : [`= ${value}`]),
    ...(unit === null ? [] : [unit]),
    ...(noun === null ? [] : [`of ${noun}`]),
    ...(qualifier === null ? [] : [`(${qualifier})`]),
  ].join(' ');
}

/** Every row, the unchanged ones by their first words, with the numbers of the changes told in it. */
export const drawing = (rows: readonly RedlineRow[]): string =>
  rows
    .map(({ op, kind, level, before, after, spans, changes }) => {
      const what = [op, kind, ...(level === undefined ? [] : [level])].join(' ');
      const place = before === null && after === null ? '' : ` ${before ?? '-'}→${after ?? '-'}`;
      const told = changes.length === 0 ? '' : ` (${changes.map((index) => index + 1).join(', ')})`;
      return [`${what}${place}${told}`, ...indented(spans.map(runAsDrawn).join(''))].join('\n');
    })
    .join('\n');

const runAsDrawn = (span: Span): string =>
  runAsTold(span.kind === 'same' && span.after === undefined ? { ...span, text: shortened(span.text, 60) } : span);

const indented = (text: string): string[] => text.split('\n').map((line) => `    ${line}`);

/** The beginning and the end of a long text. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2) - 4;
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}
