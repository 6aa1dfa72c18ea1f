/**
 * Audits the ledger: walks every article's chain of hashes and the stored bytes behind it, and names each break, however many there are. A page that was
 * taken down for legal reasons leaves a tombstone, which is accepted and counted.
 */
import * as z from 'zod';
import { UnreadableError } from '../errors.ts';
import { contentHash } from '../hash.ts';
import type { Revision, TextRevision } from '../revision.ts';
import type { Store } from '../store.ts';
import { tombstoneKey } from './keys.ts';
import type { Ledger } from './ledger.ts';
import { decodeJson, encodeJson } from './stored-json.ts';

export type Break = { readonly articleId: string; readonly number: number | null; readonly problem: string };

/** What was read, and each place where the chain or a page is broken; `takenDown` counts pages that a tombstone stands for. */
export type Verification = {
  readonly articles: number;
  readonly revisions: number;
  readonly pages: number;
  readonly takenDown: number;
  readonly breaks: readonly Break[];
};

export const tombstoneSchema = z
  .object({ format: z.literal(1), sha256: z.string(), at: z.string(), why: z.string() })
  .readonly();

/** Every text revision whose page's hash begins so. Goes through the whole ledger. */
export async function revisionsOn(begins: string, ledger: Ledger): Promise<readonly TextRevision[]> {
  const found: TextRevision[] = [];
  for await (const articleId of ledger.articleIds()) {
    for await (const { revision } of ledger.history(articleId)) {
      if (revision.kind === 'text' && revision.page.sha256.startsWith(begins)) found.push(revision);
    }
  }
  return found;
}

/** Records that a page was taken down and why. The bytes themselves are removed by hand (docs/operating.md, take-down). */
export async function writeTombstone(store: Store, sha256: string, why: string, now: Date): Promise<void> {
  await store.putIfAbsent(tombstoneKey(sha256), encodeJson({ format: 1, sha256, at: now.toISOString(), why }));
}

/** Rejects with `StoreError` when the store itself fails: an audit that cannot be done is no break. */
export async function verifyLedger(ledger: Ledger, store: Store): Promise<Verification> {
  const seen = { articles: 0, revisions: 0, pages: 0, takenDown: 0 };
  const breaks: Break[] = [];
  for await (const articleId of ledger.articleIds()) {
    seen.articles++;
    for await (const found of verifyArticle(articleId, ledger, store)) {
      if ('problem' in found) breaks.push(found);
      else {
        seen.revisions++;
        if (found.page === 'stored') seen.pages++;
        if (found.page === 'taken-down') seen.takenDown++;
      }
    }
  }
  return { ...seen, breaks };
}

type Sound = { readonly page: 'stored' | 'taken-down' | 'none' };

async function* verifyArticle(articleId: string, ledger: Ledger, store: Store): AsyncIterable<Break | Sound> {
  let expectedNumber = 1;
  let previousHash: string | null = null;
  let isPreviousRead = true;
  for await (const number of ledger.numbers(articleId)) {
    if (number !== expectedNumber) {
      yield { articleId, number, problem: `revision ${expectedNumber} is not there: ${number} comes next` };
      isPreviousRead = false;
    }
    expectedNumber = number + 1;
    const committed = await unlessDamaged(ledger.read(articleId, number));
    if (committed === null || 'problem' in committed) {
      yield { articleId, number, problem: committed?.problem ?? 'it was listed but is not there' };
      isPreviousRead = false;
      continue;
    }
    const { revision, hash } = committed;
    const problem = chainProblem(revision, articleId, number, isPreviousRead ? previousHash : revision.previousHash);
    if (problem !== null) yield { articleId, number, problem };
    const page = await unlessDamaged(pageState(revision, ledger, store));
    yield typeof page === 'string' ? { page } : { articleId, number, problem: page.problem };
    previousHash = hash;
    isPreviousRead = true;
  }
}

async function unlessDamaged<Found>(reading: Promise<Found>): Promise<Found | { readonly problem: string }> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { problem: error.message };
  }
}

function chainProblem(
  revision: Revision,
  articleId: string,
  number: number,
  previousHash: string | null,
): string | null {
  if (revision.articleId !== articleId) return `it belongs to ${revision.articleId}`;
  if (revision.number !== number) return `it is revision ${revision.number} by its own word`;
  if (revision.previousHash !== previousHash) return 'its predecessor is not the one it was committed on';
  return null;
}

async function pageState(
  revision: Revision,
  ledger: Ledger,
  store: Store,
): Promise<Sound['page'] | { readonly problem: string }> {
  if (revision.kind === 'availability') return 'none';
  const { sha256 } = revision.page;
  const tombstone = await store.get(tombstoneKey(sha256));
  if (tombstone !== null) {
    decodeJson(tombstoneKey(sha256), tombstone.bytes, tombstoneSchema);
    return 'taken-down';
  }
  const bytes = await ledger.page(sha256);
  if (bytes === null) return { problem: `its page ${sha256} is not there` };
  return contentHash(bytes) === sha256 ? 'stored' : { problem: `its page ${sha256} holds other bytes` };
}
