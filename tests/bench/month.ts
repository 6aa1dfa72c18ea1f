/**
 * A month of 1,000,000 articles over 2,000 publications, without fetching anything: the real cadence, selection, packing of messages, shard size and
 * cost, on a virtual clock. Some publications are simulated article by article and stand for all.
 *
 *   node tests/bench/month.ts [--sample 40] [--days 30] [--seed 1] [--figures FILE]
 *
 * What is assumed of the world stands in WORLD; what a visit takes, in lib/cost/assumptions.ts.
 */
import { parseArgs } from 'node:util';
import { LIVE } from '../../lib/availability.ts';
import { capacityOf, DEFAULT_CADENCE, dueAt, selectDue, type Scheduled } from '../../lib/cadence.ts';
import { ASSUMPTIONS, dollars, estimateMonth, PRICES, type Line } from '../../lib/cost/index.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/instant.ts';
import { MAX_SHARD_ENTRIES } from '../../lib/roster.ts';
import { packVisits } from '../../lib/visit-message.ts';
import { watchlistSchema } from '../../lib/watchlist.ts';
import { seededRandom } from '../extract/noise.ts';
import { writeFindings } from './figures.ts';

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '40' },
    days: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    figures: { type: 'string' },
  },
});

const WORLD = {
  publications: 2_000,
  articles: 1_000_000,
  /** Edits of an article in its life, at the mean, and in which part of it they fall. */
  edits: 0.6,
  when: [
    { share: 0.6, from: 0, until: 3 * HOUR_MS },
    { share: 0.25, from: 3 * HOUR_MS, until: DAY_MS },
    { share: 0.12, from: DAY_MS, until: 7 * DAY_MS },
    { share: 0.03, from: 7 * DAY_MS, until: 30 * DAY_MS },
  ],
  /** Articles come by the hour of the day, UTC: few at night, most in the afternoon. */
  hours: [1, 1, 1, 1, 2, 3, 5, 7, 8, 8, 8, 8, 8, 9, 9, 9, 8, 7, 6, 5, 4, 3, 2, 2],
} as const;
const TICK_MS = DAY_MS / ASSUMPTIONS.ticksADay;
/** As cdk/news-monitor.ts sets it for the visit queue. */
const AT_ONCE = 50;
/** As lib/visit-side-by-side.ts keeps free at the end of a tick. */
const FINISH_MS = MINUTE_MS;
/** From the commit to the message: the event, the queue and notify itself. */
const NOTIFY_MS = 2_000 + ASSUMPTIONS.notifyMs;
const START_MS = 1_500;

const sampled = Math.min(Number(values.sample), WORLD.publications);
const days = Number(values.days);
const scale = WORLD.publications / sampled;
const random = seededRandom(Number(values.seed));
const lifeMs = DEFAULT_CADENCE.at(-1)?.under ?? 0;
const articlesADay = WORLD.articles / WORLD.publications / (lifeMs / DAY_MS);
/** A life's length before the month begins, so that it begins with articles of every age. */
const FROM = Date.parse('2025-10-01T00:00:00Z');
const monthAt = FROM + lifeMs;
const UNTIL = monthAt + days * DAY_MS;

const ids = Array.from({ length: sampled }, (_, i) => `p${i}`);
const watchlist = watchlistSchema.parse({
  version: 1,
  operator: { contact: 'bench@news.example' },
  publications: Object.fromEntries(ids.map((id) => [id, { name: id, feeds: [`https://${id}.example/feed`] }])),
  editions: { desk: { name: 'Desk', severity: 'minor', subscribers: { email: ['bench@news.example'] } } },
});

type Article = {
  entry: Scheduled;
  readonly born: number;
  readonly shard: number;
  /** Instants at which it will be changed, the earliest first; what a check has seen is taken out. */
  readonly edits: number[];
  alertedAt: number;
};
type Publication = {
  readonly id: string;
  /** Not yet found, the earliest last. */
  readonly coming: number[];
  /** By the tick at which they fall due. */
  readonly due: Map<number, Article[]>;
  waiting: Article[];
  readonly shards: number[];
  found: number;
};

const sums = { checks: 0, revisions: 0, found: 0, reads: 0, writes: 0, late: 0, retired: 0, visitMs: 0 };
const seenLate: number[] = [];
/** Of these, the edits of articles under a day old. */
const seenLateYoung: number[] = [];
const toldLate: number[] = [];
const busy: number[] = [];
let longestVisitMs = 0;

