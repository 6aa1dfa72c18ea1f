import type { Change } from './change.ts';

/**
 * What readers call a headline that is not the one above the article: `headline for social media`. Open Graph is what social media
 * show of a page, JSON-LD what search engines read.
 */
export function nameOfOtherHeadline({ which = [] }: Change): string {
  const uses = [
    ...(which.includes('open-graph') ? ['social media'] : []),
    ...(which.includes('json-ld') ? ['search engines'] : []),
  ];
  if (uses.length > 0) return `headline for ${uses.join(' and ')}`;
  return which.includes('h1') ? 'label before the headline' : 'another headline';
}
