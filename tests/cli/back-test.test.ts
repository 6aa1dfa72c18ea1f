import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  expect(out).toMatch(/ {2}World desk +\d+ +\d+ +\d+\.\d +\d+ on 2026-03-1\d\n/);
  expect(out).toContain('  Recorded, and nobody told: 1 seen for the first time');
  expect(out.replaceAll(/\s+/g, ' ')).toContain(
    'No revision: 2 another page around the same article, 3 could not be read (missing)',
  );
});

test('counted again into the same store, it is counted whole', async () => {
  const again = await cli(['replay', PAGES, '-w', DEMO, '--store', 'one'], { cwd: folder });
  expect(again.out).toContain('12 seen before. 0 e-mails, 0 texts');
  expect(again.out).toMatch(/ {2}World desk +[1-9]\d* +[1-9]/);
});

test('articles that the watchlist does not follow are left out, by name', async () => {
  const { code, out, log } = await cli(['replay', join(PAGES, '..'), '-w', DEMO, '--store', 'six'], { cwd: folder });
  expect(code).toBe(0);
  expect(out).toContain('2 articles, 17 fetches');
  expect(log).toContain('left out, of no publication in');
  expect(log).toContain('cannery-fire');
});

test('what was owed and came to nothing is counted with the reason', async () => {
  // There and back and there again, an hour apart: what was taken back is not told.
  const pages = ['001-first-sighting', '003-toll-rises', '001-first-sighting', '003-toll-rises'];
  for (const [i, name] of pages.entries()) cpSync(join(PAGES, `${name}.html`), join(folder, `${i}.html`));
  const { out } = await cli(['replay', ...pages.map((_, i) => `${i}.html`), '-w', DEMO, '--store', 'seven'], {
    cwd: folder,
  });
  expect(out).toMatch(/Owed, and held back: \d+ /);
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
