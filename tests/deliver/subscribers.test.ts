import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planSubscriptions, subscriberKey, type ExistingSubscription } from '../../lib/deliver/index.ts';
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
      { channel: 'sms', endpoint: '+441632960961', editions: ['world'], filterPolicy: '{"editions":["world"]}' },
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
    const plan = planSubscriptions(watchlist, [], new Set([subscriberKey('email', 'BO@example.com')]));
    expect(plan.lapsed.map(({ endpoint }) => endpoint)).toEqual(['bo@example.com']);
    expect(plan.subscribe.map(({ endpoint }) => endpoint)).toEqual(['ann@example.com', '+441632960961']);
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
