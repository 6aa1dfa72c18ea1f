/** Short articles for tests, and what is between two of them. */
import type { Article, Block } from '../../lib/article.ts';
import type { Change, ChangeKind, Comparison, Fact, Severity, Span } from '../../lib/change.ts';

export function articleOf(blocks: readonly (string | Block)[], parts: Partial<Article> = {}): Article {
  return {
    url: 'https://news.example/story',
    canonicalUrl: null,
    headline: 'A headline',
    otherHeadlines: { h1: null, h2: null, openGraph: null, jsonLd: null },
    standfirst: null,
    standfirstFrom: null,
    byline: [],
    dateline: null,
    publishedAt: null,
    modifiedAt: null,
    section: null,
    topics: [],
    language: 'en',
    direction: 'ltr',
    leadImage: null,
    access: 'free',
    provenance: {},
    ...parts,
    blocks: blocks.map((block) => (typeof block === 'string' ? { kind: 'paragraph', text: block } : block)),
  };
}

export type ChangeParts = {
  readonly kind: ChangeKind;
  readonly severity?: Severity;
  readonly before: string | null;
  readonly after: string | null;
  readonly facts?: readonly Fact[];
  readonly passage?: number;
  readonly spans?: readonly Span[];
  readonly part?: Change['part'];
  readonly rule?: string;
  readonly under?: string | null;
};

export function changeOf(parts: ChangeParts): Change {
  const { kind, before, after, severity = 'major', facts = [], passage = 0, part = 'body', rule = kind } = parts;
  const spans: Span[] = [];
  if (before !== null) spans.push({ kind: 'removed', text: before });
  if (after !== null) spans.push({ kind: 'added', text: after });
  const also = [...new Set(facts.map((fact) => fact.kind).filter((other) => other !== kind))];
  const block = { before: before === null ? null : 0, after: after === null ? null : 0, under: parts.under ?? null };
  return { kind, part, severity, rule, also, block, passage, before, after, spans: parts.spans ?? spans, facts };
}

export const comparisonFrom = (changes: readonly Change[], parts: Partial<Comparison> = {}): Comparison => ({
  severity: changes[0]?.severity ?? 'none',
  changes,
  announced: 'none',
  unannounced: true,
  summary: '',
  changedShare: 0.1,
  wordsAdded: 1,
  wordsRemoved: 1,
  ...parts,
});

/** Block by block: what is on one side only is removed or added. */
export function comparisonOf(before: Article, after: Article): Comparison {
  const one = new Set(before.blocks.map((block) => block.text));
  const other = new Set(after.blocks.map((block) => block.text));
  return comparisonFrom([
    ...[...one]
      .filter((text) => !other.has(text))
      .map((text) => changeOf({ kind: 'removed', before: text, after: null })),
    ...[...other]
      .filter((text) => !one.has(text))
      .map((text) => changeOf({ kind: 'added', before: null, after: text })),
  ]);
}
