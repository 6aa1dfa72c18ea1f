/** What the timeline of an article shows, worked out of the lines of its revisions. */
import { figureTrails } from '../figure-trails.ts';
import type { Compare, TimelineView } from '../pages/index.ts';
import type { History } from './archive.ts';
import { lineOf, linkedFrom, type SiteLine } from './line.ts';
import { relativeHref } from './links.ts';
import { trailOf, type Place } from './place.ts';

/** All lines of one article, oldest first. */
export type ArticleLines = readonly [SiteLine, ...SiteLine[]];

export function linesOf({ committed: [first, ...later] }: History): ArticleLines {
  return [lineOf(first), ...later.map(lineOf)];
}

/** Every revision of an article, its figures as they moved, and what the chain of hashes says. */
export function timelineView(lines: ArticleLines, place: Place, compare: Compare): TimelineView {
  const last = lines.at(-1) ?? lines[0];
  const { publicationName, headline, url } = last;
  const text = lines.findLast((line) => line.text !== null)?.text ?? null;
  return {
    publicationName,
    headline,
    direction: text?.direction ?? 'ltr',
    language: text?.language ?? null,
    url,
    trail: { ...trailOf(last, place), timeline: relativeHref(place.path, place.path) },
    lines: lines.map((line) => linkedFrom(place.path, line, place.to)),
    figures: figureTrails(lines.flatMap((line) => line.figures)),
    availability: availabilityOf(lines),
    chain: chainOf(lines),
    compare,
  };
}

function availabilityOf(lines: ArticleLines): TimelineView['availability'] {
  const last = lines.findLast((line) => line.availability !== null);
  return { state: last?.availability ?? 'live', since: (last ?? lines[0]).fetchedAt };
}

/** The first revision that does not carry the hash of the one before, or is not the next in number. */
function chainOf(lines: ArticleLines): TimelineView['chain'] {
  for (const [index, { number, previousHash }] of lines.entries()) {
    if (previousHash !== (lines[index - 1]?.hash ?? null) || number !== index + 1)
      return { kind: 'broken', at: number };
  }
  return { kind: 'intact' };
}
