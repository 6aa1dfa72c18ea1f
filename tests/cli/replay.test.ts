import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli } from './run-cli.ts';

const SERIES = join(process.cwd(), 'tests/fixtures/series');
const folder = mkdtempSync(join(tmpdir(), 'stop-press-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every file of a store's ledger and outbox, by name; the state may be rebuilt and does not count. */
function filesOf(store: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(folder, store), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const kept = names.filter((name) => /\/(revisions|pages|receipts|outbox)\//.test(name));
  return new Map(kept.map((name) => [name.slice(join(folder, store).length), readFileSync(name, 'base64')]));
}

describe('a replay', () => {
  test('prints a line for each fetch and each message, and where they lie', async () => {
    const { code, out } = await cli(['replay', join(SERIES, 'dam-talks'), '--store', 'one'], {
      cwd: folder,
      width: 100,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/002-comments-and-adverts +nothing changed in the article\n/);
    expect(out).toMatch(/003-toll-rises +revision 2 /);
    expect(out).toMatch(/011-missing-again +revision 7 +MAJOR +Not found/);
    expect(out).toContain('Messages, in one/outbox');
    expect(out).toMatch(/12 fetches, 7 revisions, 2 without a change, 3 that could not be read\./);
  });

  test('run twice adds no revision and no message', async () => {
    const before = filesOf('one');
    const { out } = await cli(['replay', join(SERIES, 'dam-talks'), '--store', 'one'], { cwd: folder });
    expect(out).toContain('0 revisions, 0 without a change, 12 seen before. 0 e-mails, 0 texts, 0 events.');
    expect(filesOf('one')).toEqual(before);
  });

  test('without pages reads those of the store again, and writes nothing', async () => {
    const before = filesOf('one');
    const { code, out } = await cli(['replay', '--store', 'one'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toMatch(/\n {4}2 {2}the same +MAJOR +killed "at least" eleven → fourteen/);
    expect(out).toMatch(/\n7 revisions: 5 the same, 1 first sighting, 1 not read again\.\n$/);
    expect(filesOf('one')).toEqual(before);
    const refused = await cli(['replay', join(SERIES, 'dam-talks'), '--article', 'x'], { cwd: folder });
    expect(refused).toMatchObject({ code: 1, log: expect.stringContaining('leave the pages out') });
  });

  test('of pages none of which is an article says so and fails', async () => {
    writeFileSync(join(folder, 'menu.html'), '<title>Menu</title><a href="/a">A</a>');
    const { code, out, log } = await cli(['replay', 'menu.html', '--store', 'menu'], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toContain('1 that could not be read');
    expect(log).toContain('no page could be read as an article');
  });

  test('interrupted and run again ends in the same ledger and the same messages', async () => {
    const interruption = new AbortController();
    setTimeout(() => interruption.abort(), 150);
    const first = await cli(['replay', join(SERIES, 'dam-talks'), '--store', 'two'], {
      cwd: folder,
      interrupted: interruption.signal,
    });
    if (interruption.signal.aborted) {
      expect(first.log).toContain('interrupted; the same command goes on where this one stopped');
      expect(first.code).toBe(1);
    }
    await cli(['replay', join(SERIES, 'dam-talks'), '--store', 'two'], { cwd: folder });
    expect(filesOf('two')).toEqual(filesOf('one'));
  });

  test('as JSON gives every fetch with its revisions, and every message', async () => {
    const { out } = await cli(['replay', join(SERIES, 'museum-loan'), '--json', '--store', 'three'], { cwd: folder });
    expect(JSON.parse(out)).toMatchObject({
      events: [
        { kind: 'fetch', fetch: '001-first-sighting', outcome: 'first-sighting', revisions: [{ number: 1 }] },
        { outcome: 'unchanged' },
        { outcome: 'unchanged' },
        { outcome: 'unchanged' },
        { outcome: 'unchanged' },
      ],
      found: {
        fetches: 5,
        quiet: { 'another page around the same article': 4 },
        untold: { 'first-sighting': 1 },
        told: {},
      },
    });
  });

  test('takes loose pages that nobody wrote a word about for fetches an hour apart', async () => {
    cpSync(join(SERIES, 'dam-talks/001-first-sighting.html'), join(folder, 'monday.html'));
    cpSync(join(SERIES, 'dam-talks/003-toll-rises.html'), join(folder, 'tuesday.html'));
    const { out } = await cli(['replay', 'monday.html', 'tuesday.html', '--store', 'four'], { cwd: folder });
    expect(out).toContain('https://harbour-ledger.example/2026/03/velmora-dam-talks');
    expect(out).toContain('2 fetches, 2 revisions');
  });

  test('refuses pages of a site that the watchlist does not follow', async () => {
    writeFileSync(
      join(folder, 'other.yaml'),
      'version: 1\noperator: {contact: a@b.example}\npublications: {other: {name: Other, feeds: ["https://other.example/feed"]}}\n',
    );
    const { code, log } = await cli(['replay', join(SERIES, 'museum-loan'), '-w', 'other.yaml', '--store', 'five'], {
      cwd: folder,
    });
    expect(log).toContain('museum-loan: no publication of the watchlist has https://harbour-ledger.example/');
    expect(code).toBe(1);
  });

  test.each([
    ['a folder without pages', ['replay', '.', '--store', 'six'], 'no saved pages here'],
    [
      'a store that is a file',
      ['replay', 'monday.html', '--store', 'monday.html'],
      'monday.html: this is a file; a store is a folder',
    ],
  ])('refuses %s', async (_, args, line) => {
    const cwd = args[1] === '.' ? mkdtempSync(join(folder, 'empty-')) : folder;
    const { code, log } = await cli(args, { cwd });
    expect(log).toContain(line);
    expect(code).toBe(1);
  });
});

describe('the store of a replay can be read:', () => {
  const STORY = 'https://harbour-ledger.example/2026/03/velmora-dam-talks/?utm_source=mail';

  test('articles lists what is followed', async () => {
    const { out } = await cli(['history', '--store', 'one'], { cwd: folder });
    expect(out).toMatch(/7 revisions · missing · changed 2026-03-12 07:30/);
  });

  test('history lists the revisions of an article by any form of its address', async () => {
    const { out } = await cli(['history', STORY, '--store', 'one'], { cwd: folder });
    expect(out.match(/^\d {2}/gm)).toHaveLength(7);
  });

  test('history shows one revision as a redline', async () => {
    const { out } = await cli(['history', STORY, '--store', 'one', '-r', '2'], { cwd: folder });
    expect(out).toContain('[-eleven-]');
  });

  test('alerts lists what was sent', async () => {
    const { out } = await cli(['history', '--alerts', '--store', 'one'], { cwd: folder });
    expect(out).toMatch(/\d+ sent, 0 held back\.\n$/);
  });

  test('verify walks the chain, and names what was tampered with', async () => {
    expect(await cli(['verify', '--store', 'three'], { cwd: folder })).toMatchObject({
      code: 0,
      out: 'The ledger is sound: 1 article, 1 revision, 1 page.\n',
    });
    const [page = ''] = readdirSync(join(folder, 'three/pages'));
    writeFileSync(join(folder, 'three/pages', page), gzipSync('another page'));
    const tampered = await cli(['verify', '--store', 'three'], { cwd: folder });
    expect(tampered.code).toBe(1);
    expect(tampered.out).toContain('revision 1: ');
  });

  test('take-down notes that a page had to go, and verify accepts that it has', async () => {
    await cli(['replay', join(SERIES, 'museum-loan'), '--store', 'court'], { cwd: folder });
    const [page = ''] = readdirSync(join(folder, 'court/pages'));
    const takeDown = (hash: string) =>
      cli(['take-down', hash, '--why', 'High Court, 2026/114', '--store', 'court'], { cwd: folder });
    expect(await takeDown('0123456789ab')).toMatchObject({ code: 1, log: expect.stringContaining('No revision') });
    const { code, out } = await takeDown(page.slice(0, 12));
    expect(code).toBe(0);
    expect(out).toContain(`deleted by hand, every version: pages/${page}\n`);
    expect(out).toMatch(/harbour-ledger-example-[0-9a-f]{16} revision 1 {2}https:/);
    rmSync(join(folder, 'court/pages', page));
    expect(await cli(['verify', '--store', 'court'], { cwd: folder })).toMatchObject({
      code: 0,
      out: 'The ledger is sound: 1 article, 1 revision, 0 pages, 1 taken down.\n',
    });
  });

  test.each([
    [
      'a revision that is not there',
      ['history', STORY, '--store', 'one', '-r', '99'],
      'has no revision 99: its last is 7',
    ],
    [
      'an article that is not followed',
      ['history', 'https://other.example/x', '--store', 'one'],
      'this article is not followed in one',
    ],
    ['something that is no article', ['history', 'zebra', '--store', 'one'], 'neither an address nor an article id'],
    ['a store that is not there', ['history', '--store', 'none'], 'none: there is no store here yet'],
  ])('but not %s', async (_, args, line) => {
    const { code, log } = await cli(args, { cwd: folder });
    expect(log).toContain(line);
    expect(code).toBe(1);
  });
});
