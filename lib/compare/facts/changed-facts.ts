import type { Fact } from '../../change.ts';
import { changedAttributions, type AttributionNature } from './changed-attributions.ts';
import { changedClaims } from './changed-claims.ts';
import { changedFigures, type FigureNature } from './changed-figures.ts';
import { changedNames, type NameNature } from './changed-names.ts';
import { changedQuotes, type QuoteNature } from './changed-quotes.ts';
import type { Edit, Range } from './ranges.ts';
import type { SentenceFacts } from './sentence-facts.ts';
import type { ClaimType } from './words/claims.ts';

/** A fact that is not the same on both sides: where it stands on each (null where it does not), and how it changed. */
export type FactChange = {
  readonly before: Range | null;
  readonly after: Range | null;
  readonly fact: Fact;
} & (
  | { readonly kind: 'figure'; readonly nature: FigureNature }
  | { readonly kind: 'quote'; readonly nature: QuoteNature }
  | { readonly kind: 'attribution'; readonly nature: AttributionNature }
  | { readonly kind: 'name'; readonly nature: NameNature }
  | { readonly kind: 'claim'; readonly nature: ClaimType }
);

/** The day the article is of, for telling "today" from another weekday: `YYYY-MM-DD`, each side’s own; null where unknown. */
export type Days = { readonly before: string | null; readonly after: string | null };

/**
 * The facts altered between two sentences that were matched, each once, in the order of the text. `edits` are the
 * altered places, in order, whole words on each side; what lies outside them is taken to be the same.
 */
export function changedFacts(
  before: SentenceFacts,
  after: SentenceFacts,
  edits: readonly Edit[],
  days: Days = { before: null, after: null },
): FactChange[] {
  const changes: FactChange[] = [
    ...changedFigures(before, after, edits, days),
    ...changedQuotes(before, after, edits),
    ...changedAttributions(before, after, edits),
    ...changedNames(before, after, edits),
    ...changedClaims(before, after, edits),
  ];
  return changes.toSorted((one, other) => place(one) - place(other));
}

const place = ({ before, after }: FactChange): number => after?.[0] ?? before?.[0] ?? 0;
