/** Rebuilds what the roster says of an article from the ledger: after a crash, and wherever the roster is not trusted. */
import { LIVE } from '../availability.ts';
import { NO_VALIDATORS } from '../page.ts';
import type { RosterEntry } from '../roster.ts';
import { lastText } from './baseline.ts';
import { wordsOf } from './collapse.ts';
import type { Ledger } from './ledger.ts';

/** Nothing in it can hide a change any more: whoever died before it was written may have committed what it does not know. */
export const distrust = (entry: RosterEntry): RosterEntry => ({
  ...entry,
  validators: NO_VALIDATORS,
  pageHash: null,
  fingerprint: null,
  readingVersion: null,
});

/** An entry that is not trusted, with its revision, availability and words from the ledger's tail. */
export async function recall(entry: RosterEntry, ledger: Ledger): Promise<RosterEntry> {
  const untrusted = distrust(entry);
  const tail = await ledger.tail(entry.articleId, entry.revision);
  if (tail === null) return { ...untrusted, revision: 0, availability: LIVE, words: null };
  const text = await lastText(tail, ledger);
  const state = tail.revision.kind === 'availability' ? tail.revision.availability.after : 'live';
  return {
    ...untrusted,
    revision: tail.revision.number,
    // What was retired and is listed again starts anew: by its old date it would be retired, found and asked for at every visit.
    changedAt: text !== null && text.fetchedAt >= entry.firstSeenAt ? text.fetchedAt : entry.changedAt,
    availability: state === entry.availability.state ? entry.availability : { state, suspect: null },
    words: text === null ? null : wordsOf(text.snapshot),
  };
}
