import { CANARY } from '../canary.ts';
import { isAtLeast, type ChangeKind, type Severity } from '../change.ts';
import { CHANNELS, type Channel } from '../revision.ts';
import type { Edition, Watchlist } from '../watchlist.ts';
import { nextHour, quietUntil } from './zone-clock.ts';

/** What routing looks at in a revision. `kinds` are those of its changes and the facts inside them. */
export type RouteSubject = {
  readonly publication: string;
  readonly severity: Severity;
  readonly kinds: ReadonlySet<ChangeKind>;
  readonly beats: readonly string[];
};

/** One edition's share on one channel: at `dueAt`, alone (`now`) or in that hour's digest. */
export type Routed = {
  readonly channel: Channel;
  readonly edition: string;
  readonly how: 'now' | 'digest';
  readonly dueAt: string;
};

/** Where a revision seen at `at` goes: per edition and channel of the watchlist, in its order. */
export function routeRevision(watchlist: Watchlist, subject: RouteSubject, at: string): readonly Routed[] {
  return matching(watchlist, subject)
    .filter(({ edition, channel }) => hasReaders(edition, channel))
    .map(({ id, edition, channel }) => ({ channel, edition: id, ...whenDue(edition, channel, at) }));
}

/** Why it goes nowhere: an edition wants it and has no subscriber at all, or none wants it on a channel that anybody reads. */
export const whyNowhere = (watchlist: Watchlist, subject: RouteSubject): 'no-edition' | 'no-subscriber' =>
  matching(watchlist, subject).some(({ edition }) => !CHANNELS.some((channel) => hasReaders(edition, channel)))
    ? 'no-subscriber'
    : 'no-edition';

/** The editions that want it, by each channel on which it matters enough. */
const matching = (watchlist: Watchlist, subject: RouteSubject) =>
  Object.entries(watchlist.editions)
    .filter(([, edition]) => isFor(edition, subject))
    .flatMap(([id, edition]) =>
      CHANNELS.filter((channel) => isAtLeast(subject.severity, leastSeverity(edition, channel))).map((channel) => ({
        id,
        edition,
        channel,
      })),
    );

/** The least severity that reaches the edition on this channel. */
export function leastSeverity(edition: Edition, channel: Channel): Severity {
  if (typeof edition.severity === 'string') return edition.severity;
  return edition.severity?.[channel] ?? DEFAULT_LEAST[channel === 'email' && edition.digest ? 'digest' : channel];
}

const DEFAULT_LEAST = {
  sms: 'major',
  email: 'notable',
  digest: 'minor',
  events: 'minor',
} as const satisfies Record<Channel | 'digest', Severity>;

function isFor(edition: Edition, subject: RouteSubject): boolean {
  return (
    (edition.publications?.includes(subject.publication) ?? subject.publication !== CANARY) &&
    (edition.kinds?.some((kind) => subject.kinds.has(kind)) ?? true) &&
    (edition.beats?.some((beat) => subject.beats.includes(beat)) ?? true)
  );
}

const hasReaders = (edition: Edition, channel: Channel): boolean => edition.subscribers[channel].length > 0;

function whenDue(edition: Edition, channel: Channel, at: string): Pick<Routed, 'how' | 'dueAt'> {
  const isDigest = channel === 'email' && edition.digest !== undefined;
  const wished = isDigest && edition.digest ? nextHour(at, edition.digest.at, edition.digest.timeZone) : at;
  const held = channel !== 'events' && edition.quietHours ? quietUntil(wished, edition.quietHours) : null;
  return { how: isDigest ? 'digest' : 'now', dueAt: held ?? wished };
}
