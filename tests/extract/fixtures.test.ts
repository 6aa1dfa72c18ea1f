/**
 * Pages of every kind, a folder each under tests/fixtures/extract: `source.html` as served and `expected.json` as read.
 * A new folder needs no code; `UPDATE_FIXTURES=1 npx vitest run tests/extract/fixtures.test.ts` writes what is read, to be reviewed as prose.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';
import { addNoise, seededRandom } from './noise.ts';

const folder = new URL('../fixtures/extract/', import.meta.url);
const cases = readdirSync(folder).sort();
const url = 'https://post.example/news/ferry';

/** What a case asserts: the outcome, and of an article the parts a reader sees. */
function read(body: Uint8Array | string): unknown {
  const outcome = extractArticle({ url, body });
  if (outcome.kind !== 'extracted') return outcome;
  const { article, warnings } = outcome;
  const {
    headline,
    standfirst,
    byline,
    dateline,
    publishedAt,
    modifiedAt,
    language,
    direction,
    access,
    blocks,
    provenance,
  } = article;
  return {
    kind: 'extracted',
    headline,
    standfirst,
    byline,
    dateline,
    publishedAt,
    modifiedAt,
    language,
    direction,
    access,
    blocks,
    provenance,
    warnings,
  };
}

describe.each(cases)('%s', (name) => {
  const source = readFileSync(new URL(`${name}/source.html`, folder));
  const golden = new URL(`${name}/expected.json`, folder);

  test('reads as expected', () => {
    const actual: unknown = JSON.parse(JSON.stringify(read(source)));
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(golden, `${JSON.stringify(actual, null, 2)}\n`);
    expect(existsSync(golden), `${name}/expected.json is missing`).toBe(true);
    expect(actual).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  test('reads the same through refetch noise', () => {
    const blocks = (body: string): unknown => {
      const outcome = extractArticle({ url, body });
      return outcome.kind === 'extracted' ? outcome.article.blocks : null;
    };
    const html = source.toString();
    const before = blocks(html);
    if (before === null) return;
    for (let seed = 1; seed <= 6; seed++) expect(blocks(addNoise(html, seededRandom(seed)))).toEqual(before);
  });
});
