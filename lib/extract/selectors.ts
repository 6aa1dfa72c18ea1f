/** A watchlist's selectors, applied to the tree. What cannot be used becomes a warning, and the page is read without it. */
import { load } from 'cheerio/slim';
import type { ExtractRules } from '../extraction.ts';
import { textOf } from './text.ts';
import { isElement, type PageElement } from './page-element.ts';
import type { PageTree } from './tree.ts';

export type Selected = {
  readonly headline: PageElement | null;
  readonly standfirst: string | null;
  readonly byline: readonly string[] | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly body: readonly PageElement[] | null;
  readonly dropped: ReadonlySet<PageElement>;
  readonly warnings: readonly string[];
};

export function applyRules(tree: PageTree, rules: ExtractRules): Selected {
  const warnings: string[] = [];
  if (Object.keys(rules).length === 0) return { ...NOTHING, warnings };
  const page = load(tree.root);
  const find = (part: string, selector: string | undefined): readonly PageElement[] => {
    if (selector === undefined) return [];
    let found: readonly PageElement[] = [];
    try {
      found = page(selector)
        .toArray()
        .filter((node) => isElement(node));
    } catch (error) {
      warnings.push(
        `${part}: "${selector}" is no CSS selector (${error instanceof Error ? error.message : String(error)})`,
      );
      return [];
    }
    if (found.length === 0) warnings.push(`${part}: "${selector}" matches nothing on this page`);
    return found;
  };
  const first = (part: string, selector: string | undefined): string | null => {
    const [element] = find(part, selector);
    return element ? stampOrText(element) || null : null;
  };
  const byline = find('byline', rules.byline).map((element) => textOf(element));
  const body = find('body', rules.body);
  return {
    headline: find('headline', rules.headline)[0] ?? null,
    standfirst: first('standfirst', rules.standfirst),
    byline: byline.length > 0 ? byline : null,
    published: first('published', rules.published),
    modified: first('modified', rules.modified),
    // An element inside another selected one is read with it.
    body: body.length > 0 ? outermost(body) : null,
    dropped: new Set((rules.drop ?? []).flatMap((selector) => find('drop', selector))),
    warnings,
  };
}

const NOTHING: Omit<Selected, 'warnings'> = {
  headline: null,
  standfirst: null,
  byline: null,
  published: null,
  modified: null,
  body: null,
  dropped: new Set(),
};

const stampOrText = (element: PageElement): string =>
  element.attribs['datetime'] ?? element.attribs['content'] ?? textOf(element);

function outermost(elements: readonly PageElement[]): readonly PageElement[] {
  const chosen = new Set<unknown>(elements);
  return elements.filter((element) => {
    for (let node = element.parent; node; node = node.parent) if (chosen.has(node)) return false;
    return true;
  });
}
