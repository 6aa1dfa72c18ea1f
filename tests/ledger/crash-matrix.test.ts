/**
 * The process is stopped before and after every effect of every history below, in turn, and then run again. Whatever the
 * moment: every state that was served is in the ledger once and in order, every debt is paid, and at most one message
 * is sent twice.
 */
import { expect, test, vi } from 'vitest';
import { MINUTE_MS } from '../../lib/instant.ts';
import { listUnpaid } from '../../lib/sweep/index.ts';
import { Crash, crashing } from './crashing.ts';
import {
  breaksOf,
  effectsOf,
  newWorld,
  statesOf,
  storyPage,
  tick,
  watchlistOf,
  type Answer,
  type World,
} from './story.ts';

// Some hundred runs of a history each: bounded, but more than a unit test's time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

type History = {
  readonly name: string;
  readonly steps: readonly {
    readonly answer: Answer;
    readonly minutes: number;
    /** A second visit runs beside it, and one of them loses the race for the roster. */
    readonly beside?: true;
  }[];
  readonly states: readonly string[];
  /** Messages by e-mail, or by text, when nothing crashes. */
  readonly messages: number;
  readonly texts?: true;
  readonly digest?: true;
  /** Messages that two deliveries at once may repeat; one for the crash where absent. */
  readonly repeats?: number;
};

const page = (killed: string): Answer => ({ html: storyPage(killed) });

const HISTORIES: readonly History[] = [
  { name: 'a first sighting', steps: [{ answer: page('six'), minutes: 15 }], states: ['six'], messages: 0 },
  {
    name: 'one revision',
    steps: [
      { answer: page('six'), minutes: 15 },
      { answer: page('seven'), minutes: 15 },
    ],
    states: ['six', 'seven'],
    messages: 1,
  },
  {
    name: 'two revisions in a row, the second folded',
    steps: [
      { answer: page('six'), minutes: 15 },
      { answer: page('seven'), minutes: 15 },
      { answer: page('nine'), minutes: 15 },
      { answer: page('nine'), minutes: 120 },
    ],
    states: ['six', 'seven', 'nine'],
    messages: 2,
  },
  {
    name: 'A, B, A again: the return is told once it has settled',
    steps: [
      { answer: page('six'), minutes: 15 },
      { answer: page('seven'), minutes: 15 },
      { answer: page('six'), minutes: 15 },
      { answer: page('six'), minutes: 240 },
    ],
    states: ['six', 'seven', 'six'],
    messages: 2,
  },
  {
    name: 'A, B, A with "not modified" in between',
    steps: [
      { answer: page('six'), minutes: 15 },
      { answer: 'not modified', minutes: 15 },
      { answer: page('seven'), minutes: 15 },
      { answer: 'not modified', minutes: 15 },
      { answer: page('six'), minutes: 15 },
      { answer: page('six'), minutes: 240 },
    ],
    states: ['six', 'seven', 'six'],
    messages: 2,
  },
  {
    name: 'gone, told when confirmed, and back',
    steps: [
      { answer: page('six'), minutes: 15 },
      { answer: { status: 410 }, minutes: 60 },
      { answer: { status: 410 }, minutes: 60 },
      { answer: { status: 410 }, minutes: 60 },
      { answer: page('six'), minutes: 120 },
    ],
    states: ['six', 'gone', 'live'],
    messages: 2,
  },
  {
    name: 'missing for three slots, and back with another text: two revisions in one check',
    steps: [
      { answer: page('six'), minutes: 15 },
      { answer: { status: 404 }, minutes: 60 },
      { answer: { status: 404 }, minutes: 60 },
      { answer: { status: 404 }, minutes: 60 },
      { answer: page('seven'), minutes: 120 },
    ],
    states: ['six', 'missing', 'live', 'seven'],
    messages: 3,
  },
  {
    name: 'a lost roster race',
    steps: [
      { answer: page('six'), minutes: 15, beside: true },
      { answer: page('seven'), minutes: 15, beside: true },
      { answer: page('nine'), minutes: 120, beside: true },
    ],
    states: ['six', 'seven', 'nine'],
    messages: 2,
    repeats: 5,
  },
  {
    name: 'a digest at its hour',
    steps: [
      { answer: page('six'), minutes: 15 },
      { answer: page('seven'), minutes: 15 },
      { answer: page('seven'), minutes: 24 * 60 },
    ],
    states: ['six', 'seven'],
    messages: 1,
    digest: true,
  },
  {
    name: 'a text, and what the daily cap keeps for the last one',
    steps: [
      { answer: page('six'), minutes: 15 },
      { answer: page('seven'), minutes: 15 },
      { answer: page('nine'), minutes: 120 },
      { answer: page('nine'), minutes: 10 },
      { answer: page('nine'), minutes: 24 * 60 },
    ],
    states: ['six', 'seven', 'nine'],
    messages: 2,
    texts: true,
  },
];

