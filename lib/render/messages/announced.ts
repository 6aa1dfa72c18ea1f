import type { TextAlert } from '../../alert.ts';
import type { Comparison } from '../../change.ts';
import { sayDay } from '../../instant.ts';
import { sayTime } from '../interval.ts';
import { toldChanges } from '../../compare/phrases/told-changes.ts';

/**
 * Whether "no correction notice seen" is worth saying: of a change that alters or takes away what was there. What is
 * only added asks for no correction, and where a notice itself was altered or removed the words would mislead.
 */
export const lacksNotice = (comparison: Comparison): boolean =>
  comparison.unannounced &&
  comparison.changes.every((change) => change.kind !== 'correction') &&
  toldChanges(comparison).some((change) => change.kind !== 'added' && change.kind !== 'moved');

/** What the publisher said of the revision, and its stamp. Nothing where nothing is known. */
export function announcedWords(alert: TextAlert): readonly string[] {
  const { comparison } = alert;
  if (comparison.announced === 'unknown') return [];
  const stamp = stampWords(alert);
  switch (comparison.announced) {
    case 'notice':
      return ['the publisher added a notice', ...stamp];
    case 'visible-update':
      return ['marked as updated by the publisher', ...stamp];
    case 'metadata-only':
    case 'none':
      return lacksNotice(comparison) ? ['no correction notice seen', ...stamp] : stamp;
    default:
      return comparison.announced satisfies never;
  }
}

function stampWords({ before, after, changedBy }: TextAlert): readonly string[] {
  if (before.modifiedAt === null || after.modifiedAt === null) return [];
  if (before.modifiedAt === after.modifiedAt) return ['publisher\'s "modified" time not changed'];
  const stamp = after.modifiedAt;
  if (Number.isNaN(Date.parse(stamp))) return [];
  const day = sayDay(stamp) === sayDay(changedBy) ? '' : `, ${sayDay(stamp)}`;
  return [`publisher's "modified" time now ${sayTime(stamp)} UTC${day}`];
}
