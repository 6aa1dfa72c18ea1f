/** How much a publication asks for: articles followed, checks a day, and whether politeness allows as many. */
import { capacityOf, DEFAULT_CADENCE, type Cadence } from '../cadence.ts';
import { DAY_MS } from '../instant.ts';
import type { Publication } from '../watchlist.ts';
import type { Assumptions } from './assumptions.ts';

export type Load = {
  /** Articles followed at once, once the cadence’s last step has been reached. */
  readonly followed: number;
  readonly foundADay: number;
  readonly checksADay: number;
  /** The most checks a day that one request at a time, with the delay in between, leaves room for. */
  readonly capacityADay: number;
  /** Asked at every tick, before any article. */
  readonly sources: number;
  /** From one request to the next, in milliseconds. */
  readonly requestMs: number;
};

/** @param publication as in the watchlist. Single articles are taken to be young for as long as they are followed, on the first step. */
export function loadOf(
  publication: Pick<Publication, 'cadence' | 'delay' | 'maxArticles' | 'feeds' | 'sitemaps' | 'sections' | 'articles'>,
  assumptions: Assumptions,
): Load {
  const cadence: Cadence = publication.cadence ?? DEFAULT_CADENCE;
  const { feeds, sitemaps, sections, articles, maxArticles } = publication;
  const discovers = feeds.length + sitemaps.length + sections.length > 0;
  const lifeDays = (cadence.at(-1)?.under ?? 0) / DAY_MS;
  // As many are retired in a day as are found. More than may be followed at once are not taken up.
  const foundADay = discovers ? Math.min(assumptions.articlesADay, maxArticles / lifeDays) : 0;
  const youngADay = DAY_MS / (cadence[0]?.every ?? DAY_MS);
  const sources = feeds.length + sitemaps.length + sections.length;
  const requestsATick = capacityOf(publication, DAY_MS / assumptions.ticksADay);
  return {
    followed: foundADay * lifeDays + articles.length,
    foundADay,
    checksADay: foundADay * checksOfALife(cadence) + articles.length * youngADay,
    sources,
    requestMs: DAY_MS / assumptions.ticksADay / requestsATick,
    capacityADay: Math.max(1, requestsATick - sources) * assumptions.ticksADay,
  };
}

/** Checks of an article that never changes, from its first sighting to its retirement. */
const checksOfALife = (cadence: Cadence): number =>
  cadence.reduce((sum, { under, every }, i) => sum + (under - (cadence[i - 1]?.under ?? 0)) / every, 1);
