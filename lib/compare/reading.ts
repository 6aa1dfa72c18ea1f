/** What a pair of sentences says differently, as facts: the seam to lib/compare/facts. */
import type { ChangeKind, Fact } from '../change.ts';
import type { Edit, Range } from './words.ts';

export type FactChange = {
  readonly kind: 'quote' | 'figure' | 'attribution' | 'name' | 'claim';
  readonly nature: string;
  readonly before: readonly Range[];
  readonly after: readonly Range[];
  readonly fact: Fact;
};

export function changedFacts(
  _before: string,
  _after: string,
  _edits: readonly Edit[],
  _language: string | null,
): FactChange[] {
  return [];
}

/** The facts of a text that stands on one side only. */
export function factsOf(
  _text: string,
  _side: 'before' | 'after',
  _language: string | null,
): { kinds: ChangeKind[]; facts: Fact[] } {
  return { kinds: [], facts: [] };
}
