/** What two snapshots must share for nothing alertable to differ. */
import type { Article } from '../article.ts';
import { foldTypography } from '../typography.ts';
import { hostOf } from './links.ts';

/**
 * The article as one text with its typography folded: equal texts give a comparison of at most `cosmetic`. Stamps, images
 * and the rest of links' addresses are left out. The record stage hashes it, and finds returns to an earlier wording by it.
 */
export function comparableText(article: Article): string {
  const { h1, openGraph, jsonLd } = article.otherHeadlines;
  const lines = [
    ['headline', article.headline],
    ['h1', h1],
    ['open-graph', openGraph],
    ['json-ld', jsonLd],
    ['standfirst', article.standfirstFrom === 'meta' ? null : article.standfirst],
    ['byline', article.byline.join(', ')],
    ['published', article.publishedAt?.slice(0, 10)],
    ...article.blocks.flatMap((block) => [
      [block.kind, block.text],
      ...(block.links ?? []).map((link) => ['link', `${link.text} ${hostOf(link.href)}`]),
    ]),
  ];
  return lines.map(([name, text]) => `${name}\t${foldTypography(text ?? '')}`).join('\n');
}
