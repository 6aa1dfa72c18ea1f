/**
 * When an article is due. A pure function of its roster entry and the clock: time is divided into slots, whose length is the
 * cadence's step for the time since the last change, and whose phase is the article's own. An entry is due once in each slot,
 * so nothing drifts, nothing stampedes, and a missed tick is caught up once.
 */
import { contentHash } from './hash.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './instant.ts';
import type { RosterEntry } from './roster.ts';
import type { Publication } from './watchlist.ts';

/** While the time since the last change is under `under`, a check every `every`; after the last step, retired. Milliseconds. */
export type Cadence = readonly { readonly under: number; readonly every: number }[];

export const DEFAULT_CADENCE: Cadence = [
  { under: 3 * HOUR_MS, every: 15 * MINUTE_MS },
  { under: DAY_MS, every: HOUR_MS },
  { under: 7 * DAY_MS, every: 3 * HOUR_MS },
  { under: 30 * DAY_MS, every: 3 * DAY_MS },
];

/** What the due time of an entry depends on, and nothing else. */
export type Scheduled = Pick<
  RosterEntry,
  'articleId' | 'firstSeenAt' | 'checkedAt' | 'changedAt' | 'notBefore' | 'hintedAt' | 'availability'
>;

/**
 * The instant the entry is next due, or null where it is retired. At once when it was never checked or a feed says it was updated;
 * else the first slot after its last check. `notBefore` (a server's Retry-After, our own backoff) holds any of these back.
 */
export function dueAt(entry: Scheduled, cadence: Cadence): string | null {
  const due = unheldDueMs(entry, cadence);
  if (due === null) return null;
  const notBefore = entry.notBefore === null ? due : Date.parse(entry.notBefore);
  return new Date(Math.max(due, notBefore)).toISOString();
}

/**
 * The instant at which the scheduled slot `now` lies in began. Two checks in one slot (a hint, a retry, a second visit) are
 * one piece of evidence, so availability is confirmed over distinct slots.
 */
export function slotOf(entry: Scheduled, cadence: Cadence, now: Date): string {
  const every = stepAt(entry, cadence, now.getTime()).every;
  return new Date(lastSlotMs(entry.articleId, every, now.getTime())).toISOString();
}

/** True where a day has begun since the last check, by the article's own phase. */
export const isNewDay = ({ articleId, checkedAt }: Scheduled, now: Date): boolean =>
  checkedAt === null ||
  lastSlotMs(articleId, DAY_MS, Date.parse(checkedAt)) < lastSlotMs(articleId, DAY_MS, now.getTime());

export type DueSelection<Entry> = {
  /** Most late first, at most `capacity`; every tenth is the one that has waited longest. */
  readonly due: readonly Entry[];
  /** How many are due and did not fit. They stay due. */
  readonly late: number;
  /** How long the longest-waiting of all that are due has been due. */
  readonly maxLatenessMs: number;
};

/** Every so manieth place goes to the one that has waited longest by the clock, whatever its step. */
const PLACE_OF_THE_OLD = 10;
/** Which place that is moves on by one in this time: a visit that gets no further than the third gives one to the old now and then. */
const PLACES_MOVE_MS = 5 * MINUTE_MS;

/**
 * What to check now. Lateness counts in slots of the entry's own cadence (an hour is four missed slots of a young article and a seventieth
 * of an old one's), and a tenth of the places is kept for the longest waits: among the others and not behind them, since a visit to
 * a slow site, or one that asks for a long pause, does not come to the end of what it has room for.
 */
export function selectDue<Entry extends Scheduled>(
  entries: readonly Entry[],
  cadence: Cadence,
  now: Date,
  capacity: number,
): DueSelection<Entry> {
  const waiting = entries.flatMap((entry) => waitOf(entry, cadence, now));
  waiting.sort((a, b) => b.missedSlots - a.missedSlots || byId(a.entry, b.entry));

  const longestFirst = waiting.toSorted((a, b) => b.latenessMs - a.latenessMs || byId(a.entry, b.entry));

  const due = new Set<Wait<Entry>>();
  const [lateFirst, oldFirst] = [untaken(waiting, due), untaken(longestFirst, due)];
  const moved = Math.floor(now.getTime() / PLACES_MOVE_MS);
  while (due.size < Math.min(capacity, waiting.length)) {
    const isForTheOld = (moved + due.size) % PLACE_OF_THE_OLD === 0;
    const { value } = (isForTheOld ? oldFirst : lateFirst).next();
    if (value !== undefined) due.add(value);
  }
  return {
    due: [...due].map(({ entry }) => entry),
    late: waiting.length - due.size,
    maxLatenessMs: longestFirst[0]?.latenessMs ?? 0,
  };
}

function* untaken<Of>(all: readonly Of[], taken: ReadonlySet<Of>): Generator<Of, undefined> {
  for (const one of all) if (!taken.has(one)) yield one;
  return undefined;
}

/** What an answer takes on top of the delay, as a rule: some 250 checks in five minutes at one request a second. */
const TYPICAL_ANSWER_MS = 200;

/** Checks one publication bears in a tick: one request at a time, with its delay in between. At least 1. */
export const capacityOf = (publication: Pick<Publication, 'delay'>, tickMs: number): number =>
  Math.max(1, Math.floor(tickMs / (publication.delay + TYPICAL_ANSWER_MS)));

