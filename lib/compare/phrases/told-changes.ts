import type { TextAlert } from '../../alert.ts';
import { isAtLeast, type Change, type Comparison, type Severity } from '../../change.ts';

/** What wording is made from: a comparison of two articles. */
export type Told = Pick<TextAlert, 'comparison' | 'before' | 'after' | 'language'>;

/**
 * The changes that are told one by one, in the comparison's order: those that are notable, or, where none is, the minor
 * ones, or else the cosmetic, of which no message is made.
 */
export function toldChanges({ changes }: Comparison): readonly Change[] {
  const least = LEVELS.find((severity) => changes.some((change) => isAtLeast(change.severity, severity)));
  return least === undefined ? [] : changes.filter((change) => isAtLeast(change.severity, least));
}
const LEVELS: readonly Severity[] = ['notable', 'minor', 'cosmetic'];
