/** A roster that several visits have open at once, or one left open: what each writes, and what becomes of the other's. */
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { HOUR_MS, MINUTE_MS } from '../../lib/instant.ts';
import { emptyIndex, encodeJson, openRoster, readRosterIndex, readRosterShard } from '../../lib/record/index.ts';
import { MAX_SHARD_ENTRIES, type RosterEntry, type RosterIndex } from '../../lib/roster.ts';
import type { Store } from '../../lib/store.ts';
import { at, entryOf } from './parts.ts';

const now = new Date(at('08:00'));
const PUBLICATION = 'example-news';
const SHARD = `rosters/${PUBLICATION}/00000.json`;
const INDEX = `rosters/${PUBLICATION}/index.json`;

const idOf = (name: string): string => `${PUBLICATION}-${name}`;
const urlOf = (name: string): string => `https://news.example/${name}`;
const entry = (name: string, over: Partial<RosterEntry> = {}): RosterEntry =>
  entryOf({ articleId: idOf(name), url: urlOf(name), aliases: [urlOf(name)], ...over });

const open = (state: Store, visit: string, at = now) => openRoster(state, PUBLICATION, visit, at);
type Roster = Awaited<ReturnType<typeof open>>;
const close = (roster: Roster) => roster.close((index) => index);

async function following(...names: string[]): Promise<Store> {
  const state = createMemoryStore();
  const roster = await open(state, 'first');
  for (const name of names) roster.add(entry(name));
  await close(roster);
  return state;
}

/** A roster with these articles in these shards. */
async function holding(shards: Record<string, readonly string[]>): Promise<Store> {
  const state = createMemoryStore();
  const listed = Object.entries(shards);
  for (const [name, names] of listed) {
    const held = { format: 1, publication: PUBLICATION, shard: name, open: [], entries: names.map((of) => entry(of)) };
    await state.putIfAbsent(`rosters/${PUBLICATION}/${name}.json`, encodeJson(held));
  }
  const index = listed.map(([name, names]) => ({ shard: name, entries: names.length }));
  await state.putIfAbsent(INDEX, encodeJson({ ...emptyIndex(PUBLICATION), shards: index }));
  return state;
}

const shard = (state: Store, name = '00000') => readRosterShard(state, PUBLICATION, name);
const marksOf = async (state: Store) => (await shard(state)).open.map(({ visit }) => visit);
const namesOf = (entries: readonly RosterEntry[]) => entries.map(({ articleId }) => articleId.slice(idOf('').length));
const shardsOf = async (state: Store) =>
  (await readRosterIndex(state, PUBLICATION)).shards.map(({ shard: name, entries }) => `${name}: ${entries}`);

/** A visit that has learnt what an origin allows. */
const allowing = (origin: string) => (index: RosterIndex) => ({
  ...index,
  robots: { ...index.robots, [origin]: { fetchedAt: at('08:00'), kind: 'allow-all' as const, body: '' } },
});

/** Notes each write that is tried, with what came of it. */
function noting(state: Store): { readonly noted: Store; readonly writes: string[] } {
  const writes: string[] = [];
  const noted: Store = {
    ...state,
    putIfUnchanged: async (key, bytes, version) => {
      const outcome = await state.putIfUnchanged(key, bytes, version);
      writes.push(`${key.split('/').at(-1)} ${outcome.kind}`);
      return outcome;
    },
  };
  return { noted, writes };
}

/** Before the first write of a key, something else happens to the store. */
function before(state: Store, isKey: (key: string) => boolean, happens: () => Promise<unknown>): Store {
  let happened = false;
  return {
    ...state,
    putIfUnchanged: async (key, bytes, version) => {
      if (isKey(key) && !happened) {
        happened = true;
        await happens();
      }
      return state.putIfUnchanged(key, bytes, version);
    },
  };
}

