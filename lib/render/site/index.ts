/**
 * A site of everything the ledger holds: the same pages whether written to a folder or answered by a server.
 *
 * 1. Every revision has a page, every article a timeline, every publication a page; an overview stands over them.
 * 2. Pages link to each other by relative addresses, so a site can lie anywhere.
 * 3. A page at a secret path links to no other.
 * 4. A report is written anew only where something changed; a few articles are in memory at a time.
 */
export {
  createArchive,
  readAgainBy,
  readHistory,
  readOne,
  type Archive,
  type History,
  type ReadAgain,
} from './archive.ts';
export { addressOf, contentOf, entriesOf, feedOf, type FeedAddress, type KeptEntry } from './feed-of.ts';
export { FEED_LENGTH, feedsOf, gatherSite, isInFeeds, type FeedSelection, type SiteGathering } from './gather.ts';
export { EMPTY_GATHERING, gather, gatheringSchema, highlightsOf, latestOf, type Gathering } from './gathering.ts';
export {
  drawOverview,
  drawPublication,
  publicationSummarySchema,
  summaryOf,
  type PublicationSummary,
  type SiteFacts,
} from './index-pages.ts';
export { lineOf, linkedFrom, siteLineSchema, type SiteLine } from './line.ts';
export * from './links.ts';
export { preparedPair } from './pairs.ts';
export type { Place } from './place.ts';
export { overviewUrl, publishedPath, secretSite, type SecretSite } from './secret-addresses.ts';
export { publishRevision, type PublishedRevision } from './published.ts';
export { writeReport, type ReportPorts, type ReportStep } from './report.ts';
export { looseView, pairView, revisionView } from './revision-view.ts';
export { linesOf, timelineView, type ArticleLines } from './timeline-view.ts';
