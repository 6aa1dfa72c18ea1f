/**
 * A visit's hold on a publication's roster: read once, changed in memory, marked open before the first commit, and
 * written back by put-if-unchanged; a lost race is merged entry by entry, never dropped (docs/adr/0005-no-database.md).
 */
import { MINUTE_MS } from '../instant.ts';
import {
  joinAliases,
  MAX_SHARD_ENTRIES,
  rosterIndexSchema,
  rosterShardSchema,
  type RosterEntry,
  type RosterIndex,
  type RosterShard,
} from '../roster.ts';
import type { Store } from '../store.ts';
import { rosterIndexKey, rosterShardKey } from './keys.ts';
import { distrust } from './recall.ts';
import { decodeJson, encodeJson } from './stored-json.ts';

/** A mark older than this belongs to a visit that died: no Lambda function runs longer than a quarter of an hour, nor a visit by hand than one. */
const LONGEST_VISIT_MS = 75 * MINUTE_MS;

const MAX_LOST_RACES = 20;

export type RosterSession = {
  readonly index: RosterIndex;
  /** Followed articles, retired ones left out. */
  readonly entries: () => readonly RosterEntry[];
  /** Null for an article that is not followed (any more). */
  readonly entry: (articleId: string) => RosterEntry | null;
  readonly ownerOf: (alias: string) => string | null;
  readonly add: (entry: RosterEntry) => void;
  readonly update: (entry: RosterEntry) => void;
  /** Adds an alias to the article that owns it now, and lets the merged entry go. */
  readonly merge: (articleId: string, into: string) => void;
  /** Moves an article out of the shards that are visited; its history stays in the ledger. */
  readonly retire: (articleId: string) => void;
  /** Marks the entry's shard open in the store; once per shard and visit. */
  readonly beforeCommit: (articleId: string) => Promise<void>;
  /** Writes what changed: shards first, then the index, so that a feed's validators never outlive its articles. */
  readonly close: (change: (index: RosterIndex) => RosterIndex) => Promise<void>;
};

type Held = {
  shard: RosterShard;
  version: string | null;
  isDirty: boolean;
  isMarked: boolean;
};

