import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWatchlist } from '../../lib/watchlist-file.ts';
import { cli } from './run-cli.ts';

const STORY = 'tests/fixtures/series/museum-loan/001-first-sighting.html';
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Ledger</title>
<item><title>Museum lends its figurehead</title><link>https://harbour-ledger.example/2026/03/museum-lends-figurehead/</link>
<pubDate>Tue, 03 Mar 2026 09:15:00 GMT</pubDate></item></channel></rss>`;
const FRONT = `<!DOCTYPE html><html><head><title>The Harbour Ledger</title><meta property="og:site_name" content="The Harbour Ledger">
<link rel="alternate" type="application/rss+xml" href="/feed/"></head><body><h1>The Harbour Ledger</h1></body></html>`;

const pages: Readonly<Record<string, readonly [string, string]>> = {
  '/': ['text/html', FRONT],
  '/feed/': ['application/rss+xml', FEED],
  '/story': ['text/html; charset=utf-8', readFileSync(STORY, 'utf8')],
};
let server: Server;
let origin = '';
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.headers['user-agent'] ?? '');
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': page?.[0] ?? 'text/plain' });
    response.end(page?.[1] ?? 'nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('extract reads a page from its address, and says who asks', async () => {
  const { code, out } = await cli(['extract', `${origin}/story`], { allowNonPublic: [origin] });
  expect(code).toBe(0);
  expect(out).toMatch(/^Museum Lends Its Famous Figurehead for the First Time in a Century\n/);
  expect(asked.every((agent) => agent.startsWith('StopPress/'))).toBe(true);
});

test('an address that is not public is refused in one line', async () => {
  const { code, log } = await cli(['extract', `${origin}/story`]);
  expect(log).toMatch(/^stop-press: .*\n$/);
  expect(code).toBe(1);
});

test('an address that is missing is told as such', async () => {
  const { log } = await cli(['extract', `${origin}/lost`], { allowNonPublic: [origin] });
  expect(log).toBe(`stop-press: ${origin}/lost: missing: HTTP 404\n`);
});

test('add finds the feed and prints lines that make a valid watchlist', async () => {
  const { code, out, log } = await cli(['add', origin], { allowNonPublic: [origin] });
  expect(code).toBe(0);
  expect(log).toContain(`feed: ${origin}/feed/`);
  const watchlist = readWatchlist(`version: 1\noperator: {contact: a@b.example}\npublications:\n${out}`, 'new.yaml');
  expect(Object.values(watchlist.publications)).toMatchObject([
    { name: 'The Harbour Ledger', feeds: [`${origin}/feed/`], shadow: true },
  ]);
});
