/** A feed with its entries' redlines, read from the ledger one revision at a time. */
import { renderFeed, type FeedEntry } from '../feeds/index.ts';
import { feedContent } from '../pages/index.ts';
import { readOne, type Archive, type ReadAgain } from './archive.ts';
import { linkedFrom, type FeedSelection } from './gather.ts';
import { relativeHref } from './links.ts';
import { revisionView } from './views.ts';

export type FeedAddress = {
  /** Where the site lies, with its last slash; null where that is not known. */
  readonly base: string | null;
  /** A domain for the ids of entries; never to be changed. */
  readonly authority: string;
};

/** Atom. Addresses are absolute where the site's is known, else relative to the feed. */
export async function feedOf(
  selection: FeedSelection,
  archive: Archive,
  readAgain: ReadAgain,
  address: FeedAddress,
  now: string,
): Promise<string> {
  const { path, title, of, page } = selection;
  const absolute = (href: string): string =>
    address.base === null ? href : new URL(href, new URL(path, address.base)).href;
  const entries: FeedEntry[] = [];
  for (const line of selection.lines) {
    const history = await readOne(archive, line.articleId, line.number, readAgain);
    if (history === null) continue;
    const view = await revisionView(history, history.committed.length - 1, { path, linked: false, bytes: false });
    if (view === null) continue;
    const linked = linkedFrom(path, line);
    const href = linked.href === null ? null : absolute(linked.href);
    entries.push({ line: { ...linked, href }, content: feedContent(view) });
  }
  return renderFeed({
    title,
    of,
    authority: address.authority,
    self: absolute(relativeHref(path, path)),
    page: absolute(relativeHref(path, page)),
    asOf: now,
    entries,
  });
}
