/**
 * `npm run bench`: every bench, or those named, one after the other; one table at the end, the same as JSON, and the charts of the docs.
 *
 *   npm run bench -- [NAME…] [--benchmarks DIR] [--quick] [--out DIR]
 *
 * `--benchmarks` holds the data sets (`fundus/`, `scrapinghub/`, `revisions/`, `sentences.json`; docs/measurements.md says where they are from).
 * Without it the project's own fixtures stand in, which show that a bench works and measure little. `--quick` makes the long ones short, for
 * CI. Peers are measured where they are installed: `npm ci --prefix tests/bench/peers`. Exits with 1 where a bench failed; a missed aim is no failure.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES, type Bench, type Sets } from './benches.ts';
import { drawChart } from './chart.ts';
import { isMet, type Figure, type Findings } from './figures.ts';
import { writeOwnSets } from './own-sets.ts';

const FOLDER = import.meta.dirname;
const ROOT = join(FOLDER, '../..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    benchmarks: { type: 'string' },
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'bench-output' },
  },
});
const unknown = positionals.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}

const own = mkdtempSync(join(tmpdir(), 'stop-press-bench-'));
if (values.benchmarks === undefined) writeOwnSets(own);
const sets = setsIn(values.benchmarks === undefined ? own : resolve(values.benchmarks));
const withPeers = existsSync(join(FOLDER, 'peers/node_modules'));
if (!withPeers) console.log('Peers are left out: npm ci --prefix tests/bench/peers installs them.\n');

const names = positionals.length === 0 ? Object.keys(BENCHES) : positionals;
const found = new Map<string, Findings & { readonly seconds: number }>();
const failed: string[] = [];
for (const name of names) {
  const bench = BENCHES[name];
  if (bench === undefined) continue;
  console.log(`\n── ${bench.title} (${name})\n`);
  const started = performance.now();
  const findings = runBench(bench);
  if (findings === null) failed.push(name);
  else found.set(name, { ...findings, seconds: Math.round((performance.now() - started) / 100) / 10 });
}
rmSync(own, { recursive: true });

const about = aboutThisRun();
mkdirSync(values.out, { recursive: true });
const results = join(values.out, 'results.json');
writeFileSync(results, `${JSON.stringify({ ...about, benches: Object.fromEntries(found) }, null, 1)}\n`);
const charts = [...found.values()].flatMap((findings) => findings.charts ?? []);
const note = `Stop Press ${about.commit}, ${about.at.slice(0, 10)}, ${about.data}`;
for (const chart of charts) writeFileSync(join(values.out, `${chart.name}.svg`), drawChart(chart, note));
printTable();
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

function setsIn(folder: string): Sets {
  const sets = {
    fundus: join(folder, 'fundus'),
    scrapinghub: join(folder, 'scrapinghub'),
    revisions: join(folder, 'revisions'),
    sentences: join(folder, 'sentences.json'),
  };
  const missing = Object.values(sets).filter((path) => !existsSync(path));
  if (missing.length > 0) {
    console.error(`--benchmarks: not there: ${missing.join(', ')}`);
    process.exit(2);
  }
  return sets;
}

/** Null where it ended badly; what it said stands above. */
function runBench({ script, args, nodeArgs = [] }: Bench): Findings | null {
  const file = join(own, 'findings.json');
  const line = [...nodeArgs, join(FOLDER, script), ...args(sets, values.quick, withPeers), '--figures', file];
  const { status } = spawnSync(process.execPath, line, { stdio: ['ignore', 'inherit', 'inherit'], cwd: ROOT });
  if (status !== 0 || !existsSync(file)) return null;
  const findings = JSON.parse(readFileSync(file, 'utf8')) as Findings;
  rmSync(file);
  return findings;
}

function aboutThisRun() {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  const isClone = existsSync(join(ROOT, '.git'));
  return {
    at: new Date().toISOString(),
    commit: isClone
      ? `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '+'}`
      : 'unknown',
    data: values.benchmarks === undefined ? 'own fixtures' : 'public benchmarks',
    quick: values.quick,
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model ?? 'unknown',
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      system: `${process.platform} ${release()}`,
      load: loadavg().map((load) => Math.round(load * 10) / 10),
    },
    versions: {
      node: process.versions.node,
      ...versionsIn(join(ROOT, 'package.json')),
      ...(withPeers ? versionsIn(join(FOLDER, 'peers/package.json')) : {}),
    },
  };
}

function versionsIn(file: string): Readonly<Record<string, string>> {
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly dependencies: Record<string, string> }).dependencies;
}

function printTable(): void {
  const { machine, versions, at, commit, data } = about;
  console.log(
    `\n\n${at.slice(0, 16)}Z · ${commit} · ${machine.cores} cores, ${machine.memoryGiB} GiB, load ${machine.load[0]} · Node ${versions.node} · ${data}\n`,
  );
  for (const [name, { figures, seconds }] of found) {
    console.log(`${BENCHES[name]?.title ?? name}  (${name}, ${seconds} s)`);
    for (const figure of figures) console.log(`  ${rowOf(figure)}`);
    console.log('');
  }
  const judged = [...found.values()].flatMap(({ figures }) => figures).filter((figure) => isMet(figure) !== null);
  const missed = judged.filter((figure) => isMet(figure) === false).length;
  console.log(
    `${judged.length - missed} of ${judged.length} aims met, ${missed} missed. ${results}, ${charts.length} charts.`,
  );
}

function rowOf(figure: Figure): string {
  const { what, unit, ours, aim, peers = {} } = figure;
  const met = isMet(figure);
  const wanted = aim === undefined ? '' : 'least' in aim ? `≥ ${aim.least}` : `≤ ${aim.most}`;
  const verdict = met === null ? '' : met ? 'met' : 'MISSED';
  const others = Object.entries(peers).map(([name, value]) => `${name} ${rounded(value)}`);
  return [
    what.padEnd(50),
    `${rounded(ours)} ${unit}`.trim().padStart(14),
    wanted.padStart(8),
    verdict.padEnd(7),
    others.join(' · '),
  ]
    .join('  ')
    .trimEnd();
}

function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 1 ? 3 : value < 100 ? 2 : 0);
}
