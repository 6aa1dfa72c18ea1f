/**
 * Where pages lie on a public server: at paths nobody can guess. A revision's carries a random part of its own; the others are
 * made from the watchlist's secret, each by itself, so that whoever has one address has no other than that page links to.
 * Links lead downwards: from the overview to publications and articles, from an article to its revisions and back.
 */
import { unguessable } from '../../hash.ts';
import { NO_ADDRESSES, type Addressed, type Addresses } from './links.ts';

export type SecretSite = {
  /** Everything: for the overview, which links to it, and for whoever writes it. */
  readonly all: {
    readonly overview: string;
    readonly publication: (id: string) => string;
    readonly timeline: (articleId: string) => string;
    readonly revision: Addresses['revision'];
    readonly feed: (of: string) => string;
  };
  /** Where the last text of an article is compared with its first. */
  readonly sinceFirst: (articleId: string) => string;
  /** For a publication's page: no way up, nor to another publication's. */
  readonly ofPublication: (id: string) => Addresses;
  /** For the pages of an article: its timeline and its revisions. */
  readonly ofArticle: Addresses;
  /** For a feed: its own page, and the articles. */
  readonly ofFeed: (of: string) => Addresses;
};

export function secretSite(secret: string): SecretSite {
  const at = (what: string): string => unguessable(secret, what);
  const timeline = (articleId: string): string => `a/${at(`articles/${articleId}`)}.html`;
  const publication = (id: string): string => `p/${at(`publications/${id}`)}.html`;
  // A feed of everything shows no more than the overview, whose secret it carries.
  const feed = (of: string): string => (of === 'all' ? `o/${secret}.atom` : `f/${at(`feeds/${of}`)}.atom`);
  const ofArticle: Addresses = { ...NO_ADDRESSES, timeline, revision: publishedPath };
  const all = { overview: overviewAt(secret), publication, timeline, revision: publishedPath, feed };
  return {
    all,
    sinceFirst: (articleId) => `a/${at(`since-first/${articleId}`)}.html`,
    ofPublication: (id) => ({ ...ofArticle, feed: (of) => (of === `publications/${id}` ? feed(of) : null) }),
    ofArticle,
    ofFeed: (of) => ({ ...ofArticle, publication, overview: of === 'all' ? all.overview : null }),
  };
}

/**
 * The public page of one revision; null where its pages are not published. Short, without an ending: it stands in text
 * messages.
 */
export const publishedPath = ({ pageToken }: Pick<Addressed, 'pageToken'>): string | null =>
  pageToken === null ? null : `r/${pageToken}`;

/** The address of the overview, for messages; null where it is not published. */
export const overviewUrl = (site: {
  readonly url?: string | undefined;
  readonly secret?: string | undefined;
}): string | null =>
  site.url === undefined || site.secret === undefined
    ? null
    : `${site.url.replace(/\/$/, '')}/${overviewAt(site.secret)}`;

const overviewAt = (secret: string): string => `o/${secret}.html`;
