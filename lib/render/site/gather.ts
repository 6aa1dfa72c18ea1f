/** One walk over the ledger for everything a site says about more than one article. */
import { DAY_MS, millisecondsBetween } from '../../instant.ts';
import {
  renderOverviewPage,
  renderPublicationPage,
  type Feeds,
  type PublicationLine,
  type RevisionLine,
} from '../pages/index.ts';
import { gatherHighlights, keepLatest, type Gathering } from './highlights.ts';
import {
  beatFeedPath,
  FEED_OF_ALL,
  overviewPath,
  publicationFeedPath,
  publicationPath,
  relativeHref,
  revisionPath,
  timelinePath,
} from './links.ts';

/** What is known besides the ledger. */
export type SiteFacts = {
  /** ISO 8601 UTC. */
  readonly now: string;
  /** Of the watchlist, so that one which never yielded anything is not forgotten; may be empty. */
  readonly publications: readonly { readonly id: string; readonly name: string }[];
  readonly beats: readonly string[];
};

/** The latest revisions of one feed, without links. */
export type FeedSelection = {
  readonly path: string;
  readonly title: string;
  /** `all`, `publications/<id>` or `beats/<id>`. */
  readonly of: string;
  readonly page: string;
  readonly lines: readonly RevisionLine[];
};

export type SiteGathering = {
  /** One article's revisions, oldest first, without links. */
  readonly add: (lines: readonly RevisionLine[]) => void;
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
  const all = gatherHighlights(facts.now);
  const publications = new Map<string, { name: string; gathering: Gathering }>();
  const feeds = new Map<string, { title: string; of: string; page: string; latest: ReturnType<typeof keepLatest> }>();

  const publicationOf = (id: string, name: string) => {
    const known = publications.get(id) ?? { name, gathering: gatherHighlights(facts.now) };
    publications.set(id, known);
    feedAt(publicationFeedPath(id), `Stop Press: ${name}`, `publications/${id}`, publicationPath(id));
    return known;
  };
  const feedAt = (path: string, title: string, of: string, page: string) => {
    const known = feeds.get(path) ?? { title, of, page, latest: keepLatest(FEED_LENGTH) };
    feeds.set(path, known);
    return known.latest;
  };

  const ofAll = feedAt(FEED_OF_ALL, 'Stop Press: every revision', 'all', overviewPath());
  for (const { id, name } of facts.publications) publicationOf(id, name);
  for (const beat of facts.beats) feedAt(beatFeedPath(beat), `Stop Press: ${beat}`, `beats/${beat}`, overviewPath());

  const add = (lines: readonly RevisionLine[]): void => {
    const last = lines.at(-1);
    if (last === undefined) return;
    const { publication, publicationName } = last;
    const { gathering } = publicationOf(publication, publicationName);
    all.add(lines.map((line) => linkedFrom(overviewPath(), line)));
    gathering.add(lines.map((line) => linkedFrom(publicationPath(publication), line)));
    for (const line of lines) {
      if (line.severity === 'none' || line.severity === 'cosmetic') continue;
      ofAll.add(line);
      feeds.get(publicationFeedPath(publication))?.latest.add(line);
      for (const beat of line.beats)
        feedAt(beatFeedPath(beat), `Stop Press: ${beat}`, `beats/${beat}`, overviewPath()).add(line);
    }
  };

  const overview = (): string =>
    renderOverviewPage({
      asOf: facts.now,
      feeds: feedLinks(
        [...feeds].map(([path, feed]) => ({ path, title: feed.title })),
        overviewPath(),
      ),
      highlights: all.highlights(),
      publications: [...publications].map(([id, { name, gathering }]) =>
        publicationLine(id, name, gathering, facts.now),
      ),
    });

  const publication = (id: string): string | null => {
    const known = publications.get(id);
    if (known === undefined) return null;
    const path = publicationPath(id);
    return renderPublicationPage({
      name: known.name,
      overview: relativeHref(path, overviewPath()),
      feeds: feedLinks([{ path: publicationFeedPath(id), title: `Stop Press: ${known.name}` }], path),
      highlights: known.gathering.highlights(),
    });
  };

  return {
    add,
    overview,
    publications: () => [...publications.keys()],
    publication,
    feeds: () =>
      [...feeds].map(([path, { title, of, page, latest }]) => ({ path, title, of, page, lines: latest.lines() })),
  };
}

/** Two days without anything new or changed is longer than any newsroom sleeps. */
const SILENT_AFTER_MS = 2 * DAY_MS;
const FEED_LENGTH = 50;

const feedLinks = (feeds: readonly { path: string; title: string }[], from: string): Feeds =>
  feeds.map(({ path, title }) => ({ name: title, href: relativeHref(from, path) }));

/** A line as the page at `from` shows it. */
export const linkedFrom = (from: string, line: RevisionLine): RevisionLine => ({
  ...line,
  href: relativeHref(from, revisionPath(line.articleId, line.number)),
  timeline: relativeHref(from, timelinePath(line.articleId)),
});

function publicationLine(id: string, name: string, gathering: Gathering, now: string): PublicationLine {
  const { articles, revisions, major } = gathering.highlights();
  const lastAt = gathering.lastAt();
  return {
    name,
    href: relativeHref(overviewPath(), publicationPath(id)),
    articles,
    revisions,
    major,
    lastAt,
    silent: lastAt === null || millisecondsBetween(lastAt, now) > SILENT_AFTER_MS,
  };
}
