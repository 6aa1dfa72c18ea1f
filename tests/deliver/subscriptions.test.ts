import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countSubscriptions,
  planSubscriptions,
  rememberSubscriptions,
  subscriberKey,
  type ExistingSubscription,
  type Remembered,
} from '../../lib/deliver/index.ts';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { readRemembered } from '../../lib/record/index.ts';
import { reviewSubscriptions } from '../../lib/sweep/index.ts';
import { watchlistSchema, type WatchlistSource } from '../../lib/watchlist.ts';

const watchlistOf = (editions: NonNullable<WatchlistSource['editions']>) =>
  watchlistSchema.parse({
    version: 1,
    operator: { contact: 'desk@news.example' },
    publications: { 'example-news': { name: 'Example News', feeds: ['https://news.example/feed'] } },
    editions,
  } satisfies WatchlistSource);

const watchlist = watchlistOf({
  world: { name: 'World desk', subscribers: { email: ['ann@example.com', 'bo@example.com'], sms: ['+441632960961'] } },
  local: { name: 'Local desk', subscribers: { email: ['Ann@example.com'] } },
});

const existing = (change: Partial<ExistingSubscription>): ExistingSubscription => ({
  channel: 'email',
  endpoint: 'ann@example.com',
  id: 'arn:1',
  state: 'confirmed',
  filterPolicy: '{"editions":["local","world"]}',
  ...change,
});

const BO = subscriberKey('email', 'bo@example.com');
const rememberedAs = ({ asked = [], confirmed = [] }: { asked?: string[]; confirmed?: string[] }): Remembered => ({
  asked: new Set(asked),
  confirmed: new Set(confirmed),
});

describe('planning subscriptions', () => {
  test('an empty topic gets one subscription an address, whatever the editions', () => {
    expect(planSubscriptions(watchlist, []).subscribe).toEqual([
      {
        channel: 'email',
        endpoint: 'ann@example.com',
        editions: ['local', 'world'],
        filterPolicy: '{"editions":["local","world"]}',
      },
      { channel: 'email', endpoint: 'bo@example.com', editions: ['world'], filterPolicy: '{"editions":["world"]}' },
      // A text may be meant for those alone who take just these editions: the daily cap needs that.
      {
        channel: 'sms',
        endpoint: '+441632960961',
        editions: ['world'],
        filterPolicy: '{"editions":["world","only:world"]}',
      },
    ]);
  });

  test.each<[string, ExistingSubscription, string, string[]]>([
    ['a subscription that is as wanted is left alone', existing({}), 'none', []],
    ['one of another order of editions too', existing({ filterPolicy: '{"editions":["world","local"]}' }), 'none', []],
    [
      'one of other editions is refiltered',
      existing({ filterPolicy: '{"editions":["world"]}' }),
      'refilter',
      ['ann@example.com'],
    ],
    ['one without a filter is refiltered', existing({ filterPolicy: null }), 'refilter', ['ann@example.com']],
    [
      'one not in the watchlist any more is ended',
      existing({ endpoint: 'old@example.com' }),
      'unsubscribe',
      ['old@example.com'],
    ],
    [
      'one made by hand is reported and left',
      existing({ endpoint: 'other@example.com', filterPolicy: null }),
      'unknown',
      ['other@example.com'],
    ],
    [
      'one with a filter of its own is reported and left',
      existing({ endpoint: 'other@example.com', filterPolicy: '{"severity":["major"]}' }),
      'unknown',
      ['other@example.com'],
    ],
    [
      'one that waits for its confirmation is reported',
      existing({ state: 'pending', id: null }),
      'pending',
      ['ann@example.com'],
    ],
    ['one whose owner left is reported', existing({ state: 'deleted', id: null }), 'lapsed', ['ann@example.com']],
    [
      'one whose phone opted out is reported',
      existing({ channel: 'sms', endpoint: '+441632960961', state: 'opted-out' }),
      'lapsed',
      ['+441632960961'],
    ],
  ])('%s', (_, subscription, part, endpoints) => {
    const { subscribe, ...plan } = planSubscriptions(watchlist, [subscription]);
    const found = Object.entries(plan).filter(([, entries]) => entries.length > 0);
    expect(found.map(([name, entries]) => [name, entries.map((entry) => entry.endpoint)])).toEqual(
      part === 'none' ? [] : [[part, endpoints]],
    );
    expect(subscribe.map(({ endpoint }) => endpoint)).not.toContain(subscription.endpoint);
  });

  test('an address that left long ago, and is no longer listed, is not signed up again unasked', () => {
    const plan = planSubscriptions(watchlist, [], rememberedAs({ asked: [BO] }));
    expect(plan.lapsed).toMatchObject([{ endpoint: 'bo@example.com', why: 'gone' }]);
    expect(plan.subscribe.map(({ endpoint }) => endpoint)).toEqual(['ann@example.com', '+441632960961']);
  });

  test('an address that was confirmed once and waits again was cut off by SNS: it has lapsed', () => {
    const cutOff = existing({ endpoint: 'bo@example.com', state: 'pending', id: null, filterPolicy: null });
    const plan = planSubscriptions(watchlist, [cutOff], rememberedAs({ asked: [BO], confirmed: [BO] }));
    expect(plan.lapsed).toMatchObject([{ endpoint: 'bo@example.com', why: 'deactivated' }]);
    expect(plan.pending).toEqual([]);
  });

  test.each<[string, ExistingSubscription | null, boolean]>([
    ['who was cut off', existing({ endpoint: 'bo@example.com', state: 'pending', id: null }), true],
    ['who left by the link', existing({ endpoint: 'bo@example.com', state: 'deleted', id: null }), true],
    ['who is no longer listed', null, true],
    ['who is confirmed', existing({ endpoint: 'bo@example.com', filterPolicy: '{"editions":["world"]}' }), false],
  ])('asking again asks %s: %s', (_, subscription, isAsked) => {
    const again = new Set([BO]);
    const remembered = rememberedAs({ asked: [BO], confirmed: [BO] });
    const topic = subscription === null ? [] : [subscription];
    const plan = planSubscriptions(watchlist, topic, remembered, again);
    expect(plan.subscribe.map(({ endpoint }) => endpoint).includes('bo@example.com')).toBe(isAsked);
    expect(plan.lapsed).toEqual([]);
  });

  test('a phone that answered STOP is not asked again: only its owner can undo that', () => {
    const phone = existing({ channel: 'sms', endpoint: '+441632960961', state: 'opted-out' });
    const again = new Set([subscriberKey('sms', '+441632960961')]);
    const { subscribe, lapsed } = planSubscriptions(watchlist, [phone], rememberedAs({}), again);
    expect(subscribe.map(({ channel }) => channel)).not.toContain('sms');
    expect(lapsed).toMatchObject([{ endpoint: '+441632960961', why: 'opted-out' }]);
  });

  test('an address listed twice keeps one subscription, the one that works', () => {
    const plan = planSubscriptions(watchlist, [
      existing({ state: 'pending', id: null }),
      existing({ id: 'arn:1' }),
      existing({ id: 'arn:2', endpoint: 'ANN@example.com' }),
    ]);
    expect(plan.unsubscribe.map(({ id }) => id)).toEqual(['arn:2']);
    expect(plan.refilter).toEqual([]);
  });

  test('carrying a plan out and planning again finds nothing more to do', () => {
    const subscription = fc.record<ExistingSubscription>({
      channel: fc.constantFrom('email', 'sms'),
      endpoint: fc.constantFrom('ann@example.com', 'bo@example.com', 'old@example.com', '+441632960961'),
      id: fc.uuid(),
      state: fc.constantFrom('confirmed', 'pending', 'deleted', 'opted-out'),
      filterPolicy: fc.constantFrom(
        null,
        '{"editions":["world"]}',
        '{"editions":["local","world"]}',
        '{"x":1}',
        'not json',
      ),
    });
    fc.assert(
      fc.property(fc.array(subscription, { maxLength: 8 }), (topic) => {
        const first = planSubscriptions(watchlist, topic);
        const ended = new Set(first.unsubscribe);
        const after: ExistingSubscription[] = [
          ...topic
            .filter((subscription) => !ended.has(subscription))
            .map((subscription) => {
              const refiltered = first.refilter.find(({ id }) => id === subscription.id);
              return refiltered ? { ...subscription, filterPolicy: refiltered.filterPolicy } : subscription;
            }),
          ...first.subscribe.map(({ channel, endpoint, filterPolicy }, index) => ({
            channel,
            endpoint,
            filterPolicy,
            id: `new:${index}`,
            state: 'confirmed' as const,
          })),
        ];
        expect(planSubscriptions(watchlist, after)).toMatchObject({ subscribe: [], refilter: [], unsubscribe: [] });
        expect(planSubscriptions(watchlist, after).unknown).toHaveLength(first.unknown.length);
      }),
    );
  });
});

