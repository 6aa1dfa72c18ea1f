import { isAtLeast, type ChangeKind } from '../change.ts';
import { severityOf, type Revision } from '../revision.ts';
import type { RouteSubject } from './route.ts';

/** What routing looks at in a committed revision. A kind counts only where its change is worth telling at all. */
export function subjectOf(revision: Revision): RouteSubject {
  return {
    publication: revision.publication,
    severity: severityOf(revision),
    kinds: kindsOf(revision),
    beats: revision.beats,
  };
}

function kindsOf(revision: Revision): ReadonlySet<ChangeKind> {
  if (revision.kind === 'availability') return new Set(['availability']);
  const changes = revision.comparison?.changes ?? [];
  return new Set(
    changes.filter((change) => isAtLeast(change.severity, 'minor')).flatMap((change) => [change.kind, ...change.also]),
  );
}
