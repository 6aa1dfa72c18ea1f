/**
 * Reading a page: extraction under a publication's rules, with the version that tells two readings apart. A snapshot
 * read by another version is never compared: its stored bytes are read again first (guarantee 4).
 */
import type { Article } from './article.ts';
import { COMPARATOR_VERSION } from './compare/index.ts';
import type { ExtractOutcome, ExtractRules } from './extraction.ts';
import { extractArticle, EXTRACTOR_VERSION } from './extract/index.ts';
import { contentHash } from './hash.ts';
import type { Page } from './page.ts';
import type { Snapshot } from './snapshot.ts';

export const readPage = (page: Pick<Page, 'url' | 'body' | 'contentType'>, rules: ExtractRules): ExtractOutcome =>
  extractArticle({ url: page.url, body: page.body, contentType: page.contentType ?? undefined }, rules);

/** Extractor and comparator versions and a hash of the rules: equal versions read equal bytes equally. */
export const readingVersion = (rules: ExtractRules): string =>
  `${EXTRACTOR_VERSION}.${COMPARATOR_VERSION}+${contentHash(JSON.stringify(rules)).slice(0, 8)}`;

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
