/**
 * Measures comparison on real pairs of pages in the benchmarks' format (`pairs.jsonl`, `<id>/before.html.gz` …):
 *
 *   node tests/bench/comparison.ts FOLDER… [--pair ID] [--json FILE] [--redline] [--figures FILE]
 *
 * Prints per pair what was said against its labels, then false alerts, misses, labels named, the share of major revisions, and how
 * many of the unaltered runs between two edits are too short to read.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Article } from '../../lib/article.ts';
import { isAtLeast, type Change, type ChangeKind, type Comparison, type Span } from '../../lib/change.ts';
import { compareArticles, redline } from '../../lib/compare/index.ts';
import { extractArticle } from '../../lib/extract/index.ts';
import { writeFindings } from './figures.ts';
import { pageOf, readPairs, type Pair, type Side } from './pairs.ts';

type Verdict = {
  readonly id: string;
  readonly labels: readonly string[];
  readonly articleChanged: boolean | null;
  readonly severity: string;
  readonly verdict: 'quiet' | 'false alert' | 'found' | 'miss' | 'not judged' | 'unreadable';
  /** Labels that can be told as a kind, and those that were. */
  readonly expected: readonly string[];
  readonly named: readonly string[];
  readonly summary: string;
  readonly changes: readonly string[];
  /** Characters in each unaltered run between two edits of the redline. */
  readonly islands: readonly number[];
};

/** What a label may be told as (benchmarks/README.md). Labels of pages that did not change are told as nothing. */
const KINDS_OF_LABEL: Readonly<Record<string, readonly ChangeKind[]>> = {
  figures: ['figure'],
  rewrite: ['rewritten'],
  meaning: ['claim', 'rewritten'],
  typo: ['wording', 'name', 'quote'],
  edit: ['wording', 'rewritten', 'name', 'claim', 'figure', 'attribution', 'quote'],
  correction: ['correction'],
  headline: ['headline'],
  added: ['added'],
  removed: ['removed'],
  name: ['name'],
  quote: ['quote'],
  moved: ['moved'],
  attribution: ['attribution'],
  standfirst: ['standfirst'],
  byline: ['byline'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pair: { type: 'string' },
    json: { type: 'string' },
    redline: { type: 'boolean' },
    figures: { type: 'string' },
  },
});
function judge(folder: string, pair: Pair): Verdict {
  const [before, after] = [readSide(folder, pair, 'before'), readSide(folder, pair, 'after')];
  const base = { id: pair.id, labels: pair.labels, articleChanged: pair.articleChanged };
  const expected = pair.articleChanged === false ? [] : pair.labels.filter((label) => KINDS_OF_LABEL[label]);
  if (typeof before === 'string' || typeof after === 'string') {
    const why = `before: ${typeof before === 'string' ? before : 'read'}, after: ${typeof after === 'string' ? after : 'read'}`;
    return {
      ...base,
      severity: 'none',
      verdict: 'unreadable',
      expected,
      named: [],
      summary: why,
      changes: [],
      islands: [],
    };
  }
  const comparison = compareArticles(before, after);
  const kinds = new Set(comparison.changes.flatMap((change) => [change.kind, ...change.also]));
  return {
    ...base,
    severity: comparison.severity,
    verdict: verdictOf(pair, comparison),
    expected,
    named: expected.filter((label) => KINDS_OF_LABEL[label]?.some((kind) => kinds.has(kind))),
    summary: comparison.summary,
    changes: comparison.changes.map((change) => lineOf(change)),
    islands: redline(before, after).flatMap(({ spans }) => islandsIn(spans)),
  };
}

function islandsIn(spans: readonly Span[]): number[] {
  return spans.slice(1, -1).flatMap((span) => (span.kind === 'same' ? [span.text.length] : []));
}

function verdictOf(pair: Pair, comparison: Comparison): Verdict['verdict'] {
  if (pair.articleChanged === null) return 'not judged';
  const alerts = isAtLeast(comparison.severity, 'minor');
  if (pair.articleChanged) return alerts ? 'found' : 'miss';
  return alerts ? 'false alert' : 'quiet';
}

/** The article, or why there is none. */
function readSide(folder: string, pair: Pair, side: Side): Article | string {
  const outcome = extractArticle(pageOf(folder, pair, side));
  return outcome.kind === 'extracted' ? outcome.article : outcome.kind;
}

function lineOf(change: Change): string {
  const also = change.also.length === 0 ? '' : ` +${change.also.join('+')}`;
  const text = values.redline === true ? redlineOf(change.spans) : shorten(redlineOf(change.spans));
  return `${change.severity} ${change.kind}${also} [${change.rule}] ${text}`;
}

const redlineOf = (spans: readonly Span[]): string =>
  spans
    .map((span) => {
      if (span.kind === 'same') return values.redline === true ? span.text : aroundEdit(span.text);
      const [open, close] = span.kind === 'removed' ? ['[-', '-]'] : ['{+', '+}'];
      return span.own === false ? `(${open}${span.text}${close})` : `${open}${span.text}${close}`;
    })
    .join('');

const aroundEdit = (text: string): string => (text.length > 50 ? `${text.slice(0, 20)} … ${text.slice(-20)}` : text);
const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

function report(all: readonly Verdict[]): void {
  for (const one of all) {
    console.log(`${one.id} ${one.verdict} ${one.severity} (${one.labels.join(', ')}) ${one.summary}`);
    for (const change of one.changes) console.log(`      ${change}`);
  }
  const having = (verdict: Verdict['verdict']): readonly Verdict[] => all.filter((one) => one.verdict === verdict);
  const [expected, named] = [all.flatMap((one) => one.expected), all.flatMap((one) => one.named)];
  const changed = having('found');
  const islands = all.flatMap((one) => one.islands);
  console.log(
    [
      '',
      `false alerts: ${having('false alert').length} of ${all.filter((one) => one.articleChanged === false).length}`,
      `misses:       ${having('miss').length} of ${all.filter((one) => one.articleChanged === true).length}`,
      `unreadable:   ${
        having('unreadable')
          .map((one) => `${one.id} (${one.summary})`)
          .join('; ') || 'none'
      }`,
      `labels named: ${named.length} of ${expected.length}`,
      `major:        ${changed.filter((one) => one.severity === 'major').length} of ${changed.length} found`,
      `redlines:     ${islands.filter((length) => length <= 3).length} of ${islands.length} runs between edits are three characters or fewer`,
    ].join('\n'),
  );
}

const verdicts = positionals.flatMap((folder) =>
  readPairs(folder)
    .filter((pair) => values.pair === undefined || pair.id === values.pair)
    .map((pair) => judge(folder, pair)),
);
report(verdicts);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(verdicts, null, 1));
const counted = (verdict: Verdict['verdict']): number => verdicts.filter((one) => one.verdict === verdict).length;
const [expected, named] = [verdicts.flatMap((one) => one.expected), verdicts.flatMap((one) => one.named)];
const isMajor = ({ verdict, severity }: Verdict): boolean => verdict === 'found' && severity === 'major';
writeFindings(values.figures, {
  figures: [
    { what: 'false alerts on unchanged pairs', unit: '', ours: counted('false alert'), aim: { most: 0 } },
    { what: 'changed pairs missed', unit: '', ours: counted('miss'), aim: { most: 0 } },
    { what: 'labels named', unit: '%', ours: (100 * named.length) / Math.max(1, expected.length), aim: { least: 95 } },
    { what: 'major, of those found', unit: '', ours: verdicts.filter(isMajor).length },
  ],
});
