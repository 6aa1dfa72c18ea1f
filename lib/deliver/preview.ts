import type { Revision } from '../revision.ts';
import type { Watchlist } from '../watchlist.ts';
import { routeRevision, type Routed } from './route.ts';
import { subjectOf } from './subject.ts';

export type EditionPreview = {
  readonly edition: string;
  readonly would: readonly { readonly revision: Revision; readonly routed: readonly Routed[] }[];
};

/**
 * Which of these revisions each edition would have had, and how: what to read before changing an edition. Revisions
 * of muted articles and shadowed publications are counted as if they were not.
 */
export function previewEditions(watchlist: Watchlist, revisions: readonly Revision[]): readonly EditionPreview[] {
  const all = revisions.map((revision) => ({
    revision,
    routed: routeRevision(watchlist, subjectOf(revision), revision.fetchedAt),
  }));
  return Object.keys(watchlist.editions).map((edition) => ({
    edition,
    would: all
      .map(({ revision, routed }) => ({ revision, routed: routed.filter((share) => share.edition === edition) }))
      .filter(({ routed }) => routed.length > 0),
  }));
}
