/** Real before/after pairs in the benchmarks' format: `pairs.jsonl`, `<id>/before.html.gz` (or `.md.gz`) and `<id>/after…`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TextAlert } from '../../lib/alert.ts';
import type { Article } from '../../lib/article.ts';
import type { Comparison } from '../../lib/change.ts';
import { extractArticle } from '../../lib/extract/index.ts';
import { markdownPage } from './markdown-page.ts';

export type Pair = {
  readonly id: string;
  readonly ext: string;
  readonly url: string;
  readonly labels: readonly string[];
  /** Null: not to be judged. */
  readonly articleChanged: boolean | null;
};
export type Side = 'before' | 'after';
export type SavedPage = { readonly url: string; readonly body: string | Uint8Array };

export const readPairs = (folder: string): readonly Pair[] =>
  readFileSync(join(folder, 'pairs.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Pair => JSON.parse(line));

/** A post in Markdown becomes the page its publisher would serve. */
export function pageOf(folder: string, pair: Pair, side: Side): SavedPage {
  const bytes = gunzipSync(readFileSync(join(folder, pair.id, `${side}.${pair.ext}.gz`)));
  const url = URL.canParse(pair.url) ? pair.url : `https://${pair.ext === 'md' ? 'blog.example/' : ''}${pair.url}`;
  return { url, body: pair.ext === 'md' ? markdownPage(bytes.toString('utf8')) : bytes };
}

/** Null where there is no article. */
export function articleOf(page: SavedPage): Article | null {
  const outcome = extractArticle(page);
  return outcome.kind === 'extracted' ? outcome.article : null;
}

/** What a subscriber of everything would be told of a pair. */
export function alertOf(pair: Pair, before: Article, after: Article, comparison: Comparison): TextAlert {
  const hash = pair.id.padStart(64, '0');
  const head = {
    articleId: pair.id,
    publicationName: 'Example News',
    url: after.url,
    unchangedAt: '2025-11-26T18:20:00.000Z',
  };
  return {
    ...head,
    kind: 'text',
    messageId: `bench.${pair.id}`,
    channel: 'email',
    editions: [{ id: 'desk', name: 'Desk' }],
    headline: after.headline,
    from: 2,
    to: 2,
    changedBy: '2025-11-26T18:35:00.000Z',
    diffUrl: 'https://sp.example/r/a7Kq2',
    language: after.language,
    comparison,
    before,
    after,
    pages: { before: hash, after: hash },
    backTo: null,
    revision: {
      ...head,
      format: 1,
      kind: 'text',
      publication: 'example-news',
      number: 2,
      previousHash: null,
      fetchedAt: '2025-11-26T18:35:00.000Z',
      owes: { kind: 'nothing', why: 'no-edition' },
      pageToken: null,
      beats: [],
      recent: { states: [], alerted: null },
      page: { sha256: hash, url: after.url, status: 200, contentType: 'text/html', bytes: 0 },
      snapshot: { article: after, readingVersion: '', fingerprint: '' },
      comparedWith: { number: 1, readAgain: false },
      comparison,
      returnsTo: null,
    },
  };
}
