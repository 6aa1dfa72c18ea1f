import { expect, test } from 'vitest';
import type { Block } from '../../lib/article.ts';
import { extractArticle } from '../../lib/extract/index.ts';

const LINE =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';

const blocksOf = (body: string): readonly Block[] => {
  const outcome = extractArticle({
    url: 'https://news.example/a',
    body: `<html><head><title>Ferry</title></head><body><main><h1>Ferry held in port</h1>${body}</main></body></html>`,
  });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article.blocks;
};
const post = (hour: number, clock: string): string =>
  `<div class="x7k"><div class="q1">${clock}</div><h3>News of ${hour} o’clock</h3><p>${LINE} It was ${hour}.</p><p>Then ${LINE}</p></div>`;
const HOURS = [9, 8, 7];

test('alike siblings with a time and a heading each are posts, whatever their classes', () => {
  const posts = HOURS.map((hour) => post(hour, `<time datetime="2026-03-03T0${hour}:00:00Z">0${hour}:00</time>`));
  const blocks = blocksOf(`<p>${LINE}</p><div class="z">${posts.join('')}</div>`);
  expect(blocks.filter(({ kind }) => kind === 'post').map(({ post }) => [post?.publishedAt, post?.heading])).toEqual(
    HOURS.map((hour) => [`2026-03-03T0${hour}:00:00Z`, `News of ${hour} o’clock`]),
  );
  expect(blocks.at(-1)?.text).toBe(`News of 7 o’clock\n${LINE} It was 7.\nThen ${LINE}`);
});

test('so they are with a time that only readers see', () => {
  const blocks = blocksOf(`<div class="z">${HOURS.map((hour) => post(hour, `0${hour}:00`)).join('')}</div>`);
  expect(blocks.map(({ kind }) => kind)).toEqual(['post', 'post', 'post']);
});

test('a post of one line is a post like those beside it', () => {
  const short =
    '<div class="x7k"><div class="q1"><time datetime="2026-03-03T10:00:00Z">10:00</time></div><h3>Wind eases</h3><p>It has dropped to 60mph.</p></div>';
  const posts = HOURS.map((hour) => post(hour, `<time datetime="2026-03-03T0${hour}:00:00Z">0${hour}:00</time>`));
  const blocks = blocksOf(`<div class="z">${short}${posts.join('')}</div>`);
  expect(blocks.map(({ kind }) => kind)).toEqual(['post', 'post', 'post', 'post']);
  expect(blocks[0]?.text).toBe('Wind eases\nIt has dropped to 60mph.');
});

test('sections of an article without times are no posts', () => {
  const blocks = blocksOf(HOURS.map((hour) => post(hour, '')).join(''));
  expect(blocks.map(({ kind }) => kind)).not.toContain('post');
});

test('a box of dated entries in a longer article is no live blog', () => {
  const long = `<p>${LINE} ${LINE} ${LINE} ${LINE}</p>`.repeat(3);
  const blocks = blocksOf(`${long}<div>${HOURS.map((hour) => post(hour, `0${hour}:00`)).join('')}</div>`);
  expect(blocks.map(({ kind }) => kind)).not.toContain('post');
});
