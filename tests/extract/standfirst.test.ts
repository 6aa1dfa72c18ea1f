import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';

const FIRST =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';
const SECOND =
  'Forty passengers waited in the hall, where the harbour office served soup and lent them blankets for the night.';
const STANDFIRST = 'Forty passengers spend the night in the harbour hall';

function standfirstOf(above: string): string | null {
  const body = `<html><head><title>Ferry delayed</title></head><body><article>${above}<div><p>${FIRST}</p><p>${SECOND}</p></div></article></body></html>`;
  const outcome = extractArticle({ url: 'https://news.example/a', body });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article.standfirst;
}

test.each<readonly [string, string, string | null]>([
  ['a heading below the headline', `<h1>Ferry delayed</h1><h2>${STANDFIRST}</h2>`, STANDFIRST],
  ['in the header with the headline', `<header><h1>Ferry delayed</h1><h2>${STANDFIRST}</h2></header>`, STANDFIRST],
  [
    'a few words so marked',
    `<h1>Ferry delayed</h1><h2 class="subTitle">מעבורת הצפון נשארה בנמל</h2>`,
    'מעבורת הצפון נשארה בנמל',
  ],
  [
    'a sentence that the byline parts from the text',
    `<h1>Ferry delayed</h1><p>${STANDFIRST}.</p><p>Von <a href="/authors/jk">Jana Kern</a></p>`,
    `${STANDFIRST}.`,
  ],
  [
    'a teaser’s text without a link',
    `<h1>Ferry delayed</h1><div class="teaser-text">${STANDFIRST} at last.</div>`,
    `${STANDFIRST} at last.`,
  ],
  [
    'no line of stamps and names',
    `<h1>Ferry delayed</h1><p>2025-06-18 08:42 Source: Harbour Evening News Editor: Zhou Min Size: large</p>`,
    null,
  ],
])('the standfirst is %s', (_, above, standfirst) => {
  expect(standfirstOf(above)).toBe(standfirst);
});
