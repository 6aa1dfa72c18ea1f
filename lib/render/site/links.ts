/** Where every page of a site lies. A site is the same files whether a folder holds them or a server answers for them. */
import type { Revision } from '../../revision.ts';

export const overviewPath = (): string => 'index.html';
export const publicationPath = (publication: string): string => `publications/${publication}/index.html`;
export const articlePath = (articleId: string, file: string): string => `articles/${articleId}/${file}`;
export const timelinePath = (articleId: string): string => articlePath(articleId, 'index.html');
export const revisionPath = (articleId: string, number: number): string =>
  articlePath(articleId, `${numbered(number)}.html`);
/** Any two revisions compared. */
export const pairPath = (articleId: string, from: number, to: number): string =>
  articlePath(articleId, `${numbered(from)}-${numbered(to)}.html`);
const numbered = (number: number): string => String(number).padStart(5, '0');
export const archivedPath = (sha256: string): string => `pages/${sha256}.txt`;
export const FEED_OF_ALL = 'feed.atom';
export const publicationFeedPath = (publication: string): string => `publications/${publication}/feed.atom`;
export const beatFeedPath = (beat: string): string => `beats/${beat}/feed.atom`;

/**
 * The public page of one revision, at a path nobody can guess; null where its pages are not published.
 * A page published so links to no other page: whoever has one address has that page and no more.
 */
export const publishedPath = (revision: Revision): string | null =>
  revision.pageToken === null ? null : `r/${revision.pageToken}`;

/** How a page at `from` links to the page at `to`: relative, so that a site can lie anywhere, on a disk as on a server. */
export function relativeHref(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared += 1;
  return [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
