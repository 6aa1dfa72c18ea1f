/** Says which articles of a publication are new and which were updated, by its sources. */
import { canonicalUrl, type CanonicalUrl } from '../identity.ts';
import { NO_VALIDATORS, type FetchPage } from '../page.ts';
import type { SourceState } from '../roster.ts';
import type { Publication } from '../watchlist.ts';
import { dayInUrl, isWanted, matchesPatterns } from './first-sight.ts';
import type { Listed } from './listed.ts';
import { lookIntoSources, type Look } from './look.ts';

export type DiscoveryInput = {
  readonly publicationId: string;
  readonly publication: Publication;
  /** As the last discovery returned them. */
  readonly sources: readonly SourceState[];
  readonly fetchPage: FetchPage;
  readonly now: Date;
  /** Once true, no further source is asked: they wait for the next visit. */
  readonly isTimeUp?: () => boolean;
  readonly isKnown: (url: CanonicalUrl) => boolean;
  /** How many articles are followed already: with what is found, at most the publication's `maxArticles`. */
  readonly followedCount: number;
};

/** An article not seen before. */
export type Found = {
  /** As the source gives it: the address to fetch. */
  readonly url: string;
  readonly canonical: CanonicalUrl;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  /** The address of the source that listed it; `watchlist` for one that is named there. */
  readonly source: string;
};

/** A known article that a source says was updated then. It brings a check forward, and never holds one back. */
export type Hint = { readonly canonical: CanonicalUrl; readonly updatedAt: string };

/** What became of one source. */
export type SourceOutcome = {
  readonly source: string;
  /** `unchanged`: not modified. `waiting`: not its time yet. */
  readonly kind: 'read' | 'unchanged' | 'waiting' | 'failed';
  readonly listed: number;
  readonly found: number;
  /** Why it failed, or what an operator should know. */
  readonly detail: string | null;
};

export type Discovery = {
  /** Newest first. */
  readonly found: readonly Found[];
  readonly hints: readonly Hint[];
  /** To be remembered in place of `sources`. */
  readonly sources: readonly SourceState[];
  readonly outcomes: readonly SourceOutcome[];
  /** Wanted articles left out for now, because `maxArticles` are followed. */
  readonly overLimit: number;
};

/** Never rejects for anything a source may hold; a source that fails is an outcome, and removes nothing. */
export async function discoverArticles(input: DiscoveryInput): Promise<Discovery> {
  const { publication, now, isKnown, followedCount } = input;
  const looks = await lookIntoSources(input);

  const found = new Map<CanonicalUrl, Found>();
  const hints = new Map<CanonicalUrl, string>();
  for (const look of looks) {
    for (const listed of believable(look)) {
      const canonical = canonicalUrl(listed.url);
      if (canonical === null) continue;
      const updatedAt = listed.updatedAt ?? listed.publishedAt;
      if (!isKnown(canonical)) {
        if (isWanted(listed, publication, now))
          found.set(canonical, merged(found.get(canonical), listed, canonical, look));
      } else if (updatedAt !== null && matchesPatterns(listed.url, publication)) {
        hints.set(canonical, later(hints.get(canonical), updatedAt));
      }
    }
  }
  const single = singleArticles(publication, isKnown);
  for (const article of single) found.delete(article.canonical);
  const wanted = [...single, ...[...found.values()].sort(newestFirst)];
  const room = Math.max(single.length, publication.maxArticles - followedCount);
  const taken = wanted.slice(0, room);
  const left = new Set(wanted.slice(room).map(({ source }) => source));

  return {
    found: taken,
    hints: [...hints].map(([canonical, updatedAt]) => ({ canonical, updatedAt })),
    sources: looks.map((look) => remember(look, taken, left, now)),
    outcomes: looks.map((look) => outcomeOf(look, taken)),
    overLimit: wanted.length - taken.length,
  };
}

/** Sitemaps that date nothing are believed to list news only while they are short: a whole archive is undated too. */
const MAX_UNDATED = 200;

function believable({ sourceKind, listed }: Look): readonly Listed[] {
  if (sourceKind !== 'sitemap' || listed.length <= MAX_UNDATED) return listed;
  return listed.filter(
    ({ url, publishedAt, updatedAt }) => publishedAt !== null || updatedAt !== null || dayInUrl(url) !== null,
  );
}

/** Two sources may list one article; the first keeps it, and what it does not say the second may. */
const merged = (known: Found | undefined, listed: Listed, canonical: CanonicalUrl, look: Look): Found => ({
  url: known?.url ?? listed.url,
  canonical,
  publishedAt: known?.publishedAt ?? listed.publishedAt,
  updatedAt: later(known?.updatedAt ?? undefined, listed.updatedAt ?? '') || null,
  source: known?.source ?? look.state.url,
});

/** Articles the operator named are followed whatever their age and pattern. */
function singleArticles({ articles }: Publication, isKnown: DiscoveryInput['isKnown']): readonly Found[] {
  const found = new Map<CanonicalUrl, Found>();
  for (const url of articles) {
    const canonical = canonicalUrl(url);
    if (canonical === null || isKnown(canonical) || found.has(canonical)) continue;
    found.set(canonical, { url, canonical, publishedAt: null, updatedAt: null, source: 'watchlist' });
  }
  return [...found.values()];
}

/** Undated ones come from section pages and short feeds as a rule: they are on show now. */
const newestFirst = (a: Found, b: Found): number => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0);
const dateOf = ({ publishedAt, updatedAt }: Found): string => publishedAt ?? updatedAt ?? '9';

function remember(look: Look, taken: readonly Found[], left: ReadonlySet<string>, now: Date): SourceState {
  const { state } = look;
  const lastNewAt = taken.some(({ source }) => source === state.url) ? now.toISOString() : state.lastNewAt;
  // What was left out must be listed again: "not modified" would hide it for good.
  return { ...state, lastNewAt, validators: left.has(state.url) ? NO_VALIDATORS : state.validators };
}

const outcomeOf = (look: Look, taken: readonly Found[]): SourceOutcome => ({
  source: look.state.url,
  kind: look.kind,
  listed: look.listed.length,
  found: taken.filter(({ source }) => source === look.state.url).length,
  detail: look.detail,
});

const later = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);
