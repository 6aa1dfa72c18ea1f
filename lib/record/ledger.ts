/**
 * The ledger: revisions, pages and what they owe, on any store. `commit` is the protocol that loses nothing
 * (docs/adr/0005-no-database.md): page bytes, then the owed marker, then the revision put-if-absent, which is the commit.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { UnreadableError, StoreError } from '../errors.ts';
import { contentHash } from '../hash.ts';
import { revisionSchema, type Committed, type Revision } from '../revision.ts';
import type { Stores } from '../store.ts';
import { owedKey, pageKey, parseNumber, revisionKey, revisionPrefix } from './keys.ts';
import { decodeJson, encodeJson, RESTORE } from './stored-json.ts';

/** A revision about to be committed, with the page bytes it stands on (null: the page is stored already). */
export type Draft = { readonly revision: Revision; readonly pageBytes: Uint8Array | null };

/** The append-only record of revisions and pages. Each function rejects with `StoreError` where the store fails, with `UnreadableError` where it holds what is damaged. */
export type Ledger = {
  /** Null where there is no such revision. */
  readonly read: (articleId: string, number: number) => Promise<Committed | null>;
  /** The last committed revision, looking from `atLeast` (a number thought to be committed, or 0) on. */
  readonly tail: (articleId: string, atLeast: number) => Promise<Committed | null>;
  /** The numbers of its revisions, in order. */
  readonly numbers: (articleId: string) => AsyncIterable<number>;
  /** Every revision in order. */
  readonly history: (articleId: string) => AsyncIterable<Committed>;
  /** Ids of the articles that have a revision, in order. */
  readonly articleIds: () => AsyncIterable<string>;
  /** The stored bytes of a page, decoded from their coding; null where there are none: taken down, or lost. */
  readonly page: (sha256: string) => Promise<Uint8Array | null>;
  /**
   * Commits what `draft` makes of the tail, and makes it anew of whatever turns out to be the tail: a lost race is compared
   * against, never overwritten. `draft` answers null when the tail already says it all; then that is the answer.
   */
  readonly commit: (
    articleId: string,
    atLeast: number,
    draft: (tail: Committed | null) => Promise<Draft | null>,
  ) => Promise<CommitOutcome>;
};

export type CommitOutcome =
  | { readonly kind: 'committed'; readonly committed: Committed }
  /** Nothing differs from the tail (null: there is no revision at all). */
  | { readonly kind: 'nothing-new'; readonly tail: Committed | null };

/** More lost races in a row than any number of visits at once explains. */
const MAX_LOST_RACES = 50;

/** The ledger on any store. Nothing is kept in memory: any number of them may work on one store at once. */
export function createLedger({ ledger, state }: Stores): Ledger {
  const read = async (articleId: string, number: number): Promise<Committed | null> => {
    const key = revisionKey(articleId, number);
    const stored = await ledger.get(key);
    if (stored === null) return null;
    return { revision: decodeJson(key, stored.bytes, revisionSchema), hash: contentHash(stored.bytes) };
  };

  const tail = async (articleId: string, atLeast: number): Promise<Committed | null> => {
    let last = atLeast;
    const after = atLeast > 0 ? revisionKey(articleId, atLeast) : undefined;
    for await (const key of ledger.list(revisionPrefix(articleId), { after })) last = parseNumber(key) ?? last;
    if (last === 0) return null;
    const committed = await read(articleId, last);
    // The roster remembers a ledger that was there before an older one was put back: what there is counts.
    return committed === null && atLeast > 0 ? tail(articleId, 0) : committed;
  };

  async function* numbers(articleId: string): AsyncIterable<number> {
    for await (const key of ledger.list(revisionPrefix(articleId))) {
      const number = parseNumber(key);
      if (number !== null) yield number;
    }
  }

  async function* history(articleId: string): AsyncIterable<Committed> {
    for await (const number of numbers(articleId)) {
      const committed = await read(articleId, number);
      if (committed !== null) yield committed;
    }
  }

  async function* articleIds(): AsyncIterable<string> {
    let previous = '';
    for await (const key of ledger.list('revisions/')) {
      const articleId = key.split('/')[1] ?? '';
      if (articleId !== previous) yield articleId;
      previous = articleId;
    }
  }

  const page = async (sha256: string): Promise<Uint8Array | null> => {
    const key = pageKey(sha256);
    const stored = await ledger.get(key);
    if (stored === null) return null;
    try {
      return gunzipSync(stored.bytes);
    } catch (cause) {
      throw new UnreadableError(`${key} is damaged: it cannot be unpacked; ${RESTORE}`, key, { cause });
    }
  };

  const commit: Ledger['commit'] = async (articleId, atLeast, draft) => {
    let before = await tail(articleId, atLeast);
    for (let lostRaces = 0; lostRaces < MAX_LOST_RACES; lostRaces++) {
      const next = await draft(before);
      if (next === null) return { kind: 'nothing-new', tail: before };
      const { revision, pageBytes } = next;
      const key = revisionKey(articleId, revision.number);
      const bytes = encodeJson(revision);
      const committed = { revision, hash: contentHash(bytes) };

      // Content-addressed: losing this race means that the same bytes are there.
      if (pageBytes !== null) await ledger.putIfAbsent(pageKey(contentHash(pageBytes)), gzipSync(pageBytes));
      if (revision.owes.kind === 'alerts') await state.putIfAbsent(owedKey(revision), encodeJson({ format: 1 }));
      const put = await ledger.putIfAbsent(key, bytes);
      if (put.kind === 'stored') return { kind: 'committed', committed };

      const there = await read(articleId, revision.number);
      if (there === null) throw new StoreError(`${key} is said to exist but cannot be read`, key);
      // Our own write, whose answer was lost on the way.
      if (there.hash === committed.hash) return { kind: 'committed', committed };
      before = await tail(articleId, revision.number);
    }
    throw new StoreError(
      `Lost ${MAX_LOST_RACES} races in a row for the next revision of ${articleId}`,
      revisionKey(articleId, 1),
    );
  };

  return { read, tail, numbers, history, articleIds, page, commit };
}
