/**
 * The health of a publication: when its silence or its failures become an incident, and when that is over. One bad visit is none; what
 * lasts over two is. Pure: the caller commits the incidents and remembers their numbers (`withIncident`).
 */
import type { Availability } from './availability.ts';
import { unreachable } from './errors.ts';
import type { ExtractOutcome } from './extraction.ts';
import type { IncidentKind } from './incident.ts';
import { DAY_MS, HOUR_MS } from './instant.ts';
import type { FetchOutcome } from './page.ts';
import type { RosterIndex } from './roster.ts';

export type Health = RosterIndex['health'];
export type CheckHealth = Health['recent'][number];

/** What one visit shows of a publication's health. */
export type VisitFindings = {
  readonly now: Date;
  /** Each check, in order. */
  readonly checks: readonly CheckHealth[];
  /** Articles not seen before. */
  readonly found: number;
  /** False for a publication of single articles: it is expected to discover nothing. */
  readonly discovers: boolean;
  /** When each followed article was first seen, in any order: the publication's habit. */
  readonly firstSeenAt: readonly string[];
  /** Why sources failed, where any did: for the operator. */
  readonly sourceFailures: readonly string[];
};

export type IncidentEvent =
  | { readonly event: 'started'; readonly kind: IncidentKind; readonly detail: string }
  | { readonly event: 'ended'; readonly kind: IncidentKind; readonly detail: string; readonly startedBy: number };

const MAX_RECENT = 50;

/** The health after a visit, and which incidents started or ended with it. Those that started have no number yet. */
export function nextHealth(
  before: Health,
  visit: VisitFindings,
): { readonly health: Health; readonly events: readonly IncidentEvent[] } {
  const health: Health = {
    ...before,
    recent: [...before.recent, ...visit.checks].slice(-MAX_RECENT),
    // Before anything was ever found, its silence counts from the first visit.
    lastDiscoveredAt: visit.found > 0 ? visit.now.toISOString() : (before.lastDiscoveredAt ?? visit.now.toISOString()),
  };
  const events = RULES.flatMap(({ kind, starts, ends }): IncidentEvent[] => {
    const open = before.incidents[kind];
    if (open === undefined) {
      const detail = starts(before, health, visit);
      return detail === null ? [] : [{ event: 'started', kind, detail }];
    }
    const detail = ends(before, health, visit);
    return detail === null ? [] : [{ event: 'ended', kind, detail, startedBy: open }];
  });
  const ended = new Set(events.filter(({ event }) => event === 'ended').map(({ kind }) => kind as string));
  const incidents = Object.fromEntries(Object.entries(health.incidents).filter(([kind]) => !ended.has(kind)));
  return { health: { ...health, incidents }, events };
}

/** Remembers an incident that started, by its number in the ledger. */
export const withIncident = (health: Health, kind: IncidentKind, number: number): Health => ({
  ...health,
  incidents: { ...health.incidents, [kind]: number },
});

/**
 * How a check counts: a usable answer (a page that was read, "not modified"), a failure, a refusal, or a page from which no article could
 * be read any more. An article that has just disappeared counts as a failure, since a site in trouble answers 404 for all it has; one
 * that is known to be away answers as expected.
 */
export function checkHealth(
  fetched: FetchOutcome,
  read: ExtractOutcome | null,
  { availability }: { readonly availability: Availability },
): CheckHealth {
  switch (fetched.kind) {
    case 'failed':
      return 'failed';
    case 'blocked':
    case 'refused':
      return availability.state === 'blocked' || availability.state === 'paywalled' ? 'ok' : 'blocked';
    case 'missing':
    case 'gone':
      return isAway(availability) ? 'ok' : 'failed';
    case 'not-modified':
      return 'ok';
    case 'page':
      if (fetched.page.redirects.length > 0 && read?.kind === 'not-an-article')
        return isAway(availability) ? 'ok' : 'failed';
      return read === null ? 'ok' : READINGS[read.kind];
    default:
      return unreachable(fetched);
  }
}

const isAway = ({ state }: Availability): boolean => state === 'missing' || state === 'gone' || state === 'redirected';

/**
 * True while an incident makes every article look the same: what their pages say then is the publication's trouble, and no
 * article's disappearance (`nextAvailability` holds it back).
 */
export const isInTrouble = ({ incidents }: Health): boolean =>
  ['everything-failing', 'blocked', 'extraction-collapsed'].some((kind) => Object.hasOwn(incidents, kind));

const READINGS = {
  extracted: 'ok',
  paywalled: 'ok',
  'error-page': 'failed',
  truncated: 'failed',
  blocked: 'blocked',
  'not-an-article': 'collapsed',
  'needs-scripts': 'collapsed',
  'too-large': 'collapsed',
} as const satisfies Record<ExtractOutcome['kind'], CheckHealth>;

type Judge = (before: Health, after: Health, visit: VisitFindings) => string | null;

/** Each kind with when it starts and ends; a judge answers with the line for the operator, or null for "not so". */
const RULES: readonly { readonly kind: IncidentKind; readonly starts: Judge; readonly ends: Judge }[] = [
  { kind: 'nothing-discovered', starts: startsSilence, ends: endsSilence },
  { kind: 'everything-failing', starts: startsFailing('failed'), ends: endsFailing },
  { kind: 'blocked', starts: startsFailing('blocked'), ends: endsFailing },
  { kind: 'extraction-collapsed', starts: startsCollapse, ends: endsCollapse },
];