const publications = new Map(ids.map((id) => [id, begin(id)]));
const messages = packVisits(watchlist, new Date(FROM)).map((message) => message.publications);
/** Each message of the sample stands for so many; they are spread over the order in which the queue hands them out. */
const inAll = Math.max(messages.length, WORLD.publications / 20);
const messageScale = inAll / messages.length;
let lastDurations: readonly number[] = messages.map(() => ASSUMPTIONS.idleVisitMs);
for (let tick = 0, at = FROM; at < UNTIL; tick += 1, at += TICK_MS) {
  const starts = startsOf(lastDurations);
  lastDurations = messages.map((group, nth) => {
    const start = at + START_MS + (starts[nth] ?? 0);
    const works = group.map((id) => visit(publications.get(id) ?? begin(id), tick, at, start));
    const checks = works.reduce((sum, work) => sum + work.checks, 0);
    const waits = works.map(({ waitMs }) => waitMs);
    return ASSUMPTIONS.idleVisitMs + Math.max(checks * cpuACheckMs(), ...waits);
  });
  if (at < monthAt) continue;
  const tickMs = lastDurations.reduce((sum, ms) => sum + ms, 0) * messageScale;
  sums.visitMs += tickMs;
  busy.push(tickMs / TICK_MS);
  longestVisitMs = Math.max(longestVisitMs, ...lastDurations);
}
report();

/** Hoisted, since the loop above runs first. */
function cpuACheckMs(): number {
  const { notModified, notModifiedMs, samePageMs } = ASSUMPTIONS;
  return notModified * notModifiedMs + (1 - notModified) * samePageMs;
}

function begin(id: string): Publication {
  const coming: number[] = [];
  const weight = WORLD.hours.reduce<number>((sum, hour) => sum + hour, 0);
  for (let at = FROM; at < UNTIL; at += HOUR_MS) {
    const hour = WORLD.hours[new Date(at).getUTCHours()] ?? 0;
    for (let n = poisson((articlesADay * hour) / weight); n > 0; n -= 1) coming.push(at + random() * HOUR_MS);
  }
  return { id, coming: coming.sort((a, b) => b - a), due: new Map(), waiting: [], shards: [0], found: 0 };
}

/** When each message of the sample is taken up, after the tick: fifty at once, the others as these end. */
function startsOf(durations: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const starts: number[] = [];
  for (let nth = 0; nth < inAll; nth += 1) {
    const of = Math.min(durations.length - 1, Math.floor(nth / messageScale));
    const start = nth < AT_ONCE ? 0 : (ends.sort((a, b) => a - b)[nth - AT_ONCE] ?? 0);
    ends.push(start + (durations[of] ?? 0));
    if (nth % messageScale < 1) starts.push(start);
  }
  return starts;
}

/** One visit, as lib/visit.ts makes it: sources first, then what is due, one request at a time, until the time is up. */
function visit(publication: Publication, tick: number, tickAt: number, start: number) {
  const settings = watchlist.publications[publication.id];
  if (settings === undefined) throw new Error(publication.id);
  const isCounted = tickAt >= monthAt;
  const deadline = tickAt + TICK_MS - FINISH_MS;
  const stepMs = settings.delay + ASSUMPTIONS.answerMs;
  takeUp(publication, start, isCounted);
  const candidates = [...publication.waiting, ...(publication.due.get(tick) ?? [])];
  publication.due.delete(tick);
  const byEntry = new Map(candidates.map((article) => [article.entry, article]));
  const now = new Date(start);
  const capacity = capacityOf(settings, deadline - start);
  const selection = selectDue([...byEntry.keys()], DEFAULT_CADENCE, now, capacity);
  const touched = new Set<number>();
  let at = start + stepMs; // the feed
  let checks = 0;
  for (const entry of selection.due) {
    const article = byEntry.get(entry);
    if (article === undefined || at >= deadline) continue;
    byEntry.delete(entry);
    check(publication, article, at, isCounted);
    touched.add(article.shard);
    at += stepMs;
    checks += 1;
  }
  publication.waiting = [...byEntry.values()];
  if (isCounted) {
    sums.checks += checks;
    sums.late += selection.late;
    sums.reads += 1 + publication.shards.length;
    sums.writes += 1 + touched.size;
  }
  return { checks, waitMs: at - start };
}

