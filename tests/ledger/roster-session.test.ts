import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { HOUR_MS } from '../../lib/instant.ts';
import { encodeJson, newEntry, openRoster, readRosterIndex, readRosterShard } from '../../lib/record/index.ts';
import { MAX_SHARD_ENTRIES, type RosterEntry } from '../../lib/roster.ts';

const now = new Date('2026-03-01T08:00:00Z');
const entry = (id: string): RosterEntry =>
  newEntry(
    { articleId: `example-news-${id}`, url: `https://news.example/${id}`, alias: `https://news.example/${id}` },
    now,
  );
const open = (state: ReturnType<typeof createMemoryStore>, visit: string) =>
  openRoster(state, 'example-news', visit, now);
const close = (roster: Awaited<ReturnType<typeof open>>) => roster.close((index) => index);

const withEntries = async (...ids: string[]) => {
  const state = createMemoryStore();
  const roster = await open(state, 'first');
  for (const id of ids) roster.add(entry(id));
  await close(roster);
  return state;
};

test('two visits at once lose nothing of one another: the higher revision wins, entries of either side stay', async () => {
  const state = await withEntries('a', 'b');
  const [one, two] = [await open(state, 'one'), await open(state, 'two')];
  one.update({ ...entry('a'), revision: 3 });
  one.add(entry('c'));
  two.update({ ...entry('a'), revision: 2 });
  two.update({ ...entry('b'), revision: 5 });
  await close(one);
  await close(two);
  const after = await open(state, 'after');
  const seen = after.entries().map(({ articleId, revision }) => `${articleId.slice(-1)} at ${revision}`);
  expect(seen.toSorted()).toEqual(['a at 3', 'b at 5', 'c at 0']);
});

test('what a visit merged or retired does not come back with a lost race', async () => {
  const state = await withEntries('a', 'b', 'c');
  const [one, two] = [await open(state, 'one'), await open(state, 'two')];
  one.update({ ...entry('c'), revision: 1 });
  two.merge('example-news-b', 'example-news-a');
  two.retire('example-news-c');
  await close(one);
  await close(two);
  const after = await open(state, 'after');
  expect(after.entries().map(({ articleId }) => articleId)).toEqual(['example-news-a']);
  expect(after.ownerOf('https://news.example/b')).toBe('example-news-a');
  const { shards } = await readRosterIndex(state, 'example-news');
  expect(shards.filter(({ shard }) => shard.startsWith('retired-'))).toMatchObject([{ entries: 1 }]);
});

describe('a mark of another visit', () => {
  const read = (id: string): RosterEntry => ({ ...entry(id), fingerprint: 'as read', revision: 1 });
  const trusted = (roster: Awaited<ReturnType<typeof open>>) =>
    roster.entries().flatMap(({ articleId, fingerprint }) => (fingerprint === null ? [] : [articleId.slice(-1)]));
  const afterADeath = async () => {
    const state = await withEntries();
    const first = await open(state, 'first');
    for (const id of ['a', 'b']) first.add(read(id));
    await close(first);
    await (await open(state, 'died')).beforeCommit('example-news-a');
    return state;
  };

  test('takes the trust from every fingerprint, for as long as that visit may be under way', async () => {
    const state = await afterADeath();
    const next = await open(state, 'next');
    expect(trusted(next)).toEqual([]);
    next.update(read('a'));
    await close(next);
    expect(trusted(await open(state, 'soon'))).toEqual([]);
  });

  test('and once it must have died, until each article has been checked, however many visits that takes', async () => {
    const state = await afterADeath();
    const later = (visit: string) => openRoster(state, 'example-news', visit, new Date(now.getTime() + 2 * HOUR_MS));
    const next = await later('next');
    next.update(read('a')); // there was no time for the other
    await close(next);
    expect(trusted(await later('after it'))).toEqual(['a']);
  });
});

test('an article that two shards hold is one, with what is newer of both', async () => {
  const state = await withEntries('a', 'b');
  const shard = await readRosterShard(state, 'example-news', '00000');
  const twins = {
    ...shard,
    shard: '00002',
    entries: [{ ...entry('a'), revision: 2, aliases: ['https://news.example/c'] }],
  };
  await state.putIfAbsent('rosters/example-news/00002.json', encodeJson(twins));
  const index = await readRosterIndex(state, 'example-news');
  const both = { ...index, shards: [...index.shards, { shard: '00002', entries: 1 }] };
  const stored = await state.get('rosters/example-news/index.json');
  await state.putIfUnchanged('rosters/example-news/index.json', encodeJson(both), stored?.version ?? null);

  const roster = await open(state, 'next');
  expect(roster.entries().map(({ revision }) => revision)).toEqual([2, 0]);
  expect(roster.ownerOf('https://news.example/c')).toBe('example-news-a');
  roster.retire('example-news-a');
  await close(roster);
  expect((await open(state, 'after it')).entries().map(({ articleId }) => articleId)).toEqual(['example-news-b']);
});

test('an article that gets a new address each time it is looked for keeps its first and the latest', async () => {
  const state = await withEntries('a');
  const roster = await open(state, 'next');
  for (let session = 0; session < 50; session += 1) {
    roster.add(entry(`a?session=${session}`));
    roster.merge(`example-news-a?session=${session}`, 'example-news-a');
  }
  const aliases = roster.entry('example-news-a')?.aliases ?? [];
  expect(aliases).toHaveLength(20);
  expect([aliases[0], aliases.at(-1)]).toEqual(['https://news.example/a', 'https://news.example/a?session=49']);
});

test('a full shard is left alone and the next one is begun', async () => {
  const state = createMemoryStore();
  const roster = await open(state, 'first');
  for (let i = 0; i <= MAX_SHARD_ENTRIES; i++) roster.add(entry(`n${i}`));
  await close(roster);
  const { shards } = await readRosterIndex(state, 'example-news');
  expect(shards.map(({ entries }) => entries)).toEqual([MAX_SHARD_ENTRIES, 1]);
  expect(new Set(shards.map(({ shard }) => shard)).size).toBe(2);
});

test('a shard that retirement has emptied is filled again before another is begun', async () => {
  const state = createMemoryStore();
  const first = await open(state, 'first');
  for (let id = 0; id < 2 * MAX_SHARD_ENTRIES; id += 1) first.add(entry(`old-${id}`));
  await close(first);
  const second = await open(state, 'second');
  for (let id = 0; id < 100; id += 1) second.retire(`example-news-old-${id}`);
  for (let id = 0; id < 100; id += 1) second.add(entry(`new-${id}`));
  await close(second);
  const { shards } = await readRosterIndex(state, 'example-news');
  const visited = shards.filter(({ shard }) => !shard.startsWith('retired-'));
  expect(visited.map(({ entries }) => entries)).toEqual([MAX_SHARD_ENTRIES, MAX_SHARD_ENTRIES]);
});
