import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from './run-cli.ts';

const PAGES = 'tests/fixtures/series/dam-talks';
const folder = mkdtempSync(join(tmpdir(), 'stop-press-visit-'));
let server: Server;
let origin = '';
let shown = '001-first-sighting';

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/feed') {
      response.setHeader('content-type', 'application/rss+xml');
      return response.end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Ledger</title><item><title>Dam talks</title>
        <link>${origin}/2026/03/velmora-dam-talks-1</link><pubDate>Wed, 11 Mar 2026 17:42:00 GMT</pubDate></item></channel></rss>`,
      );
    }
    if (request.url === '/2026/03/velmora-dam-talks-1') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      // The page's own address is elsewhere: a local copy may not claim it.
      return response.end(
        readFileSync(join(PAGES, `${shown}.html`), 'utf8').replaceAll('https://harbour-ledger.example', origin),
      );
    }
    response.writeHead(404);
    return response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(
    join(folder, 'watchlist.yaml'),
    `version: 1
operator: { contact: desk@news.example }
publications:
  ledger: { name: Ledger, feeds: ['${origin}/feed'] }
editions:
  desk: { name: Desk, severity: minor, subscribers: { email: [a@b.example] } }
`,
  );
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const visit = (now: string) => cli(['visit', '--store', 'store'], { cwd: folder, allowNonPublic: [origin], now });

test('visit finds an article, records its change at a later visit, and writes the e-mail', async () => {
  const first = await visit('2026-03-11T18:05:00.000Z');
  expect(first.log).toContain('first sighting');
  expect(first.out).toBe('ledger: 1 found, 1 checked, 1 recorded\n0 messages written.\n');

  // In the same slot whatever the article's phase, which comes from its address and so from the port.
  const again = await visit('2026-03-11T18:05:00.000Z');
  expect(again.out).toBe('ledger: 0 found, 0 checked, 0 recorded\n0 messages written.\n');

  shown = '003-toll-rises';
  const later = await visit('2026-03-11T18:45:00.000Z');
  expect(later.log).toMatch(/^ledger .* revision 2 /);
  expect(later.out).toMatch(/^ledger: 0 found, 1 checked, 1 recorded\n[12] messages? written\.\n$/);
  expect(
    (await cli(['history', '--store', 'store', `${origin}/2026/03/velmora-dam-talks-1`], { cwd: folder })).out,
  ).toContain('eleven');
});

test('a publication that fails is told as such, and stops no other', async () => {
  const watchlist = readFileSync(join(folder, 'watchlist.yaml'), 'utf8');
  const both = watchlist.replace('editions:', `  broken: { name: Broken, feeds: ['${origin}/none'] }\neditions:`);
  writeFileSync(join(folder, 'both.yaml'), both);
  const roster = join(folder, 'store/rosters/broken');
  mkdirSync(roster, { recursive: true });
  writeFileSync(join(roster, 'index.json'), '{"format": 1,');

  const { code, out } = await cli(['visit', '--store', 'store', '--watchlist', 'both.yaml'], {
    cwd: folder,
    allowNonPublic: [origin],
    now: '2026-03-11T18:45:00.000Z',
  });
  expect(code).toBe(1);
  expect(out).toMatch(/^ledger: 0 found, 0 checked, 0 recorded\nbroken: failed: .*rosters\/broken\/index\.json.*\n/);
});
