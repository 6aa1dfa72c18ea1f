/**
 * Random histories against a model so simple that it can be read: what was served when, and which ticks died. Visits run
 * twice at once, notify is woken again for old revisions, the channel fails, the process dies anywhere, clocks jump.
 */
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../lib/instant.ts';
import { notifyRevision } from '../../lib/notify.ts';
import { listUnpaid } from '../../lib/sweep/index.ts';
import { Crash, crashing } from './crashing.ts';
import { isExplainedBy, type Seen } from './explained.ts';
import {
  breaksOf,
  effectsOf,
  newWorld,
  revisionsOf,
  statesOf,
  storyPage,
  tick,
  watchlistOf,
  type Answer,
  type Effects,
} from './story.ts';

vi.setConfig({ testTimeout: 180_000 });

const STATES = ['six', 'seven', 'nine'] as const;

const step = fc.record({
  answer: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...STATES) },
    { weight: 1, arbitrary: fc.constantFrom(500, 404) },
  ),
  minutes: fc.constantFrom(1, 15, 15, 15, 60, 180, -5),
  event: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ kind: 'none' as const }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const), at: fc.nat(120) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'two visits at once' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'channel down' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'event delivered again' as const }) },
  ),
});

const watchlist = watchlistOf({
  editions: {
    'world-desk': {
      name: 'World desk',
      severity: 'minor',
      subscribers: { email: ['reader@example.com'], events: ['https://reader.example.com/'] },
    },
  },
});

const answerOf = (answer: string | number): Answer =>
  typeof answer === 'number' ? { status: answer } : { html: storyPage(answer) };

const failing = (effects: Effects): Effects => ({
  ...effects,
  publish: async () => {
    throw new Error('the channel is down');
  },
});

test('whatever happens, every state that was seen is in the ledger once and every debt is paid', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const world = newWorld();
      const seen: Seen[] = [];
      let repeats = 0;
      for (const { answer, minutes, event } of steps) {
        world.answer = answerOf(answer);
        world.now = new Date(world.now.getTime() + minutes * MINUTE_MS);
        const before = world.asked;
        let ended = true;
        if (event.kind === 'two visits at once') {
          await Promise.all([tick(world, effectsOf(world), watchlist), tick(world, effectsOf(world), watchlist)]);
          // Two deliveries at once may each publish on both channels, and each sweep a fold.
          repeats += 4;
        } else {
          const faulty = crashing(effectsOf(world), event.kind === 'crash' ? event.at : -1);
          const effects = event.kind === 'channel down' ? failing(faulty.effects) : faulty.effects;
          try {
            await tick(world, effects, watchlist);
          } catch (error) {
            if (!(error instanceof Crash) && event.kind !== 'channel down') throw error;
          }
          if (faulty.isDead()) {
            ended = false;
            repeats++;
          }
        }
        // A tick in which the article was not due has seen nothing: the next one is there for it.
        const wasDue = world.asked > before;
        if (typeof answer === 'string' && wasDue) seen.push({ state: answer, ended });
        if (event.kind === 'event delivered again') {
          const [revision] = (await revisionsOf(world)).slice(-1);
          const ports = { ...effectsOf(world), watchlist, now: () => world.now };
          if (revision !== undefined) await notifyRevision(revision.articleId, revision.number, ports);
        }
      }
      const last = STATES[0];
      world.answer = answerOf(last);
      for (const hours of [4, 4, 26, 1]) {
        world.now = new Date(world.now.getTime() + hours * HOUR_MS);
        await tick(world, effectsOf(world), watchlist);
      }
      seen.push({ state: last, ended: true });

      const texts = (await statesOf(world)).filter((state) => (STATES as readonly string[]).includes(state));
      expect(isExplainedBy(texts, seen), `${texts.join(' ')} from ${JSON.stringify(seen)}`).toBe(true);
      expect(texts.at(-1)).toBe(last);
      expect(await breaksOf(world)).toEqual([]);
      expect(await listUnpaid(world.stores, world.now)).toEqual([]);
      const ids = world.sent.map((message) => message.messageId);
      expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(repeats);
    }),
    { numRuns: 60 },
  );
});

test.each<[string, readonly string[], boolean]>([
  ['what was seen', ['six', 'seven'], true],
  ['a state that was lost', ['six', 'nine'], false],
  ['a state told twice', ['six', 'seven', 'seven'], false],
  ['a state nobody saw', ['six', 'seven', 'nine'], false],
])('the model tells %s', (_, ledger, expected) => {
  const seen = ['six', 'six', 'seven'].map((state) => ({ state, ended: true }));
  expect(isExplainedBy(ledger, seen)).toBe(expected);
});
