/**
 * Refetch noise on real pages: how many mutated fetches give other blocks than the page itself.
 *
 *   node tests/bench/extraction-noise.ts FOLDER… [--rounds N] [--show] [--figures FILE]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { decodePage } from '../../lib/extract/charset.ts';
import { extractArticle } from '../../lib/extract/index.ts';
import { writeFindings } from './figures.ts';
import { addNoise, MUTATIONS, seededRandom, type Mutation } from '../extract/noise.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '1' },
    show: { type: 'boolean', default: false },
    figures: { type: 'string' },
  },
});

const url = 'https://news.example/2025/11/26/story';
const read = (body: string): string => {
  const outcome = extractArticle({ url, body });
  if (outcome.kind !== 'extracted') return outcome.kind;
  const { headline, standfirst, blocks } = outcome.article;
  return [headline, standfirst ?? '', ...blocks.map(({ kind, text }) => `${kind}: ${text}`)].join('\n');
};

const mixed: Mutation = (html, random) => addNoise(html, random, 6);
const changed = new Map<string, number>();
let pages = 0;
let fetches = 0;
for (const folder of positionals) {
  for (const file of readdirSync(join(folder, 'pages'))) {
    const html = decodePage(gunzipSync(readFileSync(join(folder, 'pages', file))));
    const before = read(html);
    pages++;
    for (const [name, mutate] of [...Object.entries(MUTATIONS), ['six of them', mixed] as const]) {
      for (let round = 0; round < Number(values.rounds); round++) {
        const after = read(mutate(html, seededRandom(pages * 1000 + round)));
        fetches++;
        if (after === before) continue;
        changed.set(name, (changed.get(name) ?? 0) + 1);
        if (values.show) show(name, file, before, after);
      }
    }
  }
}
for (const [name, count] of [...changed].sort((a, b) => b[1] - a[1]))
  console.log(`  ${String(count).padStart(5)}  ${name}`);
const all = [...changed.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `${pages} pages, ${fetches} mutated fetches, ${all} with other blocks (${((all / fetches) * 100).toFixed(2)} %)`,
);
writeFindings(values.figures, {
  figures: [
    {
      what: `other blocks, of ${fetches} fetches with noise`,
      unit: '%',
      ours: (100 * all) / Math.max(1, fetches),
      aim: { most: 0.5 },
    },
  ],
});

function show(name: string, file: string, before: string, after: string): void {
  const had = new Set(before.split('\n'));
  const has = new Set(after.split('\n'));
  console.log(`${name} · ${file}`);
  for (const line of had) if (!has.has(line)) console.log(`  - ${line.slice(0, 140)}`);
  for (const line of has) if (!had.has(line)) console.log(`  + ${line.slice(0, 140)}`);
}
