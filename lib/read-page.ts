/** Reading a page: extraction under a publication's rules, and the snapshot that is kept of it. */
import type { Article } from './article.ts';
import type { ExtractOutcome, ExtractRules } from './extraction.ts';
import { extractArticle } from './extract/index.ts';
import { contentHash } from './hash.ts';
import type { Page } from './page.ts';
import type { Snapshot } from './snapshot.ts';

export const readPage = (page: Pick<Page, 'url' | 'body' | 'contentType'>, rules: ExtractRules): ExtractOutcome =>
  extractArticle({ url: page.url, body: page.body, contentType: page.contentType ?? undefined }, rules);

export const takeSnapshot = (article: Article, version: string): Snapshot => ({
  article,
  readingVersion: version,
  fingerprint: fingerprint(article),
});

/** Everything a comparison looks at but the article's own stamps, which move without a change of text. */
function fingerprint(article: Article): string {
  const { headline, otherHeadlines, standfirst, byline, blocks, leadImage } = article;
  return contentHash(JSON.stringify([headline, otherHeadlines, standfirst, byline, blocks, leadImage]));
}
