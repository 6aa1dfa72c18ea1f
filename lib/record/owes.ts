/**
 * What a revision owes is decided once, by the visit that commits it, from the ledger's tail, and stored in it:
 *
 * 1. First sightings and cosmetic revisions owe nothing; nor do muted articles and publications in shadow.
 * 2. What is too old when it is recorded is reported, not sent, so that a restored archive alerts nobody.
 * 3. Editions decide who hears of the rest, on which channel; no edition wants it, or nobody subscribes: that is recorded too.
 * 4. A return to an earlier wording waits until it has settled, longer where the page keeps flapping.
 * 5. Within the quiet period after an alert further changes are folded, unless they matter more than what was told.
 * 6. Everything else is owed now, or when the edition's quiet hours end.
 */
import { isAtLeast, type ChangeKind, type Severity } from '../change.ts';
import { routeRevision, whyNowhere, type Routed } from '../deliver/index.ts';
import { DAY_MS, millisecondsBetween, plusMilliseconds } from '../instant.ts';
import type { OwedAlert, Owes, Recent } from '../revision.ts';
import type { Watchlist } from '../watchlist.ts';

/** What the decision rests on. */
export type Debtor = {
  readonly publication: string;
  readonly severity: Severity;
  /** The kinds of its changes, as `kind` or in `also`. */
  readonly kinds: ReadonlySet<ChangeKind>;
  readonly beats: readonly string[];
  readonly firstSighting: boolean;
  readonly muted: boolean;
  readonly fetchedAt: string;
  /** The earlier revision with the same text; null where this is no return. */
  readonly returnsTo: number | null;
  /** From the tail. */
  readonly recent: Recent;
};

/** More returns than this within the remembered states, and the page is flapping: wait a day for it to settle. */
const FLAPPING_RETURNS = 3;

/** `now` is when it is recorded. Pure. */
export function decideOwes(watchlist: Watchlist, debtor: Debtor, now: Date): Owes {
  const { messages, publications } = watchlist;
  if (debtor.firstSighting) return { kind: 'nothing', why: 'first-sighting' };
  if (!isAtLeast(debtor.severity, 'minor')) return { kind: 'nothing', why: 'cosmetic' };
  if (debtor.muted) return { kind: 'nothing', why: 'muted' };
  if (publications[debtor.publication]?.shadow === true) return { kind: 'nothing', why: 'shadow' };
  if (millisecondsBetween(debtor.fetchedAt, now.toISOString()) > messages.tooOld)
    return { kind: 'nothing', why: 'too-old' };

  const routed = routeRevision(watchlist, debtor, debtor.fetchedAt);
  if (routed.length === 0) return { kind: 'nothing', why: whyNowhere(watchlist, debtor) };
  const foldedUntil = foldUntil(watchlist, debtor);
  return { kind: 'alerts', alerts: gather(routed.map((route) => fold(route, foldedUntil))) };
}

/** The remembered states and the last alert, as the next decision will need them. */
export function nextRecent(
  recent: Recent,
  state: { readonly number: number; readonly fingerprint: string; readonly fetchedAt: string } | null,
  owes: Owes,
  told: { readonly at: string; readonly severity: Severity },
): Recent {
  const toldNow = owes.kind === 'alerts' && owes.alerts.some((alert) => alert.how === 'now');
  return {
    states: state === null ? recent.states : [...recent.states, state].slice(-MAX_STATES),
    alerted: toldNow ? told : recent.alerted,
  };
}

const MAX_STATES = 12;
export const NO_RECENT: Recent = { states: [], alerted: null };

/** The number of the remembered revision whose text this is again; null for a new wording, or the wording it has now. */
export function returnOf(recent: Recent, fingerprint: string): number | null {
  const earlier = recent.states.slice(0, -1).findLast((state) => state.fingerprint === fingerprint);
  return earlier?.number ?? null;
}

function foldUntil(watchlist: Watchlist, debtor: Debtor): string | null {
  const { recent, fetchedAt, severity } = debtor;
  const { settle, quietPeriod } = watchlist.messages;
  if (debtor.returnsTo !== null) {
    return plusMilliseconds(fetchedAt, countReturns(recent) >= FLAPPING_RETURNS ? DAY_MS : settle);
  }
  if (recent.alerted === null) return null;
  // An alert that a wrong clock dated ahead keeps nothing waiting for longer than one of this moment would.
  const alertedAt = recent.alerted.at < fetchedAt ? recent.alerted.at : fetchedAt;
  const quietUntil = plusMilliseconds(alertedAt, quietPeriod);
  const mattersMore = !isAtLeast(recent.alerted.severity, severity);
  return fetchedAt < quietUntil && !mattersMore ? quietUntil : null;
}

function countReturns({ states }: Recent): number {
  const seen = new Set<string>();
  let returns = 0;
  for (const { fingerprint } of states) {
    if (seen.has(fingerprint)) returns++;
    seen.add(fingerprint);
  }
  return returns;
}

function fold(route: Routed, foldedUntil: string | null): Routed | (Omit<Routed, 'how'> & { readonly how: 'folded' }) {
  // Events are for machines: they get every state at once and fold for themselves.
  if (foldedUntil === null || route.how === 'digest' || route.channel === 'events') return route;
  return { ...route, how: 'folded', dueAt: route.dueAt > foldedUntil ? route.dueAt : foldedUntil };
}

/** One debt for the editions that are owed the same message at the same time: SNS fans it out by their ids. */
function gather(routes: readonly (Omit<Routed, 'how'> & { readonly how: OwedAlert['how'] })[]): readonly OwedAlert[] {
  const byMessage = Map.groupBy(routes, ({ channel, how, dueAt }) => `${channel} ${how} ${dueAt}`);
  return [...byMessage.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { channel, how, dueAt } = first;
    return [{ channel, editions: same.map((route) => route.edition).sort(), how, dueAt }];
  });
}
