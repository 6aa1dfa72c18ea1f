/**
 * Replay: saved pages as successive fetches of one publication's articles, through the same checks, ledger and messages
 * as a live visit. The clock is the saves' own. What the roster has seen already is skipped, so that replaying a folder
 * twice adds nothing, and a replay that was killed goes on where it stopped.
 */
import type { Message, Publish } from './alert.ts';
import { DeliveryError } from './errors.ts';
import { articleId, canonicalUrl } from './identity.ts';
import { DAY_MS, plusMilliseconds } from './instant.ts';
import { notifyRevision, type NotifyPorts } from './notify.ts';
import type { FetchOutcome } from './page.ts';
import type { CheckOutcome } from './pipeline.ts';
import { newEntry, openRoster } from './record/index.ts';
import type { Stores } from './store.ts';
import { listUnpaid, sweep } from './sweep/index.ts';
import { checker } from './visit.ts';
import type { Watchlist } from './watchlist.ts';

/** One saved answer. `url` is the article it was asked for; `fetched` what came, with the instant it came. */
export type SavedFetch = {
  readonly publicationId: string;
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** What to call it in the output: usually the file's name. */
  readonly name: string;
  readonly fetch: () => Promise<FetchOutcome>;
};

/** What a replay writes to, and by which watchlist. */
export type ReplayPorts = {
  readonly stores: Stores;
  readonly watchlist: Watchlist;
  /** `at` is the time on the saves' clock (ISO 8601 UTC). */
  readonly publish: (message: Message, at: string) => ReturnType<Publish>;
};

/** One saved fetch, and what the check of it came to. */
export type ReplayStep = {
  readonly saved: SavedFetch;
  /** Null where an earlier replay saw this fetch already. */
  readonly outcome: CheckOutcome | null;
};

/**
 * Replays the fetches in order of time, one check each; what is owed is told as the saves' clock reaches its time.
 * Yields after every fetch. Rejects when the store or the outbox fails; run again, it goes on from there.
 */
export async function* replayFetches(fetches: readonly SavedFetch[], ports: ReplayPorts): AsyncIterable<ReplayStep> {
  const ordered = fetches.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  let previous: SavedFetch | null = null;
  for (const saved of ordered) {
    if (previous !== null) await payUntil(previous.at, saved.at, ports);
    yield { saved, outcome: await replayOne(saved, ports) };
    previous = saved;
  }
  if (previous !== null) await payUntil(previous.at, plusMilliseconds(previous.at, 2 * DAY_MS), ports);
}

async function replayOne(saved: SavedFetch, ports: ReplayPorts): Promise<CheckOutcome | null> {
  const { watchlist, stores } = ports;
  const now = new Date(saved.at);
  const publication = watchlist.publications[saved.publicationId];
  const canonical = canonicalUrl(saved.url);
  if (publication === undefined || canonical === null)
    throw new Error(`${saved.name}: ${saved.url} is of no publication`);
  const roster = await openRoster(stores.state, saved.publicationId, `replay-${saved.at}`, now);
  if (roster.ownerOf(canonical) === null) {
    roster.add(
      newEntry({ articleId: articleId(saved.publicationId, canonical), url: saved.url, alias: canonical }, now),
    );
  }
  const owner = roster.ownerOf(canonical);
  const entry = roster.entries().find((followed) => followed.articleId === owner);
  if (entry === undefined || (entry.checkedAt !== null && entry.checkedAt >= saved.at)) return null;

  const check = checker({ watchlist, publicationId: saved.publicationId }, publication, roster, saved.fetch, {
    stores,
    now: () => now,
    newPageToken: () => null,
  });
  const outcome = await check(entry);
  await roster.close((index) => index);
  for (const { revision } of outcome.committed) {
    await notifyRevision(revision.articleId, revision.number, notifyPorts(ports, saved.at));
  }
  return outcome;
}

/** Sweeps at each time something falls due, so that folds and digests are told at their hour and not at the next save's. */
async function payUntil(from: string, until: string, ports: ReplayPorts): Promise<void> {
  const unpaid = await listUnpaid(ports.stores, new Date(from));
  const times = new Set(unpaid.map(({ owed }) => (owed.dueAt > from ? owed.dueAt : from)).filter((at) => at <= until));
  for (const at of [...times].sort()) {
    const summary = await sweep(notifyPorts(ports, at), { graceMs: 0, fromCheckpoint: false });
    if (summary.failed > 0)
      throw new DeliveryError(`${summary.failed} messages could not be written: ${summary.reason ?? ''}`);
  }
}

const notifyPorts = ({ stores, watchlist, publish }: ReplayPorts, at: string): NotifyPorts => ({
  stores,
  watchlist,
  publish: (message) => publish(message, at),
  now: () => new Date(at),
});
