/**
 * A visit works one publication: opens its roster, discovers what is new, checks what is due, most late first and one
 * request at a time, and writes the roster back. It stops in good time; what is left stays due.
 */
import { backOffUntil, capacityOf, DEFAULT_CADENCE, dueAt, selectDue, slotOf } from './cadence.ts';
import { discoverArticles, type Discovery } from './discover/index.ts';
import { VisitError } from './errors.ts';
import { isInTrouble, nextHealth, withIncident, type Health } from './health.ts';
import { articleId, canonicalUrl } from './identity.ts';
import type { Incident } from './incident.ts';
import type { FetchPage } from './page.ts';
import { checkArticle, type CheckOutcome } from './pipeline.ts';
import {
  areStampsReliable,
  commitIncident,
  createLedger,
  distrust,
  newEntry,
  openRoster,
  withoutFuture,
  type RosterSession,
} from './record/index.ts';
import type { RobotsState, RosterEntry } from './roster.ts';
import type { Stores } from './store.ts';
import type { Publication, Watchlist } from './watchlist.ts';

/** A publication's site as a visit sees it: polite, and remembering what robots.txt said. */
export type Site = {
  readonly fetchPage: FetchPage;
  readonly robots: () => Readonly<Record<string, RobotsState>>;
};

/** What a visit needs of the world. */
export type VisitPorts = {
  readonly stores: Stores;
  readonly openSite: (
    publication: Publication,
    robots: Readonly<Record<string, RobotsState>>,
    isTimeUp: () => boolean,
  ) => Site;
  readonly now: () => Date;
  /** Unguessable, for public pages; null when pages are not published. */
  readonly newPageToken: () => string | null;
  /** Tells the operators of an incident's start or end; a failure fails the visit, and the next one tells again. */
  readonly tellOperators: (incident: Incident) => Promise<void>;
  /** Told of every check as it ends, in order. */
  readonly onCheck: (outcome: CheckOutcome) => void;
};

/** Which publication is visited, and for how long. */
export type VisitRequest = {
  readonly watchlist: Watchlist;
  readonly publicationId: string;
  /** Names this visit in the roster's open marks. */
  readonly visit: string;
  /** No new request is begun after this. */
  readonly deadline: Date;
  /** Once aborted, the check in flight is finished and no other is begun. */
  readonly interrupted?: AbortSignal;
  /** The time between two visits: with the publication's delay it says how many checks are begun in one. */
  readonly tickMs: number;
};

/** What one visit to a publication came to, in numbers for a log line. */
export type VisitSummary = {
  readonly publicationId: string;
  readonly discovered: number;
  readonly checks: Readonly<Partial<Record<CheckOutcome['kind'], number>>>;
  readonly revisions: number;
  /** Due but not checked: no time or capacity. */
  readonly late: number;
  readonly maxLatenessMs: number;
};

/**
 * Rejects when the store fails, for a publication that is not in the watchlist, and where an article could not be checked or the operators
 * not be told: then everything else was done and is remembered, and what failed is tried again by the next visit.
 */
export async function visitPublication(request: VisitRequest, ports: VisitPorts): Promise<VisitSummary> {
  const { watchlist, publicationId, deadline } = request;
  const publication = watchlist.publications[publicationId];
  if (publication === undefined) throw new Error(`There is no publication ${publicationId} in the watchlist`);
  const now = ports.now();
  const roster = await openRoster(ports.stores.state, publicationId, request.visit, now);
  const isTimeUp = (): boolean => ports.now() >= deadline || request.interrupted?.aborted === true;
  const site = ports.openSite(publication, roster.index.robots, isTimeUp);
  const discovery = await discoverArticles({
    publicationId,
    publication,
    sources: roster.index.sources,
    fetchPage: site.fetchPage,
    now,
    isTimeUp,
    isKnown: (url) => roster.ownerOf(url) !== null,
    followedCount: roster.entries().length,
  });
  takeUp(discovery, roster, publicationId, now);

  const cadence = publication.cadence ?? DEFAULT_CADENCE;
  for (const known of roster.entries()) {
    const redated = withoutFuture(known, now);
    if (redated !== null) roster.update(redated);
    if (dueAt(redated ?? known, cadence) === null) roster.retire(known.articleId);
  }
  const selection = selectDue(roster.entries(), cadence, now, capacityOf(publication, request.tickMs));
  const check = checker(request, publication, roster, site.fetchPage, ports);
  const outcomes: CheckOutcome[] = [];
  const failures: unknown[] = [];
  let left = selection.due.length;
  for (const { articleId } of selection.due) {
    if (isTimeUp()) break;
    left -= 1;
    const entry = roster.entry(articleId);
    if (entry === null) continue; // taken in by a check before this one
    try {
      const outcome = await check(entry);
      outcomes.push(outcome);
      ports.onCheck(outcome);
    } catch (error) {
      // Of this article alone, as a rule: the others must not wait until somebody has mended it. What it committed, the ledger knows.
      failures.push(error);
      roster.update(putOff(distrust(entry), now));
    }
  }

  const { health, untold } = await noteHealth(publicationId, publication, roster, discovery, outcomes, ports, now);
  await roster.close((index) => ({ ...index, sources: discovery.sources, robots: site.robots(), health }));
  failures.push(...untold);
  if (failures.length > 0) throw new VisitError(publicationId, failures);
  return {
    publicationId,
    discovered: discovery.found.length,
    checks: countKinds(outcomes),
    revisions: outcomes.flatMap((outcome) => outcome.committed).length,
    late: selection.late + left,
    maxLatenessMs: selection.maxLatenessMs,
  };
}

