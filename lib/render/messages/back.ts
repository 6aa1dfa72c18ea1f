import type { TextAlert } from '../../alert.ts';
import { sayDay } from '../../instant.ts';
import { sayTime } from '../interval.ts';

/** "back to the 18:20 wording", with its day where that was another; null where the revision is no return. */
export function backWords({ backTo, changedBy }: Pick<TextAlert, 'backTo' | 'changedBy'>): string | null {
  if (backTo === null) return null;
  return sayDay(backTo) === sayDay(changedBy)
    ? `back to the ${sayTime(backTo)} wording`
    : `back to the wording of ${sayTime(backTo)}, ${sayDay(backTo)}`;
}