function takeUp(publication: Publication, now: number, isCounted: boolean): void {
  for (let born = publication.coming.at(-1); born !== undefined && born <= now; born = publication.coming.at(-1)) {
    publication.coming.pop();
    publication.found += 1;
    if (isCounted) sums.found += 1;
    const roomy = publication.shards.findLastIndex((entries) => entries < MAX_SHARD_ENTRIES);
    const shard = roomy === -1 ? publication.shards.push(0) - 1 : roomy;
    publication.shards[shard] = (publication.shards[shard] ?? 0) + 1;
    const entry: Scheduled = {
      articleId: `${publication.id}-${publication.found}`,
      firstSeenAt: new Date(now).toISOString(),
      checkedAt: null,
      changedAt: null,
      notBefore: null,
      hintedAt: null,
      availability: LIVE,
    };
    publication.waiting.push({ entry, born, shard, edits: editsOf(born), alertedAt: 0 });
  }
}

function editsOf(born: number): number[] {
  const edits = WORLD.when.flatMap(({ share, from, until }) =>
    Array.from({ length: poisson(WORLD.edits * share) }, () => born + from + random() * (until - from)),
  );
  return edits.sort((a, b) => a - b);
}

function check(publication: Publication, article: Article, at: number, isCounted: boolean): void {
  const { entry, edits } = article;
  const isFirst = entry.checkedAt === null;
  const later = edits.findIndex((edit) => edit > at);
  const seen = edits.splice(0, later === -1 ? edits.length : later);
  const checkedAt = new Date(at).toISOString();
  const isChanged = isFirst || seen.length > 0;
  article.entry = { ...entry, checkedAt, changedAt: isChanged ? checkedAt : entry.changedAt };
  if (isChanged && isCounted) sums.revisions += 1;
  if (!isFirst && seen.length > 0) tell(article, seen, at, isCounted);

  const next = dueAt(article.entry, DEFAULT_CADENCE);
  if (next === null) {
    publication.shards[article.shard] = (publication.shards[article.shard] ?? 1) - 1;
    if (isCounted) sums.retired += 1;
    return;
  }
  const tick = Math.ceil((Date.parse(next) - FROM - START_MS) / TICK_MS);
  const held = publication.due.get(tick);
  if (held === undefined) publication.due.set(tick, [article]);
  else held.push(article);
}

/** At once, or folded into one message when the quiet period of the last is over; the sweep pays that at its next tick. */
function tell(article: Article, seen: readonly number[], at: number, isCounted: boolean): void {
  const quietUntil = article.alertedAt + watchlist.messages.quietPeriod;
  const toldAt =
    at >= quietUntil ? at + NOTIFY_MS : Math.ceil((quietUntil - FROM) / TICK_MS) * TICK_MS + FROM + NOTIFY_MS;
  article.alertedAt = toldAt;
  if (!isCounted) return;
  for (const edit of seen) {
    seenLate.push(at - edit);
    if (edit - article.born < DAY_MS) seenLateYoung.push(at - edit);
    toldLate.push(toldAt - edit);
  }
}

