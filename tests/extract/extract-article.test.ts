import { expect, test } from 'vitest';
import { articleText } from '../../lib/article.ts';
import { extractArticle } from '../../lib/extract/index.ts';

const LONG =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';
const page = `<!doctype html><html lang="en"><head><title>Ferry delayed - Example News</title>
<meta property="og:site_name" content="Example News">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry delayed","author":{"name":"Jo Bloggs"},"datePublished":"2025-11-26T18:20:00+01:00"}</script>
</head><body><nav><a href="/">Home</a></nav><main><article><h1>Ferry delayed</h1>
<p>${LONG}</p><h2>Wind</h2><p>${LONG} Again.</p><ul><li>Six people waited.</li></ul>
<div class="related"><p>${LONG} Related.</p></div></article></main><footer>© Example</footer></body></html>`;

test('an article is its headline, byline, instant and blocks', () => {
  const outcome = extractArticle({ url: 'https://news.example/a', body: page });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  const { article } = outcome;
  expect(article.headline).toBe('Ferry delayed');
  expect(article.byline).toEqual(['Jo Bloggs']);
  expect(article.publishedAt).toBe('2025-11-26T18:20:00+01:00');
  expect(article.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph', 'list-item']);
  expect(articleText(article)).toBe(`${LONG}\nWind\n${LONG} Again.\nSix people waited.`);
});