/** Reads a publication’s roster for one visit, or begins an empty one. `visit` names the visit in the open marks. Rejects with `StoreError`. */
export async function openRoster(state: Store, publication: string, visit: string, now: Date): Promise<RosterSession> {
  const stored = await readIndex(state, publication);
  const index = stored?.index ?? emptyIndex(publication);
  const held = new Map<string, Held>();
  const names = index.shards.map(({ shard }) => shard).filter((shard) => !isRetired(shard));
  for (const hold of await Promise.all(names.map((shard) => readShard(state, publication, shard)))) {
    held.set(hold.shard.shard, hold);
  }
  const places = new Map<string, Held>();
  const owners = new Map<string, string>();
  const retired: RosterEntry[] = [];
  const removed = new Set<string>();
  for (const hold of held.values()) {
    // Found open: a visit died here, or is under way. Each entry is trusted again once it has been checked against the ledger.
    if (hold.shard.open.length > 0) hold.shard = { ...hold.shard, entries: hold.shard.entries.map(distrust) };
    for (const entry of hold.shard.entries) {
      const twin = places.get(entry.articleId);
      if (twin === undefined) place(entry, hold);
      else unite(entry, hold, twin);
    }
  }

  function place(entry: RosterEntry, hold: Held): void {
    places.set(entry.articleId, hold);
    for (const alias of entry.aliases) owners.set(alias, entry.articleId);
  }

  /** A shard that a visit wrote and died before the index named it comes to light when its name is used again; its articles may be in another by then. */
  function unite(entry: RosterEntry, hold: Held, twin: Held): void {
    change(
      hold,
      hold.shard.entries.filter((other) => other !== entry),
    );
    change(twin, mergeEntries(twin.shard.entries, [entry]));
    place(entry, twin);
  }

  function change(hold: Held, entries: readonly RosterEntry[]): void {
    hold.shard = { ...hold.shard, entries };
    hold.isDirty = true;
  }

  const holdOf = (articleId: string): Held => {
    const hold = places.get(articleId);
    if (hold === undefined)
      throw new Error(`This is a bug in Stop Press: ${articleId} is in no shard of ${publication}`);
    return hold;
  };

  const remove = (articleId: string): RosterEntry | undefined => {
    removed.add(articleId);
    const hold = holdOf(articleId);
    const entry = hold.shard.entries.find((other) => other.articleId === articleId);
    change(
      hold,
      hold.shard.entries.filter((other) => other !== entry),
    );
    places.delete(articleId);
    for (const alias of entry?.aliases ?? []) if (owners.get(alias) === articleId) owners.delete(alias);
    return entry;
  };

  const update = (entry: RosterEntry): void => {
    const hold = holdOf(entry.articleId);
    change(
      hold,
      hold.shard.entries.map((other) => (other.articleId === entry.articleId ? entry : other)),
    );
    place(entry, hold);
  };

  const roomyShard = (): Held => {
    // Shards that retirement has emptied are filled again: each is read at every visit, and without end they would only grow in number.
    const roomy = [...held.values()].findLast(({ shard }) => shard.entries.length < MAX_SHARD_ENTRIES);
    if (roomy !== undefined) return roomy;
    const name = String(index.shards.length + held.size).padStart(5, '0');
    const fresh = {
      shard: emptyShard(publication, name),
      version: null,
      isDirty: true,
      isMarked: false,
    };
    held.set(name, fresh);
    return fresh;
  };

  /** Puts a shard as held; where another visit was first, takes its entries in and puts again. */
  const write = async (hold: Held, open: RosterShard['open']): Promise<void> => {
    const key = rosterShardKey(publication, hold.shard.shard);
    for (let lostRaces = 0; lostRaces < MAX_LOST_RACES; lostRaces++) {
      const shard = { ...hold.shard, open };
      const put = await state.putIfUnchanged(key, encodeJson(shard), hold.version);
      if (put.kind === 'stored') {
        Object.assign(hold, { shard, version: put.version, isDirty: false });
        return;
      }
      const other = await readShard(state, publication, hold.shard.shard);
      open = [
        ...other.shard.open.filter((mark) => mark.visit !== visit && !isDead(mark, now)),
        ...open.filter((mark) => mark.visit === visit),
      ];
      hold.version = other.version;
      // What this visit merged or retired does not come back with another's copy.
      const theirs = other.shard.entries.filter((entry) => !removed.has(entry.articleId));
      hold.shard = { ...hold.shard, entries: mergeEntries(hold.shard.entries, theirs) };
      for (const entry of hold.shard.entries) place(entry, hold);
    }
    throw new Error(`Lost ${MAX_LOST_RACES} races in a row for ${key}`);
  };

  const othersOpen = (hold: Held): RosterShard['open'] =>
    hold.shard.open.filter((mark) => mark.visit !== visit && !isDead(mark, now));

  return {
    index,
    entries: () => [...held.values()].flatMap((hold) => hold.shard.entries),
    entry: (articleId) => places.get(articleId)?.shard.entries.find((entry) => entry.articleId === articleId) ?? null,
    ownerOf: (alias) => owners.get(alias) ?? null,
    add: (entry) => {
      const hold = roomyShard();
      change(hold, [...hold.shard.entries, entry]);
      place(entry, hold);
    },
    update,
    merge: (articleId, into) => {
      const merged = remove(articleId);
      const owner = holdOf(into).shard.entries.find((entry) => entry.articleId === into);
      if (owner !== undefined && merged !== undefined) {
        update({ ...owner, aliases: joinAliases(owner.aliases, merged.aliases) });
      }
    },
    retire: (articleId) => {
      const entry = remove(articleId);
      if (entry !== undefined) retired.push(entry);
    },
    beforeCommit: async (articleId) => {
      const hold = holdOf(articleId);
      if (hold.isMarked) return;
      await write(hold, [...othersOpen(hold), { visit, at: now.toISOString() }]);
      hold.isMarked = true;
    },
    close: async (changeIndex) => {
      const retiredShard = retired.length > 0 ? await writeRetired(state, publication, retired, index) : null;
      const closing = [...held.values()].filter(
        (hold) => hold.isDirty || hold.isMarked || hold.shard.open.some((mark) => isDead(mark, now)),
      );
      for (const hold of closing) await write(hold, othersOpen(hold));
      const shards = [
        ...(retiredShard === null ? [] : [retiredShard]),
        ...[...held.values()].map(({ shard }) => ({ shard: shard.shard, entries: shard.entries.length })),
      ];
      await writeIndex(state, publication, stored, (latest) =>
        changeIndex({ ...latest, shards: mergeShardList(shards, latest.shards) }),
      );
    },
  };
}

const isRetired = (shard: string): boolean => shard.startsWith('retired-');

const isDead = (mark: { readonly at: string }, now: Date): boolean =>
  now.getTime() - Date.parse(mark.at) > LONGEST_VISIT_MS;

