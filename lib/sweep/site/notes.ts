/** Notes: what notify leaves of each revision it published, so that the sweep reads only what is new, and no revision again. */
import * as z from 'zod';
import { MINUTE_MS } from '../../instant.ts';
import { decodeJson, encodeJson, SITE_NOTES, siteNoteKey } from '../../record/index.ts';
import { isInFeeds, siteLineSchema, type KeptEntry } from '../../render/site/index.ts';
import type { Store } from '../../store.ts';
import type { Found } from './steps.ts';

const noteSchema = z.object({
  format: z.literal(1),
  line: siteLineSchema,
  /** HTML of its redline for feeds; null for a revision that stands in none. */
  content: z.string().nullable(),
});

/** Written twice, by two deliveries of one event, it is counted once. */
export async function noteRevision({ line, content }: KeptEntry, state: Store, now: Date): Promise<void> {
  const note: z.infer<typeof noteSchema> = { format: 1, line, content: isInFeeds(line) ? content : null };
  await state.putIfAbsent(siteNoteKey(now.toISOString(), line), encodeJson(note));
}

/** A note's time is read before it is written: one this old has arrived, with all before it. Notify has a minute. */
export const NOTED_AFTER_MS = 2 * MINUTE_MS;

/** Keys, as marks, after `mark` and up to `until`, at most `most`. */
export async function listNotes(state: Store, mark: string, until: string, most: number): Promise<readonly string[]> {
  const marks: string[] = [];
  for await (const key of state.list(SITE_NOTES, { after: SITE_NOTES + mark })) {
    const found = key.slice(SITE_NOTES.length);
    if (found > until || marks.length === most) break;
    marks.push(found);
  }
  return marks;
}

/** Null for one that has expired meanwhile. */
export async function readNote(state: Store, mark: string): Promise<Found | null> {
  const key = SITE_NOTES + mark;
  const stored = await state.get(key);
  if (stored === null) return null;
  const { line, content } = decodeJson(key, stored.bytes, noteSchema);
  return { mark, line, content: () => Promise.resolve(content) };
}
