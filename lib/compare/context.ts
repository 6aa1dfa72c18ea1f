import type { BlockKind } from '../article.ts';
import type { ChangeKind, Severity } from '../change.ts';

/** What is known about a comparison from outside the two articles. Everything is optional: without it dates say less. */
export type CompareContext = {
  /** The last time the state before was seen unchanged (ISO 8601); a stamp at or before it cannot tell of this change. */
  readonly lastUnchangedAt?: string | null | undefined;
  /** When the page after was fetched (ISO 8601); a stamp in its future is no stamp. */
  readonly fetchedAt?: string | null | undefined;
  /** False where the publication's stamps move without changes of text, as its roster counted. */
  readonly stampsReliable?: boolean | null | undefined;
  /** The watchlist's say on this publication. */
  readonly rules?: CompareRules | undefined;
};

export type CompareRules = {
  /** Kept in the comparison, never alerted. `patterns` are regular expressions without regard to case: a change all of whose altered words match. */
  readonly ignore?:
    | {
        readonly kinds?: readonly ChangeKind[] | undefined;
        readonly patterns?: readonly string[] | undefined;
        readonly blocks?: readonly BlockKind[] | undefined;
      }
    | undefined;
  /** Severity by rule id or change kind, in place of the policy's. The id wins over the kind. */
  readonly severities?: Readonly<Record<string, Severity>> | undefined;
  /** A change on a beat that is at least minor counts as `raiseTo`. */
  readonly beats?: readonly BeatRule[] | undefined;
};

export type BeatRule = {
  /** Whole words or phrases, without regard to case. */
  readonly words?: readonly string[] | undefined;
  readonly patterns?: readonly string[] | undefined;
  readonly raiseTo?: Severity | undefined;
};
