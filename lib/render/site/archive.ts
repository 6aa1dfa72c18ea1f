/** What a site is drawn from: the ledger, read and never written. */
import type { Article } from '../../article.ts';
import { isCanary } from '../../canary.ts';
import { StoreError } from '../../errors.ts';
import { contentHash } from '../../hash.ts';
import { createLedger, parseNumber, revisionKey, revisionPrefix } from '../../record/index.ts';
import type { Committed, TextRevision } from '../../revision.ts';
import type { Stores } from '../../store.ts';
import type { Watchlist } from '../../watchlist.ts';

export type Archive = {
  /** The articles that have a revision, in order, after one of them where given, with the number of the last. One listing. */
  readonly latest: (after?: string) => AsyncIterable<{ readonly articleId: string; readonly number: number }>;
  /** Hash of a revision's stored bytes, which are not looked into: quick, and enough to tell whether it is the same. */
  readonly hashOf: (articleId: string, number: number) => Promise<string>;
  /** Null where there is no such revision. */
  readonly read: (articleId: string, number: number) => Promise<Committed | null>;
  /** Every revision of an article in order. */
  readonly history: (articleId: string) => AsyncIterable<Committed>;
  /** The stored bytes of a page; null where there are none: taken down, or lost. */
  readonly page: (sha256: string) => Promise<Uint8Array | null>;
};

export function createArchive(stores: Stores): Archive {
  const { read, history, page } = createLedger(stores);

  async function* latest(after?: string): AsyncIterable<{ articleId: string; number: number }> {
    let last: { articleId: string; number: number } | null = null;
    // No key of a revision comes after a tilde.
    const start = after === undefined ? {} : { after: `${revisionPrefix(after)}~` };
    for await (const key of stores.ledger.list('revisions/', start)) {
      const articleId = key.split('/')[1] ?? '';
      const number = parseNumber(key);
      if (number === null || isCanary(articleId)) continue;
      if (last !== null && last.articleId !== articleId) yield last;
      last = { articleId, number };
    }
    if (last !== null) yield last;
  }

  const hashOf = async (articleId: string, number: number): Promise<string> => {
    const key = revisionKey(articleId, number);
    const stored = await stores.ledger.get(key);
    if (stored === null) throw new StoreError(`${key} was listed but cannot be read`, key);
    return contentHash(stored.bytes);
  };

  return { latest, hashOf, read, history, page };
}

/** The article as today's extractor reads the revision's stored bytes; null where it cannot. */
export type ReadAgain = (revision: TextRevision) => Promise<Article | null>;

/** By the rules that a watchlist has for the publications. */
export const readAgainBy =
  (publications: Watchlist['publications'], archive: Archive): ReadAgain =>
  async ({ publication, page: { sha256, url, contentType } }) => {
    const body = await archive.page(sha256);
    if (body === null) return null;
    // The extractor is half of a function's size, and seldom wanted here.
    const { readPage } = await import('../../read-page.ts');
    const outcome = readPage({ url, contentType, body }, publications[publication]?.selectors ?? {});
    return outcome.kind === 'extracted' ? outcome.article : null;
  };

/** All revisions of one article, oldest first, with the means to read one again. Never empty. */
export type History = {
  readonly committed: readonly [Committed, ...Committed[]];
  readonly readAgain: ReadAgain;
};

/** One revision with the one it stands on, which is all its own page needs but the links to its neighbours. */
export async function readOne(
  archive: Archive,
  articleId: string,
  number: number,
  readAgain: ReadAgain,
): Promise<History | null> {
  const committed = await archive.read(articleId, number);
  if (committed === null) return null;
  const { revision } = committed;
  const standsOn = revision.kind === 'text' ? (revision.comparedWith?.number ?? null) : revision.snapshotAt;
  const before = standsOn === null ? null : await archive.read(articleId, standsOn);
  return { committed: before === null ? [committed] : [before, committed], readAgain };
}

/** Null where the article has no revision. Holds one article's revisions in memory, and no more. */
export async function readHistory(archive: Archive, articleId: string, readAgain: ReadAgain): Promise<History | null> {
  const [first, ...rest] = await Array.fromAsync(archive.history(articleId));
  return first === undefined ? null : { committed: [first, ...rest], readAgain };
}
