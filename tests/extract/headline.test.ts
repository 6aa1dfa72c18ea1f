import { expect, test } from 'vitest';
import type { Article } from '../../lib/article.ts';
import { extractArticle } from '../../lib/extract/index.ts';

const LINE =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';
const SEEN = 'Wind keeps island ferry in port';
const OTHER = 'Why the island had no ferry this morning';
const THIRD = 'Ferry: what passengers need to know now';

type Page = { readonly head: string; readonly graph?: string; readonly ld?: string; readonly title?: string };
const headlinesOf = (page: Page): readonly [string, string | null] => {
  const { headline, otherHeadlines } = readPage(page);
  return [headline, otherHeadlines.h1];
};
function readPage({ head, graph, ld, title = 'x' }: Page): Article {
  const body = `<html><head><title>${title}</title>${graph === undefined ? '' : `<meta property="og:title" content="${graph}">`}
    ${ld === undefined ? '' : `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${ld}"}</script>`}</head>
    <body><article>${head}<p>${LINE}</p><p>${LINE} Again.</p></article></body></html>`;
  const outcome = extractArticle({ url: 'https://news.example/a', body });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article;
}
const trail = (text: string): string => `<nav><ol><li><a href="/">Home</a></li><li><h1>${text}</h1></li></ol></nav>`;

test.each<readonly [string, Page, string, string | null]>([
  ['the h1, whatever the others say', { head: `<h1>${SEEN}</h1>`, graph: OTHER, ld: THIRD }, SEEN, SEEN],
  ['the h1 and JSON-LD against Open Graph', { head: `<h1>${SEEN}</h1>`, graph: OTHER, ld: SEEN }, SEEN, SEEN],
  ['Open Graph and JSON-LD against the h1', { head: `<h1>${SEEN}</h1>`, graph: OTHER, ld: OTHER }, OTHER, SEEN],
  ['Open Graph and the title, without JSON-LD', { head: `<h1>${SEEN}</h1>`, graph: OTHER, title: OTHER }, OTHER, SEEN],
  [
    'the h1 without the section before it',
    { head: `<h1>Islands: ${SEEN}</h1>`, graph: SEEN, ld: OTHER },
    SEEN,
    `Islands: ${SEEN}`,
  ],
  [
    'the h2 over the text, where the h1 is in the trail',
    { head: `${trail(SEEN)}<header><h2>${OTHER}</h2></header>`, graph: OTHER, ld: SEEN },
    OTHER,
    SEEN,
  ],
  [
    'an h2 with a kicker, without it',
    { head: `${trail(SEEN)}<h2>Opinion ${OTHER}</h2>`, graph: OTHER, ld: SEEN },
    OTHER,
    SEEN,
  ],
  [
    'an h2 that none of the others says is a heading',
    { head: `${trail(SEEN)}<h2>${THIRD}</h2>`, graph: SEEN, ld: OTHER },
    SEEN,
    SEEN,
  ],
  [
    'an h2 below the first paragraph is a heading',
    { head: `<h1>${SEEN}</h1><p>${LINE}</p><h2>${OTHER}</h2>`, graph: OTHER, ld: SEEN },
    SEEN,
    SEEN,
  ],
  [
    'a linked h2 is another story',
    { head: `<h1>${SEEN}</h1><h2><a href="/b">${OTHER}</a></h2>`, graph: OTHER, ld: SEEN },
    SEEN,
    SEEN,
  ],
  ['JSON-LD, where all differ and the h1 is in the trail', { head: trail(SEEN), graph: OTHER, ld: THIRD }, THIRD, SEEN],
  [
    'a lone unlinked h1 like none of the others',
    { head: `<h1>${SEEN}</h1><h1><a href="/s">More from the coast</a></h1>`, graph: 'Qq ww ee', ld: 'Rr tt zz' },
    SEEN,
    SEEN,
  ],
  ['an h1 that links to itself', { head: `<h1><a href="/a">${SEEN}</a></h1>`, graph: SEEN }, SEEN, SEEN],
  [
    'the h2 over the text that was rewritten before the others',
    { head: `<h1>Islands</h1><h2>Why the islands had no ferry this morning</h2>`, graph: OTHER, ld: OTHER },
    'Why the islands had no ferry this morning',
    'Islands',
  ],
  [
    'what the others and the trail say, with the h2 beside it',
    { head: `${trail(OTHER)}<h2>Why the islands had no ferry this morning</h2>`, graph: OTHER, ld: OTHER },
    OTHER,
    OTHER,
  ],
  [
    'under an h1 that is the site’s name, what the metadata say',
    { head: `<h1><a href="/">Éxample</a></h1><h3>${SEEN}</h3>`, graph: SEEN, title: `Éxample: ${SEEN}` },
    SEEN,
    null,
  ],
  [
    'without a section’s name, which JSON-LD alone has before it',
    { head: `<h2>${SEEN}</h2>`, graph: SEEN, ld: `Weather: ${SEEN}` },
    SEEN,
    null,
  ],
  [
    'the part of the title that a heading repeats',
    { head: `<h3>${SEEN}</h3>`, title: `${SEEN} - Porto e cidade` },
    SEEN,
    null,
  ],
  [
    'the part of the title set in bold, as old pages have it',
    { head: `<font size="4"><b>${SEEN}</b></font>`, title: `Степной вестник - ${SEEN}` },
    SEEN,
    null,
  ],
  [
    'the heading over the text, where the title names the site',
    { head: `<h2>${SEEN}</h2>`, title: 'Example' },
    SEEN,
    null,
  ],
])('the headline is %s', (_, page, headline, h1) => {
  expect(headlinesOf(page)).toEqual([headline, h1]);
});

test('the heading over the text is kept, whichever is the headline', () => {
  const rewritten = 'Why the islands had no ferry this morning';
  expect(readPage({ head: `${trail(OTHER)}<h2>${rewritten}</h2>`, graph: OTHER, ld: OTHER }).otherHeadlines.h2).toBe(
    rewritten,
  );
  expect(readPage({ head: `${trail(SEEN)}<h2>Opinion ${OTHER}</h2>`, graph: OTHER }).otherHeadlines.h2).toBe(
    `Opinion ${OTHER}`,
  );
  expect(readPage({ head: `<h1>${OTHER}</h1><h2>${rewritten}</h2>`, graph: OTHER }).otherHeadlines.h2).toBeNull();
});
