/** What a month is like where the watchlist does not say. Each stands in what `stop-press cost` prints; the measured ones name where. */
export const ASSUMPTIONS = {
  /** Articles that a publication brings out in a day. A cap of the watchlist (`maxArticles`) holds where it is lower. */
  articlesADay: 40,
  /** Of all checks, those that find a revision. A mean of all ages: young articles change, old ones hardly. */
  revisionsACheck: 0.005,
  /** Of all revisions, those that an edition is told of. */
  alertsARevision: 0.3,
  /** Of all alerts, those that go out as a text. */
  textsAnAlert: 0.2,
  /** Of all checks, those answered with "not modified"; the rest bring a page. */
  notModified: 0.5,
  /** CPU in milliseconds, twice what docs/measurements.md has for this machine: a function of 1,024 MiB has 0.58 of a core. */
  notModifiedMs: 1,
  samePageMs: 4,
  changedPageMs: 12,
  /** From a request to the end of its answer. */
  answerMs: 200,
  /** What a visit takes besides its requests: rosters, robots.txt, a cold start now and then. */
  idleVisitMs: 1_000,
  dispatchMs: 100,
  notifyMs: 600,
  sweepMs: 700,
  /** Of a page, compressed, and of a revision's JSON, kilobytes. */
  pageKilobytes: 20,
  revisionKilobytes: 20,
  /** Of an article’s entry in its roster, kilobytes. */
  entryKilobytes: 0.6,
  /** A log line of a visit or a revision, kilobytes. */
  logKilobytes: 0.5,
  /** Sources are asked at every tick. */
  ticksADay: 288,
  daysAMonth: 30.4,
} as const;
export type Assumptions = { readonly [Name in keyof typeof ASSUMPTIONS]: number };
