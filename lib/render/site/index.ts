/**
 * A site of everything the ledger holds: the same pages whether written to a folder or answered by a server.
 *
 * 1. Every revision has a page, every article a timeline, every publication a page; an overview stands over them.
 * 2. Pages link to each other by relative addresses, so a site can lie anywhere.
 * 3. A page at a secret path links to no other.
 * 4. A report is written anew only where something changed; a few articles are in memory at a time.
 */
export { createArchive, readHistory, readOne, type Archive, type History, type ReadAgain } from './archive.ts';
export { feedOf, type FeedAddress } from './feed-of.ts';
export { gatherSite, linkedFrom, type FeedSelection, type SiteFacts, type SiteGathering } from './gather.ts';
export { gatherHighlights, type Gathering } from './highlights.ts';
export * from './links.ts';
export { publishRevision } from './published.ts';
export { writeReport, type ReportPorts, type ReportStep } from './report.ts';
export { lineOf, looseView, pairView, revisionView, timelineView, type Place } from './views.ts';
