import { expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { newEntry, openRoster, readRosterIndex } from '../../lib/record/index.ts';
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

test('a visit that finds a mark of another trusts no fingerprint, until that mark is old enough to be dead', async () => {
  const state = await withEntries('a');
  await (await open(state, 'died')).beforeCommit('example-news-a');
  const next = await open(state, 'next');
  expect(next.wasOpen('example-news-a')).toBe(true);
  await close(next);
  expect((await open(state, 'soon')).wasOpen('example-news-a')).toBe(true);

  const later = await openRoster(state, 'example-news', 'later', new Date(now.getTime() + 20 * 60_000));
  expect(later.wasOpen('example-news-a')).toBe(true);
  await close(later);
  expect((await open(state, 'afterwards')).wasOpen('example-news-a')).toBe(false);
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
