/** The public page of one revision, for whoever has its address: what a message links to. */
import type { Store } from '../../store.ts';
import { renderRevisionPage } from '../pages/index.ts';
import { readOne, type Archive, type ReadAgain } from './archive.ts';
import { publishedPath } from './links.ts';
import { revisionView } from './views.ts';

/**
 * Writes it into the site's store at the secret path that the revision carries, and answers the path; null for a revision
 * that is not there or is not to be published. Written twice it is the same page, so losing that race is no loss.
 */
export async function publishRevision(
  articleId: string,
  number: number,
  archive: Archive,
  readAgain: ReadAgain,
  site: Store,
): Promise<string | null> {
  const history = await readOne(archive, articleId, number, readAgain);
  const revision = history?.committed.at(-1)?.revision;
  if (history === null || revision === undefined) return null;
  const path = publishedPath(revision);
  if (path === null) return null;
  const view = await revisionView(history, history.committed.length - 1, { path, linked: false, bytes: false });
  if (view === null) return null;
  await site.putIfAbsent(path, new TextEncoder().encode(renderRevisionPage(view)));
  return path;
}
