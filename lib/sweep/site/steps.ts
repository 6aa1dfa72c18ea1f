/**
 * The steps in which a site is written, each small enough to be done again. What a step brings carries its mark; marks ascend, so
 * that an index which remembers the last it has taken in counts nothing twice and misses nothing, wherever a sweep dies.
 *
 *  1. A site that was never written, or by another version, is built from the ledger, a few articles a step.
 *  2. Then it follows the notes, oldest first.
 */
import * as z from 'zod';
import { instantPath } from '../../instant.ts';
import { decodeJson, encodeJson, SITE_PROGRESS_KEY } from '../../record/index.ts';
import {
  contentOf,
  linesOf,
  readHistory,
  type Archive,
  type ReadAgain,
  type SiteLine,
} from '../../render/site/index.ts';
import type { Store } from '../../store.ts';
import { sideBySide } from '../side-by-side.ts';
import { listNotes, NOTED_AFTER_MS, readNote } from './notes.ts';

/** A revision to take in. */
export type Found = {
  readonly mark: string;
  readonly line: SiteLine;
  /** Read only where it will be shown: its redline as a feed shows it. */
  readonly content: () => Promise<string | null>;
};

export type Step = {
  /** Where progress stands after it. */
  readonly mark: string;
  readonly found: readonly Found[];
};

/** Raise it when indexes hold something else: every site is then built again. */
const FORMAT = 1;

const progressSchema = z.object({
  format: z.int(),
  /** Names this build: when it was begun. */
  build: z.string(),
  mark: z.string(),
});
export type Progress = { readonly build: string; readonly mark: string; readonly version: string | null };

/** Where the last sweep left off; a new build where there is nothing to go on from. */
export async function readProgress(state: Store, now: Date): Promise<Progress> {
  const stored = await state.get(SITE_PROGRESS_KEY);
  const known = stored === null ? null : decodeJson(SITE_PROGRESS_KEY, stored.bytes, progressSchema);
  const version = stored?.version ?? null;
  if (known?.format !== FORMAT) return { build: now.toISOString(), mark: '', version };
  return { build: known.build, mark: known.mark, version };
}

/** Null where another sweep was faster. */
export async function moveOn(state: Store, { build, version }: Progress, mark: string): Promise<Progress | null> {
  const put = await state.putIfUnchanged(SITE_PROGRESS_KEY, encodeJson({ format: FORMAT, build, mark }), version);
  return put.kind === 'stored' ? { build, mark, version: put.version } : null;
}

/** Null where there is nothing to do. */
export async function nextStep(
  { build, mark }: Progress,
  sources: { readonly state: Store; readonly archive: Archive; readonly readAgain: ReadAgain },
  now: Date,
): Promise<Step | null> {
  if (mark === '' || mark.startsWith(OF_LEDGER)) {
    const articleIds = await nextArticles(sources.archive, articleOf(mark));
    const last = articleIds.at(-1);
    // What was committed while it was built has been noted since then.
    if (last === undefined) return { mark: instantPath(before(new Date(build))), found: [] };
    const found = await sideBySide(articleIds, (articleId) => articleLines(articleId, sources));
    return { mark: markOf(last), found: found.flat() };
  }
  const marks = await listNotes(sources.state, mark, instantPath(before(now)), NOTES_A_STEP);
  const last = marks.at(-1);
  if (last === undefined) return null;
  const found = await sideBySide(marks, (each) => readNote(sources.state, each));
  return { mark: last, found: found.filter((each) => each !== null) };
}

/** A few seconds' work each, on a Lambda. */
const NOTES_A_STEP = 100;
const ARTICLES_A_STEP = 20;

/** Sorts before the year of any note. */
const OF_LEDGER = '0/';
/** Ends as keys of its revisions go on, so that marks sort as the ledger lists. */
const markOf = (articleId: string): string => `${OF_LEDGER}${articleId}/`;
const articleOf = (mark: string): string | undefined => (mark === '' ? undefined : mark.slice(OF_LEDGER.length, -1));

const before = (now: Date): string => new Date(now.getTime() - NOTED_AFTER_MS).toISOString();

async function nextArticles(archive: Archive, after: string | undefined): Promise<readonly string[]> {
  const articleIds: string[] = [];
  for await (const { articleId } of archive.latest(after)) {
    articleIds.push(articleId);
    if (articleIds.length === ARTICLES_A_STEP) break;
  }
  return articleIds;
}

async function articleLines(
  articleId: string,
  { archive, readAgain }: { readonly archive: Archive; readonly readAgain: ReadAgain },
): Promise<readonly Found[]> {
  const history = await readHistory(archive, articleId, readAgain);
  if (history === null) return [];
  return linesOf(history).map((line) => ({
    mark: markOf(articleId),
    line,
    content: () => contentOf(line, archive, readAgain),
  }));
}
