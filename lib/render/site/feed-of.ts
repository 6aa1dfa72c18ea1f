/** A feed with its entries' redlines. */
import { renderFeed } from '../feeds/index.ts';
import { feedContent } from '../pages/index.ts';
import { readOne, type Archive, type ReadAgain } from './archive.ts';
import type { FeedSelection } from './gather.ts';
import { feedTitle } from './index-pages.ts';
import { linkedFrom, type SiteLine } from './line.ts';
import { NO_ADDRESSES, relativeHref, type Addresses } from './links.ts';
import { revisionView } from './revision-view.ts';

export type FeedAddress = {
  /** Where the site lies, with its last slash; null where that is not known. */
  readonly base: string | null;
  /** A domain for the ids of entries; never to be changed. */
  readonly authority: string;
};

/** Of the site at `url`; null where that is not known. */
export function addressOf(url: string | null): FeedAddress {
  if (url === null) return { base: null, authority: NO_DOMAIN };
  const base = url.endsWith('/') ? url : `${url}/`;
  return { base, authority: new URL(base).hostname };
}

/** Of a site that lies on one's own machine: nobody can own it, so no other's id can be the same by right. */
const NO_DOMAIN = 'stop-press.invalid';

/** A line with its revision's redline as HTML. */
export type KeptEntry = { readonly line: SiteLine; readonly content: string };

/** Atom, for `path`. Addresses are absolute where the site's is known, else relative to the feed. */
export function feedOf(
  feed: { readonly of: string; readonly name: string; readonly entries: readonly KeptEntry[] },
  path: string,
  to: Addresses,
  address: FeedAddress,
  now: string,
): string {
  const absolute = (href: string): string =>
    address.base === null ? href : new URL(href, new URL(path, address.base)).href;
  const page = pageOf(feed.of, to);
  return renderFeed({
    title: feedTitle(feed.name),
    of: feed.of,
    authority: address.authority,
    self: absolute(relativeHref(path, path)),
    page: page === null ? null : absolute(relativeHref(path, page)),
    asOf: now,
    entries: feed.entries.map(({ line, content }) => {
      const linked = linkedFrom(path, line, to);
      return { line: { ...linked, href: linked.href === null ? null : absolute(linked.href) }, content };
    }),
  });
}

/** The page that shows what a feed does: a beat has none of its own. */
const pageOf = (of: string, to: Addresses): string | null =>
  of.startsWith('publications/') ? to.publication(of.slice('publications/'.length)) : to.overview;

/** The entries of a feed, read from the ledger one revision at a time. */
export async function entriesOf(
  { lines }: Pick<FeedSelection, 'lines'>,
  archive: Archive,
  readAgain: ReadAgain,
): Promise<readonly KeptEntry[]> {
  const entries: KeptEntry[] = [];
  for (const line of lines) {
    const content = await contentOf(line, archive, readAgain);
    if (content !== null) entries.push({ line, content });
  }
  return entries;
}

/** The redline of a revision as a feed shows it; null where there is no such revision. */
export async function contentOf(
  { articleId, number }: { readonly articleId: string; readonly number: number },
  archive: Archive,
  readAgain: ReadAgain,
): Promise<string | null> {
  const history = await readOne(archive, articleId, number, readAgain);
  const place = { path: '', to: NO_ADDRESSES, bytes: false };
  const view = history && (await revisionView(history, history.committed.length - 1, place));
  return view && feedContent(view);
}
