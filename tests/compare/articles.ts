/** Articles for tests of the comparison, made from what a test is about and nothing else. */
import type { Article, Block } from '../../lib/article.ts';
import type { Comparison } from '../../lib/change.ts';

/** An article whose parts are as given and otherwise empty. Strings in `blocks` are paragraphs. */
export function articleOf(
  parts: Partial<Omit<Article, 'blocks'>> & { readonly blocks?: readonly (string | Block)[] } = {},
): Article {
  const headline = parts.headline ?? 'Harbour board votes on ferry';
  const { blocks = [], ...rest } = parts;
  return {
    url: 'https://news.example/ferry',
    canonicalUrl: null,
    headline,
    otherHeadlines: { h1: headline, h2: null, openGraph: headline, jsonLd: null },
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
    access: 'unknown',
    provenance: {},
    ...rest,
    blocks: blocks.map((block) => (typeof block === 'string' ? { kind: 'paragraph', text: block } : block)),
  };
}

/** What was said, a line for each change: `major figure (also name)`. */
export const saidOf = (comparison: Comparison): string[] =>
  comparison.changes.map(
    ({ severity, kind, also }) => `${severity} ${kind}${also.length === 0 ? '' : ` (also ${also.join(', ')})`}`,
  );

/** Each change as read: `<del>six</del><ins>seven</ins>`; runs told by another change plain. */
export const markedUp = (comparison: Comparison): string[] =>
  comparison.changes.map(({ spans }) =>
    spans
      .map((span) => {
        if (span.kind === 'same') return span.after ?? span.text;
        if (span.own === false) return '';
        return span.kind === 'removed' ? `<del>${span.text}</del>` : `<ins>${span.text}</ins>`;
      })
      .join(''),
  );
