import { MEMORY_MIB, visitMemoryMiB } from './memory.ts';
import type { Watchlist } from '../watchlist.ts';
import { ASSUMPTIONS, type Assumptions } from './assumptions.ts';
import { loadOf, type Load } from './load.ts';
import { PRICES, type Priced } from './prices.ts';

/** `group`: what is watched, how it is watched over, and who is told. */
export type Line = {
  readonly group: 'watching' | 'alarms' | 'messages';
  readonly what: Priced;
  readonly quantity: number;
  /** US dollars at list prices. */
  readonly usd: number;
  /** The same, less what every account has free each month. */
  readonly usdAfterFree: number;
};

export type MonthlyCost = {
  readonly lines: readonly Line[];
  readonly followed: number;
  readonly checks: number;
  readonly revisions: number;
  readonly alerts: number;
  /** Publications whose cadence asks for more checks than politeness allows; the rest come late. */
  readonly tooMuch: readonly (Load & { readonly publication: string })[];
};

const PUBLICATIONS_A_MESSAGE = 20;
const GIB = 1024;
/** As cdk/constructs has them; a test of the stack holds these to it. */
export const STACK_COUNTS = { metrics: 9, alarms: 18, dashboards: 1, queues: 2 } as const;
/** Long polls of an event source that finds nothing: five pollers, 20 s each. */
const POLLS_A_QUEUE_A_DAY = (5 * 86_400) / 20;
/** Entries of a roster's shard. */
const SHARD = 500;
/** Old versions of rosters are kept this long (cdk/constructs/state-bucket.ts). */
const ROSTER_DAYS = 7;
/** A year's store is reckoned. */
const STORED_MONTHS = 12;

/** A month of this watchlist, in its first year’s end: what is stored grows, and a year of it is reckoned. Paused publications cost nothing. */
export function estimateMonth(watchlist: Watchlist, assumptions: Assumptions = ASSUMPTIONS): MonthlyCost {
  const loads = Object.entries(watchlist.publications)
    .filter(([, { paused }]) => !paused)
    .map(([publication, settings]) => ({ publication, ...loadOf(settings, assumptions) }));
  const { daysAMonth, ticksADay } = assumptions;
  const ticks = ticksADay * daysAMonth;
  const checks = daysAMonth * sum(loads.map(({ checksADay, capacityADay }) => Math.min(checksADay, capacityADay)));
  const followed = sum(loads.map((load) => load.followed));
  const revisions = checks * assumptions.revisionsACheck + daysAMonth * sum(loads.map(({ foundADay }) => foundADay));
  const told = checks * assumptions.revisionsACheck * assumptions.alertsARevision;
  const hearers = hearersOf(watchlist);
  const alerts = hearers.editions === 0 ? 0 : told;
  const texts = Math.min(
    alerts * assumptions.textsAnAlert,
    watchlist.messages.smsPerDay * hearers.textedEditions * daysAMonth,
  );

  const messages = Math.ceil(loads.length / PUBLICATIONS_A_MESSAGE) * ticks;
  const visitSeconds = sum(messagesOf(loads).map((group) => secondsOf(group, assumptions))) * ticks;
  const shards = sum(loads.map(({ followed }) => Math.max(1, Math.ceil(followed / SHARD))));
  // A shard is read and written where one of its articles was due; the index always.
  const visits = loads.length * ticks;
  const shardVisits = Math.min(shards * ticks, checks);
  const entriesAShard = shards === 0 ? 0 : followed / shards;
  const stored = revisions * STORED_MONTHS;
  const gigabytes = (objects: number, kilobytes: number): number => (objects * kilobytes) / 1e6;

  const quantities = {
    watching: {
      lambdaSeconds:
        visitSeconds * (visitMemoryMiB(loads.length) / GIB) +
        ticks * (assumptions.dispatchMs / 1000) * (MEMORY_MIB.dispatch / GIB) +
        ticks * (assumptions.sweepMs / 1000) * (MEMORY_MIB.sweep / GIB) +
        revisions * (assumptions.notifyMs / 1000) * (MEMORY_MIB.notify / GIB),
      lambdaRequests: 2 * ticks + messages + revisions,
      schedules: 2 * ticks,
      queueRequests: 3 * messages + 3 * revisions + STACK_COUNTS.queues * POLLS_A_QUEUE_A_DAY * daysAMonth,
      objectWrites: visits + shardVisits + 3 * revisions + alerts + 3 * ticks,
      objectReads: visits + shardVisits + 3 * revisions + 2 * ticks,
      // Pages too: the colder storage takes those over 128 KiB only, which few are (cdk/constructs/ledger-bucket.ts).
      storage:
        gigabytes(stored, assumptions.pageKilobytes + assumptions.revisionKilobytes) +
        gigabytes((shardVisits / daysAMonth) * ROSTER_DAYS, entriesAShard * assumptions.entryKilobytes),
      logs: gigabytes(visits + 2 * revisions + 4 * ticks, assumptions.logKilobytes),
    },
    alarms: { metrics: STACK_COUNTS.metrics, alarms: STACK_COUNTS.alarms, dashboards: STACK_COUNTS.dashboards },
    messages: {
      publishes: alerts * 2 + texts,
      emails: alerts * hearers.email,
      events: alerts * hearers.events,
      texts: texts * hearers.sms * watchlist.messages.smsSegments,
      keyRequests: Math.min(2 * (alerts * 2 + texts), 12 * ticks),
    },
  } as const satisfies Record<Line['group'], Partial<Record<Priced, number>>>;

  const lines = Object.entries(quantities).flatMap(([group, of]) =>
    Object.entries<number>(of).map(([what, quantity]) => lineOf(group as Line['group'], what as Priced, quantity)),
  );
  const tooMuch = loads.filter(({ checksADay, capacityADay }) => checksADay > capacityADay);
  return { lines, followed, checks, revisions, alerts, tooMuch };
}

