/**
 * How many checks a second a visit makes on loopback and what one costs, by what the server answers, with memory and store operations.
 *
 *     node --expose-gc tests/bench/visits.ts [--articles 1000] [--publications 100] [--page-bytes 60000] [--figures FILE]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { createHttpFetcher } from '../../lib/adapters/http.ts';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { politely } from '../../lib/fetch/index.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/instant.ts';
import type { Store } from '../../lib/store.ts';
import { visitPublication, type VisitPorts, type VisitSummary } from '../../lib/visit.ts';
import { watchlistSchema, type Watchlist } from '../../lib/watchlist.ts';
import { writeFindings, type Figure } from './figures.ts';
import { MODES, type Mode } from './visits-mode.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    publications: { type: 'string', default: '100' },
    'page-bytes': { type: 'string', default: '60000' },
    figures: { type: 'string' },
  },
});
const [articles, publications] = [Number(values.articles), Number(values.publications)];
const pageBytes = Number(values['page-bytes']);
/** Publications worked side by side, as one message of the queue holds them. */
const SIDE_BY_SIDE = 20;
const USER_AGENT = 'StopPress/bench (+mailto:bench@news.example)';

type Count = { get: number; list: number; put: number };

function counted(store: Store, count: Count): Store {
  return {
    get: (key) => ((count.get += 1), store.get(key)),
    list: (prefix, options) => ((count.list += 1), store.list(prefix, options)),
    putIfAbsent: (key, bytes) => ((count.put += 1), store.putIfAbsent(key, bytes)),
    putIfUnchanged: (key, bytes, version) => ((count.put += 1), store.putIfUnchanged(key, bytes, version)),
  };
}

const server = fork(new URL('visits-origin.ts', import.meta.url), [String(articles / publications), String(pageBytes)]);
const [port] = (await once(server, 'message')) as [number];
const origin = `http://127.0.0.1:${port}`;

const state: Count = { get: 0, list: 0, put: 0 };
const ledger: Count = { get: 0, list: 0, put: 0 };
const stores = { state: counted(createMemoryStore(), state), ledger: counted(createMemoryStore(), ledger) };
const watchlist = watchlistOf(publications);
let clock = Date.parse('2025-11-26T08:00:00Z');
const now = () => new Date(clock);
const fetchPage = createHttpFetcher({ userAgent: USER_AGENT, now, allowNonPublic: [origin] });

const ports: VisitPorts = {
  stores,
  openSite: ({ delay }, robots) => {
    const polite = politely(fetchPage, { delayMs: delay, robots, userAgent: USER_AGENT, sleep: async () => {}, now });
    return { fetchPage: polite, robots: polite.robots };
  },
  now,
  newPageToken: () => null,
  tellOperators: async () => {},
  onCheck: () => {},
};

console.log(
  `${articles} articles of ${publications} publications, pages of ${pageBytes} bytes, ${SIDE_BY_SIDE} side by side`,
);
console.log('round          checks  checks/s  CPU ms/check  state get/put  ledger get/list/put  RSS MB  heap MB');
const figures: Figure[] = [];
await round('first sighting', 'same-bytes');
for (const mode of MODES) await round(mode, mode);
server.kill();
writeFindings(values.figures, { figures });

async function round(name: string, mode: Mode): Promise<void> {
  await fetch(`${origin}/mode/${mode}`);
  for (const count of [state, ledger]) Object.assign(count, { get: 0, list: 0, put: 0 });
  clock += 70 * MINUTE_MS;
  const cpu = process.cpuUsage();
  const started = performance.now();
  const summaries = await visitAll();
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const { rss } = process.memoryUsage();
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;

  const checks = summaries.flatMap((summary) => Object.values(summary.checks)).reduce((sum, n) => sum + n, 0);
  const kinds = new Set(summaries.flatMap((summary) => Object.keys(summary.checks)));
  const cpuMs = (user + system) / 1_000 / checks;
  figures.push(
    { what: `${name}: checks a second`, unit: '', ours: checks / seconds },
    { what: `${name}: a check`, unit: 'ms CPU', ours: cpuMs },
    { what: `${name}: store operations a publication`, unit: '', ours: (state.get + state.put) / publications },
  );
  const columns = [
    name.padEnd(14),
    String(checks).padStart(6),
    (checks / seconds).toFixed(0).padStart(8),
    cpuMs.toFixed(2).padStart(12),
    `${state.get}/${state.put}`.padStart(13),
    `${ledger.get}/${ledger.list}/${ledger.put}`.padStart(19),
    (rss / 1e6).toFixed(0).padStart(6),
    (heap / 1e6).toFixed(0).padStart(7),
    [...kinds].join(','),
  ];
  console.log(columns.join('  '));
}

/** As the handlers do: publications side by side, each one request at a time. */
async function visitAll(): Promise<readonly VisitSummary[]> {
  const ids = Object.keys(watchlist.publications);
  const summaries: VisitSummary[] = [];
  const work = async () => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
      const request = {
        watchlist,
        publicationId: id,
        visit: `bench-${clock}`,
        deadline: new Date(clock + DAY_MS),
        tickMs: HOUR_MS,
      };
      summaries.push(await visitPublication(request, ports));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return summaries;
}

function watchlistOf(count: number): Watchlist {
  const ids = Array.from({ length: count }, (_, i) => `p${i}`);
  return watchlistSchema.parse({
    version: 1,
    operator: { contact: 'bench@news.example' },
    publications: Object.fromEntries(ids.map((id) => [id, { name: id, feeds: [`${origin}/${id}/feed`] }])),
  });
}