describe('what a visit writes', () => {
  test('is nothing where nothing changed', async () => {
    const { noted, writes } = noting(await following('a'));
    await close(await open(noted, 'next'));
    expect(writes).toEqual([]);
  });

  test('is what changed, once, where nothing is committed', async () => {
    const { noted, writes } = noting(await following('a', 'b'));
    const roster = await open(noted, 'next');
    for (const name of ['a', 'b']) roster.update(entry(name, { checkedAt: at('08:00') }));
    await close(roster);
    expect(writes).toEqual(['00000.json stored']);
  });

  test('is one mark more before its first commit, whatever it commits after', async () => {
    const { noted, writes } = noting(await following('a', 'b'));
    const roster = await open(noted, 'next');
    for (const name of ['a', 'b']) {
      await roster.beforeCommit(idOf(name));
      roster.update(entry(name, { revision: 1 }));
    }
    expect(writes).toEqual(['00000.json stored']);
    await close(roster);
    expect(writes).toEqual(['00000.json stored', '00000.json stored']);
  });

  test('takes its mark away though nothing came of the commit', async () => {
    const state = await following('a');
    const roster = await open(state, 'next');
    await roster.beforeCommit(idOf('a'));
    expect(await marksOf(state)).toEqual(['next']);
    await close(roster);
    expect(await marksOf(state)).toEqual([]);
  });
});

describe('the mark of a visit', () => {
  test('stands on a shard it has just begun', async () => {
    const state = createMemoryStore();
    const roster = await open(state, 'first');
    roster.add(entry('a'));
    await roster.beforeCommit(idOf('a'));
    expect(await shard(state)).toMatchObject({ open: [{ visit: 'first', at: at('08:00') }], entries: [entry('a')] });
  });

  test('goes when that visit ends, and leaves the other’s, however they cross', async () => {
    const state = await following('a');
    const [one, two] = [await open(state, 'one'), await open(state, 'two')];
    await one.beforeCommit(idOf('a'));
    await two.beforeCommit(idOf('a'));
    expect((await marksOf(state)).toSorted()).toEqual(['one', 'two']);
    await close(one);
    expect(await marksOf(state)).toEqual(['two']);
    await close(two);
    expect(await marksOf(state)).toEqual([]);
  });

  test('is left by a visit that began after it', async () => {
    const state = await following('a');
    const one = await open(state, 'one');
    await one.beforeCommit(idOf('a'));
    const two = await open(state, 'two');
    await two.beforeCommit(idOf('a'));
    expect(await marksOf(state)).toEqual(['one', 'two']);
    await close(two);
    expect(await marksOf(state)).toEqual(['one']);
  });

  test('is left by one that commits nothing', async () => {
    const state = await following('a');
    await (await open(state, 'one')).beforeCommit(idOf('a'));
    const two = await open(state, 'two');
    two.update(entry('a', { checkedAt: at('08:00') }));
    await close(two);
    expect(await marksOf(state)).toEqual(['one']);
  });

  test('goes with the first visit after that one must have died, though it changes nothing, and leaves a live one’s', async () => {
    const state = await following('a');
    await (await open(state, 'died')).beforeCommit(idOf('a'));
    const later = new Date(now.getTime() + 2 * HOUR_MS);
    await (await open(state, 'alive', new Date(later.getTime() - MINUTE_MS))).beforeCommit(idOf('a'));
    expect(await marksOf(state)).toEqual(['alive']);

    await (await open(state, 'died too', new Date(later.getTime() - 80 * MINUTE_MS))).beforeCommit(idOf('a'));
    expect(await marksOf(state)).toEqual(['alive', 'died too']);
    await close(await open(state, 'next', later));
    expect(await marksOf(state)).toEqual(['alive']);
  });

  test('of a dead visit is not brought back by a lost race', async () => {
    const state = await following('a');
    const later = new Date(now.getTime() + 2 * HOUR_MS);
    const racing = before(
      state,
      (key) => key === SHARD,
      async () => (await open(state, 'died')).beforeCommit(idOf('a')),
    );
    await (await open(racing, 'next', later)).beforeCommit(idOf('a'));
    expect(await marksOf(state)).toEqual(['next']);
  });
});

