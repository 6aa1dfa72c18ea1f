/**
 * What a check costs as things grow: articles followed, articles in one publication, bytes of a page, revisions of an article. Whole visits
 * of the real code on a simulated site, a virtual clock and stores in memory; so this is our own work, without network and AWS.
 *
 *   node tests/bench/growth.ts [--most 100000] [--figures FILE]
 */
import { parseArgs } from 'node:util';
import { articleId, canonicalUrl } from '../../lib/identity.ts';
import { DAY_MS, MINUTE_MS } from '../../lib/instant.ts';
import { newEntry, openRoster } from '../../lib/record/index.ts';
import type { RosterEntry } from '../../lib/roster.ts';
import type { Stores } from '../../lib/store.ts';
import { visitPublication } from '../../lib/visit.ts';
import { watchlistSchema } from '../../lib/watchlist.ts';
import { median, writeFindings, type Chart, type Figure } from './figures.ts';
import { createRoomyStore, createSite, type Answer } from './simulated-site.ts';

const { values } = parseArgs({
  options: { most: { type: 'string', default: '100000' }, figures: { type: 'string' } },
});
const MOST = Number(values.most);
const START = Date.parse('2025-11-26T08:00:00Z');
/** Pages are small, so that what is ours to grow is not hidden by parsing. */
const SMALL_PAGE = 20_000;
const A_PUBLICATION = 100;
/** In which politeness allows one publication some 250 checks. */
const TICK_MS = 5 * MINUTE_MS;

type Points = (readonly [number, number])[];

/**
 * Some publications with articles that were last seen long enough ago to be due. Those of the first few publications are yet to be seen for the
 * first time, so that the ledger knows them when they change.
 */
async function follow(articles: number, perPublication: number, pageBytes: number, inEarnest: number) {
  let clock = START;
  const now = (): Date => new Date(clock);
  const site = createSite(pageBytes, now);
  const stores: Stores = { ledger: createRoomyStore(), state: createRoomyStore() };
  const ids = Array.from({ length: Math.ceil(articles / perPublication) }, (_, i) => `p${i}`);
  const urlOf = (id: string, i: number): string => `https://${id}.example/story-${i}`;
  const watchlist = watchlistSchema.parse({
    version: 1,
    operator: { contact: 'bench@news.example' },
    publications: Object.fromEntries(
      ids.map((id) => [id, { name: id, articles: [urlOf(id, 0)], maxArticles: 100_000 }]),
    ),
    editions: { desk: { name: 'Desk', subscribers: { email: ['bench@news.example'] } } },
  });
  const visit = async (publicationId: string, tickMs: number): Promise<number> => {
    const request = {
      watchlist,
      publicationId,
      visit: `bench-${clock}`,
      deadline: new Date(clock + DAY_MS),
      tickMs,
    };
    const summary = await visitPublication(request, {
      stores,
      openSite: () => ({ fetchPage: site.fetchPage, robots: () => ({}) }),
      now,
      newPageToken: () => null,
      tellOperators: async () => {},
      onCheck: () => {},
    });
    return Object.values(summary.checks).reduce((sum, count) => sum + count, 0);
  };
  // One article is seen for the first time in earnest; what its entry then holds of versions, the others are given.
  await visit('p0', TICK_MS);
  const [model] = (await openRoster(stores.state, 'p0', 'seed', now())).entries();
  if (model === undefined) throw new Error('The first article was not taken up');
  const earnest = ids.slice(0, inEarnest);
  let left = articles;
  for (const id of ids) {
    const roster = await openRoster(stores.state, id, 'seed', now());
    const count = Math.min(perPublication, left);
    for (let i = id === 'p0' ? 1 : 0; i < count; i += 1)
      roster.add(entryOf(model, id, urlOf(id, i), earnest.includes(id), now()));
    await roster.close((index) => index);
    left -= count;
  }
  return {
    ids,
    /** Processor milliseconds a check, over the publications named. */
    round: async (answer: Answer, of: readonly string[], tickMs: number): Promise<number> => {
      site.answer(answer);
      clock += 70 * MINUTE_MS;
      const cpu = process.cpuUsage();
      let checks = 0;
      for (const id of of) checks += await visit(id, tickMs);
      const { user, system } = process.cpuUsage(cpu);
      return (user + system) / 1_000 / Math.max(1, checks);
    },
  };
}

/** New, or as if it had been seen before. */
function entryOf(model: RosterEntry, publication: string, url: string, isNew: boolean, now: Date): RosterEntry {
  const canonical = canonicalUrl(url);
  if (canonical === null) throw new Error(`${url} is no address of an article`);
  const entry = newEntry({ articleId: articleId(publication, canonical), url, alias: canonical }, now);
  if (isNew) return entry;
  // What is the article's own stays; what a check leaves behind is the model's.
  const { articleId: id, url: at, aliases, firstSeenAt } = entry;
  return { ...model, articleId: id, url: at, aliases, firstSeenAt };
}

