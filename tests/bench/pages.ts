/**
 * What pages cost: one revision of a 3,000-word article, and a report over many articles, on texts made for it.
 * `node --expose-gc tests/bench/pages.ts [--articles 1000] [--figures FILE]` prints the figures of docs/measurements.md ("Pages and reports").
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFolderStore } from '../../lib/adapters/folder.ts';
import type { Article } from '../../lib/article.ts';
import { compareArticles, redline } from '../../lib/compare/index.ts';
import { createLedger } from '../../lib/record/index.ts';
import { renderRevisionPage } from '../../lib/render/pages/index.ts';
import { createArchive, writeReport } from '../../lib/render/site/index.ts';
import { writeFindings, type Figure } from './figures.ts';
import { article, ferryView, textRevision } from '../pages/examples.ts';

const PARAGRAPH_WORDS = 50;
const { values } = parseArgs({
  options: { articles: { type: 'string', default: '1000' }, figures: { type: 'string' } },
});
const articles = Number(values.articles);
const figures: Figure[] = [];
const REVISIONS = 5;

/** The same sentence never twice: figures and names come from the numbers of story, version and place. */
function story(id: number, version: number, words: number): Article {
  const blocks = Array.from({ length: Math.round(words / PARAGRAPH_WORDS) }, (_, index) => {
    const changes = (index * 7 + id) % 9 === version % 9;
    const toll = changes ? 10 + version : 10;
    return [
      `In district ${index} of town ${id} the water rose ${toll} centimetres overnight and the crews of ward ${index + 2} carried sandbags along the quay.`,
      `“We have ${changes ? 'little' : 'enough'} time,” said the warden of lock ${index + id}, who had not slept since the bell of pier ${index * 3}.`,
    ].join(' ');
  });
  return article(`Flood in town ${id} closes ${100 + version} streets`, blocks);
}

function oneRevision(): void {
  const [before, after] = [story(1, 0, 3_000), story(1, 1, 3_000)];
  const comparison = compareArticles(before, after);
  const times: number[] = [];
  let cpu = process.cpuUsage();
  let bytes = 0;
  let rendering = 0;
  for (let round = 0; round < 60; round += 1) {
    const start = performance.now();
    const rows = redline(before, after, comparison);
    const drawn = performance.now();
    bytes = Buffer.byteLength(
      renderRevisionPage(ferryView({ before, after, comparison, rows, headline: after.headline })),
    );
    if (round === 19) cpu = process.cpuUsage();
    if (round >= 20) {
      times.push(performance.now() - start);
      rendering += performance.now() - drawn;
    }
  }
  times.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(cpu);
  figures.push(
    {
      what: 'a revision of 3,000 words, its redline too',
      unit: 'ms CPU',
      ours: (user + system) / 40_000,
      aim: { most: 20 },
    },
    { what: '… its size', unit: 'KB', ours: bytes / 1024, aim: { most: 60 } },
  );
  console.log(
    `one revision of 3,000 words, ${comparison.changes.length} changes: median ${times[20]?.toFixed(1)} ms with its redline, ${(rendering / 40).toFixed(1)} ms without (mean); ${((user + system) / 40_000).toFixed(1)} ms of the processor; ${(bytes / 1024).toFixed(1)} KB`,
  );
}

async function report(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'stop-press-bench-'));
  const store = createFolderStore(join(root, 'store'));
  const ledger = createLedger({ ledger: store, state: store });
  const archive = createArchive({ ledger: store, state: store });
  const commit = async (id: number, number: number): Promise<void> => {
    const [before, after] = [story(id, number - 1, 600), story(id, number, 600)];
    await ledger.commit(`town-${id % 20}-${id}`, number - 1, (tail) =>
      Promise.resolve({
        revision: textRevision(number, {
          articleId: `town-${id % 20}-${id}`,
          publication: `town-${id % 20}`,
          publicationName: `Town Crier ${id % 20}`,
          previousHash: tail?.hash ?? null,
          fetchedAt: new Date(Date.UTC(2025, 10, 1, 0, id) + number * 3_600_000).toISOString(),
          snapshot: { article: after, readingVersion: '1', fingerprint: `${id}-${number}` },
          comparison: number === 1 ? null : compareArticles(before, after),
        }),
        pageBytes: null,
      }),
    );
  };
  for (let id = 0; id < articles; id += 1)
    for (let number = 1; number <= REVISIONS; number += 1) await commit(id, number);

  const site = join(root, 'site');
  const run = async (name: string): Promise<void> => {
    const start = performance.now();
    const cpu = process.cpuUsage();
    let pages = 0;
    const memory: number[] = [];
    const ports = {
      archive,
      readAgain: () => Promise.resolve(null),
      read: (path: string) => readFile(join(site, path), 'utf8').catch(() => null),
      write: async (path: string, text: string) => {
        await mkdir(dirname(join(site, path)), { recursive: true });
        await writeFile(join(site, path), text);
      },
    };
    const facts = { now: '2025-11-28T12:00:00.000Z', publications: [], beats: [] };
    for await (const step of writeReport(ports, facts, { base: null, authority: 'bench.example' })) {
      pages += step.pages;
      if (step.done % Math.ceil(articles / 10) === 0) {
        globalThis.gc?.();
        memory.push(Math.round(process.memoryUsage().heapUsed / 2 ** 20));
      }
    }
    const seconds = (process.cpuUsage(cpu).user + process.cpuUsage(cpu).system) / 1e6;
    figures.push({ what: `${name}, ${articles} articles`, unit: 's CPU', ours: seconds });
    console.log(
      `${name}: ${articles} articles, ${articles * REVISIONS} revisions: ${((performance.now() - start) / 1000).toFixed(1)} s, of the processor ${seconds.toFixed(1)} s; ${pages} pages, heap by tenths ${memory.join(' ')} MB, RSS peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    );
  };
  await run('report');
  await run('report again, nothing changed');
  for (let id = 0; id < 5; id += 1) await commit(id, REVISIONS + 1);
  await run('report again, five articles changed');
  await rm(root, { recursive: true });
}

oneRevision();
await report();
writeFindings(values.figures, { figures });
