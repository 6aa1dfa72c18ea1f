/** A comparison as Markdown (CommonMark with ~~struck~~ words), for issues, notes and mail. */
import type { Comparison, RedlineRow, Span } from '../../change.ts';
import { sayInterval } from '../interval.ts';
import { chips, tellings } from '../telling.ts';
import { visibleRun, visibleText } from '../visible.ts';
import type { ComparisonHead } from './comparison.ts';

/** Unchanged blocks are left out; article text cannot become markup. Ends with a line break. */
export function renderComparisonMarkdown(
  head: ComparisonHead,
  comparison: Comparison,
  rows: readonly RedlineRow[],
): string {
  const verdict = [
    `**${comparison.severity}**`,
    ...(comparison.unannounced ? ['no correction notice seen'] : []),
    ...chips(comparison).map((chip) => chip.label),
  ].join(' · ');
  const facts = tellings(comparison)
    .filter((telling) => telling.before !== null || telling.after !== null)
    .map((telling) => {
      const sides = [telling.before ?? 'nothing', telling.after ?? 'nothing'].map(asText);
      return `- ${asText(telling.about)}: ${sides.join(' → ')}`;
    });
  const redline = rows.filter((row) => row.op !== 'same').map((row) => `> ${prefixOf(row)}${spans(row.spans)}`);
  const paragraphs = [
    `## ${asText(head.headline)}`,
    ...(head.publicationName === null ? [] : [asText(head.publicationName)]),
    ...(head.changedBy === null ? [] : [sayInterval(head.unchangedAt, head.changedBy)]),
    ...(comparison.changes.length === 0 ? ['Nothing changed.'] : [verdict]),
    ...(facts.length > 0 ? [facts.join('\n')] : []),
    ...redline,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function prefixOf(row: RedlineRow): string {
  if (row.op === 'moved-from') return '(moved from here) ';
  return row.op === 'moved-to' ? '(moved here) ' : '';
}

/** Marks hug words: CommonMark does not open emphasis before a space. */
function spans(runs: readonly Span[]): string {
  return runs
    .map((span) => {
      if (span.kind === 'same') return asText(span.after ?? span.text);
      const mark = span.kind === 'removed' ? '~~' : '**';
      const [, lead = '', words = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(visibleRun(span.text)) ?? [];
      return words === '' ? lead : `${lead}${mark}${asText(words)}${mark}${tail}`;
    })
    .join('');
}

/** Every ASCII mark may be escaped by a backslash in CommonMark, so every one that can begin something is. */
const asText = (text: string): string =>
  visibleText(text)
    .replaceAll('\n', ' ')
    .replaceAll(/[\\`*_{}[\]()<>#+!|~&-]/gu, String.raw`\$&`);
