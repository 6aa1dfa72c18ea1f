/** The public page of one revision, for whoever has its address: what a message links to. */
import type { Committed } from '../../revision.ts';
import type { Store } from '../../store.ts';
import { feedContent, renderRevisionPage } from '../pages/index.ts';
import { readOne, type Archive, type ReadAgain } from './archive.ts';
import type { KeptEntry } from './feed-of.ts';
import { lineOf } from './line.ts';
import { NO_ADDRESSES, type Addresses } from './links.ts';
import { revisionView } from './revision-view.ts';
import { publishedPath } from './secret-addresses.ts';

/** A page as it was written, and what timelines, overviews and feeds will want of the revision. */
export type PublishedRevision = { readonly path: string; readonly entry: KeptEntry };

/**
 * Writes it into the site's store at the secret path that the revision carries; null for a revision that is not there or is not to be
 * published. Written twice it is the same page, so losing that race is no loss.
 *
 * @param timeline where the article's timeline will lie; null where it is not published. The page links to nothing else.
 */
export async function publishRevision(
  articleId: string,
  number: number,
  archive: Archive,
  readAgain: ReadAgain,
  site: Store,
  timeline: Addresses['timeline'],
): Promise<PublishedRevision | null> {
  const history = await readOne(archive, articleId, number, readAgain);
  const committed: Committed | undefined = history?.committed.at(-1);
  if (history === null || committed === undefined) return null;
  const path = publishedPath(committed.revision);
  if (path === null) return null;
  const place = { path, to: { ...NO_ADDRESSES, timeline }, bytes: false };
  const view = await revisionView(history, history.committed.length - 1, place);
  if (view === null) return null;
  await site.putIfAbsent(path, new TextEncoder().encode(renderRevisionPage(view)));
  return { path, entry: { line: lineOf(committed), content: feedContent(view) } };
}
