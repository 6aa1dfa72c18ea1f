/** A revision in one line, without the publication's name or the headline. */
import type { AvailabilityState } from '../availability.ts';
import type { Revision } from '../revision.ts';

export function describeRevision(revision: Revision): string {
  if (revision.kind === 'availability') {
    return `${AVAILABILITY_WORDS[revision.availability.after]}: ${revision.detail}`;
  }
  if (revision.comparison === null) return 'First seen';
  const summary = revision.comparison.summary === '' ? 'Style only' : revision.comparison.summary;
  return revision.returnsTo === null ? summary : `${summary} (back to the wording of revision ${revision.returnsTo})`;
}

/** What a reader would say of an article in this state. */
export const AVAILABILITY_WORDS = {
  live: 'Can be read again',
  missing: 'Not found',
  gone: 'Withdrawn',
  redirected: 'Redirected away',
  paywalled: 'Behind a paywall',
  blocked: 'Access refused',
} as const satisfies Record<AvailabilityState, string>;
