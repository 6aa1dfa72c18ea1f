/**
 * Bundle size and import time of each function: `node tests/bench/cold-start.ts [--runs 7] [--figures FILE]`. A cold start is Lambda's own part, which is not
 * seen here, and this one. Times are of fresh processes, each less the time an empty module takes; processor time, which
 * a busy machine does not lengthen, so that it may be compared between days.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleFunction } from '../../cdk/bundle.ts';
import { watchlistSchema } from '../../lib/watchlist.ts';
import { writeFindings, type Figure } from './figures.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' }, figures: { type: 'string' } } });
const RUNS = Number(values.runs);
const AIMS = {
  dispatch: { kilobytes: 550, importMs: 150 },
  visit: { kilobytes: 1_100, importMs: 150 },
  notify: { kilobytes: 550, importMs: 150 },
  sweep: { kilobytes: 550, importMs: 150 },
} as const;

const watchlist = watchlistSchema.parse({
  version: 1,
  operator: { contact: 'desk@stop-press.example' },
  publications: { gazette: { name: 'The Harbour Gazette', feeds: ['https://gazette.example/feed.xml'] } },
});

const folder = mkdtempSync(join(tmpdir(), 'stop-press-cold-start-'));
const empty = join(folder, 'empty.mjs');
writeFileSync(empty, '');
const baseMs = importMs(empty);
console.log(`median of ${RUNS} fresh processes, Node ${process.versions.node}\n`);
console.log('function    size kB (aim)    import ms (aim)');
const figures: Figure[] = [];
for (const [name, aim] of Object.entries(AIMS)) {
  const bundle = join(bundleFunction(name as keyof typeof AIMS, watchlist, join(folder, name)), 'index.mjs');
  const kilobytes = Math.round(statSync(bundle).size / 1000);
  const ms = Math.max(0, Math.round(importMs(bundle) - baseMs));
  figures.push(
    { what: `${name}: bundle`, unit: 'kB', ours: kilobytes, aim: { most: aim.kilobytes } },
    { what: `${name}: import`, unit: 'ms CPU', ours: ms, aim: { most: aim.importMs } },
  );
  console.log(
    `${name.padEnd(9)} ${String(kilobytes).padStart(9)} (${aim.kilobytes}) ${String(ms).padStart(15)} (${aim.importMs})`,
  );
}
rmSync(folder, { recursive: true });
writeFindings(values.figures, { figures });

function importMs(module: string): number {
  const url = pathToFileURL(module).href;
  const script = `const from = process.cpuUsage(); await import(${JSON.stringify(url)}); const { user, system } = process.cpuUsage(from); console.log((user + system) / 1000);`;
  const times = Array.from({ length: RUNS }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return Number(stdout);
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}
