/** That every bench runs: quickly, on the project's own fixtures. What it measures is for docs/measurements.md. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BENCHES } from './benches.ts';

type Results = {
  readonly machine: { readonly cores: number };
  readonly versions: Readonly<Record<string, string>>;
  readonly benches: Readonly<Record<string, { readonly figures: readonly { readonly ours: number | null }[] }>>;
};

const out = mkdtempSync(join(tmpdir(), 'stop-press-bench-'));
let table = '';
let results: Results;

beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['tests/bench/run.ts', '--quick', '--out', out], {
    maxBuffer: 2 ** 26,
  });
  table = stdout;
  results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Results;
}, 600_000);
afterAll(() => rmSync(out, { recursive: true }));

test('it says on what machine and with which versions', () => {
  expect(results.machine.cores).toBeGreaterThan(0);
  expect(results.versions).toHaveProperty('cheerio');
  expect(table).toMatch(/\d+ of \d+ aims met, \d+ missed\./);
});

test.each(Object.keys(BENCHES))('the bench %s finds figures', (name) => {
  const figures = results.benches[name]?.figures ?? [];
  expect(figures.length).toBeGreaterThan(0);
  for (const { ours } of figures) expect(ours).toBeTypeOf('number');
});

test.each(['extraction', 'told'])('the chart of %s is a drawing with a title', (name) => {
  const svg = readFileSync(join(out, `${name}.svg`), 'utf8');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* role="img">\n<title>/);
  expect(svg).not.toContain('NaN');
});
