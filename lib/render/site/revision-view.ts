/** What the page of one revision shows, or of two compared, worked out of the article's revisions. */
import type { Article } from '../../article.ts';
import type { Comparison } from '../../change.ts';
import { compareArticles } from '../../compare/index.ts';
import { redline } from '../../compare/redline.ts';
import { headlineOf, type Committed, type TextRevision } from '../../revision.ts';
import type { Archived, RevisionView } from '../pages/index.ts';
import type { History } from './archive.ts';
import { archivedPath, relativeHref } from './links.ts';
import { trailOf, type Place } from './place.ts';

/** The view of the revision at `index` of a history: against the one it was compared with when it was committed. */
export async function revisionView(history: History, index: number, place: Place): Promise<RevisionView | null> {
  const committed = history.committed[index];
  if (committed === undefined) return null;
  const { revision } = committed;
  const head = headOf(history, index, place);
  if (revision.kind === 'availability') {
    const lastSeen = textRevision(history, revision.snapshotAt);
    return {
      ...head,
      kind: 'availability',
      before: revision.availability.before,
      after: revision.availability.after,
      severity: revision.severity,
      detail: revision.detail,
      lastSeen: lastSeen?.snapshot.article ?? null,
    };
  }
  const after = revision.snapshot.article;
  const { comparison, comparedWith, returnsTo } = revision;
  const beforeRevision = comparedWith === null ? null : textRevision(history, comparedWith.number);
  if (comparison === null || comparedWith === null || beforeRevision === null) {
    return { ...head, kind: 'first-sighting', article: after, archived: archivedOf(revision, place) };
  }
  const before = await articleBefore(beforeRevision, comparedWith.readAgain, history);
  return {
    ...head,
    kind: 'compared',
    from: comparedWith.number,
    before,
    after,
    comparison,
    rows: redline(before, after, comparison),
    archived: { before: archivedOf(beforeRevision, place), after: archivedOf(revision, place) },
    returnsTo,
  };
}

/** Any two revisions of an article compared as they were read then; null where one of them is not there. */
export function pairView(history: History, from: number, to: number, place: Place): RevisionView | null {
  const index = history.committed.findIndex(({ revision }) => revision.number === to);
  const [beforeRevision, afterRevision] = [textAt(history, from), textAt(history, to)];
  if (index === -1 || beforeRevision === null || afterRevision === null) return null;
  const [before, after] = [beforeRevision.snapshot.article, afterRevision.snapshot.article];
  const comparison = compareArticles(before, after, {
    lastUnchangedAt: beforeRevision.fetchedAt,
    fetchedAt: afterRevision.fetchedAt,
  });
  const head = headOf(history, index, place);
  return {
    ...head,
    trail: { ...head.trail, previous: null, next: null },
    unchangedAt: beforeRevision.fetchedAt,
    kind: 'compared',
    from,
    before,
    after,
    comparison,
    rows: redline(before, after, comparison),
    archived: { before: archivedOf(beforeRevision, place), after: archivedOf(afterRevision, place) },
    returnsTo: null,
  };
}

/** Two articles compared that stand in no ledger, such as two saved pages. */
export const looseView = (before: Article, after: Article, comparison: Comparison): RevisionView => ({
  kind: 'compared',
  publicationName: null,
  headline: after.headline,
  number: null,
  from: null,
  url: after.url,
  unchangedAt: null,
  changedBy: null,
  hash: null,
  previousHash: null,
  trail: { overview: null, publication: null, timeline: null, previous: null, next: null },
  before,
  after,
  comparison,
  rows: redline(before, after, comparison),
  archived: { before: null, after: null },
  returnsTo: null,
});

function headOf(history: History, index: number, place: Place) {
  const { committed } = history;
  const { revision, hash } = committed[index] ?? committed[0];
  const neighbour = (other: Committed | undefined): string | null => {
    const path = other === undefined ? null : place.to.revision(other.revision);
    return path === null ? null : relativeHref(place.path, path);
  };
  return {
    publicationName: revision.publicationName,
    headline: headlineOf(revision),
    number: revision.number,
    url: revision.url,
    unchangedAt: revision.unchangedAt,
    changedBy: revision.fetchedAt,
    hash,
    previousHash: revision.previousHash,
    trail: {
      ...trailOf(revision, place),
      previous: index > 0 ? neighbour(committed[index - 1]) : null,
      next: neighbour(committed[index + 1]),
    },
  };
}

const archivedOf = (revision: TextRevision, place: Place): Archived => ({
  sha256: revision.page.sha256,
  href: place.bytes ? relativeHref(place.path, archivedPath(revision.page.sha256)) : null,
  fetchedAt: revision.fetchedAt,
});

async function articleBefore(revision: TextRevision, readAgain: boolean, history: History): Promise<Article> {
  const read = readAgain ? await history.readAgain(revision) : null;
  return read ?? revision.snapshot.article;
}

function textRevision(history: History, number: number): TextRevision | null {
  const found = history.committed.find(({ revision }) => revision.number === number)?.revision;
  return found?.kind === 'text' ? found : null;
}

/** The text as it stood at a revision: an availability revision stands on the last one. */
function textAt(history: History, number: number): TextRevision | null {
  const found = history.committed.find(({ revision }) => revision.number === number)?.revision;
  if (found === undefined) return null;
  return found.kind === 'text' ? found : textRevision(history, found.snapshotAt);
}
