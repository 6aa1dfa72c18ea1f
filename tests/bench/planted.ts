/**
 * Measures comparison on edits planted in real pages, in the benchmarks' format (`gold.jsonl`, `pages/<id>.html.gz`):
 *
 *   node tests/bench/planted.ts FOLDER… [--every N] [--seed N] [--show] [--json FILE] [--figures FILE]
 *
 * Found: alerted at all, or told at all where it should be cosmetic. Named: the expected kind is the kind of a change or inside
 * one. Alone: nothing else was said. Weighed: as severe as the policy has it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { isAtLeast } from '../../lib/change.ts';
import { compareArticles } from '../../lib/compare/index.ts';
import { extractArticle } from '../../lib/extract/index.ts';
import { writeFindings } from './figures.ts';
import { plantEdits, type PlantedEdit } from '../compare/planted-edits.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    show: { type: 'boolean', default: false },
    json: { type: 'string' },
    figures: { type: 'string' },
  },
});

type Tally = { planted: number; found: number; named: number; alone: number; weighed: number };
const tallies = new Map<string, Tally>();
let pages = 0;

for (const folder of positionals) {
  const records = readFileSync(join(folder, 'gold.jsonl'), 'utf8').trim().split('\n');
  for (const [index, line] of records.entries()) {
    if (index % Number(values.every) !== 0) continue;
    const { id, url }: { id: string; url: string } = JSON.parse(line);
    const outcome = extractArticle({ url, body: gunzipSync(readFileSync(join(folder, 'pages', `${id}.html.gz`))) });
    if (outcome.kind !== 'extracted') continue;
    pages += 1;
    for (const edit of plantEdits(outcome.article, Number(values.seed) * 1000 + index)) {
      const { changes } = compareArticles(outcome.article, edit.after);
      const least = edit.severities?.includes('cosmetic') === true ? 'cosmetic' : 'minor';
      const alerted = changes.filter((change) => isAtLeast(change.severity, least));
      const naming = alerted.filter((change) =>
        [change.kind, ...change.also].some((kind) => edit.expected.includes(kind)),
      );
      const isNamed = naming.length > 0;
      const isWeighed = naming.some(({ severity }) => edit.severities?.includes(severity) ?? true);
      tally(edit, { found: alerted.length > 0, named: isNamed, alone: alerted.length === 1, weighed: isWeighed });
      if (values.show && !(isNamed && isWeighed && alerted.length === 1))
        console.log(
          `${id} ${edit.name}: ${edit.said}\n      ${alerted.map((c) => `${c.severity} ${c.kind} [${c.rule}] ${c.also.join('+')}`).join('; ') || 'nothing'}`,
        );
    }
  }
}
report();
const sum = tallies.get('all') ?? { planted: 0, found: 0, named: 0, alone: 0, weighed: 0 };
const shareOf = (part: number): number => (100 * part) / Math.max(1, sum.planted);
writeFindings(values.figures, {
  figures: [
    { what: `found, of ${sum.planted} planted edits`, unit: '%', ours: shareOf(sum.found), aim: { least: 99.5 } },
    { what: 'named rightly', unit: '%', ours: shareOf(sum.named), aim: { least: 97 } },
    { what: 'nothing else said', unit: '%', ours: shareOf(sum.alone), aim: { least: 95 } },
    { what: 'as severe as the policy has it', unit: '%', ours: shareOf(sum.weighed) },
  ],
});

function tally(edit: PlantedEdit, seen: { found: boolean; named: boolean; alone: boolean; weighed: boolean }): void {
  for (const name of [edit.name, 'all']) {
    const sum = tallies.get(name) ?? { planted: 0, found: 0, named: 0, alone: 0, weighed: 0 };
    sum.planted += 1;
    if (seen.found) sum.found += 1;
    if (seen.named) sum.named += 1;
    if (seen.alone) sum.alone += 1;
    if (seen.weighed) sum.weighed += 1;
    tallies.set(name, sum);
  }
}

function report(): void {
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`.padStart(8);
  console.log(`\n${pages} pages, seed ${values.seed}`);
  console.log(`${'edit'.padEnd(36)}  planted    found    named    alone  weighed`);
  for (const [name, { planted, found, named, alone, weighed }] of [...tallies].sort(
    ([a], [b]) => Number(a === 'all') - Number(b === 'all'),
  ))
    console.log(
      `${name.padEnd(36)} ${String(planted).padStart(8)} ${share(found, planted)} ${share(named, planted)} ${share(alone, planted)} ${share(weighed, planted)}`,
    );
  if (values.json !== undefined)
    writeFileSync(values.json, JSON.stringify({ pages, seed: values.seed, ...Object.fromEntries(tallies) }, null, 1));
}
