/** Revisions as an Atom feed, newest first. */
import { generateAtomFeed } from 'feedsmith';
import type { RevisionLine } from '../pages/index.ts';
import { visibleText } from '../visible.ts';

export type FeedEntry = {
  readonly line: RevisionLine;
  /** HTML of the whole redline, as `feedContent` makes it. */
  readonly content: string;
};

export type FeedView = {
  readonly title: string;
  /** What it is a feed of: `all`, `publications/<id>` or `beats/<id>`. Its id is made from it, and stays. */
  readonly of: string;
  /** A domain of ours, for the ids. Give the same one for ever: readers take an entry with a new id for a new entry. */
  readonly authority: string;
  /** Addresses of the feed itself and of the page that shows the same; absolute where known, else relative to the feed. */
  readonly self: string;
  readonly page: string | null;
  /** Used as the feed's time where it has no entries; ISO 8601. */
  readonly asOf: string;
  readonly entries: readonly FeedEntry[];
};

/**
 * Atom 1.0. An entry's id is a tag URI made from the article's id and the revision's number, so it is the same in every
 * feed and for ever; it was updated when the revision was fetched, and never again.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 * @see https://www.rfc-editor.org/rfc/rfc4151
 */
export function renderFeed(view: FeedView): string {
  const updated =
    view.entries
      .map(({ line }) => line.fetchedAt)
      .toSorted()
      .at(-1) ?? view.asOf;
  return generateAtomFeed<true>(
    {
      id: tag(view.authority, view.of),
      title: text(view.title),
      updated: new Date(updated),
      generator: { text: 'Stop Press' },
      authors: [{ name: 'Stop Press' }],
      links: [
        { href: view.self, rel: 'self', type: 'application/atom+xml' },
        ...(view.page === null ? [] : [{ href: view.page, rel: 'alternate', type: 'text/html' }]),
      ],
      entries: view.entries.map((entry) => entryOf(entry, view.authority)),
    },
    { strict: true },
  );
}

function entryOf({ line, content }: FeedEntry, authority: string) {
  const links = line.href === null ? [] : [{ href: line.href, rel: 'alternate', type: 'text/html' }];
  return {
    id: tag(authority, `${line.articleId}/${line.number}`),
    title: text(`${line.publicationName}: ${line.summary} · ${line.headline}`),
    updated: new Date(line.fetchedAt),
    published: new Date(line.fetchedAt),
    links,
    authors: [{ name: wellFormed(line.publicationName) }],
    categories: [
      { term: `severity/${line.severity}`, label: line.severity },
      ...line.kinds.map((kind) => ({ term: `kind/${kind}`, label: kind })),
      ...line.beats.map((beat) => ({ term: `beat/${beat}`, label: beat })),
    ],
    summary: text(line.summary),
    content: { value: wellFormed(content), type: 'html' },
  };
}

/** 2025 is when the domain is said to have been ours; it is part of the id, and never changes. */
const tag = (authority: string, specific: string): string => `tag:${authority},2025:stop-press/${specific}`;

const text = (value: string) => ({ value: wellFormed(visibleText(value)), type: 'text' });

/** XML has no way to write these at all: lone surrogates, most control characters, and the two non-characters. */
const wellFormed = (value: string): string =>
  value.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD');
