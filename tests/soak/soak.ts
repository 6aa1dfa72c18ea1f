/**
 * Many checks of many articles on a real store, while processes die, answers fail and events come twice; then the count: nothing lost,
 * and nothing told twice beyond what was provoked.
 */
import type { Message } from '../../lib/alert.ts';
import { DeliveryError, StoreError, VisitError } from '../../lib/errors.ts';
import { HOUR_MS, MINUTE_MS } from '../../lib/instant.ts';
import { notifyRevision } from '../../lib/notify.ts';
import type { FetchPage } from '../../lib/page.ts';
import { createLedger, createReceipts, verifyLedger } from '../../lib/record/index.ts';
import type { Store, Stores } from '../../lib/store.ts';
import { listUnpaid, sweep } from '../../lib/sweep/index.ts';
import { visitPublication } from '../../lib/visit.ts';
import type { Watchlist } from '../../lib/watchlist.ts';
import { isExplainedBy, type Seen } from '../ledger/explained.ts';
import { siteOf, storyPage, watchlistOf } from '../ledger/story.ts';

export type SoakSetting = {
  readonly stores: Stores;
  readonly articles: number;
  readonly checks: number;
  /** The same seed, the same soak. */
  readonly seed: number;
  /** Of one effect: the process dies at it, half of the time before and half after. */
  readonly deathRate: number;
  /** Of one effect: it fails, and the process lives. */
  readonly failureRate: number;
  /** Of one article at one check: the publisher has changed it. */
  readonly changeRate: number;
  /** Checks a visit may make; what is due beyond it waits. */
  readonly capacity: number;
};

export type SoakResult = {
  readonly checks: number;
  readonly revisions: number;
  readonly messages: number;
  readonly deaths: number;
  readonly failures: number;
  /** Events handed to notify a second time. */
  readonly redeliveries: number;
  /** Messages told again, by our own message id. Each needs a death or a failure between publish and receipt. */
  readonly repeats: number;
  /** One line for each thing that is not as it must be. */
  readonly wrongs: readonly string[];
};

const WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;
const urlOf = (article: number): string => `https://news.example/world/harbour-fire-${article}`;

class Death extends Error {}

export async function soak(setting: SoakSetting): Promise<SoakResult> {
  const random = seeded(setting.seed);
  const urls = Array.from({ length: setting.articles }, (_, article) => urlOf(article));
  const watchlist = watchlistFor(urls);
  const served = new Map<string, string>(urls.map((url) => [url, 'six']));
  /** What each check was shown, and whether the process outlived it. */
  const seen = new Map<string, Seen[]>(urls.map((url) => [url, []]));
  const sent: Message[] = [];
  const counts = { checks: 0, deaths: 0, failures: 0, redeliveries: 0 };
  let now = new Date('2026-03-01T08:00:00Z');

  const effects = (
    isFaulty: boolean,
  ): { stores: Stores; publish: (message: Message) => Promise<{ providerId: string }> } => {
    let isDead = false;
    const die = (): never => {
      isDead = true;
      counts.deaths += 1;
      throw new Death();
    };
    const run = async <Answer>(effect: () => Promise<Answer>, failure: () => Error): Promise<Answer> => {
      if (isDead) throw new Death();
      const chance = isFaulty ? random() : 1;
      if (chance < setting.deathRate / 2) return die();
      if (chance > 1 - setting.failureRate && isFaulty) {
        counts.failures += 1;
        throw failure();
      }
      const answer = await effect();
      return chance < setting.deathRate ? die() : answer;
    };
    const wrap = (store: Store): Store => {
      const failure = (key: string) => () => new StoreError('on demand', key);
      return {
        get: (key) => run(() => store.get(key), failure(key)),
        list: async function* (prefix, options) {
          yield* await run(() => Array.fromAsync(store.list(prefix, options)), failure(prefix));
        },
        putIfAbsent: (key, bytes) => run(() => store.putIfAbsent(key, bytes), failure(key)),
        putIfUnchanged: (key, bytes, version) => run(() => store.putIfUnchanged(key, bytes, version), failure(key)),
      };
    };
    return {
      stores: { ledger: wrap(setting.stores.ledger), state: wrap(setting.stores.state) },
      publish: (message) =>
        run(
          async () => ({ providerId: `sent-${sent.push(message)}` }),
          () => new DeliveryError('on demand'),
        ),
    };
  };

  let visits = 0;
  const tick = async (isFaulty: boolean): Promise<void> => {
    now = new Date(now.getTime() + (isFaulty ? 15 * MINUTE_MS : 8 * HOUR_MS));
    for (const url of urls) if (isFaulty && random() < setting.changeRate) served.set(url, pick(WORDS, random));
    const shown: { url: string; state: string }[] = [];
    const fetchPage: FetchPage = (request) => {
      const state = served.get(request.url) ?? 'six';
      shown.push({ url: request.url, state });
      const html = storyPage(state).replaceAll(/https:\/\/news\.example\/world\/harbour-fire/g, request.url);
      return siteOf(
        () => ({ html }),
        () => now,
      )(request);
    };
    const committed: { articleId: string; number: number }[] = [];
    const { stores } = effects(isFaulty);
    const survived = await outlived(() =>
      visitPublication(
        {
          watchlist,
          publicationId: 'example-news',
          visit: `v${(visits += 1)}`,
          deadline: new Date(now.getTime() + 1),
          // A delay of a second and an answer's 200 ms (lib/cadence.ts).
          tickMs: (isFaulty ? setting.capacity : urls.length) * 1_200,
        },
        {
          stores,
          openSite: (_, robots) => ({ fetchPage, robots: () => robots }),
          now: () => now,
          newPageToken: () => null,
          tellOperators: async () => {},
          onCheck: (outcome) => committed.push(...outcome.committed.map(({ revision }) => revision)),
        },
      ),
    );
    counts.checks += shown.length;
    for (const { url, state } of shown) seen.get(url)?.push({ state, ended: survived });

    // Each notice and the sweep are processes of their own; half of the dead visit's commits still wake notify, as S3 would.
    for (const { articleId, number } of committed) {
      for (const again of [false, isFaulty && random() < 0.05]) {
        if (again) counts.redeliveries += 1;
        else if (isFaulty && random() < 0.02) continue; // an event that is late for good: the sweep's
        await outlived(() => notifyRevision(articleId, number, { ...effects(isFaulty), watchlist, now: () => now }));
        if (!again) continue;
      }
    }
    await outlived(() => sweep({ ...effects(isFaulty), watchlist, now: () => now }));
  };

  while (counts.checks < setting.checks) await tick(true);
  // And then all is well for a day: every fold ends, every debt is paid.
  for (let calm = 0; calm < 4; calm += 1) await tick(false);

  const { wrongs, revisions } = await judge(setting.stores, urls, served, seen, now);
  const ids = new Set(sent.map(({ messageId }) => messageId));
  const repeats = sent.length - ids.size;
  const provoked = counts.deaths + counts.failures;
  return {
    ...counts,
    revisions,
    messages: sent.length,
    repeats,
    wrongs: [...wrongs, ...(repeats > provoked ? [`${repeats} messages repeated, but only ${provoked} faults`] : [])],
  };
}