const FIRST_BACKOFF_MS = 10 * MINUTE_MS;

/**
 * Until when an entry (or a source) that failed is left alone: what the server asked for, or a wait that doubles with each failure in
 * a row, neither longer than a day. Null after a success.
 */
export function backOffUntil(failures: number, retryAfterSeconds: number | null, now: Date): string | null {
  if (failures === 0 && retryAfterSeconds === null) return null;
  // The first failure waits for the next slot only: most pass at once.
  const doubling = failures < 2 ? 0 : FIRST_BACKOFF_MS * 2 ** Math.min(failures - 2, 10);
  const waitMs = Math.min(Math.max(doubling, (retryAfterSeconds ?? 0) * SECOND_MS), DAY_MS);
  return waitMs === 0 ? null : new Date(now.getTime() + waitMs).toISOString();
}

/** Where an article seems to have gone, it is looked at this often until that is settled: three slots of three days would tell nobody in time. */
const SUSPICION_EVERY_MS = HOUR_MS;
const SUSPICION_LASTS_MS = DAY_MS;

/** Some feeds stamp every entry anew each time they are asked; their hints are worth a look, not a look each tick. */
const HINT_SPACING_MS = 10 * MINUTE_MS;

function unheldDueMs(entry: Scheduled, cadence: Cadence): number | null {
  if (entry.checkedAt === null) return Date.parse(entry.firstSeenAt);
  const next = nextSlotMs(entry, cadence, Date.parse(entry.checkedAt));
  if (entry.hintedAt === null) return next;
  const hinted = Math.max(Date.parse(entry.hintedAt), Date.parse(entry.checkedAt) + HINT_SPACING_MS);
  return next === null ? hinted : Math.min(next, hinted);
}

/**
 * The first slot after `afterMs`, going through the cadence's steps; null when it would be after the last. Where one step ends and the
 * next begins their slots do not meet: the wait is then the longer of the two steps at most, never both.
 */
function nextSlotMs(entry: Scheduled, cadence: Cadence, afterMs: number): number | null {
  const since = cadenceStart(entry);
  let longest = 0;
  for (const { under, every, from } of stepsOf(entry, cadence)) {
    const end = since + under;
    if (afterMs >= end) continue;
    longest = Math.max(longest, every);
    const start = Math.max(afterMs, since + from - 1);
    const slot = lastSlotMs(entry.articleId, every, start) + every;
    if (slot < end) return Math.min(slot, afterMs + longest);
  }
  return null;
}

type Step = { readonly from: number; readonly under: number; readonly every: number };

/** The cadence's steps, tightened for as long as a disappearance is being confirmed. Milliseconds since the last change. */
function stepsOf(entry: Scheduled, cadence: Cadence): readonly Step[] {
  const steps = cadence.map(({ under, every }, i) => ({ from: cadence[i - 1]?.under ?? -Infinity, under, every }));
  const suspect = entry.availability.suspect;
  if (suspect === null || suspect.state === 'blocked' || suspect.state === 'paywalled') return steps;

  const from = Math.max(0, Date.parse(suspect.since) - cadenceStart(entry));
  const until = from + SUSPICION_LASTS_MS;
  return steps.flatMap((step) =>
    [
      { ...step, under: Math.min(step.under, from) },
      {
        from: Math.max(step.from, from),
        under: Math.min(step.under, until),
        every: Math.min(step.every, SUSPICION_EVERY_MS),
      },
      { ...step, from: Math.max(step.from, until) },
    ].filter((part) => part.from < part.under),
  );
}

function stepAt(entry: Scheduled, cadence: Cadence, atMs: number): Step {
  const age = atMs - cadenceStart(entry);
  const steps = stepsOf(entry, cadence);
  const step = steps.find(({ under }) => age < under) ?? steps.at(-1);
  if (step === undefined) throw new Error('This is a bug in Stop Press: a cadence without steps');
  return step;
}

/** Cadence slows from the last change; an article that never changed counts from its first sighting. */
const cadenceStart = (entry: Scheduled): number => Date.parse(entry.changedAt ?? entry.firstSeenAt);

/** The last slot at or before `atMs`: instants whose distance from the article's phase is a multiple of `every`. */
function lastSlotMs(articleId: string, every: number, atMs: number): number {
  const phase = phaseOf(articleId) % every;
  return Math.floor((atMs - phase) / every) * every + phase;
}

/** 48 bits of the article's hash: stable, evenly spread, and exact in a double. */
const phaseOf = (articleId: string): number => Number.parseInt(contentHash(articleId).slice(0, 12), 16);

type Wait<Entry> = { readonly entry: Entry; readonly latenessMs: number; readonly missedSlots: number };

function waitOf<Entry extends Scheduled>(entry: Entry, cadence: Cadence, now: Date): readonly Wait<Entry>[] {
  const due = dueAt(entry, cadence);
  if (due === null) return [];
  const latenessMs = now.getTime() - Date.parse(due);
  if (latenessMs < 0) return [];
  // A first look is never put off for a later one: until it is done, nothing can be compared.
  const head = entry.checkedAt === null ? 1 : 0;
  return [{ entry, latenessMs, missedSlots: head + latenessMs / stepAt(entry, cadence, Date.parse(due)).every }];
}

const byId = (a: Scheduled, b: Scheduled): number => (a.articleId < b.articleId ? -1 : 1);
