/**
 * What a cold start loads, and how long that takes: `node tests/bench/cold-start.ts [--runs 10] [--figures FILE]`. Lambda's own part of a cold start is not seen here.
 * Times are of fresh processes, each less the time an empty module takes: processor time, which a busy machine does not lengthen much.
 * All functions take turns, and the least of a function's times counts, since everything that disturbs one only lengthens it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleFunction } from '../../cdk/bundle.ts';
import { watchlistSchema } from '../../lib/watchlist.ts';
import { bytesOf, loadedAtStart } from '../cdk/loaded-at-start.ts';
import { writeFindings, type Figure } from './figures.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10' }, figures: { type: 'string' } } });
const RUNS = Number(values.runs);
const AIMS = {
  dispatch: { kilobytes: 550, importMs: 150 },
  visit: { kilobytes: 1_100, importMs: 150 },
  notify: { kilobytes: 550, importMs: 150 },
  sweep: { kilobytes: 550, importMs: 150 },
} as const;
type Name = keyof typeof AIMS;
const NAMES = Object.keys(AIMS) as Name[];

const watchlist = watchlistSchema.parse({
  version: 1,
  operator: { contact: 'desk@stop-press.example' },
  publications: { gazette: { name: 'The Harbour Gazette', feeds: ['https://gazette.example/feed.xml'] } },
});

const folder = mkdtempSync(join(tmpdir(), 'stop-press-cold-start-'));
const empty = join(folder, 'empty.mjs');
writeFileSync(empty, '');
for (const name of NAMES) bundleFunction(name, watchlist, join(folder, name));

const least = new Map<string, number>();
const entryOf = (name: Name): string => join(folder, name, 'index.mjs');
for (let run = 0; run < RUNS; run += 1) {
  for (const module of [empty, ...NAMES.map(entryOf)]) {
    least.set(module, Math.min(least.get(module) ?? Infinity, importMs(module)));
  }
}

console.log(`least of ${RUNS} fresh processes, Node ${process.versions.node}\n`);
console.log('function     at start kB (aim)    later kB    import ms (aim)');
const figures: Figure[] = [];
for (const name of NAMES) {
  const { kilobytes, importMs } = AIMS[name];
  const all = readdirSync(join(folder, name)).filter((file) => file.endsWith('.mjs'));
  const atStart = bytesOf(loadedAtStart(join(folder, name)));
  const later = bytesOf(all.map((file) => join(folder, name, file))) - atStart;
  const ms = (least.get(entryOf(name)) ?? Number.NaN) - (least.get(empty) ?? Number.NaN);
  const columns = [
    name.padEnd(9),
    `${kilobytesOf(atStart)} (${kilobytes})`.padStart(20),
    kilobytesOf(later).padStart(11),
    `${Math.round(ms)} (${importMs})`.padStart(18),
  ];
  console.log(columns.join(' '));
  figures.push(
    { what: `${name}: loaded at start`, unit: 'kB', ours: Math.round(atStart / 1000), aim: { most: kilobytes } },
    { what: `${name}: import`, unit: 'ms CPU', ours: Math.round(ms), aim: { most: importMs } },
  );
}
rmSync(folder, { recursive: true });
writeFindings(values.figures, { figures });

function kilobytesOf(bytes: number): string {
  return String(Math.round(bytes / 1000));
}

/** With source maps on, as the stack has it. */
function importMs(module: string): number {
  const url = pathToFileURL(module).href;
  const script = `const from = process.cpuUsage(); await import(${JSON.stringify(url)}); const { user, system } = process.cpuUsage(from); console.log((user + system) / 1000);`;
  const flags = ['--enable-source-maps', '--input-type=module', '--eval', script];
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
