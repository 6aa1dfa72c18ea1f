import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'stop-press-back-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const PAGES = join(process.cwd(), 'tests/fixtures/series/dam-talks');
const DEMO = join(process.cwd(), 'demo/watchlist.yaml');

writeFileSync(
  join(folder, 'quiet.yaml'),
  `version: 1
operator: { contact: a@b.example }
publications:
  harbour: { name: Harbour, sections: ['https://harbour-ledger.example/'] }
editions:
  withdrawn: { name: Withdrawn, kinds: [availability], subscribers: { email: [a@b.example] } }
`,
);
writeFileSync(
  join(folder, 'labels.json'),
  JSON.stringify({
    'dam-talks/002-comments-and-adverts': false,
    'dam-talks/006-sidebar-redesigned': false,
    'dam-talks/008-correction-appears': ['correction'],
    'dam-talks/011-missing-again': true,
  }),
);

test('a replay by a watchlist counts what each edition gets, and what nobody is told and why', async () => {
  const { out } = await cli(['replay', PAGES, '-w', DEMO, '--store', 'one'], { cwd: folder });
  expect(out).toMatch(/demo\/watchlist\.yaml: 1 article, 12 fetches, 1 day\n/);
  expect(out).toMatch(/ {2}World desk +\d+ +\d+ +\d+\.\d +\d+\n/);
  expect(out).toContain('Recorded, and nobody told: 1 first-sighting');
  expect(out).toContain('No revision: 2 same-text, 3 could not be read (missing)');
});

test('against another watchlist it says where the two differ', async () => {
  const { out } = await cli(['replay', PAGES, '-w', DEMO, '--against', 'quiet.yaml', '--store', 'two'], {
    cwd: folder,
  });
  expect(out).toMatch(/quiet\.yaml: 1 article/);
  expect(out).toMatch(/watchlist\.yaml alone: [3-9]\n/);
  expect(out).toContain('  dam-talks/003-toll-rises\n');
  expect(out).toContain('Told by quiet.yaml alone: nothing');
});

test('with labels it gives precision and recall', async () => {
  const told = await cli(['replay', PAGES, '-w', DEMO, '--labels', 'labels.json', '--store', 'three'], { cwd: folder });
  expect(told.out).toContain('Of 4 labelled fetches: precision 100.0 %, recall 100.0 %');
  const quiet = await cli(['replay', PAGES, '-w', 'quiet.yaml', '--labels', 'labels.json', '--store', 'four'], {
    cwd: folder,
  });
  expect(quiet.out).toContain(
    'Of 4 labelled fetches: precision 100.0 %, recall 50.0 %\n  missed       dam-talks/008-correction-appears',
  );
});

test('labels of another shape are refused in one line', async () => {
  writeFileSync(join(folder, 'bad.json'), '{"dam-talks/002": "no"}');
  const { code, log } = await cli(['replay', PAGES, '--labels', 'bad.json', '--store', 'five'], { cwd: folder });
  expect(log).toBe('stop-press: bad.json: dam-talks/002: write true, false, or a list of kinds of change\n');
  expect(code).toBe(1);
});