const watchlistFor = ({ digest, texts }: History) =>
  watchlistOf({
    messages: { smsPerDay: 1 },
    editions: {
      'world-desk': {
        name: 'World desk',
        severity: 'minor',
        subscribers: {
          ...(texts ? { sms: ['+441632960961'] } : { email: ['reader@example.com'] }),
          events: ['https://reader.example.com/'],
        },
        ...(digest ? { digest: { at: '07:00', timeZone: 'Europe/London' } } : {}),
      },
    },
  });

/** Runs the history; where the process stops it is begun again at the same tick, as a redelivered message would. */
async function run(
  history: History,
  at: number,
): Promise<{ readonly world: World; readonly effects: number; readonly crashed: boolean }> {
  const world = newWorld();
  const watchlist = watchlistFor(history);
  const faulty = crashing(effectsOf(world), at);
  let crashed = false;
  for (const { answer, minutes, beside } of history.steps) {
    world.answer = answer;
    world.now = new Date(world.now.getTime() + minutes * MINUTE_MS);
    try {
      const second = beside ? tick(world, effectsOf(world), watchlist) : Promise.resolve();
      const [first] = await Promise.allSettled([
        tick(world, crashed ? effectsOf(world) : faulty.effects, watchlist),
        second,
      ]);
      await second;
      if (first.status === 'rejected') throw first.reason;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    if (crashed || !faulty.isDead()) continue;
    crashed = true;
    world.now = new Date(world.now.getTime() + MINUTE_MS);
    await tick(world, effectsOf(world), watchlist);
  }
  // The sweep after the grace that it leaves notify.
  world.now = new Date(world.now.getTime() + 5 * MINUTE_MS);
  await tick(world, effectsOf(world), watchlist);
  return { world, effects: faulty.count(), crashed };
}

/** Of those that people read. */
const isMessage = ({ channel }: { readonly channel: string }): boolean => channel !== 'events';

for (const history of HISTORIES) {
  test(`${history.name}: nothing is lost wherever the process stops`, async () => {
    const undisturbed = await run(history, -1);
    expect(await statesOf(undisturbed.world)).toEqual(history.states);
    expect(undisturbed.world.sent.filter(isMessage)).toHaveLength(history.messages);

    for (let at = 0; at < 2 * undisturbed.effects; at++) {
      const { world, crashed } = await run(history, at);
      const where = `stopped at ${at}`;
      expect(crashed, where).toBe(true);
      expect(await statesOf(world), where).toEqual(history.states);
      expect(await breaksOf(world), where).toEqual([]);
      expect(await listUnpaid(world.stores, world.now), where).toEqual([]);
      const ids = new Set(world.sent.filter(isMessage).map((message) => message.messageId));
      // A text that was sent and left no receipt before the crash may be told again by the last text of the day.
      const most = history.messages + (history.texts ? 1 : 0);
      expect(ids.size >= history.messages && ids.size <= most, where).toBe(true);
      expect(world.sent.length - undisturbed.world.sent.length, where).toBeLessThanOrEqual(history.repeats ?? 1);
    }
  });
}
