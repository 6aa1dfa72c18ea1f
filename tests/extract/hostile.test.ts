/** Whatever the bytes, extraction ends, soon, in a value. The sizes here are a tenth of those tried by hand (docs/measurements.md). */
import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleText } from '../../lib/article.ts';
import { extractArticle } from '../../lib/extract/index.ts';
import { LIMITS } from '../../lib/extract/limits.ts';

const url = 'https://news.example/a';
const filled = (part: string, chars: number): string => part.repeat(Math.ceil(chars / part.length));

describe('hostile markup ends within bounds', () => {
  test.each([
    ['nested elements', filled('<div>', 400_000)],
    ['nested inline elements closed by others', filled('<i>', 600) + filled('</x>', 400_000)],
    ['foreign elements', filled('<svg>', 400_000)],
    ['paragraphs never closed', filled('<p>word word', 400_000)],
    ['stray brackets', filled('<', 400_000)],
    ['entities', filled('&amp', 400_000)],
    ['comments never closed', filled('<!--', 400_000)],
    ['one endless paragraph', `<h1>Head</h1><p>${filled('Word word, word. ', 400_000)}`],
    ['one endless title', `<title>${filled(' | a', 400_000)}`],
    ['JSON-LD that nests', `<script type="application/ld+json">${filled('{"a":', 400_000)}</script>`],
    [
      'JSON-LD with ten thousand articles',
      `<script type="application/ld+json">[${filled('{"@type":"Article","headline":"x"},', 200_000)}1]</script>`,
    ],
    ['nested tables', filled('<table><tr><td>', 3000)],
    ['lines that all look like labels', filled('<p>Read more</p>', 400_000)],
    [
      'ever new class names',
      Array.from({ length: 9000 }, (_, index) => `<div class="c${index}x related-${index}">t</div>`).join(''),
    ],
    ['twenty megabytes', filled('<div>', 20_000_000)],
  ])('%s', { timeout: 15_000 }, (_, body) => {
    // Bounded by the test's own time limit, for a busy machine: each takes under a quarter of a second on a quiet one.
    expect(extractArticle({ url, body }).kind).toBeTypeOf('string');
  });

  test('a page beyond the stated limit is too large', () => {
    expect(extractArticle({ url, body: filled('a', LIMITS.pageChars + 1) }).kind).toBe('too-large');
    expect(extractArticle({ url, body: filled('<div>', 5 * (LIMITS.depth + 10)) }).kind).toBe('too-large');
  });
});

const folder = new URL('../fixtures/extract/', import.meta.url);
const pages = readdirSync(folder).map((name) => readFileSync(new URL(`${name}/source.html`, folder), 'utf8'));
const tags = fc.constantFrom(
  'div',
  'p',
  'a',
  'article',
  'table',
  'tr',
  'td',
  'ul',
  'li',
  'h1',
  'h2',
  'script',
  'blockquote',
  'figure',
  'time',
  'svg',
  'b',
);
const markup = fc
  .array(
    fc.oneof(
      tags.map((tag) => `<${tag} class="author date related">`),
      tags.map((tag) => `</${tag}>`),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('&', '<', '<!--', ']]>', '\0', '2025-11-26', 'By Jo Bloggs'),
    ),
  )
  .map((parts) => parts.join(''));

test('random markup never throws', () => {
  fc.assert(
    fc.property(markup, fc.webUrl(), (body, anyUrl) => {
      expect(extractArticle({ url: anyUrl, body }).kind).toBeTypeOf('string');
    }),
    { numRuns: 60 },
  );
});

test('random bytes never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (body, contentType) => {
      expect(extractArticle({ url, body, contentType }).kind).toBeTypeOf('string');
    }),
    { numRuns: 60 },
  );
});

test('pages cut, and with pieces moved, never throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pages), fc.nat(3000), fc.nat(3000), (page, from, to) => {
      const mutated = page.slice(0, from) + page.slice(Math.min(from, to), from + to) + page.slice(to);
      expect(extractArticle({ url, body: mutated }).kind).toBeTypeOf('string');
    }),
    { numRuns: 40 },
  );
});

test('reading its own output gives the same text', () => {
  for (const page of pages) {
    const outcome = extractArticle({ url, body: page });
    if (outcome.kind !== 'extracted' || outcome.article.blocks.some(({ kind }) => kind === 'post')) continue;
    const { article } = outcome;
    const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const tag = { heading: 'h2', 'list-item': 'li', quotation: 'blockquote', caption: 'figcaption' } as const;
    const body = article.blocks
      .map(({ kind, text }) => {
        const name = kind in tag ? tag[kind as keyof typeof tag] : 'p';
        return `<${name}>${escape(text)}</${name}>`;
      })
      .join('\n');
    const again = extractArticle({
      url,
      body: `<html lang="en"><body><article><h1>${escape(article.headline)}</h1>${body}</article></body></html>`,
    });
    if (again.kind !== 'extracted') throw new Error(`${article.headline}: ${again.kind}`);
    expect(articleText(again.article, { standfirst: false })).toBe(articleText(article, { standfirst: false }));
  }
});
