import { expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { commitIncident, encodeJson, incidentsOf, type IncidentNews } from '../../lib/record/index.ts';
import type { Store } from '../../lib/store.ts';
import { at } from './parts.ts';

const started = (kind: IncidentNews['kind'], time = '09:00'): IncidentNews => ({
  publication: 'example-news',
  kind,
  detail: 'nothing worked',
  at: at(time),
  event: 'started',
});
const ended = (kind: IncidentNews['kind'], startedBy: number): IncidentNews => ({
  ...started(kind, '10:00'),
  event: 'ended',
  startedBy,
});

const told = async (ledger: Store, publication = 'example-news') =>
  (await incidentsOf(ledger, publication)).map(
    ({ number, kind, event, startedBy }) => `${number} ${kind} ${event}${startedBy === null ? '' : ` (${startedBy})`}`,
  );

test('incidents are numbered as they come, and one that ends names the one that started it', async () => {
  const ledger = createMemoryStore();
  expect(await commitIncident(ledger, started('blocked'))).toMatchObject({
    number: 1,
    at: at('09:00'),
    startedBy: null,
  });
  await commitIncident(ledger, started('nothing-discovered'));
  expect(await commitIncident(ledger, ended('blocked', 1))).toMatchObject({ number: 3, startedBy: 1 });
  await commitIncident(ledger, started('blocked', '11:00'));
  expect(await told(ledger)).toEqual([
    '1 blocked started',
    '2 nothing-discovered started',
    '3 blocked ended (1)',
    '4 blocked started',
  ]);
});

test('an incident that is there already is told as it is there: the visit that wrote it died', async () => {
  const ledger = createMemoryStore();
  const first = await commitIncident(ledger, started('blocked', '09:00'));
  await commitIncident(ledger, started('nothing-discovered'));
  expect(await commitIncident(ledger, started('blocked', '09:15'))).toEqual(first);
  await commitIncident(ledger, ended('blocked', 1));
  expect(await commitIncident(ledger, ended('blocked', 1))).toMatchObject({ number: 3 });
  expect(await told(ledger)).toHaveLength(3);
});

test('each publication has its own, whatever else lies in the ledger', async () => {
  const ledger = createMemoryStore();
  await ledger.putIfAbsent('revisions/example-news-1/00001.json', encodeJson({ format: 1 }));
  await commitIncident(ledger, started('blocked'));
  await commitIncident(ledger, { ...started('blocked'), publication: 'example-news-2' });
  expect(await told(ledger)).toEqual(['1 blocked started']);
  expect(await told(ledger, 'example-news-2')).toEqual(['1 blocked started']);
});

/** Another visit is quicker, the first time. */
function quicker(ledger: Store, news: IncidentNews): Store {
  let raced = false;
  return {
    ...ledger,
    putIfAbsent: async (key, bytes) => {
      if (!raced) await commitIncident(ledger, news);
      raced = true;
      return ledger.putIfAbsent(key, bytes);
    },
  };
}

test('two visits at once tell of one and the same incident', async () => {
  const ledger = createMemoryStore();
  const theirs = started('blocked', '08:59');
  expect(await commitIncident(quicker(ledger, theirs), started('blocked'))).toMatchObject({
    number: 1,
    at: at('08:59'),
  });
  expect(await told(ledger)).toEqual(['1 blocked started']);
});

test('and of two, where they are two', async () => {
  const ledger = createMemoryStore();
  await commitIncident(quicker(ledger, started('nothing-discovered')), started('blocked'));
  expect(await told(ledger)).toEqual(['1 nothing-discovered started', '2 blocked started']);
});

test('a race is not run for ever', async () => {
  let tries = 0;
  const busy: Store = {
    ...createMemoryStore(),
    putIfAbsent: async () => {
      tries += 1;
      return { kind: 'lost' };
    },
  };
  await expect(commitIncident(busy, started('blocked'))).rejects.toThrow('Lost 20 races in a row for an incident');
  expect(tries).toBe(20);
});
