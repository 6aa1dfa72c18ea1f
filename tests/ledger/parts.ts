/** What a check works with, made by hand: for tests of one step of the ledger at a time. */
import type { Article } from '../../lib/article.ts';
import type { Comparison } from '../../lib/change.ts';
import { contentHash } from '../../lib/hash.ts';
import { NO_VALIDATORS, type Page } from '../../lib/page.ts';
import { readingVersion } from '../../lib/reading-version.ts';
import { takeSnapshot } from '../../lib/read-page.ts';
import {
  createLedger,
  draftAvailability,
  draftText,
  newEntry,
  type Baseline,
  type CheckContext,
} from '../../lib/record/index.ts';
import type { Committed, TextRevision } from '../../lib/revision.ts';
import type { RosterEntry } from '../../lib/roster.ts';
import type { Snapshot } from '../../lib/snapshot.ts';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { articleOf } from '../messages/article-of.ts';
import { ARTICLE_URL, watchlistOf } from './story.ts';

export const ARTICLE_ID = 'example-news-0123456789abcdef';

/** An hour of the day on which everything happens. */
export const at = (time: string): string => `2026-03-01T${time}:00.000Z`;

export const entryOf = (over: Partial<RosterEntry> = {}): RosterEntry => ({
  ...newEntry({ articleId: ARTICLE_ID, url: ARTICLE_URL, alias: ARTICLE_URL }, new Date(at('08:00'))),
  ...over,
});

const RULES = {};
export const VERSION = readingVersion(RULES);

export const snapshotOf = (text: string, over: Partial<Article> = {}): Snapshot =>
  takeSnapshot(articleOf([text], over), VERSION);

export const pageOf = (over: Partial<Page> & { readonly text?: string } = {}): Page => {
  const { text = 'a page', ...rest } = over;
  return {
    url: ARTICLE_URL,
    requestedUrl: ARTICLE_URL,
    status: 200,
    contentType: 'text/html',
    validators: NO_VALIDATORS,
    body: new TextEncoder().encode(text),
    fetchedAt: at('09:00'),
    redirects: [],
    ...rest,
  };
};

export const contextOf = (over: Partial<CheckContext> = {}): CheckContext => {
  const watchlist = over.watchlist ?? watchlistOf();
  const publication = watchlist.publications['example-news'];
  if (publication === undefined) throw new Error('the watchlist of these tests has lost its publication');
  const store = createMemoryStore();
  return {
    publicationId: 'example-news',
    publication,
    watchlist,
    rules: RULES,
    fetchPage: () => Promise.reject(new Error('nothing is fetched here')),
    ledger: createLedger({ ledger: store, state: store }),
    now: new Date(at('09:00')),
    slot: at('09:00'),
    isInTrouble: false,
    beforeCommit: async () => undefined,
    ownerOf: () => null,
    stampsReliable: null,
    newPageToken: () => null,
    ...over,
  };
};

export type TextParts = {
  readonly tail?: Committed | null;
  readonly before?: Baseline | null;
  readonly comparison?: Comparison | null;
  readonly text?: string;
  readonly page?: Page;
  readonly entry?: RosterEntry;
};

export const textDraft = (parts: TextParts = {}, context: CheckContext = contextOf()) => {
  const { tail = null, before = null, comparison = null, text = 'Six died.', entry = entryOf() } = parts;
  const page = parts.page ?? pageOf({ text });
  return draftText({ tail, before, comparison, snapshot: snapshotOf(text), page, entry }, context);
};

export const textRevision = (parts: TextParts = {}, context?: CheckContext): TextRevision => {
  const { revision } = textDraft(parts, context);
  if (revision.kind !== 'text') throw new Error('a draft of a text is an availability');
  return revision;
};

export const committed = <R extends Committed['revision']>(revision: R): Committed<R> => ({
  revision,
  hash: contentHash(JSON.stringify(revision)),
});

export const goneDraft = (
  tail: Committed,
  text: TextRevision,
  over: Partial<Parameters<typeof draftAvailability>[0]> = {},
  context: CheckContext = contextOf(),
) =>
  draftAvailability(
    {
      tail,
      text,
      moved: { before: 'live', after: 'gone' },
      detail: 'HTTP 410',
      seenAt: at('10:00'),
      entry: entryOf(),
      ...over,
    },
    context,
  );
