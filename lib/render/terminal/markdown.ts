/** A comparison as Markdown (CommonMark with ~~struck~~ words), for issues, notes and mail. */
import type { Comparison, RedlineRow, Span } from '../../change.ts';
import { headlineOf, severityOf, type Revision } from '../../revision.ts';
import { AVAILABILITY_WORDS, describeRevision } from '../describe.ts';
import { sayInstant, sayInterval } from '../interval.ts';
import { lacksNotice } from '../lacks-notice.ts';
import type { RevisionView } from '../pages/index.ts';
import { chips, tellings } from '../telling.ts';
import { visibleRun, visibleText } from '../visible.ts';
import type { ComparisonHead } from './comparison.ts';

/** Any revision: a change of text as below, the others in a line. */
export function renderRevisionMarkdown(view: RevisionView): string {
  if (view.kind === 'compared') return renderComparisonMarkdown(view, view.comparison, view.rows);
  const what =
    view.kind === 'availability'
      ? `**${view.severity}** · ${asText(`${AVAILABILITY_WORDS[view.after]}: ${view.detail}`)}`
      : 'First seen.';
  return `${[...titleOf(view), what].join('\n\n')}\n`;
}

/** The revisions of one article as a table, oldest first, as given. Ends with a line break. */
export function renderHistoryMarkdown(revisions: readonly Revision[]): string {
  const last = revisions.at(-1);
  if (last === undefined) return 'No revisions.\n';
  const rows = revisions.map((revision) => {
    const what = asText(describeRevision(revision));
    return `| ${revision.number} | ${sayInstant(revision.fetchedAt)} | ${severityOf(revision)} | ${what} |`;
  });
  const table = ['| revision | when | severity | what |', '| --: | --- | --- | --- |', ...rows].join('\n');
  return `## ${asText(headlineOf(last))}\n\n${asText(last.publicationName)}\n\n${table}\n`;
}

/** Unchanged blocks are left out; article text cannot become markup. Ends with a line break. */
export function renderComparisonMarkdown(
  head: ComparisonHead,
  comparison: Comparison,
  rows: readonly RedlineRow[],
): string {
  const verdict = [
    `**${comparison.severity}**`,
    ...(lacksNotice(comparison) ? ['no correction notice seen'] : []),
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
    ...titleOf(head),
    ...(comparison.changes.length === 0 ? ['Nothing changed.'] : [verdict]),
    ...(facts.length > 0 ? [facts.join('\n')] : []),
    ...redline,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const titleOf = (head: ComparisonHead): readonly string[] => [
  `## ${asText(head.headline)}`,
  ...(head.publicationName === null ? [] : [asText(head.publicationName)]),
  ...(head.changedBy === null ? [] : [sayInterval(head.unchangedAt, head.changedBy)]),
];

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
