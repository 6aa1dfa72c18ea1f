/** The pair of revisions that has a page of its own beforehand, where no server compares any two that are asked for. */
import type { Compare } from '../pages/index.ts';
import type { SiteLine } from './line.ts';
import { pairPath, relativeHref, timelinePath } from './links.ts';

export type Pair = { readonly from: number; readonly to: number };

/**
 * From the first text to the latest, where something lies between: neighbours have their revision's page. Each later text
 * against the first was tried, and took a report of 5,000 revisions a third longer, past its minute.
 */
export function preparedPair(lines: readonly SiteLine[]): Pair | null {
  const texts = lines.flatMap((line) => (line.text === null ? [] : [line.number]));
  const [from, to] = [texts[0], texts.at(-1)];
  return from === undefined || to === undefined || texts.length < 3 ? null : { from, to };
}

/** As links for the timeline. */
export function preparedLinks(lines: readonly SiteLine[], articleId: string): Compare {
  const pair = preparedPair(lines);
  const links = pair && {
    name: `the latest, revision ${pair.to}`,
    href: relativeHref(timelinePath(articleId), pairPath(articleId, pair.from, pair.to)),
  };
  return { kind: 'links', pairs: links === null ? [] : [links], elsewhere: 'stop-press serve' };
}