describe('counting how subscribers stand', () => {
  const none = { confirmed: 0, pending: 0, lapsed: 0, unasked: 0 };

  test('before the first sync nobody has been asked', () => {
    expect(countSubscriptions(watchlist, [], rememberedAs({}))).toEqual({ ...none, unasked: 3 });
  });

  test('each address counts once, by the subscription that works; strangers do not count', () => {
    const topic = [
      existing({ state: 'pending', id: null }),
      existing({}),
      existing({ endpoint: 'bo@example.com', state: 'pending', id: null }),
      existing({ channel: 'sms', endpoint: '+441632960961', state: 'opted-out' }),
      existing({ endpoint: 'stranger@example.com' }),
    ];
    const counts = countSubscriptions(watchlist, topic, rememberedAs({ asked: [BO] }));
    expect(counts).toEqual({ ...none, confirmed: 1, pending: 1, lapsed: 1 });
  });

  test('the sweep remembers who confirmed after the sync, so that being cut off is noticed', async () => {
    const store = createMemoryStore();
    const ports = { stores: { ledger: store, state: store }, watchlist };
    const bo = (state: ExistingSubscription['state']) => existing({ endpoint: 'bo@example.com', state });
    expect(await reviewSubscriptions([bo('pending')], ports)).toEqual({ ...none, pending: 1, unasked: 2 });
    expect(await reviewSubscriptions([bo('confirmed')], ports)).toEqual({ ...none, confirmed: 1, unasked: 2 });
    expect(await reviewSubscriptions([bo('pending')], ports)).toEqual({ ...none, lapsed: 1, unasked: 2 });
    expect(await readRemembered(store)).toEqual(rememberedAs({ confirmed: [BO] }));
  });

  test('who has left the watchlist is forgotten; who is asked again starts anew', () => {
    const remembered = rememberedAs({ asked: [BO, 'somebody who left'], confirmed: [BO] });
    const after = rememberSubscriptions(watchlist, [], remembered, { again: new Set([BO]) });
    expect(after.confirmed).toEqual(new Set());
    expect(after.asked.size).toBe(3);
  });
});
