/** How the publisher told of the revision (docs/announced.md). */
import type { Article } from '../article.ts';
import type { Announced } from '../change.ts';
import type { CompareContext } from './context.ts';
import type { NoticeChanges } from './notices.ts';

/**
 * A notice new in this revision, else a stamp that moved: where a reader sees it, or in the page's metadata alone. `unknown` where
 * the publication shows no stamp that could be relied on.
 */
export function announcedBy(
  before: Article,
  after: Article,
  seen: NoticeChanges['seen'],
  context: CompareContext,
): Announced {
  if (seen === 'notice') return 'notice';
  if (seen === 'update') return 'visible-update';
  if (context.stampsReliable === false) return 'unknown';
  const [a, b] = [stampOf(before), stampOf(after)];
  if (a === null && b === null) return 'unknown';
  if (b === null || !hasMoved(a, b, context)) return 'none';
  return VISIBLE_SOURCES.has(after.provenance[b.field] ?? '') ? 'visible-update' : 'metadata-only';
}

const VISIBLE_SOURCES: ReadonlySet<string> = new Set(['visible', 'time', 'selector']);

type Stamp = { readonly field: 'modifiedAt' | 'publishedAt'; readonly at: number };

function stampOf(article: Article): Stamp | null {
  for (const field of ['modifiedAt', 'publishedAt'] as const) {
    const at = Date.parse(article[field] ?? '');
    if (!Number.isNaN(at)) return { field, at };
  }
  return null;
}

/** A stamp in the future, or from before the page was last seen unchanged, cannot tell of this change. */
function hasMoved(before: Stamp | null, after: Stamp, context: CompareContext): boolean {
  if (before === null || after.at === before.at) return false;
  const fetchedAt = Date.parse(context.fetchedAt ?? '');
  const lastUnchangedAt = Date.parse(context.lastUnchangedAt ?? '');
  return !(after.at > fetchedAt) && !(after.at <= lastUnchangedAt);
}
