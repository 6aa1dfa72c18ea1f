/** The pages over the articles: the overview of everything, and one for each publication. */
import * as z from 'zod';
import { renderOverviewPage, renderPublicationPage, type Feeds } from '../pages/index.ts';
import { highlightsOf, isSilent, type Gathering } from './gathering.ts';
import { relativeHref, type Addresses } from './links.ts';

/** What is known besides the ledger. */
export type SiteFacts = {
  /** ISO 8601 UTC. */
  readonly now: string;
  /** Of the watchlist, so that one which never yielded anything is not forgotten; may be empty. */
  readonly publications: readonly { readonly id: string; readonly name: string }[];
  readonly beats: readonly string[];
};

/** What the overview says of a publication. */
export const publicationSummarySchema = z
  .object({
    name: z.string(),
    articles: z.int(),
    revisions: z.int(),
    major: z.int(),
    lastAt: z.string().nullable(),
  })
  .readonly();
export type PublicationSummary = z.infer<typeof publicationSummarySchema>;

export const summaryOf = (name: string, { articles, revisions, major, lastAt }: Gathering): PublicationSummary => ({
  name,
  articles,
  revisions,
  major,
  lastAt,
});

/** By id: those of the watchlist first, with nothing said of one that has nothing. */
export const publicationsOf = (
  facts: SiteFacts,
  known: Readonly<Record<string, PublicationSummary>>,
): Readonly<Record<string, PublicationSummary>> => ({
  ...Object.fromEntries(
    facts.publications.map(({ id, name }) => [id, { name, articles: 0, revisions: 0, major: 0, lastAt: null }]),
  ),
  ...known,
});

/** HTML for `path`, which may link wherever `to` has an address. */
export function drawOverview(
  path: string,
  to: Addresses,
  facts: SiteFacts,
  gathering: Gathering,
  publications: Readonly<Record<string, PublicationSummary>>,
): string {
  const all = Object.entries(publicationsOf(facts, publications));
  return renderOverviewPage({
    asOf: facts.now,
    feeds: [
      ...feedLinks(path, to, 'all', 'every revision'),
      ...all.flatMap(([id, { name }]) => feedLinks(path, to, `publications/${id}`, name)),
      ...facts.beats.flatMap((beat) => feedLinks(path, to, `beats/${beat}`, beat)),
    ],
    highlights: highlightsOf(gathering, facts.now, path, to),
    publications: all.map(([id, one]) => ({
      ...one,
      href: linked(path, to.publication(id)),
      silent: isSilent(one.lastAt, facts.now),
    })),
  });
}

/** HTML for `path`, as above. */
export const drawPublication = (
  path: string,
  to: Addresses,
  facts: SiteFacts,
  publication: { readonly id: string; readonly name: string; readonly gathering: Gathering },
): string =>
  renderPublicationPage({
    name: publication.name,
    overview: linked(path, to.overview),
    feeds: feedLinks(path, to, `publications/${publication.id}`, publication.name),
    highlights: highlightsOf(publication.gathering, facts.now, path, to),
  });

/** `of` is `all`, `publications/<id>` or `beats/<id>`; `name` what it is called. */
export const feedTitle = (name: string): string => `Stop Press: ${name}`;

const linked = (from: string, path: string | null): string | null => (path === null ? null : relativeHref(from, path));

function feedLinks(from: string, to: Addresses, of: string, name: string): Feeds {
  const path = to.feed(of);
  return path === null ? [] : [{ name: feedTitle(name), href: relativeHref(from, path) }];
}
