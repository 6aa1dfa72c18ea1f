/** A small world for ledger tests: one publication, one article, a site that shows what the test says, a clock, an outbox. */
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import type { Message } from '../../lib/alert.ts';
import type { Incident } from '../../lib/incident.ts';
import { notifyRevision } from '../../lib/notify.ts';
import type { FetchOutcome, FetchPage } from '../../lib/page.ts';
import { createLedger, verifyLedger } from '../../lib/record/index.ts';
import type { Revision } from '../../lib/revision.ts';
import type { Stores } from '../../lib/store.ts';
import { sweep } from '../../lib/sweep/index.ts';
import { visitPublication } from '../../lib/visit.ts';
import { watchlistSchema, type Watchlist, type WatchlistSource } from '../../lib/watchlist.ts';

export const ARTICLE_URL = 'https://news.example/world/harbour-fire';

export const watchlistOf = (over: Partial<WatchlistSource> = {}): Watchlist =>
  watchlistSchema.parse({
    version: 1,
    operator: { contact: 'desk@news.example' },
    publications: { 'example-news': { name: 'Example News', articles: [ARTICLE_URL] } },
    editions: { 'world-desk': { name: 'World desk', subscribers: { email: ['reader@example.com'] } } },
    ...over,
  });

/** A page whose third paragraph says how many were killed; everything else stays as it is. */
export const storyPage = (killed: string, headline = 'Harbour fire burns through the night'): string => `<!doctype html>
<html lang="en"><head><title>${headline} - Example News</title><meta property="og:title" content="${headline}">
<meta property="og:type" content="article"><link rel="canonical" href="${ARTICLE_URL}"></head>
<body><header><nav><a href="/">Home</a><a href="/world">World</a></nav></header><main><article><h1>${headline}</h1>
<p>The fire broke out in a warehouse on the eastern quay shortly before midnight and spread to two moored barges.</p>
<p>Crews from four towns worked through the night, pumping water from the basin while residents were led to the old market hall.</p>
<p>The blaze killed ${killed} people, the harbour authority said, and the coastguard kept the channel closed until the morning.</p>
<p>Engineers will examine the quay wall today before any ship is allowed to berth there again, the authority added.</p>
<p>The market hall remains open to anyone who cannot return home, and the town has asked for blankets and warm food.</p>
</article></main><footer>Example News</footer></body></html>`;

/** What the site answers: a page's HTML, a status, or "not modified" where the last page is asked for again. */
export type Answer = { readonly html: string } | { readonly status: number } | 'not modified';

export const siteOf =
  (answer: () => Answer, now: () => Date): FetchPage =>
  async ({ url }): Promise<FetchOutcome> => {
    const says = answer();
    const fetchedAt = now().toISOString();
    if (says === 'not modified')
      return { kind: 'not-modified', fetchedAt, validators: { etag: null, lastModified: null } };
    if ('status' in says) {
      const { status } = says;
      if (status === 410) return { kind: 'gone', status, fetchedAt };
      if (status === 404) return { kind: 'missing', status, fetchedAt };
      return {
        kind: 'failed',
        why: 'server-error',
        status,
        detail: `HTTP ${status}`,
        fetchedAt,
        retryAfterSeconds: null,
      };
    }
    const page = {
      url,
      requestedUrl: url,
      status: 200,
      contentType: 'text/html; charset=utf-8',
      validators: { etag: null, lastModified: null },
      body: new TextEncoder().encode(says.html),
      fetchedAt,
      redirects: [],
    };
    return { kind: 'page', page };
  };

export type World = {
  readonly stores: Stores;
  readonly sent: Message[];
  readonly incidents: Incident[];
  now: Date;
  answer: Answer;
  /** How often the article was asked for. */
  asked: number;
};

export const newWorld = (): World => {
  const store = createMemoryStore();
  return {
    stores: { ledger: store, state: store },
    sent: [],
    incidents: [],
    now: new Date('2026-03-01T08:00:00Z'),
    answer: { status: 404 },
    asked: 0,
  };
};

/** Everything with an effect, as the world has it; the crash matrix wraps these. */
export type Effects = {
  readonly stores: Stores;
  readonly publish: (message: Message) => Promise<{ providerId: string }>;
};

export const effectsOf = (world: World): Effects => ({
  stores: world.stores,
  publish: async (message) => {
    world.sent.push(message);
    return { providerId: `sent-${world.sent.length}` };
  },
});

function asked(world: World): Answer {
  world.asked++;
  return world.answer;
}

let visits = 0;

/** One tick as AWS would run it: the visit, an event for each commit to notify, then the sweep. */
export async function tick(
  world: World,
  effects: Effects,
  watchlist: Watchlist,
  pageToken: string | null = null,
): Promise<void> {
  const now = () => world.now;
  const ports = { stores: effects.stores, watchlist, publish: effects.publish, now };
  const committed: Revision[] = [];
  await visitPublication(
    {
      watchlist,
      publicationId: 'example-news',
      visit: `visit-${++visits}`,
      deadline: new Date(world.now.getTime() + 60_000),
      tickMs: 300_000,
    },
    {
      stores: effects.stores,
      openSite: (_, robots) => ({ fetchPage: siteOf(() => asked(world), now), robots: () => robots }),
      now,
      newPageToken: () => pageToken,
      tellOperators: async (incident) => {
        world.incidents.push(incident);
      },
      onCheck: (outcome) => committed.push(...outcome.committed.map(({ revision }) => revision)),
    },
  );
  for (const { articleId, number } of committed) await notifyRevision(articleId, number, ports);
  await sweep(ports);
}

export async function revisionsOf(world: World): Promise<readonly Revision[]> {
  const ledger = createLedger(world.stores);
  const revisions: Revision[] = [];
  for await (const articleId of ledger.articleIds()) {
    for await (const { revision } of ledger.history(articleId)) revisions.push(revision);
  }
  return revisions;
}

/** How many were killed according to each text revision, or its availability: the history at a glance. */
export async function statesOf(world: World): Promise<readonly string[]> {
  return (await revisionsOf(world)).map((revision) => {
    if (revision.kind === 'availability') return revision.availability.after;
    const text = revision.snapshot.article.blocks.map((block) => block.text).join(' ');
    return /killed (.+?) people/.exec(text)?.[1] ?? '?';
  });
}

export async function breaksOf(world: World): Promise<readonly unknown[]> {
  return (await verifyLedger(createLedger(world.stores), world.stores.ledger)).breaks;
}
