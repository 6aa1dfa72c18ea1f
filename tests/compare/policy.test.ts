/** Every row of the policy does what its example says: the table, the behaviour and the documentation are one. */
import { describe, expect, it } from 'vitest';
import type { Article, Block } from '../../lib/article.ts';
import { compareArticles, POLICY, type PolicyRow } from '../../lib/compare/index.ts';
import { articleOf } from './articles.ts';

const AROUND = ['The board met on the pier.', 'Residents had waited for an answer all winter long.'] as const;
const ROWS: readonly PolicyRow[] = POLICY;
/** Told of the page, by the watchlist, or of more text than an example holds; each has tests of its own. */
const ELSEWHERE = new Set(['page-gone', 'ignored', 'rewritten-article']);

describe('the policy', () => {
  it.each(ROWS.filter((row) => !ELSEWHERE.has(row.id)).map((row) => [row.id, row] as const))('%s', (id, row) => {
    const { before, after } = row.example;
    const told = compareArticles(holding(row, before), holding(row, after)).changes;
    // A stamp that moved alone is no revision; its row shows beside another change.
    const rules = told.map((change) => change.rule).filter((rule) => id === 'stamp' || rule !== 'stamp');
    expect(rules).toEqual(id === 'stamp' ? ['added-plain', 'stamp'] : [id]);
    expect(told.find((change) => change.rule === id)).toMatchObject({ kind: row.kind, severity: row.severity });
  });

  it('has each id once', () => {
    const ids = ROWS.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** An article with the example where its row says it stands. */
function holding(row: PolicyRow, text: string): Article {
  const body = (...blocks: readonly (string | Block)[]): Article =>
    articleOf({ blocks: [AROUND[0], ...blocks, AROUND[1]] });
  if (row.id.startsWith('embed')) return text === '' ? body() : body({ kind: 'quotation', embed: true, text });
  if (row.id === 'stamp')
    return { ...body(...(text === row.example.after ? ['The rain has stopped.'] : [])), modifiedAt: text };
  switch (row.part) {
    case 'headline':
      if (row.id === 'headline-other')
        return articleOf({ blocks: AROUND, otherHeadlines: { h1: null, h2: null, openGraph: text, jsonLd: null } });
      return articleOf({ blocks: AROUND, headline: text });
    case 'standfirst':
      return articleOf({
        blocks: AROUND,
        standfirst: text,
        standfirstFrom: row.id === 'standfirst-meta' ? 'meta' : 'page',
      });
    case 'byline':
      return articleOf({ blocks: AROUND, byline: text.split(', ') });
    case 'section':
      return body({ kind: 'heading', level: 2, text });
    case 'caption':
      return text === '' ? body() : body({ kind: 'caption', text, image: 'https://news.example/a.jpg' });
    case 'table':
      return body({ kind: 'table-row', text });
    case 'image':
      return articleOf({ blocks: AROUND, leadImage: { url: text, caption: null } });
    case 'link':
      return body({ kind: 'paragraph', text: 'Read the plan.', links: [{ href: text, text: 'the plan' }] });
    case 'dates':
      return articleOf({ blocks: AROUND, publishedAt: text });
    default:
      return body(...(text === '' ? [] : [text]));
  }
}
