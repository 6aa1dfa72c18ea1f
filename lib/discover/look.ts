/** Looks into a publication's sources, one after the other, and says what each lists. */
import { backOffUntil } from '../cadence.ts';
import { unreachable } from '../errors.ts';
import { DAY_MS, MINUTE_MS } from '../instant.ts';
import { NO_VALIDATORS, type FetchOutcome, type FetchPage, type Page } from '../page.ts';
import type { SourceState } from '../roster.ts';
import type { Publication } from '../watchlist.ts';
import { dayInUrl } from './first-sight.ts';
import type { Listed, Listing } from './listed.ts';
import type { SourceKind } from './read-source.ts';

/** One source, looked into: what to remember of it, and what it listed. */
export type Look = {
  readonly state: SourceState;
  readonly kind: 'read' | 'unchanged' | 'waiting' | 'failed';
  readonly sourceKind: SourceKind;
  readonly listed: readonly Listed[];
  readonly detail: string | null;
};

export type LookInput = {
  readonly publication: Publication;
  readonly sources: readonly SourceState[];
  readonly fetchPage: FetchPage;
  readonly now: Date;
  /** Once true, the sources that are left wait for the next visit. */
  readonly isTimeUp?: () => boolean;
};

/** A source is not looked into again before this: a second visit in one tick learns nothing. */
const LEAST_INTERVAL_MS = 2 * MINUTE_MS;
/** Of a sitemap index, as many children a visit, newest first: an index may name thousands. */
const MAX_CHILDREN = 5;
/** An index of indexes is met; more is a maze. */
const MAX_DEPTH = 2;

type Source = {
  readonly url: string;
  readonly kind: SourceKind;
  readonly links?: string | undefined;
  readonly depth: number;
};

export async function lookIntoSources(input: LookInput): Promise<readonly Look[]> {
  const remembered = new Map(input.sources.map((state) => [state.url, state]));
  const looks = new Map<string, Look>();
  const named = new Set<string>();
  const queue = sourcesOf(input.publication);
  for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
    if (looks.has(source.url)) continue;
    const state = remembered.get(source.url) ?? neverSeen(source.url);
    if (isWaiting(state, input.now) || input.isTimeUp?.() === true) {
      looks.set(source.url, { state, kind: 'waiting', sourceKind: source.kind, listed: [], detail: null });
      continue;
    }
    const fetched = await input.fetchPage({ url: source.url, validators: state.validators });
    const listing = fetched.kind === 'page' ? await readListing(fetched.page, source) : null;
    looks.set(source.url, lookOf(source, state, fetched, listing, input.now));
    if (listing?.kind === 'sitemap-index' && source.depth < MAX_DEPTH) {
      for (const { url } of listing.children) named.add(url);
      queue.unshift(...childrenToRead(listing.children, source, remembered, input));
    }
  }
  // Children that were not looked into this time are remembered as they were: those an index still names, and all while one could not be read.
  const isIndexUnread = input.publication.sitemaps.some((url) => looks.get(url)?.kind !== 'read');
  const rest = input.sources.filter(({ url }) => !looks.has(url) && (isIndexUnread || named.has(url)));
  return [
    ...looks.values(),
    ...rest
      .slice(-MAX_REMEMBERED_CHILDREN)
      .map((state): Look => ({ state, kind: 'waiting', sourceKind: 'sitemap', listed: [], detail: null })),
  ];
}

const MAX_REMEMBERED_CHILDREN = 200;

/** The parsers of feeds are loaded once a source brings something: most say "not modified" most of the time. */
async function readListing(page: Page, { kind, links }: Source): Promise<Listing> {
  const { readSource } = await import('./read-source.ts');
  return readSource(page, kind, links);
}

const sourcesOf = ({ feeds, sitemaps, sections }: Publication): Source[] => [
  ...feeds.map((url): Source => ({ url, kind: 'feed', depth: 0 })),
  ...sitemaps.map((url): Source => ({ url, kind: 'sitemap', depth: 0 })),
  ...sections.map(({ url, links }): Source => ({ url, kind: 'section', links, depth: 0 })),
];

const neverSeen = (url: string): SourceState => ({
  url,
  validators: NO_VALIDATORS,
  checkedAt: null,
  lastNewAt: null,
  failures: 0,
  notBefore: null,
});

