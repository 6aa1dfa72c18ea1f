import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli } from './run-cli.ts';

const PAGES = 'tests/fixtures/series/dam-talks';

test('diff says that nothing changed where only the page around the article did', async () => {
  const { code, out } = await cli([
    'diff',
    `${PAGES}/001-first-sighting.html`,
    `${PAGES}/002-comments-and-adverts.html`,
  ]);
  expect(out).toContain('Nothing changed.');
  expect(code).toBe(0);
});

test('diff prints the comparison as JSON', async () => {
  const pair = [`${PAGES}/001-first-sighting.html`, `${PAGES}/003-toll-rises.html`];
  const json: unknown = JSON.parse((await cli(['diff', ...pair, '--json'])).out);
  expect(json).toMatchObject({ changes: [{ kind: 'figure' }, { kind: 'figure' }] });
});

test('diff of something that is no article is told in one line', async () => {
  const { code, log } = await cli([
    'diff',
    `${PAGES}/001-first-sighting.html`,
    'tests/fixtures/pages/home-page/source.html',
  ]);
  expect(log).toMatch(/^stop-press: tests\/fixtures\/pages\/home-page\/source\.html: no article here .*\n$/);
  expect(code).toBe(1);
});

describe('a page saved from a browser, with nothing beside it', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'stop-press-saved-'));
  afterAll(() => rmSync(cwd, { recursive: true }));
  const page = (weeks: string, head = ''): string =>
    `<title>Bridge closed</title>${head}<h1>Bridge closed after inspection</h1><p>The old bridge over the Marn was closed on Monday
    after engineers found cracks in two piers. It will stay shut for ${weeks} weeks, the council said on Tuesday.</p>`;
  const canonical = '<link rel="canonical" href="https://news.example/2026/bridge-closed">';
  writeFileSync(join(cwd, 'before.html'), page('six'));
  writeFileSync(join(cwd, 'after.html'), page('nine'));
  writeFileSync(join(cwd, 'named.html'), page('nine', canonical));
  writeFileSync(
    join(cwd, 'watchlist.yaml'),
    'version: 1\noperator: {contact: a@b.example}\npublications: {news: {name: News, feeds: ["https://news.example/feed"]}}\n',
  );

  test('is an article though nobody knows its address', async () => {
    const { code, out } = await cli(['diff', 'before.html', 'after.html'], { cwd });
    expect(out).toMatch(/six weeks.*nine weeks/);
    expect(code).toBe(0);
  });

  test('belongs to the publication that it names itself', async () => {
    const { log, code } = await cli(['extract', 'named.html', '--watchlist', 'watchlist.yaml'], { cwd });
    expect(log).toBe('');
    expect(code).toBe(0);
  });

  test('in a folder with a short name is no front page', async () => {
    mkdirSync(join(cwd, 'no'));
    writeFileSync(join(cwd, 'no/1.html'), page('six'));
    const { out } = await cli(['replay', 'no'], { cwd });
    expect(out).toContain('first sighting');
  });
});
