/** A change on its way: placed in the article, not yet weighed against the watchlist. */
import type { Change, ChangeKind, Fact, Part, Span } from '../change.ts';
import { readPair, type Reading } from './reading.ts';
import type { Finding } from './fact-rules.ts';
import { kindsOf } from './passage.ts';
import { policyRow, type RuleId } from './policy.ts';
import { ownedSpans, type OwnedEdit } from './spans.ts';
import { isEmpty, isTypographyOnly, wordEdits, type Edit, type Range } from './words.ts';

export type Told = {
  readonly rule: RuleId;
  /** Only where the row's own kind does not say it. */
  readonly kind?: ChangeKind;
  readonly part: Part;
  readonly also: readonly ChangeKind[];
  readonly block: { readonly before: number | null; readonly after: number | null };
  /** Any number that the changes of one passage share and no others do. */
  readonly passage: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly spans: readonly Span[];
  readonly facts: readonly Fact[];
  readonly which?: NonNullable<Change['which']>;
};

export const NOWHERE = { before: null, after: null } as const;

/** Two texts compared as one whole, for parts that are told in one change whatever is inside. */
export type WholeComparison = {
  readonly edits: readonly Edit[];
  readonly changed: readonly Finding[];
  readonly also: readonly ChangeKind[];
  readonly facts: readonly Fact[];
  readonly spans: readonly Span[];
  /** True where they differ in marks, spaces, capitals or the way a figure is written only. */
  readonly isCosmetic: boolean;
  /** More than half of its letters are in words that are others. */
  readonly isRewritten: boolean;
};

/** Everything that differs between two texts, as one passage with one owner. */
export function compareWhole(before: string, after: string, reading: Reading): WholeComparison {
  const { edits, changed } = isTypographyOnly(before, after) ? NOTHING : readPair(before, after, reading);
  return {
    edits,
    changed,
    also: kindsOf(changed),
    facts: changed.map((change) => change.fact),
    spans: ownedSpans(before, after, edits.map(wholly), 0),
    isRewritten:
      edits.reduce((sum, e) => sum + e.before[1] - e.before[0] + e.after[1] - e.after[0], 0) >
      (before.length + after.length) / 2,
    isCosmetic: edits.length === 0 || isNotationOnly(edits, changed),
  };
}

const NOTHING = { edits: [], changed: [] } as const;

/** The redline of two texts by themselves. */
export const plainSpans = (before: string, after: string, language: string | null): Span[] =>
  ownedSpans(before, after, wordEdits(before, after, language).map(wholly), 0);

function wholly(edit: Edit): OwnedEdit {
  const piece = (range: Range) => (isEmpty(range) ? [] : [{ from: range[0], to: range[1], owner: 0 }]);
  return { ...edit, pieces: { before: piece(edit.before), after: piece(edit.after) } };
}

/** Whether a fact was altered in place, rather than having come or gone with the words around it. A toll counts as it comes. */
export const isAltered = (change: Finding): boolean =>
  change.isStrong || change.kind === 'claim' || change.rule === 'name-replaced' || change.rule === 'figure-toll';

function isNotationOnly(edits: readonly Edit[], changed: readonly Finding[]): boolean {
  const small = changed.filter((change) => policyRow(change.rule).severity === 'cosmetic');
  const covered = (range: Range, side: 'before' | 'after'): boolean =>
    isEmpty(range) ||
    small.some((change) => change[side] !== null && change[side][0] <= range[0] && range[1] <= change[side][1]);
  return (
    small.length === changed.length && edits.every((e) => covered(e.before, 'before') && covered(e.after, 'after'))
  );
}

/** The redline of a text that is there on one side only. */
export function oneSidedSpans(before: string | null, after: string | null): Span[] {
  const spans: Span[] = [];
  if (before !== null) spans.push({ kind: 'removed', text: before });
  if (after !== null) spans.push({ kind: 'added', text: after });
  return spans;
}
