/**
 * The project's own fixtures as data sets in the benchmarks' format, so that every bench runs where nobody has the benchmarks:
 * CI, and a fresh clone. A few invented pages: they show that a bench works, and measure little.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { articleText } from '../../lib/article.ts';
import { extractArticle } from '../../lib/extract/index.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');

type Told = { readonly fetch: string; readonly finds: string; readonly kinds?: readonly string[] };

/** Writes `fundus/`, `scrapinghub/`, `revisions/` and `sentences.json` into the folder. */
export function writeOwnSets(folder: string): void {
  for (const set of ['fundus', 'scrapinghub']) writePages(join(folder, set));
  writePairs(join(folder, 'revisions'));
  const paragraphs = ['The dam held.||“It will hold,” said Dr. Vane.||Nobody asked at 6 p.m. what it cost.'];
  writeFileSync(join(folder, 'sentences.json'), JSON.stringify(paragraphs));
}

/** Gold is what `expected.json` names, and the text as it is read today: a change of it shows, its worth does not. */
function writePages(folder: string): void {
  mkdirSync(join(folder, 'pages'), { recursive: true });
  const records = readdirSync(join(FIXTURES, 'pages')).flatMap((id) => {
    const body = readFileSync(join(FIXTURES, 'pages', id, 'source.html'));
    const url = `https://${id}.example/story`;
    const outcome = extractArticle({ url, body });
    if (outcome.kind !== 'extracted') return [];
    writeFileSync(join(folder, 'pages', `${id}.html.gz`), gzipSync(body));
    const { headline, publishedAt, byline } = JSON.parse(
      readFileSync(join(FIXTURES, 'pages', id, 'expected.json'), 'utf8'),
    ) as { readonly headline?: string; readonly publishedAt?: string; readonly byline?: readonly string[] };
    return [{ id, url, text: articleText(outcome.article), headline, publishedAt, byline }];
  });
  writeFileSync(join(folder, 'gold.jsonl'), records.map((record) => JSON.stringify(record)).join('\n'));
}

/** Each fetch of a series with the one before it. */
function writePairs(folder: string): void {
  const pairs = readdirSync(join(FIXTURES, 'series')).flatMap((series) => {
    const told = JSON.parse(readFileSync(join(FIXTURES, 'series', series, 'expected.json'), 'utf8')) as Told[];
    return told.flatMap(({ fetch, finds, kinds = [] }, index) => {
      const previous = told[index - 1];
      if (previous === undefined || (finds !== 'nothing' && finds !== 'revision')) return [];
      const [before, after] = [previous.fetch, fetch].map((name) => pageOf(series, name));
      if (before === null || after === null || before === undefined || after === undefined) return [];
      const id = `${series}-${fetch}`;
      mkdirSync(join(folder, id), { recursive: true });
      writeFileSync(join(folder, id, 'before.html.gz'), gzipSync(before));
      writeFileSync(join(folder, id, 'after.html.gz'), gzipSync(after));
      return [
        {
          id,
          ext: 'html',
          url: `https://${series}.example/story`,
          labels: kinds,
          articleChanged: finds === 'revision',
        },
      ];
    });
  });
  writeFileSync(join(folder, 'pairs.jsonl'), pairs.map((pair) => JSON.stringify(pair)).join('\n'));
}

/** Null where the fetch was answered with something else than a page. */
function pageOf(series: string, fetch: string): Buffer | null {
  const path = join(FIXTURES, 'series', series, fetch);
  const { status = 200 } = JSON.parse(readFileSync(`${path}.response.json`, 'utf8')) as { readonly status?: number };
  return status === 200 ? readFileSync(`${path}.html`) : null;
}
