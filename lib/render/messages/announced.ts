import type { TextAlert } from '../../alert.ts';
import { sayDay } from '../../instant.ts';
import { sayTime } from '../interval.ts';
import { lacksNotice } from '../lacks-notice.ts';

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
