/** What the pages of one article show, worked out of its revisions. */
import type { Article } from '../../article.ts';
import type { Comparison } from '../../change.ts';
import { compareArticles } from '../../compare/index.ts';
import { redline } from '../../compare/redline.ts';
import { headlineOf, severityOf, type Committed, type TextRevision } from '../../revision.ts';
import { describeRevision } from '../describe.ts';
import { figureTrails } from '../figure-trails.ts';
import type { Archived, Compare, RevisionLine, RevisionView, TimelineView, Trail } from '../pages/index.ts';
import type { History } from './archive.ts';
import {
  archivedPath,
  overviewPath,
  pairPath,
  publicationPath,
  relativeHref,
  revisionPath,
  timelinePath,
} from './links.ts';

/** Where the page that shows a view lies, and what else there is to link to from it. */
export type Place = {
  /** Path of the page itself. */
  readonly path: string;
  /** True where other pages of the site may be linked to; a page at a secret path links to none. */
  readonly linked: boolean;
  /** True where archived bytes are served. */
  readonly bytes: boolean;
};

/** A revision as one line. `from` is the path of the page that will show it; null for no links. */
export function lineOf({ revision }: Committed, from: string | null): RevisionLine {
  const { articleId, publication, publicationName, number, fetchedAt, unchangedAt, beats } = revision;
  const comparison = revision.kind === 'text' ? revision.comparison : null;
  const changes = comparison?.changes ?? [];
  return {
    articleId,
    publication,
    publicationName,
    number,
    headline: headlineOf(revision),
    severity: severityOf(revision),
    unannounced: comparison?.unannounced ?? false,
    summary: describeRevision(revision),
    fetchedAt,
    unchangedAt,
    kinds:
      revision.kind === 'availability'
        ? ['availability']
        : [...new Set(changes.flatMap((change) => [change.kind, ...change.also]))],
    wordsAdded: comparison?.wordsAdded ?? 0,
    wordsRemoved: comparison?.wordsRemoved ?? 0,
    beats,
    href: from === null ? null : relativeHref(from, revisionPath(articleId, number)),
    timeline: from === null ? null : relativeHref(from, timelinePath(articleId)),
  };
}

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

/** Every revision of an article, its figures as they moved, and what the chain of hashes says. */
export function timelineView(history: History, place: Place, compare: Compare): TimelineView {
  const { committed } = history;
  const last = committed.at(-1) ?? committed[0];
  const article = textAt(history, last.revision.number)?.snapshot.article ?? null;
  const { articleId, publicationName, url } = last.revision;
  return {
    publicationName,
    headline: headlineOf(last.revision),
    direction: article?.direction ?? 'ltr',
    language: article?.language ?? null,
    url,
    trail: { ...trailOf(last, place), timeline: relativeHref(place.path, timelinePath(articleId)) },
    lines: committed.map((one) => lineOf(one, place.linked ? place.path : null)),
    figures: figureTrails(committed.map(({ revision }) => revision)),
    availability: availabilityOf(committed),
    chain: chainOf(committed),
    compare,
  };
}

/** The pairs worth a page of their own beforehand: from the first text to the latest, where something lies between. */
export function preparedPairs(history: History): readonly { readonly from: number; readonly to: number }[] {
  const texts = history.committed.flatMap(({ revision }) => (revision.kind === 'text' ? [revision.number] : []));
  const [from, to] = [texts[0], texts.at(-1)];
  return from === undefined || to === undefined || texts.length < 3 ? [] : [{ from, to }];
}

/** As links for the timeline. */
export const preparedLinks = (history: History, articleId: string): Compare => ({
  kind: 'links',
  pairs: preparedPairs(history).map(({ from, to }) => ({
    name: `Everything since first seen: revision ${from} against revision ${to}`,
    href: relativeHref(timelinePath(articleId), pairPath(articleId, from, to)),
  })),
});

function headOf(history: History, index: number, place: Place) {
  const { committed } = history;
  const one = committed[index] ?? committed[0];
  const { revision, hash } = one;
  const neighbour = (other: Committed | undefined): string | null =>
    other === undefined || !place.linked
      ? null
      : relativeHref(place.path, revisionPath(revision.articleId, other.revision.number));
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
      ...trailOf(one, place),
      previous: index > 0 ? neighbour(committed[index - 1]) : null,
      next: neighbour(committed[index + 1]),
    },
  };
}

function trailOf({ revision }: Committed, place: Place): Trail {
  const to = (path: string): string | null => (place.linked ? relativeHref(place.path, path) : null);
  return {
    overview: to(overviewPath()),
    publication: { name: revision.publicationName, href: to(publicationPath(revision.publication)) },
    timeline: to(timelinePath(revision.articleId)),
    previous: null,
    next: null,
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

function availabilityOf(committed: History['committed']): TimelineView['availability'] {
  const last = committed.findLast(({ revision }) => revision.kind === 'availability')?.revision;
  if (last?.kind === 'availability') return { state: last.availability.after, since: last.fetchedAt };
  return { state: 'live', since: committed[0].revision.fetchedAt };
}

/** The first revision that does not carry the hash of the one before, or is not the next in number. */
function chainOf(committed: History['committed']): TimelineView['chain'] {
  for (const [index, { revision }] of committed.entries()) {
    const previous = committed[index - 1];
    const follows = previous === undefined ? null : previous.hash;
    if (revision.previousHash !== follows || revision.number !== index + 1) {
      return { kind: 'broken', at: revision.number };
    }
  }
  return { kind: 'intact' };
}