/** Checks one entry of an open roster and writes what came of it into the roster. Also what `replay` does with a saved page. */
export function checker(
  { watchlist, publicationId }: Pick<VisitRequest, 'watchlist' | 'publicationId'>,
  publication: Publication,
  roster: RosterSession,
  fetchPage: FetchPage,
  ports: Pick<VisitPorts, 'stores' | 'now' | 'newPageToken'>,
): (entry: RosterEntry) => Promise<CheckOutcome> {
  const ledger = createLedger(ports.stores);
  // Once a visit: it goes through every entry of the roster, and one visit's stamps hardly change what they have shown.
  const stampsReliable = areStampsReliable(roster.entries());
  return async (entry) => {
    const now = ports.now();
    const outcome = await checkArticle(entry, {
      publicationId,
      publication,
      watchlist,
      rules: publication.selectors,
      fetchPage,
      ledger,
      now,
      slot: slotOf(entry, publication.cadence ?? DEFAULT_CADENCE, now),
      isInTrouble: isInTrouble(roster.index.health),
      beforeCommit: () => roster.beforeCommit(entry.articleId),
      ownerOf: roster.ownerOf,
      stampsReliable,
      newPageToken: ports.newPageToken,
    });
    if (outcome.kind === 'merged') roster.merge(entry.articleId, outcome.into);
    else roster.update(outcome.entry);
    if (outcome.alsoFollowedAs !== undefined) takeIn(outcome.alsoFollowedAs, outcome.entry, roster);
    return outcome;
  };
}

/**
 * A changed slug is listed as if it were a new article before the old address is asked for again. The older of the two keeps its
 * history and gets the other's address; only one without a history of its own is taken in.
 */
function takeIn(articleId: string, older: RosterEntry, roster: RosterSession): void {
  const younger = roster.entry(articleId);
  if (younger === null || younger.revision > 1 || younger.firstSeenAt <= older.firstSeenAt) return;
  // Templates gone wrong name one story as the canonical of others: where nothing leads there, the two must read the same.
  const hasItsAddress = younger.aliases.some((alias) => alias === canonicalUrl(older.url));
  if (!hasItsAddress && younger.fingerprint !== null && younger.fingerprint !== older.fingerprint) return;
  roster.merge(articleId, older.articleId);
}

/** Due again at once the first time, and later each time after that. */
const putOff = (entry: RosterEntry, now: Date): RosterEntry => ({
  ...entry,
  failures: entry.failures + 1,
  notBefore: backOffUntil(entry.failures + 1, null, now),
});

function takeUp(discovery: Discovery, roster: RosterSession, publicationId: string, now: Date): void {
  for (const { url, canonical } of discovery.found) {
    if (roster.ownerOf(canonical) !== null) continue;
    roster.add(newEntry({ articleId: articleId(publicationId, canonical), url, alias: canonical }, now));
  }
  const hinted = new Map<string | null, string>(
    discovery.hints.map(({ canonical, updatedAt }) => [roster.ownerOf(canonical), updatedAt]),
  );
  for (const entry of roster.entries()) {
    const updatedAt = hinted.get(entry.articleId);
    if (updatedAt !== undefined && updatedAt > (entry.checkedAt ?? ''))
      roster.update({ ...entry, hintedAt: updatedAt });
  }
}

/** Records which incidents started or ended, and tells of them before the roster forgets that they are news. Rejects never. */
async function noteHealth(
  publicationId: string,
  publication: Publication,
  roster: RosterSession,
  discovery: Discovery,
  outcomes: readonly CheckOutcome[],
  ports: VisitPorts,
  now: Date,
): Promise<{ readonly health: Health; readonly untold: readonly unknown[] }> {
  const { health, events } = nextHealth(roster.index.health, {
    now,
    checks: outcomes.map((outcome) => outcome.health),
    found: discovery.found.length,
    discovers: publication.feeds.length + publication.sitemaps.length + publication.sections.length > 0,
    firstSeenAt: roster.entries().map((entry) => entry.firstSeenAt),
    sourceFailures: discovery.outcomes.flatMap(({ kind, detail }) =>
      kind === 'failed' && detail !== null ? [detail] : [],
    ),
  });
  let noted = health;
  const untold: unknown[] = [];
  for (const event of events) {
    const at = now.toISOString();
    try {
      const incident = await commitIncident(ports.stores.ledger, { publication: publicationId, at, ...event });
      await ports.tellOperators(incident);
      if (incident.event === 'started') noted = withIncident(noted, incident.kind, incident.number);
    } catch (error) {
      // Still news for the next visit, and no reason to forget what this one has done.
      untold.push(error);
      if (event.event === 'ended') noted = withIncident(noted, event.kind, event.startedBy);
    }
  }
  return { health: noted, untold };
}

function countKinds(outcomes: readonly CheckOutcome[]): VisitSummary['checks'] {
  const counts: Partial<Record<CheckOutcome['kind'], number>> = {};
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