function lineOf(group: Line['group'], what: Priced, quantity: number): Line {
  const { usd, per, free } = PRICES[what];
  return {
    group,
    what,
    quantity,
    usd: (quantity / per) * usd,
    usdAfterFree: (Math.max(0, quantity - free) / per) * usd,
  };
}

/** As dispatch deals them out. */
const messagesOf = (loads: readonly Load[]): readonly (readonly Load[])[] => {
  const count = Math.ceil(loads.length / PUBLICATIONS_A_MESSAGE);
  return Array.from({ length: count }, (_, nth) => loads.filter((_, index) => index % count === nth));
};

/** Seconds of one visit message: the wait of its slowest publication, or the work of all, whichever is longer. */
function secondsOf(loads: readonly Load[], assumptions: Assumptions): number {
  const { ticksADay, notModified, notModifiedMs, samePageMs, changedPageMs, revisionsACheck } = assumptions;
  const workMs =
    notModified * notModifiedMs + (1 - notModified) * samePageMs + revisionsACheck * (changedPageMs - samePageMs);
  const checks = loads.map(({ checksADay, capacityADay }) => Math.min(checksADay, capacityADay) / ticksADay);
  const waits = loads.map(({ sources, requestMs }, i) => ((checks[i] ?? 0) + sources) * requestMs);
  return (assumptions.idleVisitMs + Math.max(...waits, sum(checks) * workMs)) / 1000;
}

/** Who hears of an alert, at the mean: subscribers of an edition as if each alert went to every edition once. */
function hearersOf({ editions }: Watchlist) {
  const all = Object.values(editions);
  const count = (channel: 'email' | 'sms' | 'events'): number =>
    new Set(all.flatMap(({ subscribers }) => subscribers[channel])).size;
  return {
    editions: all.length,
    textedEditions: all.filter(({ subscribers }) => subscribers.sms.length > 0).length,
    email: count('email'),
    sms: count('sms'),
    events: count('events'),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
