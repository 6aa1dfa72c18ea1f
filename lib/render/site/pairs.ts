/** The pairs of revisions that have a page of their own beforehand, where no server compares any two that are asked for. */
import type { Compare } from '../pages/index.ts';
import type { SiteLine } from './line.ts';
import { pairPath, relativeHref, timelinePath } from './links.ts';

export type Pair = { readonly from: number; readonly to: number };

/**
 * From the first text to each later one that is not its neighbour, latest first: what has changed since the article was
 * first seen. Neighbours have their revision's page, and only the latest of many are worth their place on a disk.
 */
export function preparedPairs(lines: readonly SiteLine[]): readonly Pair[] {
  const [from, , ...later] = lines.flatMap((line) => (line.text === null ? [] : [line.number]));
  return from === undefined
    ? []
    : later
        .toReversed()
        .slice(0, MOST_PAIRS)
        .map((to) => ({ from, to }));
}

const MOST_PAIRS = 20;

/** As links for the timeline. */
export const preparedLinks = (lines: readonly SiteLine[], articleId: string): Compare => ({
  kind: 'links',
  pairs: preparedPairs(lines).map(({ from, to }) => ({
    name: `revision ${to}`,
    href: relativeHref(timelinePath(articleId), pairPath(articleId, from, to)),
  })),
  elsewhere: 'stop-press serve',
});
