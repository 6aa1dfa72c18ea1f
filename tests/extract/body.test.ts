import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';

const FIRST =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';
const SECOND =
  'Forty passengers waited in the hall, where the harbour office served soup and lent them blankets for the night.';
const THIRD =
  'The next crossing is planned for Thursday morning, and every ticket that was bought for the night stays valid.';

const p = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');

function linesOf(body: string, head = ''): readonly string[] {
  const page = `<html lang="en"><head><title>Ferry delayed</title></head><body><h1>Ferry delayed</h1>${head}<div>${body}</div></body></html>`;
  const outcome = extractArticle({ url: 'https://news.example/a', body: page });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article.blocks.map(({ text }) => text);
}

test.each<readonly [string, string, readonly string[]]>([
  [
    'a heading, whatever part of a page its class is named for',
    `${p(FIRST)}<h2 class="header-anchor-post">The wind</h2>${p(SECOND)}`,
    [FIRST, 'The wind', SECOND],
  ],
  [
    'the entries of a list, each with a way to more of it below',
    `${p(FIRST)}<ol>${[SECOND, THIRD].map((text) => `<li><article><h3>A hall</h3><p>${text}</p><a href="/more">Read more</a></article></li>`).join('')}</ol>`,
    [FIRST, 'A hall', SECOND, 'A hall', THIRD],
  ],
  [
    'a sentence the standfirst has said before, where the story says it again',
    p(FIRST, SECOND, THIRD),
    [FIRST, SECOND, THIRD],
  ],
])('the story keeps %s', (_, body, lines) => {
  expect(linesOf(body, `<h2 class="subtitle">${THIRD}</h2>`)).toEqual(lines);
});
