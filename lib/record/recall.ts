/** Rebuilds what the roster says of an article from the ledger: after a crash, and wherever the roster is not trusted. */
import { LIVE } from '../availability.ts';
import { NO_VALIDATORS } from '../page.ts';
import type { RosterEntry } from '../roster.ts';
import { lastText } from './baseline.ts';
import { wordsOf } from './collapse.ts';
import type { Ledger } from './ledger.ts';

/** The entry with its revision, availability and words from the ledger's tail, and nothing that could hide a change. */
export async function recall(entry: RosterEntry, ledger: Ledger): Promise<RosterEntry> {
  const untrusted = { ...entry, validators: NO_VALIDATORS, pageHash: null, fingerprint: null, readingVersion: null };
  const tail = await ledger.tail(entry.articleId, 0);
  if (tail === null) return { ...untrusted, revision: 0, availability: LIVE, words: null };
  const text = await lastText(tail, ledger);
  const state = tail.revision.kind === 'availability' ? tail.revision.availability.after : 'live';
  return {
    ...untrusted,
    revision: tail.revision.number,
    changedAt: text?.fetchedAt ?? entry.changedAt,
    availability: state === entry.availability.state ? entry.availability : { state, suspect: null },
    words: text === null ? null : wordsOf(text.snapshot),
  };
}
