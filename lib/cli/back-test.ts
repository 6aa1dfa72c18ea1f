/** What a watchlist would have sent over a replay: how much to whom, what was held back and why, and how right it was. */
import { reachesEdition } from '../deliver/index.ts';
import type { Receipt } from '../receipt.ts';
import type { Suppression } from '../revision.ts';
import type { Watchlist } from '../watchlist.ts';
import type { CheckOutcome } from '../pipeline.ts';
import type { ReplayEvent } from './replay-events.ts';

type Fetched = Extract<ReplayEvent, { kind: 'fetch' }>;

export type EditionTraffic = {
  readonly edition: string;
  readonly name: string;
  readonly emails: number;
  readonly texts: number;
  /** E-mails and texts by day (UTC), where there were any; and on an average day. */
  readonly byDay: Readonly<Record<string, number>>;
  readonly perDay: number;
};

export type BackTest = {
  /** From the first fetch to the last, at least one. */
  readonly days: number;
  readonly articles: number;
  readonly fetches: number;
  readonly editions: readonly EditionTraffic[];
  /** Revisions that nobody is told of, by the reason the ledger records. */
  readonly untold: Readonly<Partial<Record<Suppression, number>>>;
  /** Alerts that were owed and came to nothing, by the reason in their receipt: a wording that was taken back, say. */
  readonly heldBack: Readonly<Partial<Record<Suppression, number>>>;
  /** Fetches that made no revision, by why not. */
  readonly quiet: Readonly<Record<string, number>>;
  /** Fetches whose revision somebody is told of, as `<folder>/<file>`, with the kinds of change. */
  readonly told: Readonly<Record<string, readonly string[]>>;
};

/** What came of one replay of saved pages: its events, and the receipts it left. */
export type Replayed = { readonly events: readonly ReplayEvent[]; readonly receipts: readonly Receipt[] };

export function backTest({ events, receipts }: Replayed, watchlist: Watchlist): BackTest {
  const fetches = events.filter((event) => event.kind === 'fetch');
  const times = fetches.map(({ saved }) => Date.parse(saved.at));
  const days = Math.max(1, Math.ceil((Math.max(...times) - Math.min(...times)) / DAY_MS));
  const revisions = fetches.flatMap(({ outcome }) => outcome?.committed ?? []).map(({ revision }) => revision);
  return {
    days,
    articles: new Set(fetches.map(({ series }) => series)).size,
    fetches: fetches.length,
    editions: Object.entries(watchlist.editions).map(([id, { name }]) => trafficOf(id, name, events, days)),
    untold: counted(revisions.flatMap(({ owes }) => (owes.kind === 'nothing' ? [owes.why] : []))),
    heldBack: counted(receipts.flatMap(({ outcome }) => (outcome.kind === 'suppressed' ? [outcome.why] : []))),
    quiet: counted(fetches.flatMap(quietReason)),
    told: Object.fromEntries(fetches.flatMap((fetched) => toldKinds(fetched))),
  };
}

const DAY_MS = 86_400_000;

function trafficOf(edition: string, name: string, events: readonly ReplayEvent[], days: number): EditionTraffic {
  const sent = events.flatMap((event) =>
    event.kind === 'message' && event.message.channel !== 'events' && reachesEdition(event.message.editions, edition)
      ? [event]
      : [],
  );
  return {
    edition,
    name,
    emails: sent.filter(({ message }) => message.channel === 'email').length,
    texts: sent.filter(({ message }) => message.channel === 'sms').length,
    byDay: counted(sent.map(({ at }) => at.slice(0, 10))),
    perDay: sent.length / days,
  };
}

function quietReason({ outcome }: Fetched): readonly string[] {
  if (outcome === null || outcome.committed.length > 0) return [];
  if (outcome.kind === 'unreadable') return [`could not be read (${outcome.seen})`];
  return [outcome.kind === 'unchanged' ? QUIET[outcome.why] : outcome.kind];
}

const QUIET = {
  'not-modified': 'not modified, says the server',
  'same-bytes': 'the same bytes',
  'same-text': 'another page around the same article',
  'nothing-worth-recording': 'nothing worth recording',
} as const satisfies Record<Extract<CheckOutcome, { kind: 'unchanged' }>['why'], string>;

/** Machine events count for nothing here: nobody reads them. */
function toldKinds({ series, saved, outcome }: Fetched): readonly (readonly [string, readonly string[]])[] {
  const told = (outcome?.committed ?? []).filter(
    ({ revision: { owes } }) => owes.kind === 'alerts' && owes.alerts.some(({ channel }) => channel !== 'events'),
  );
  const kinds = told.flatMap(({ revision }) =>
    revision.kind === 'availability'
      ? ['availability']
      : (revision.comparison?.changes ?? []).flatMap(({ kind, also }) => [kind, ...also]),
  );
  return told.length === 0 ? [] : [[`${series.name}/${saved.name}`, [...new Set(kinds)]]];
}

function counted<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>>;
function counted(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
