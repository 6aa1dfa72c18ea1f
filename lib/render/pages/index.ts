/**
 * What is read in a browser: a page for each revision, the timeline of an article, and what a publication did.
 *
 * 1. What changed and whether it matters comes first, the text with its marks next, the evidence last.
 * 2. A mark never rests on colour alone, and a screen reader is told of it.
 * 3. What did not change is folded away; what is only style is there on demand and said to be so.
 * 4. Words of a publisher are shown as text, whatever they hold. No page loads, runs or sends anything.
 * 5. A page asks not to be indexed, and tells nobody where its reader came from.
 */
export { feedContent } from './feed-content.ts';
export { CONTENT_SECURITY_POLICY } from './frame.ts';
export { renderOverviewPage, renderPublicationPage } from './overview-page.ts';
export type { Feeds, Highlights, OverviewView, PublicationLine, PublicationView } from './overview-page.ts';
export { renderRedlines } from './redlines-page.ts';
export { renderRevisionPage } from './revision-page.ts';
export { renderTimeline, type Compare, type TimelineView } from './timeline-page.ts';
export type * from './view.ts';