/** Rounds until some hundreds of checks are behind it: a few would measure the first run of cold code. */
async function settled(measure: () => Promise<number>, checksARound: number): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < Math.max(3, Math.ceil(300 / checksARound)); round += 1) rounds.push(await measure());
  return median(rounds);
}

const warm = await follow(A_PUBLICATION, A_PUBLICATION, SMALL_PAGE, 1);
for (const answer of ['same-text', 'changed', 'not-modified', 'changed'] as const)
  await warm.round(answer, warm.ids, DAY_MS);

const sizes = [10, 100, 1_000, 10_000, 100_000].filter((size) => size <= MOST);
const unmodified: Points = [];
const changed: Points = [];
const inOne: Points = [];
for (const size of sizes) {
  const many = await follow(size, A_PUBLICATION, SMALL_PAGE, 3);
  const few = many.ids.slice(0, 3);
  await many.round('same-text', few, DAY_MS);
  unmodified.push([size, await settled(() => many.round('not-modified', many.ids, DAY_MS), size)]);
  changed.push([size, await settled(() => many.round('changed', few, DAY_MS), Math.min(size, 300))]);

  const one = await follow(size, size, SMALL_PAGE, 0);
  await one.round('not-modified', one.ids, TICK_MS);
  inOne.push([size, await settled(() => one.round('not-modified', one.ids, TICK_MS), Math.min(size, 250))]);
}

const bySize: Points = [];
for (const kilobytes of [10, 30, 100, 300, 1_000, 3_000].filter((size) => size * 100 <= Math.max(MOST, 30_000))) {
  const { ids, round } = await follow(10, 10, kilobytes * 1_000, 1);
  await round('same-text', ids, DAY_MS);
  bySize.push([kilobytes, await settled(() => round('same-text', ids, DAY_MS), 100)]);
}

const byHistory: Points = [];
const growing = await follow(1, 1, SMALL_PAGE, 1);
let recent: number[] = [];
for (let revision = 1; revision <= Math.min(1_000, MOST); revision += 1) {
  recent.push(await growing.round('changed', growing.ids, DAY_MS));
  if (![10, 30, 100, 300, 1_000].includes(revision)) continue;
  byHistory.push([revision, median(recent.slice(-10))]);
  recent = [];
}

const charts: readonly Chart[] = [
  {
    name: 'growth-articles',
    kind: 'lines',
    title: 'What a check costs, by how much is followed',
    unit: 'ms of the processor a check',
    across: 'articles followed',
    lines: [
      { label: 'one figure changed', points: changed },
      { label: 'not modified', points: unmodified },
      { label: '… in one publication', points: inOne },
    ],
  },
  {
    name: 'growth-page',
    kind: 'lines',
    title: 'What a check costs, by the size of the page',
    unit: 'ms of the processor a check',
    across: 'kilobytes of the page, its text a tenth of them; other bytes, same text',
    lines: [{ label: 'read again', points: bySize }],
  },
  {
    name: 'growth-history',
    kind: 'lines',
    title: 'What a revision costs, by how many came before it',
    unit: 'ms of the processor a check that commits',
    across: 'revisions of the article',
    lines: [{ label: 'committed', points: byHistory }],
  },
];
for (const chart of charts) {
  if (chart.kind !== 'lines') continue;
  console.log(`\n${chart.title} (${chart.unit})`);
  for (const { label, points } of chart.lines)
    console.log(`  ${label.padEnd(28)} ${points.map(([x, y]) => `${x}: ${y.toFixed(2)}`).join('   ')}`);
}

/** How much dearer the last is than the one before a hundredfold (or the first). */
const grown = (what: string, points: Points, aim?: Figure['aim']): Figure => {
  const [last, first] = [points.at(-1), points.at(1) ?? points[0]];
  const ours = last === undefined || first === undefined ? 0 : last[1] / first[1];
  return {
    what: `${what}: ${last?.[0]} against ${first?.[0]}`,
    unit: '×',
    ours,
    ...(aim === undefined ? {} : { aim }),
  };
};
writeFindings(values.figures, {
  figures: [
    grown('not modified, articles', unmodified, { most: 1.5 }),
    grown('changed, articles', changed, { most: 1.5 }),
    grown('one publication, articles', inOne),
    grown('read again, kilobytes', bySize),
    grown('committed, revisions', byHistory, { most: 1.5 }),
  ],
  charts,
});
