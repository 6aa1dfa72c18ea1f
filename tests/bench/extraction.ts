/**
 * Measures extraction on folders in the benchmarks' format (`gold.jsonl`, `pages/<id>.html.gz`):
 *
 *   node tests/bench/extraction.ts FOLDER… [--worst N] [--page ID] [--json FILE] [--time] [--peers] [--figures FILE]
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio/slim';
import { articleText } from '../../lib/article.ts';
import { extractArticle } from '../../lib/extract/index.ts';
import { writeFindings, type Chart, type Figure } from './figures.ts';
import {
  averageScores,
  letters,
  mean,
  scoreNames,
  scoreText,
  type Averages,
  type Shingles,
} from './extraction-score.ts';

type Gold = {
  readonly id: string;
  readonly url: string;
  readonly text: string;
  readonly headline?: string | null;
  readonly byline?: readonly string[] | null;
  readonly publishedAt?: string | null;
  readonly standfirst?: readonly string[] | null;
};

/** What an extractor makes of a page; nothing where it finds no article. */
export type Reading = {
  readonly text: string;
  readonly headline: string | null;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
};

export type Extractor = (page: {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly standfirst: boolean;
}) => Reading | null | Promise<Reading | null>;

type PageScore = {
  readonly id: string;
  readonly host: string;
  readonly score: Shingles;
  readonly empty: boolean;
  readonly headline: boolean | null;
  readonly published: boolean | null;
  readonly byline: number | null;
  readonly ms: number;
  readonly parseMs: number;
};

const ours: Extractor = ({ url, bytes, standfirst }) => {
  const outcome = extractArticle({ url, body: bytes });
  if (outcome.kind !== 'extracted') return null;
  const { article } = outcome;
  return {
    text: articleText(article, { standfirst }),
    headline: article.headline,
    byline: article.byline,
    publishedAt: article.publishedAt,
  };
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    worst: { type: 'string', default: '10' },
    page: { type: 'string' },
    json: { type: 'string' },
    time: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    figures: { type: 'string' },
  },
});

const report: Record<string, unknown> = {};
const summaries = new Map<string, Map<string, Summary>>();
for (const folder of positionals) {
  const set = basename(folder);
  const records = readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Gold);
  const chosen = values.page === undefined ? records : records.filter(({ id }) => id.includes(values.page ?? ''));
  const extractors: [string, Extractor][] = [['stop-press', ours], ...(values.peers ? await loadPeers() : [])];
  for (const [name, extractor] of extractors) {
    const pages: PageScore[] = [];
    for (const gold of chosen) pages.push(await measure(folder, gold, extractor));
    print(`${set} · ${name}`, pages);
    summaries.set(set, (summaries.get(set) ?? new Map<string, Summary>()).set(name, summary(pages)));
    report[`${set}/${name}`] = { all: summary(pages), halves: halves(pages).map(summary), pages };
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
writeFindings(values.figures, { figures: [...summaries].flatMap(figuresOf), charts: [chartOf(summaries)] });

function figuresOf([set, byName]: readonly [string, ReadonlyMap<string, Summary>]): readonly Figure[] {
  const of = (what: string, unit: string, read: (one: Summary) => number | null, aim?: Figure['aim']): Figure[] => {
    const byPeer = new Map([...byName].map(([name, one]) => [name, read(one)]));
    const own = byPeer.get('stop-press') ?? null;
    byPeer.delete('stop-press');
    const peers = Object.fromEntries([...byPeer].filter((pair): pair is [string, number] => pair[1] !== null));
    return own === null
      ? []
      : [{ what: `${what}, ${set}`, unit, ours: own, peers, ...(aim === undefined ? {} : { aim }) }];
  };
  const percentage = (share: number | null): number | null => (share === null ? null : 100 * share);
  return [
    ...of('F1', '', ({ f1 }) => f1, { least: set === 'scrapinghub' ? 0.975 : 0.955 }),
    ...of('headline exact', '%', ({ headline }) => percentage(headline), { least: 90 }),
    ...of('published to the second', '%', ({ published }) => percentage(published), { least: 95 }),
    ...of('byline F1', '', ({ byline }) => byline, { least: 0.9 }),
    ...of('nothing read', 'pages', ({ empty }) => empty, { most: 0 }),
    ...(values.time ? of('a page, median', 'ms', ({ medianMs }) => medianMs) : []),
  ];
}

function chartOf(sets: ReadonlyMap<string, ReadonlyMap<string, Summary>>): Chart {
  return {
    name: 'extraction',
    kind: 'bars',
    title: 'Body text of real news pages, F1',
    unit: '',
    groups: [...sets].map(([label, byName]) => ({
      label,
      values: Object.fromEntries(
        [...byName].map(([name, { f1 }]) => [name === 'stop-press' ? 'Stop Press' : name, f1]),
      ),
    })),
  };
}

/** The peers have a lock file and a `node_modules` of their own, so they are named by a path the type checker does not follow. */
async function loadPeers(): Promise<readonly [string, Extractor][]> {
  const path = new URL('./peers/peers.ts', import.meta.url).href;
  const { peers } = (await import(path)) as { peers: readonly [string, Extractor][] };
  return peers;
}

async function measure(folder: string, gold: Gold, extractor: Extractor): Promise<PageScore> {
  const bytes = gunzipSync(readFileSync(join(folder, 'pages', `${gold.id}.html.gz`)));
  const standfirst = basename(folder).startsWith('fundus');
  const url = /^https?:/u.test(gold.url) ? gold.url : `https://${gold.url}`;
  const reading = await read(extractor, { url, bytes, standfirst });
  const { ms, parseMs } = values.time ? await timings(extractor, { url, bytes, standfirst }) : { ms: 0, parseMs: 0 };
  const predicted = reading?.text ?? '';
  return {
    id: gold.id,
    host: new URL(url).hostname,
    score: scoreText(gold.text, predicted),
    empty: predicted.trim() === '',
    headline: gold.headline ? letters(gold.headline) === letters(reading?.headline ?? '') : null,
    published: gold.publishedAt ? sameSecond(gold.publishedAt, reading?.publishedAt ?? null) : null,
    byline: gold.byline === undefined ? null : scoreNames(gold.byline ?? [], reading?.byline ?? []),
    ms,
    parseMs,
  };
}

/** Peers throw on some pages; that is an empty reading. */
async function read(extractor: Extractor, page: Parameters<Extractor>[0]): Promise<Reading | null> {
  try {
    return await extractor(page);
  } catch (error) {
    if (extractor === ours) throw error;
    return null;
  }
}

/** The best of three runs each, the page decoded for the bare parse as it is for ours. */
async function timings(extractor: Extractor, page: Parameters<Extractor>[0]): Promise<{ ms: number; parseMs: number }> {
  let ms = Infinity;
  let parseMs = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    await read(extractor, page);
    ms = Math.min(ms, performance.now() - start);
    const parseStart = performance.now();
    load(new TextDecoder().decode(page.bytes));
    parseMs = Math.min(parseMs, performance.now() - parseStart);
  }
  return { ms, parseMs };
}

