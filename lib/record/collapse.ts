/**
 * A reading that lost most of the body is more often a broken page than an edit. It is believed only when the same
 * reading stands over three scheduled slots; behind a paywall it is never taken for the publisher's edit.
 */
import { articleText } from '../article.ts';
import type { RosterEntry } from '../roster.ts';
import type { Snapshot } from '../snapshot.ts';

/** Fewer words than this, and losing most of them is an ordinary edit of a short piece. */
const MIN_WORDS = 80;
/** A body that keeps less than this share of its words has collapsed. */
const KEPT_SHARE = 0.35;
const CONFIRMING_SLOTS = 3;

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

export const wordsOf = (snapshot: Snapshot): number => countWords(articleText(snapshot.article));

export type Collapse =
  | { readonly kind: 'whole' }
  | { readonly kind: 'paywalled' }
  /** Held until it stands. */
  | { readonly kind: 'held'; readonly collapse: NonNullable<RosterEntry['collapse']> };

/** Judges a new reading against what the roster remembers of the article. Pure. */
export function judgeCollapse(entry: RosterEntry, snapshot: Snapshot, slot: string): Collapse {
  if (entry.words === null || entry.words < MIN_WORDS || wordsOf(snapshot) >= entry.words * KEPT_SHARE) {
    return { kind: 'whole' };
  }
  if (snapshot.article.access === 'paid' || snapshot.article.access === 'metered') return { kind: 'paywalled' };
  const same = entry.collapse?.fingerprint === snapshot.fingerprint ? entry.collapse : null;
  const slots = (same?.slots ?? 0) + (same?.lastSlot === slot ? 0 : 1);
  if (slots >= CONFIRMING_SLOTS) return { kind: 'whole' };
  return { kind: 'held', collapse: { fingerprint: snapshot.fingerprint, slots, lastSlot: slot } };
}
