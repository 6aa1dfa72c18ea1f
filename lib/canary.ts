/**
 * The canary: an article of Stop Press's own that changes every hour, on the stack's own site. It is followed like any other, and an alarm
 * comes when its alerts do not (cdk/constructs/canary.ts). Nobody but a queue is told of it, and no page or report shows it.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './instant.ts';
import type { Edition, Publication, Watchlist } from './watchlist.ts';

/** Id of its publication and of its edition. An underscore cannot stand in an id of the watchlist. */
export const CANARY = '_canary';
/** Key of its page on the site. */
export const CANARY_PAGE = 'canary.html';

export const isCanary = (articleId: string): boolean => articleId.startsWith(`${CANARY}-`);

/** The watchlist with the canary in it. @param url where its page is served; undefined where there is no site. */
export function withCanary(watchlist: Watchlist, url: string | undefined): Watchlist {
  if (url === undefined) return watchlist;
  return {
    ...watchlist,
    publications: { ...watchlist.publications, [CANARY]: publicationAt(url) },
    editions: { ...watchlist.editions, [CANARY]: EDITION },
  };
}

/** Another figure every hour, and never one that was there before: a return to an earlier text would be held back. */
export function canaryPage(now: Date): string {
  const hour = Math.floor(now.getTime() / HOUR_MS);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The canary sings</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2026-01-01T00:00:00Z"></head><body><article>
<h1>The canary sings</h1><p class="byline">By Stop Press</p>
<p>This article is no news. Stop Press changes it every hour and follows it as it follows all others, so that its operators hear of it when alerts do not come any more.</p>
<p>The canary has counted ${hour.toLocaleString('en-GB')} hours so far, and it goes on counting for as long as the stack that serves this page is there to be looked after.</p>
<p>Whoever has come here by accident may safely go away again: nothing else is ever published at this address, and nobody is told of it but a machine.</p>
</article></body></html>
`;
}

const publicationAt = (url: string): Publication => ({
  name: 'Stop Press canary',
  feeds: [],
  sitemaps: [],
  sections: [],
  articles: [url],
  include: [],
  exclude: [],
  newerThan: DAY_MS,
  maxArticles: 1,
  // For as long as the stack lives: it is never retired.
  cadence: [{ under: 36_500 * DAY_MS, every: 15 * MINUTE_MS }],
  delay: SECOND_MS,
  selectors: {},
  ignore: { kinds: [], patterns: [], blocks: [] },
  severities: {},
  muted: [],
  shadow: false,
  paused: false,
});

const EDITION: Edition = {
  name: 'Stop Press canary',
  publications: [CANARY],
  severity: 'minor',
  // Subscribed by the stack itself, with its own filter: here stands only that there is somebody.
  subscribers: { email: [], sms: [], events: [CANARY] },
};
