/** Where every page of a site lies. A site is the same files whether a folder holds them or a server answers for them. */

/** What of a revision its address is made from. */
export type Addressed = { readonly articleId: string; readonly number: number; readonly pageToken: string | null };

/** Where the pages lie that another may link to; null for one that it may not, or that there is none of. */
export type Addresses = {
  readonly overview: string | null;
  readonly publication: (id: string) => string | null;
  readonly timeline: (articleId: string) => string | null;
  readonly revision: (revision: Addressed) => string | null;
  /** Of `all`, `publications/<id>` or `beats/<id>`. */
  readonly feed: (of: string) => string | null;
};

const overviewPath = 'index.html';
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
export const feedPath = (of: string): string => (of === 'all' ? 'feed.atom' : `${of}/feed.atom`);

/** Of `report` and `serve`, where every page may link to every other. */
export const OPEN_SITE = {
  overview: overviewPath,
  publication: publicationPath,
  timeline: timelinePath,
  revision: ({ articleId, number }) => revisionPath(articleId, number),
  feed: feedPath,
} as const satisfies Addresses;

/** For a page that links to no other. */
export const NO_ADDRESSES: Addresses = {
  overview: null,
  publication: () => null,
  timeline: () => null,
  revision: () => null,
  feed: () => null,
};

/** How a page at `from` links to the page at `to`: relative, so that a site can lie anywhere, on a disk as on a server. */
export function relativeHref(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared += 1;
  return [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
