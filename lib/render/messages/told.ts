import type { TextAlert } from '../../alert.ts';
import { isAtLeast, type Change, type Comparison } from '../../change.ts';

/** The part of an alert that its wording is made from. */
export type Told = Pick<TextAlert, 'comparison' | 'before' | 'after' | 'language'>;

/**
 * The changes that a message tells one by one, in the comparison's order: those that are notable, or, where none is,
 * the minor ones.
 */
export function toldChanges(comparison: Comparison): readonly Change[] {
  const least = comparison.changes.some((change) => isAtLeast(change.severity, 'notable')) ? 'notable' : 'minor';
  return comparison.changes.filter((change) => isAtLeast(change.severity, least));
}