const emptyShard = (publication: string, shard: string): RosterShard => ({
  format: 1,
  publication,
  shard,
  open: [],
  entries: [],
});

export const emptyIndex = (publication: string): RosterIndex => ({
  format: 1,
  publication,
  shards: [],
  sources: [],
  robots: {},
  health: { recent: [], lastDiscoveredAt: null, incidents: {} },
});

async function readShard(state: Store, publication: string, shard: string): Promise<Held> {
  const key = rosterShardKey(publication, shard);
  const stored = await state.get(key);
  const held = stored === null ? emptyShard(publication, shard) : decodeJson(key, stored.bytes, rosterShardSchema);
  return {
    shard: held,
    version: stored?.version ?? null,
    isDirty: false,
    isMarked: false,
  };
}

async function readIndex(state: Store, publication: string) {
  const key = rosterIndexKey(publication);
  const stored = await state.get(key);
  return stored === null ? null : { index: decodeJson(key, stored.bytes, rosterIndexSchema), version: stored.version };
}

/** The index as it stands in the store; an empty one before the first visit. For reading commands. */
export async function readRosterIndex(state: Store, publication: string): Promise<RosterIndex> {
  return (await readIndex(state, publication))?.index ?? emptyIndex(publication);
}

/** A shard as it stands in the store; an empty one where there is none. For reading commands. */
export const readRosterShard = async (state: Store, publication: string, shard: string): Promise<RosterShard> =>
  (await readShard(state, publication, shard)).shard;

/** Writes the index if it changed, merging into whatever another visit wrote meanwhile. */
async function writeIndex(
  state: Store,
  publication: string,
  read: { readonly index: RosterIndex; readonly version: string } | null,
  change: (latest: RosterIndex) => RosterIndex,
): Promise<void> {
  let latest = read;
  for (let lostRaces = 0; lostRaces < MAX_LOST_RACES; lostRaces++) {
    const next = encodeJson(change(latest?.index ?? emptyIndex(publication)));
    if (latest !== null && Buffer.compare(next, encodeJson(latest.index)) === 0) return;
    const put = await state.putIfUnchanged(rosterIndexKey(publication), next, latest?.version ?? null);
    if (put.kind === 'stored') return;
    latest = await readIndex(state, publication);
  }
  throw new Error(`Lost ${MAX_LOST_RACES} races in a row for ${rosterIndexKey(publication)}`);
}

/** Retired articles go to shards of their own, which no visit reads. */
async function writeRetired(state: Store, publication: string, retired: readonly RosterEntry[], index: RosterIndex) {
  const last = index.shards.findLast(({ shard }) => isRetired(shard));
  const isFull = last === undefined || last.entries + retired.length > MAX_SHARD_ENTRIES;
  const shard = isFull ? `retired-${String(index.shards.length).padStart(5, '0')}` : last.shard;
  for (let lostRaces = 0; lostRaces < MAX_LOST_RACES; lostRaces++) {
    const there = await readShard(state, publication, shard);
    const entries = mergeEntries(there.shard.entries, retired);
    const key = rosterShardKey(publication, shard);
    const put = await state.putIfUnchanged(key, encodeJson({ ...there.shard, entries }), there.version);
    if (put.kind === 'stored') return { shard, entries: entries.length };
  }
  throw new Error(`Lost ${MAX_LOST_RACES} races in a row for ${rosterShardKey(publication, shard)}`);
}

function mergeShardList(ours: RosterIndex['shards'], latest: RosterIndex['shards']): RosterIndex['shards'] {
  const merged = new Map(latest.map((shard) => [shard.shard, shard]));
  for (const shard of ours) merged.set(shard.shard, shard);
  return [...merged.values()];
}

/** The higher revision wins, then the later check; aliases are joined. Entries only one side has are kept. */
export function mergeEntries(ours: readonly RosterEntry[], theirs: readonly RosterEntry[]): readonly RosterEntry[] {
  const merged = new Map(theirs.map((entry) => [entry.articleId, entry]));
  for (const entry of ours) {
    const other = merged.get(entry.articleId);
    merged.set(entry.articleId, other === undefined ? entry : newer(entry, other));
  }
  return [...merged.values()];
}

function newer(ours: RosterEntry, theirs: RosterEntry): RosterEntry {
  const oursWins =
    ours.revision !== theirs.revision
      ? ours.revision > theirs.revision
      : (ours.checkedAt ?? '') >= (theirs.checkedAt ?? '');
  return { ...(oursWins ? ours : theirs), aliases: joinAliases(ours.aliases, theirs.aliases) };
}
