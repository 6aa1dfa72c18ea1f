import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paced, retrying } from '../../lib/deliver/index.ts';
import { DeliveryError } from '../../lib/errors.ts';
import type { Message, Publish } from '../../lib/alert.ts';

const message = (messageId: string, channel: Message['channel'] = 'email'): Message => ({
  messageId,
  channel,
  editions: ['desk'],
  subject: channel === 'email' ? 'Subject' : null,
  body: 'Body',
});

/** A clock that moves only while somebody sleeps, to the earliest sleeper first. */
function sleepers() {
  let nowMs = 0;
  const waiting: { at: number; wake: () => void }[] = [];
  return {
    now: () => nowMs,
    sleep: (ms: number) => new Promise<void>((wake) => waiting.push({ at: nowMs + ms, wake })),
    async run() {
      for (let idle = 0; idle < 20; idle += 1) {
        await Promise.resolve();
        const next = waiting.sort((one, other) => one.at - other.at).shift();
        if (next === undefined) continue;
        idle = 0;
        nowMs = Math.max(nowMs, next.at);
        next.wake();
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      }
    },
  };
}

describe('e-mails are paced', () => {
  test('no second holds more than the limit, however many callers there are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 60 }), async (perSecond, count) => {
        const clock = sleepers();
        const sentAt: number[] = [];
        const publish = paced(
          async ({ messageId }) => {
            sentAt.push(clock.now());
            return { providerId: messageId };
          },
          { perSecond, now: clock.now, sleep: clock.sleep },
        );
        const all = Promise.all(Array.from({ length: count }, (_, index) => publish(message(`m${index}`))));
        await clock.run();
        await all;
        for (const at of sentAt) {
          expect(sentAt.filter((other) => other >= at && other < at + 999).length).toBeLessThanOrEqual(perSecond);
        }
        expect(sentAt.at(-1)).toBeLessThanOrEqual(Math.ceil((count * 1_000) / perSecond));
      }),
      { numRuns: 30 },
    );
  });

  test('several senders, each with a pace of its own, add up: six of one a second stay below SNS’s ten', async () => {
    const clock = sleepers();
    const sentAt: number[] = [];
    const senders = Array.from({ length: 6 }, () =>
      paced(
        async ({ messageId }) => {
          sentAt.push(clock.now());
          return { providerId: messageId };
        },
        { perSecond: 1, now: clock.now, sleep: clock.sleep },
      ),
    );
    const all = Promise.all(
      senders.flatMap((send, sender) => Array.from({ length: 20 }, (_, index) => send(message(`m${sender}-${index}`)))),
    );
    await clock.run();
    await all;
    expect(sentAt).toHaveLength(120);
    for (const at of sentAt) {
      expect(sentAt.filter((other) => other >= at && other < at + 1_000).length).toBeLessThanOrEqual(6);
    }
  });

  test('texts and events do not wait behind them', async () => {
    const clock = sleepers();
    const sent: string[] = [];
    const publish = paced(
      async ({ messageId }) => {
        sent.push(messageId);
        return { providerId: messageId };
      },
      { perSecond: 1, now: clock.now, sleep: clock.sleep },
    );
    const all = Promise.all([message('e1'), message('e2'), message('s1', 'sms'), message('v1', 'events')].map(publish));
    await clock.run();
    await all;
    expect(sent).toEqual(['e1', 's1', 'v1', 'e2']);
  });

  test('a failure takes its turn and holds nobody up', async () => {
    const clock = sleepers();
    const publish = paced(
      ({ messageId }) =>
        messageId === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve({ providerId: messageId }),
      { perSecond: 2, now: clock.now, sleep: clock.sleep },
    );
    const all = Promise.allSettled([publish(message('bad')), publish(message('good'))]);
    await clock.run();
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(clock.now()).toBe(500);
  });
});

describe('a failing channel is tried again', () => {
  const failing = (failures: number): { publish: Publish; tries: () => number } => {
    let tries = 0;
    return {
      publish: async ({ messageId }) => {
        tries += 1;
        if (tries <= failures) throw new Error('Rate exceeded');
        return { providerId: messageId };
      },
      tries: () => tries,
    };
  };

  test('until it accepts the message', async () => {
    const pauses: number[] = [];
    const { publish, tries } = failing(3);
    const retried = retrying(publish, { sleep: async (ms) => void pauses.push(ms), random: () => 1 });
    await expect(retried(message('m1'))).resolves.toEqual({ providerId: 'm1' });
    expect(tries()).toBe(4);
    expect(pauses).toEqual([500, 1_000, 2_000]);
  });

  test('and given back as a DeliveryError with its cause when it does not', async () => {
    const { publish, tries } = failing(99);
    const retried = retrying(publish, { sleep: async () => {}, random: () => 0, attempts: 3 });
    const error = await retried(message('m1')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error).toMatchObject({
      message: 'Message m1 could not be handed to email: it failed 3 times, last with: Rate exceeded',
      cause: { message: 'Rate exceeded' },
    });
    expect(tries()).toBe(3);
  });

  test('but not where it will fail the same way again', async () => {
    const { publish, tries } = failing(99);
    const retried = retrying(publish, { sleep: async () => {}, random: () => 0, isWorthRetrying: () => false });
    await expect(retried(message('m1'))).rejects.toThrow('at the first try');
    expect(tries()).toBe(1);
  });

  test('after pauses that stay within bounds', async () => {
    const pauses: number[] = [];
    const retried = retrying(failing(12).publish, {
      sleep: async (ms) => void pauses.push(ms),
      random: () => 0.999,
      attempts: 13,
      longestPauseMs: 5_000,
    });
    await retried(message('m1'));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5_000);
    expect(pauses).toHaveLength(12);
  });
});
