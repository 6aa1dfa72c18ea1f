/**
 * Feeds of revisions.
 *
 * 1. One for everything, one for each publication, one for each beat: the same entries with the same ids.
 * 2. An entry is a revision. Its id never changes, nor does its time.
 * 3. Its content is the redline itself, so that a reader need not leave the feed.
 */
export { renderFeed, type FeedEntry, type FeedView } from './feed.ts';