/** With fewer occasions on which something new was found there is no habit to speak of. */
const LEAST_FOR_A_HABIT = 5;
const HABIT_OVER_MS = 14 * DAY_MS;
/** Until a weekend has been seen, one must not be an incident. */
const WEEKEND_SEEN_AFTER_MS = 8 * DAY_MS;
const LEAST_SILENCE_MS = 12 * HOUR_MS;
const LEAST_SILENCE_AT_FIRST_MS = 3 * DAY_MS;
const MOST_SILENCE_MS = 7 * DAY_MS;

/** Three times the longest gap of the last fortnight, between half a day and a week: weekends and nights are part of the habit. Three days where nothing is followed. */
export function longestHabitualSilenceMs(firstSeenAt: readonly string[], now: Date): number {
  // Nothing ever: more likely a wrong address than a habit.
  if (firstSeenAt.length === 0) return LEAST_SILENCE_AT_FIRST_MS;
  const since = now.getTime() - HABIT_OVER_MS;
  const times = [...new Set(firstSeenAt.map((instant) => Date.parse(instant)))]
    .filter((ms) => ms >= since)
    .sort((a, b) => a - b);
  if (times.length < LEAST_FOR_A_HABIT) return MOST_SILENCE_MS;
  const longest = times.reduce((most, ms, i) => Math.max(most, ms - (times[i - 1] ?? ms)), 0);
  const isNew = now.getTime() - (times[0] ?? 0) < WEEKEND_SEEN_AFTER_MS;
  const least = isNew ? LEAST_SILENCE_AT_FIRST_MS : LEAST_SILENCE_MS;
  return Math.min(Math.max(3 * longest, least), MOST_SILENCE_MS);
}

function startsSilence(_before: Health, after: Health, visit: VisitFindings): string | null {
  if (!visit.discovers || after.lastDiscoveredAt === null) return null;
  const silentMs = visit.now.getTime() - Date.parse(after.lastDiscoveredAt);
  const habitMs = longestHabitualSilenceMs(visit.firstSeenAt, visit.now);
  if (silentMs <= habitMs) return null;
  const why = visit.sourceFailures.length === 0 ? 'Its sources answer' : `Its sources fail: ${visit.sourceFailures[0]}`;
  return `No new article for ${hours(silentMs)}, where ${hours(habitMs)} would be long for it. ${why}. First: open its feed in a browser.`;
}

function endsSilence(before: Health, _after: Health, visit: VisitFindings): string | null {
  if (visit.found === 0 || before.lastDiscoveredAt === null) return null;
  return `New articles again, after ${hours(visit.now.getTime() - Date.parse(before.lastDiscoveredAt))}.`;
}

const LEAST_IN_A_ROW = 5;

/** Nothing but failures or refusals in this visit and at the end of the one before: at least five, and most of this kind. */
function startsFailing(kind: 'failed' | 'blocked'): Judge {
  return (before, after, visit) => {
    const earlier = before.recent.at(-1);
    if (visit.checks.length === 0 || earlier === undefined || !isBad(earlier) || !visit.checks.every(isBad))
      return null;
    const run = after.recent.slice(after.recent.findLastIndex((check) => !isBad(check)) + 1);
    const ofKind = run.filter((check) => check === kind).length;
    if (run.length < LEAST_IN_A_ROW || ofKind * 2 <= run.length) return null;
    return kind === 'failed'
      ? `The last ${run.length} checks failed, none worked. First: open one of its articles in a browser.`
      : `The last ${run.length} checks were refused. First: see whether it is refused from another address, and slow its delay.`;
  };
}

function endsFailing(_before: Health, _after: Health, visit: VisitFindings): string | null {
  const usable = visit.checks.filter((check) => !isBad(check)).length;
  return usable > 0 && usable * 2 >= visit.checks.length
    ? `${usable} of ${visit.checks.length} checks work again.`
    : null;
}

const isBad = (check: CheckHealth): boolean => check === 'failed' || check === 'blocked';

const COLLAPSE_OVER = 20;

/** Half of the last twenty checks that got an answer, and at least five, had no article in them any more. */
function startsCollapse(before: Health, after: Health, visit: VisitFindings): string | null {
  const answered = after.recent.filter((check) => !isBad(check)).slice(-COLLAPSE_OVER);
  const collapsed = answered.filter((check) => check === 'collapsed').length;
  const lasts = before.recent.includes('collapsed') && visit.checks.includes('collapsed');
  if (!lasts || collapsed < LEAST_IN_A_ROW || collapsed * 2 < answered.length) return null;
  return `${collapsed} of the last ${answered.length} pages had no article in them. First: \`stop-press extract --explain\` on one; it may need selectors after a redesign.`;
}

function endsCollapse(_before: Health, after: Health, visit: VisitFindings): string | null {
  const answered = after.recent.filter((check) => !isBad(check)).slice(-LEAST_IN_A_ROW);
  const readable = answered.filter((check) => check === 'ok').length;
  return visit.checks.includes('ok') && readable === answered.length ? 'Articles can be read again.' : null;
}

const hours = (ms: number): string =>
  ms < 2 * DAY_MS ? `${Math.round(ms / HOUR_MS)} hours` : `${Math.round(ms / DAY_MS)} days`;