function poisson(mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

function report(): void {
  const all = (quantity: number): number => quantity * scale;
  const quantile = (numbers: readonly number[], share: number): number =>
    numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? 0;
  const minutes = (ms: number): string => `${(ms / MINUTE_MS).toFixed(1)} min`;
  const followed = all(
    [...publications.values()].reduce((sum, { shards }) => sum + shards.reduce((a, b) => a + b, 0), 0),
  );
  const visits = WORLD.publications * ASSUMPTIONS.ticksADay * days;

  const [one] = Object.values(watchlist.publications);
  if (one === undefined) throw new Error('There is nothing to follow');
  const many = Object.fromEntries(Array.from({ length: WORLD.publications }, (_, i) => [`p${i}`, one]));
  const estimate = estimateMonth(
    { ...watchlist, publications: many },
    {
      ...ASSUMPTIONS,
      articlesADay,
      daysAMonth: days,
      revisionsACheck: (sums.revisions - sums.found) / Math.max(1, sums.checks),
    },
  );
  const ticks = ASSUMPTIONS.ticksADay * days;
  const simulated: Readonly<Record<string, number>> = {
    lambdaSeconds:
      sums.visitMs / 1_000 +
      ticks * (ASSUMPTIONS.dispatchMs / 4_000 + ASSUMPTIONS.sweepMs / 1_000) +
      (all(sums.revisions) * ASSUMPTIONS.notifyMs) / 2_000,
    objectReads: all(sums.reads) + 3 * all(sums.revisions) + 2 * ticks,
    objectWrites: all(sums.writes) + 4 * all(sums.revisions) + 3 * ticks,
  };
  const usd = ({ what, quantity }: Line): number =>
    ((simulated[what] ?? quantity) / PRICES[what].per) * PRICES[what].usd;
  const watching = estimate.lines.filter(({ group }) => group === 'watching');
  const total = watching.reduce((sum, line) => sum + usd(line), 0);
  const estimated = watching.reduce((sum, line) => sum + line.usd, 0);

  const lines = [
    ['publications, articles followed at the end', `${WORLD.publications}, ${Math.round(followed)}`],
    ['simulated article by article', `${sampled} publications, ${days} days after ${lifeMs / DAY_MS} to fill up`],
    ['checks', `${Math.round(all(sums.checks))} (estimated: ${Math.round(estimate.checks)})`],
    ['requests, feeds included', String(Math.round(all(sums.checks) + visits))],
    ['revisions, first sightings included', String(Math.round(all(sums.revisions)))],
    ['due, and put off to the next tick', String(Math.round(all(sums.late)))],
    ['edit to its revision, p50 and p99', `${minutes(quantile(seenLate, 0.5))}, ${minutes(quantile(seenLate, 0.99))}`],
    [
      '… of articles under a day old',
      `${minutes(quantile(seenLateYoung, 0.5))}, ${minutes(quantile(seenLateYoung, 0.99))}`,
    ],
    ['edit to its alert, folds included', `${minutes(quantile(toldLate, 0.5))}, ${minutes(quantile(toldLate, 0.99))}`],
    [
      'visits at work, mean and busiest tick',
      `${mean(busy).toFixed(1)}, ${Math.max(...busy).toFixed(1)} (at most ${AT_ONCE} at once)`,
    ],
    ['longest visit', `${(longestVisitMs / 1_000).toFixed(0)} s of ${TICK_MS / 1_000}`],
    ['cost of watching, list prices', `${dollars(total)} (estimated: ${dollars(estimated)})`],
  ] as const;
  for (const [what, told] of lines) console.log(`${what.padEnd(44)} ${told}`);
  writeFindings(values.figures, {
    figures: [
      { what: 'edit to its revision, p50', unit: 'min', ours: quantile(seenLate, 0.5) / MINUTE_MS },
      { what: 'edit to its revision, p99', unit: 'min', ours: quantile(seenLate, 0.99) / MINUTE_MS },
      { what: '… of articles under a day old, p99', unit: 'min', ours: quantile(seenLateYoung, 0.99) / MINUTE_MS },
      { what: 'edit to its alert, p50', unit: 'min', ours: quantile(toldLate, 0.5) / MINUTE_MS },
      { what: 'edit to its alert, p99', unit: 'min', ours: quantile(toldLate, 0.99) / MINUTE_MS },
      { what: 'visits at work, busiest tick', unit: '', ours: Math.max(...busy), aim: { most: AT_ONCE } },
      { what: 'requests a month', unit: 'millions', ours: (all(sums.checks) + visits) / 1e6 },
      { what: 'cost of watching a month', unit: 'US dollars', ours: total, aim: { most: 1_500 } },
    ],
    charts: [
      {
        name: 'month-lateness',
        kind: 'lines',
        title: 'A month of 1,000,000 articles: from an edit to its alert',
        unit: '% of edits told',
        across: 'minutes after the edit',
        lines: [curve('seen and recorded', seenLate), curve('told', toldLate)],
      },
    ],
  });
}

function curve(label: string, lateness: readonly number[]) {
  const marks = [1, 2, 5, 10, 15, 30, 60, 180, 1_440, 4_320];
  const share = (minutes: number): number =>
    (100 * lateness.filter((ms) => ms <= minutes * MINUTE_MS).length) / Math.max(1, lateness.length);
  return { label, points: marks.map((minutes) => [minutes, share(minutes)] as const) };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
