import type { Comparison } from '../change.ts';
import { toldChanges } from '../compare/phrases/told-changes.ts';

/**
 * Whether "no correction notice seen" is worth saying: of a change that alters or takes away what was there. What is
 * only added asks for no correction, and where a notice itself was altered or removed the words would mislead.
 */
export const lacksNotice = (comparison: Comparison): boolean =>
  comparison.unannounced &&
  comparison.changes.every((change) => change.kind !== 'correction') &&
  toldChanges(comparison).some((change) => change.kind !== 'added' && change.kind !== 'moved');
