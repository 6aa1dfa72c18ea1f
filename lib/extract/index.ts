/**
 * Reading an article from a page.
 *
 * 1. Bytes become text: byte-order mark, header, `<meta>`, content.
 * 2. The markup becomes a tree, bounded in size and depth, which knows where its running text is.
 * 3. The metadata are collected from JSON-LD, meta tags, microdata and visible marks, each with its source.
 * 4. Regions that their markup names as something else (navigation, related links, comments …) are set aside.
 * 5. The body is where the running text is densest, and as far around it as the same text goes on.
 * 6. Its lines become typed blocks; lines that are the site's and not the story's are set aside.
 * 7. A page without a body is told for what it is: a section page, an error, a consent page, a shell.
 */
import type { Explanation, ExtractInput, ExtractOutcome, ExtractRules } from '../extraction.ts';
import { readPage } from './read-page.ts';

export { EXTRACTOR_VERSION } from './version.ts';

/**
 * The article on a page, or what the page is instead. Pure; never throws, whatever the bytes; time and memory are
 * bounded by lib/extract/limits.ts. `rules` are a watchlist's selectors; one that matches nothing is a warning.
 */
export function extractArticle(input: ExtractInput, rules: ExtractRules = {}): ExtractOutcome {
  return readPage(input, rules, null);
}

export type ExtractionExplained = {
  readonly outcome: ExtractOutcome;
  /** Every block kept and every region or line set aside, in the page's order. */
  readonly explanations: readonly Explanation[];
};

/** Does what {@link extractArticle} does and says why. */
export function explainExtraction(input: ExtractInput, rules: ExtractRules = {}): ExtractionExplained {
  const explanations: Explanation[] = [];
  const outcome = readPage(input, rules, (explanation) => explanations.push(explanation));
  return { outcome, explanations };
}
