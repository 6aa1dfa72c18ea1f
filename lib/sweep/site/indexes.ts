/** What the sweep keeps to draw the pages over revisions from: small, in the state, and rebuildable from the ledger. */
import * as z from 'zod';
import { decodeJson, encodeJson, siteIndexKey } from '../../record/index.ts';
import { EMPTY_GATHERING, gatheringSchema, publicationSummarySchema, siteLineSchema } from '../../render/site/index.ts';
import type { Store } from '../../store.ts';

/** One that another build wrote is as good as none: see progress.ts. */
const build = z.string();
/** What came of steps up to this mark is in it. */
const mark = z.string();
const entries = z.array(z.object({ line: siteLineSchema, content: z.string() }).readonly()).readonly();
const gathered = { build, mark, gathering: gatheringSchema, entries };

const articleIndexSchema = z
  .object({
    build,
    /** In the order of their numbers, each with the mark of the step that brought it. */
    lines: z.array(z.object({ mark, line: siteLineSchema }).readonly()).readonly(),
  })
  .readonly();
const publicationIndexSchema = z.object({ ...gathered, id: z.string(), name: z.string() }).readonly();
const beatIndexSchema = z.object({ build, id: z.string(), entries }).readonly();
const overallIndexSchema = z
  .object({
    ...gathered,
    publications: z.record(z.string(), publicationSummarySchema).readonly(),
    /** Those that have a feed. */
    beats: z.array(z.string()).readonly(),
    drawnAt: z.string(),
  })
  .readonly();

export type ArticleIndex = z.infer<typeof articleIndexSchema>;
export type PublicationIndex = z.infer<typeof publicationIndexSchema>;
export type BeatIndex = z.infer<typeof beatIndexSchema>;
export type OverallIndex = z.infer<typeof overallIndexSchema>;

type Kind<Index> = { readonly schema: z.ZodType<Index>; readonly empty: (build: string) => Index };

const NOTHING = { mark: '', gathering: EMPTY_GATHERING, entries: [] };
const article: Kind<ArticleIndex> = { schema: articleIndexSchema, empty: (of) => ({ build: of, lines: [] }) };
const publication: Kind<PublicationIndex> = {
  schema: publicationIndexSchema,
  empty: (of) => ({ ...NOTHING, build: of, id: '', name: '' }),
};
const beat: Kind<BeatIndex> = { schema: beatIndexSchema, empty: (of) => ({ build: of, id: '', entries: [] }) };
const overall: Kind<OverallIndex> = {
  schema: overallIndexSchema,
  empty: (of) => ({ ...NOTHING, build: of, publications: {}, beats: [], drawnAt: '' }),
};
export const INDEXES = { article, publication, beat, overall } as const;

/**
 * Reads the index of `of` (`all`, `publications/<id>` …), changes it and, where `change` answers another, writes it back. Answers
 * what it is now; null where another sweep wrote it in between, which then does this one's work.
 */
export async function changeIndex<Index extends { readonly build: string }>(
  state: Store,
  of: string,
  { schema, empty }: Kind<Index>,
  currentBuild: string,
  change: (known: Index) => Promise<Index>,
): Promise<Index | null> {
  const key = siteIndexKey(of);
  const stored = await state.get(key);
  const isCurrent = stored !== null && decodeJson(key, stored.bytes, z.looseObject({ build })).build === currentBuild;
  const known = isCurrent ? decodeJson(key, stored.bytes, schema) : empty(currentBuild);
  const index = await change(known);
  if (index === known) return index;
  const put = await state.putIfUnchanged(key, encodeJson(index), stored?.version ?? null);
  return put.kind === 'stored' ? index : null;
}