function sameSecond(gold: string, predicted: string | null): boolean {
  if (predicted === null) return false;
  return Math.floor(Date.parse(gold.replace(' ', 'T')) / 1000) === Math.floor(Date.parse(predicted) / 1000);
}

/** Publishers fall into two halves by a hash of their host name, so that a rule fitted to one shows in the other. */
function halves(pages: readonly PageScore[]): readonly [readonly PageScore[], readonly PageScore[]] {
  const isFirst = ({ host }: PageScore): boolean => (createHash('sha256').update(host).digest()[0] ?? 0) % 2 === 0;
  return [pages.filter(isFirst), pages.filter((page) => !isFirst(page))];
}

type Summary = Averages & {
  readonly pages: number;
  readonly empty: number;
  readonly headline: number | null;
  readonly published: number | null;
  readonly byline: number | null;
  readonly medianMs: number;
  readonly medianRatio: number;
};

function summary(pages: readonly PageScore[]): Summary {
  const known = <T>(read: (page: PageScore) => T | null): readonly T[] =>
    pages.map(read).filter((value) => value !== null);
  const share = (flags: readonly boolean[]): number | null => (flags.length === 0 ? null : mean(flags.map(Number)));
  const names = known(({ byline }) => byline);
  return {
    ...averageScores(pages.map(({ score }) => score)),
    pages: pages.length,
    empty: pages.filter(({ empty }) => empty).length,
    headline: share(known(({ headline }) => headline)),
    published: share(known(({ published }) => published)),
    byline: names.length === 0 ? null : mean(names),
    medianMs: median(pages.map(({ ms }) => ms)),
    medianRatio: median(pages.map(({ ms, parseMs }) => ms / parseMs)),
  };
}

function print(title: string, pages: readonly PageScore[]): void {
  const [first, second] = halves(pages);
  console.log(`\n${title}`);
  console.log('  half     pages  F1      P       R       empty  headline  time    byline   ms     × parse');
  for (const [name, part] of [
    ['all', pages],
    ['first', first],
    ['second', second],
  ] as const) {
    const { f1, precision, recall, empty, headline, published, byline, medianMs, medianRatio } = summary(part);
    const time = values.time ? `${medianMs.toFixed(2)}  ${medianRatio.toFixed(2)}` : '–     –';
    console.log(
      `  ${name.padEnd(8)} ${String(part.length).padEnd(6)} ${f1.toFixed(4)}  ${precision.toFixed(4)}  ${recall.toFixed(4)}  ${String(empty).padEnd(6)} ` +
        `${percent(headline)}  ${percent(published)}  ${byline === null ? '–     ' : byline.toFixed(3)}  ${time}`,
    );
  }
  const lost = ({ score }: PageScore): number => 1 - score.tp;
  for (const page of [...pages].sort((a, b) => lost(b) - lost(a)).slice(0, Number(values.worst))) {
    const { tp, fp, fn } = page.score;
    console.log(
      `  ${page.id.slice(0, 40).padEnd(41)} tp ${tp.toFixed(2)} fp ${fp.toFixed(2)} fn ${fn.toFixed(2)}  ${page.host}`,
    );
  }
}

function percent(value: number | null): string {
  return (value === null ? '–     ' : `${(value * 100).toFixed(1)} %`).padEnd(8);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