/** False where the process died or the store failed it: whatever it held in memory is gone. */
async function outlived(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const all: readonly unknown[] = error instanceof VisitError ? error.failures : [error];
    if (all.every((one) => one instanceof Death || one instanceof StoreError || one instanceof DeliveryError))
      return false;
    throw error;
  }
}

async function judge(
  stores: Stores,
  urls: readonly string[],
  served: ReadonlyMap<string, string>,
  seen: ReadonlyMap<string, readonly Seen[]>,
  now: Date,
): Promise<{ wrongs: string[]; revisions: number }> {
  const wrongs: string[] = [];
  const ledger = createLedger(stores);
  const { breaks } = await verifyLedger(ledger, stores.ledger);
  for (const broken of breaks) wrongs.push(`broken: ${JSON.stringify(broken)}`);
  for (const { committed } of await listUnpaid(stores, now)) wrongs.push(`unpaid: ${committed.revision.articleId}`);

  const receipts = createReceipts(stores.ledger);
  const told = new Set<string>();
  for await (const key of receipts.keys('receipts/')) {
    for (const { articleId, number } of (await receipts.read(key))?.covers ?? []) {
      if (told.has(`${articleId} ${number}`)) wrongs.push(`told of twice: ${articleId} ${number}`);
      told.add(`${articleId} ${number}`);
    }
  }

  let revisions = 0;
  const recorded = new Map<string, string[]>();
  for await (const articleId of ledger.articleIds()) {
    for await (const { revision } of ledger.history(articleId)) {
      revisions += 1;
      if (revision.kind !== 'text') continue;
      const text = revision.snapshot.article.blocks.map((block) => block.text).join(' ');
      const states = recorded.get(revision.url) ?? [];
      recorded.set(revision.url, [...states, /killed (.+?) people/.exec(text)?.[1] ?? '?']);
    }
  }
  for (const url of urls) {
    const states = recorded.get(url) ?? [];
    const shown = seen.get(url) ?? [];
    if (states.some((state, at) => state === states[at - 1])) wrongs.push(`${url}: a state is recorded twice in a row`);
    if (states.at(-1) !== served.get(url)) wrongs.push(`${url}: ends with ${states.at(-1)}, not ${served.get(url)}`);
    if (!isExplainedBy(states, shown)) wrongs.push(`${url}: what is recorded is not what was seen`);
  }
  return { wrongs, revisions };
}

const watchlistFor = (urls: readonly string[]): Watchlist =>
  watchlistOf({
    publications: {
      'example-news': { name: 'Example News', articles: [...urls], cadence: [{ under: '90d', every: '15m' }] },
    },
    editions: {
      'world-desk': { name: 'World desk', severity: 'minor', subscribers: { email: ['reader@example.com'] } },
    },
  });

const pick = <Of>(from: readonly Of[], random: () => number): Of => from[Math.floor(random() * from.length)] as Of;

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