describe('after a lost race', () => {
  test('both visits’ new articles are there, in the store and for the visit that goes on', async () => {
    const state = await following('a');
    const [one, two] = [await open(state, 'one'), await open(state, 'two')];
    one.add(entry('b'));
    two.add(entry('c'));
    await close(one);
    expect(two.ownerOf(urlOf('b'))).toBeNull();
    await two.beforeCommit(idOf('a'));
    expect([two.ownerOf(urlOf('b')), two.entry(idOf('b'))?.articleId]).toEqual([idOf('b'), idOf('b')]);
    await close(two);
    expect(namesOf((await shard(state)).entries).toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('both visits’ words in the index are there', async () => {
    const state = await following('a');
    const [one, two] = [await open(state, 'one'), await open(state, 'two')];
    await one.close(allowing('https://one.example'));
    await two.close(allowing('https://two.example'));
    const { robots } = await readRosterIndex(state, PUBLICATION);
    expect(Object.keys(robots)).toEqual(['https://one.example', 'https://two.example']);
  });

  test('both visits’ retired articles are retired', async () => {
    const state = await following('a', 'b', 'c');
    const [one, two] = [
      await open(state, 'one'),
      await open(
        before(
          state,
          (key) => key.includes('retired-'),
          async () => {
            one.retire(idOf('a'));
            await close(one);
          },
        ),
        'two',
      ),
    ];
    two.retire(idOf('b'));
    await close(two);
    expect(await shardsOf(state)).toContain('retired-00001: 2');
    expect(namesOf((await shard(state, 'retired-00001')).entries).toSorted()).toEqual(['a', 'b']);
  });

  test.each<[string, string, (roster: Roster) => Promise<unknown>]>([
    ['a shard', SHARD, (roster) => roster.beforeCommit(idOf('a'))],
    ['the index', INDEX, (roster) => roster.close((index) => ({ ...index, robots: {}, sources: [], shards: [] }))],
    [
      'the retired',
      `rosters/${PUBLICATION}/retired-00001.json`,
      async (roster) => {
        roster.retire(idOf('a'));
        await close(roster);
      },
    ],
  ])('for %s a visit tries again, and not for ever', async (_, raced, work) => {
    const state = await following('a');
    let tries = 0;
    const busy: Store = {
      ...state,
      putIfUnchanged: async (key, bytes, version) => {
        if (key !== raced) return state.putIfUnchanged(key, bytes, version);
        tries += 1;
        return { kind: 'lost' };
      },
    };
    const roster = await open(busy, 'next');
    if (raced === INDEX) roster.add(entry('b'));
    await expect(work(roster)).rejects.toThrow(`Lost 20 races in a row for ${raced}`);
    expect(tries).toBe(20);
  });
});

describe('retired articles', () => {
  const retiring = async (state: Store, name: string): Promise<Roster> => {
    const roster = await open(state, `retires ${name}`);
    roster.retire(idOf(name));
    return roster;
  };

  test('of one visit after another go to one shard, which no visit reads', async () => {
    const state = await following('a', 'b', 'c');
    for (const name of ['a', 'b']) await close(await retiring(state, name));
    expect(await shardsOf(state)).toEqual(['00000: 1', 'retired-00001: 2']);
    expect(await shard(state, 'retired-00001')).toMatchObject({ format: 1, publication: PUBLICATION, open: [] });
    const next = await open(state, 'next');
    expect([namesOf(next.entries()), next.entry(idOf('a')), next.ownerOf(urlOf('a'))]).toEqual([['c'], null, null]);
  });

  test('that another visit retired meanwhile are still counted', async () => {
    const state = await following('a', 'b', 'c');
    await close(await retiring(state, 'a'));
    const later = await open(state, 'later');
    await close(await retiring(state, 'b'));
    await later.close(allowing('https://news.example'));
    expect(await shardsOf(state)).toContain('retired-00001: 2');
  });

  test.each([
    ['that fill their shard stay in it', 1, ['00000: 2', 'retired-00001: 500']],
    ['that would overfill it begin another', 2, ['00000: 1', 'retired-00001: 499', 'retired-00002: 2']],
  ])('%s', async (_, count, expected) => {
    const names = ['a', 'b', 'c'];
    const there = Array.from({ length: MAX_SHARD_ENTRIES - 1 }, (_unused, i) => `old-${i}`);
    const state = await holding({ '00000': names, 'retired-00001': there });
    const roster = await open(state, 'next');
    for (const name of names.slice(0, count)) roster.retire(idOf(name));
    await close(roster);
    expect(await shardsOf(state)).toEqual(expected);
  });
});

describe('within one visit', () => {
  test('an article that gets another address is found by it', async () => {
    const roster = await open(await following('a'), 'next');
    roster.update(entry('a', { aliases: [urlOf('a'), urlOf('moved')] }));
    expect(roster.ownerOf(urlOf('moved'))).toBe(idOf('a'));
  });

  test('an article that is merged gives its addresses to the right one', async () => {
    const state = await following('a', 'b', 'c');
    const roster = await open(state, 'next');
    roster.merge(idOf('a'), idOf('c'));
    expect(roster.entries().map(({ aliases }) => aliases)).toEqual([[urlOf('b')], [urlOf('c'), urlOf('a')]]);
    expect([roster.ownerOf(urlOf('a')), roster.entry(idOf('a'))]).toEqual([idOf('c'), null]);
  });

  test('an article that goes takes its own address with it, and none that another has now', async () => {
    const shared = urlOf('shared');
    const roster = await open(await following('a', 'b'), 'next');
    roster.update(entry('a', { aliases: [urlOf('a'), shared] }));
    roster.update(entry('b', { aliases: [urlOf('b'), shared] }));
    roster.retire(idOf('a'));
    expect([roster.ownerOf(urlOf('a')), roster.ownerOf(shared)]).toEqual([null, idOf('b')]);
  });

  test('an article that is followed no more cannot be changed: that would be a bug of ours', async () => {
    const roster = await open(await following('a'), 'next');
    roster.retire(idOf('a'));
    expect(() => roster.update(entry('a'))).toThrow(`${idOf('a')} is in no shard of ${PUBLICATION}`);
    await expect(roster.beforeCommit(idOf('b'))).rejects.toThrow(`${idOf('b')} is in no shard of ${PUBLICATION}`);
  });

  test('one that finds its shard full begins another beside it', async () => {
    const state = await following(...Array.from({ length: MAX_SHARD_ENTRIES }, (_, i) => `n${i}`));
    const roster = await open(state, 'next');
    roster.add(entry('one-more'));
    await close(roster);
    expect(await shardsOf(state)).toEqual(['00000: 500', '00002: 1']);
    expect((await open(state, 'after')).entries()).toHaveLength(MAX_SHARD_ENTRIES + 1);
  });
});

test('a shard that comes to light gives up what another holds too, and keeps the rest', async () => {
  const state = await holding({ '00000': ['a', 'b'], '00001': ['c', 'a', 'd'] });
  const roster = await open(state, 'next');
  expect(namesOf(roster.entries())).toEqual(['a', 'b', 'c', 'd']);
  await close(roster);
  expect(await shardsOf(state)).toEqual(['00000: 2', '00001: 2']);
});

test('a publication that was never visited has an empty roster', async () => {
  expect(await readRosterIndex(createMemoryStore(), PUBLICATION)).toEqual(emptyIndex(PUBLICATION));
  expect((await shard(createMemoryStore())).entries).toEqual([]);
});