/** Nothing waits for longer than a day: what seems to was dated ahead by a wrong clock. */
function isWaiting({ checkedAt, notBefore }: SourceState, now: Date): boolean {
  const untilMs = notBefore === null ? 0 : Date.parse(notBefore) - now.getTime();
  if (untilMs > 0 && untilMs <= DAY_MS) return true;
  return checkedAt !== null && Math.abs(now.getTime() - Date.parse(checkedAt)) < LEAST_INTERVAL_MS;
}

function lookOf(source: Source, before: SourceState, fetched: FetchOutcome, listing: Listing | null, now: Date): Look {
  const sourceKind = source.kind;
  const checked = { ...before, checkedAt: now.toISOString() };
  const well = { ...checked, failures: 0, notBefore: null };
  if (fetched.kind === 'not-modified') {
    const state = { ...well, validators: fetched.validators };
    return { state, kind: 'unchanged', sourceKind, listed: [], detail: null };
  }
  if (fetched.kind !== 'page' || listing === null || listing.kind === 'unreadable') {
    const failures = before.failures + 1;
    const notBefore = backOffUntil(failures, retryAfterOf(fetched), now);
    const state = { ...checked, validators: NO_VALIDATORS, failures, notBefore };
    return { state, kind: 'failed', sourceKind, listed: [], detail: whyFailed(fetched, listing) };
  }
  // An index is read whole each time: "not modified" would hide the children not reached yet.
  const isIndex = listing.kind === 'sitemap-index';
  const state = { ...well, validators: isIndex ? NO_VALIDATORS : fetched.page.validators };
  const listed = isIndex ? [] : listing.listed;
  return { state, kind: 'read', sourceKind, listed, detail: movedTo(fetched.page.redirects) };
}

const retryAfterOf = (fetched: FetchOutcome): number | null =>
  fetched.kind === 'failed' || fetched.kind === 'blocked' ? fetched.retryAfterSeconds : null;

function whyFailed(fetched: FetchOutcome, listing: Listing | null): string {
  if (listing?.kind === 'unreadable') return listing.detail;
  switch (fetched.kind) {
    case 'missing':
    case 'gone':
    case 'blocked':
      return `HTTP ${fetched.status}`;
    case 'refused':
    case 'failed':
      return fetched.detail;
    case 'page':
    case 'not-modified':
      return 'nothing could be read';
    default:
      return unreachable(fetched);
  }
}

function movedTo(redirects: readonly { readonly status: number; readonly url: string }[]): string | null {
  const last = redirects.at(-1);
  const permanent = redirects.every(({ status }) => status === 301 || status === 308);
  return last !== undefined && permanent ? `moved for good to ${last.url}: put that into the watchlist` : null;
}

type Child = { readonly url: string; readonly updatedAt: string | null };

/** Sitemaps of things that are no articles, by the names content systems give them. */
const OTHER_CHILDREN = /(?:image|video|categor|tag|author|user|page-|pages|taxonom|product|gallery)/i;

/** The children worth reading now: not of other things, not all old, changed since last read, newest first. */
function childrenToRead(
  children: readonly Child[],
  index: Source,
  remembered: ReadonlyMap<string, SourceState>,
  { publication, now }: LookInput,
): readonly Source[] {
  const oldest = now.getTime() - publication.newerThan;
  return children
    .filter(({ url }) => !OTHER_CHILDREN.test(new URL(url).pathname))
    .map(({ url, updatedAt }) => ({
      url,
      // A sitemap of a month or day ends with it.
      newestMs: updatedAt === null ? dayInUrl(url) : Date.parse(updatedAt),
      updatedAt,
      state: remembered.get(url) ?? null,
    }))
    .filter(({ newestMs }) => newestMs === null || newestMs + 36 * 60 * MINUTE_MS >= oldest)
    .filter(({ updatedAt, state }) => updatedAt === null || updatedAt > (state?.checkedAt ?? ''))
    .toReversed() // without dates, the last named is the newest as a rule
    .sort(
      (a, b) =>
        (b.newestMs ?? 0) - (a.newestMs ?? 0) || (a.state?.checkedAt ?? '').localeCompare(b.state?.checkedAt ?? ''),
    )
    .slice(0, MAX_CHILDREN)
    .map(({ url }) => ({ url, kind: 'sitemap', depth: index.depth + 1 }));
}
