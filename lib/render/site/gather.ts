/** One walk over the ledger for everything a site says about more than one article. */
import { isAtLeast } from '../../change.ts';
import { EMPTY_GATHERING, gather, latestOf, type Gathering } from './gathering.ts';
import {
  drawOverview,
  drawPublication,
  publicationsOf,
  summaryOf,
  type PublicationSummary,
  type SiteFacts,
} from './index-pages.ts';
import type { SiteLine } from './line.ts';
import { OPEN_SITE } from './links.ts';

/** The latest revisions of one feed. */
export type FeedSelection = {
  /** `all`, `publications/<id>` or `beats/<id>`. */
  readonly of: string;
  readonly name: string;
  readonly lines: readonly SiteLine[];
};

export type SiteGathering = {
  /** One article's revisions, oldest first. */
  readonly add: (lines: readonly SiteLine[]) => void;
  /** The overview's HTML. */
  readonly overview: () => string;
  /** Ids of all publications, those of the watchlist first. */
  readonly publications: () => readonly string[];
  /** A publication's HTML; null where there is none of that id. */
  readonly publication: (id: string) => string | null;
  readonly feeds: () => readonly FeedSelection[];
};

/** Keeps what the pages will show and no more: it grows with the publications, not with the revisions. */
export function gatherSite(facts: SiteFacts): SiteGathering {
  let all: Gathering = EMPTY_GATHERING;
  const gatherings = new Map<string, Gathering>();
  const names = new Map(facts.publications.map(({ id, name }) => [id, name]));
  const latest = new Map<string, readonly SiteLine[]>();

  const add = (lines: readonly SiteLine[]): void => {
    const last = lines.at(-1);
    if (last === undefined) return;
    const { publication, publicationName } = last;
    all = gather(all, lines, [lines]);
    gatherings.set(publication, gather(gatherings.get(publication) ?? EMPTY_GATHERING, lines, [lines]));
    if (!names.has(publication)) names.set(publication, publicationName);
    for (const line of lines.filter(isInFeeds)) {
      for (const of of feedsOf(line)) latest.set(of, latestOf(latest.get(of) ?? [], [line], FEED_LENGTH));
    }
  };

  const summaries = (): Readonly<Record<string, PublicationSummary>> =>
    publicationsOf(
      facts,
      Object.fromEntries([...gatherings].map(([id, gathering]) => [id, summaryOf(names.get(id) ?? id, gathering)])),
    );

  const publication = (id: string): string | null => {
    const name = names.get(id);
    if (name === undefined) return null;
    const gathering = gatherings.get(id) ?? EMPTY_GATHERING;
    return drawPublication(OPEN_SITE.publication(id), OPEN_SITE, facts, { id, name, gathering });
  };

  return {
    add,
    overview: () => drawOverview(OPEN_SITE.overview, OPEN_SITE, facts, all, summaries()),
    publications: () => [...names.keys()],
    publication,
    feeds: () => {
      const ofBeats = [...latest.keys()].flatMap((of) => (of.startsWith('beats/') ? [of.slice('beats/'.length)] : []));
      const beats = new Set([...facts.beats, ...ofBeats]);
      return [
        { of: 'all', name: 'every revision' },
        ...[...names].map(([id, name]) => ({ of: `publications/${id}`, name })),
        ...[...beats].map((beat) => ({ of: `beats/${beat}`, name: beat })),
      ].map((feed) => ({ ...feed, lines: latest.get(feed.of) ?? [] }));
    },
  };
}

/** As many as a reader of feeds that looks in once a day will want. */
export const FEED_LENGTH = 50;

/** Nobody subscribes to first sightings, or to what is style only. */
export const isInFeeds = (line: SiteLine): boolean => line.number > 1 && isAtLeast(line.severity, 'minor');

/** Every feed a revision stands in. */
export const feedsOf = (line: SiteLine): readonly string[] => [
  'all',
  `publications/${line.publication}`,
  ...line.beats.map((beat) => `beats/${beat}`),
];
