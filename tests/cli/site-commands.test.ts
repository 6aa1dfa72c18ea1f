import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../lib/cli/run.ts';
import { cli } from './run-cli.ts';

const SERIES = join(process.cwd(), 'tests/fixtures/series/dam-talks');
const cwd = mkdtempSync(join(tmpdir(), 'stop-press-site-'));
beforeAll(() => cli(['replay', SERIES, '--store', 'store'], { cwd }));
afterAll(() => rmSync(cwd, { recursive: true }));

describe('a report', () => {
  test('is written into a folder, and says where to begin', async () => {
    const { code, out } = await cli(['report', 'site', '--store', 'store', '--url', 'https://sp.example/x'], { cwd });
    expect(code).toBe(0);
    expect(out).toBe('site/index.html: 1 article, 9 pages written anew.\n');
    expect(readFileSync(join(cwd, 'site/index.html'), 'utf8')).toContain('What was changed');
    expect(readFileSync(join(cwd, 'site/feed.atom'), 'utf8')).toContain('href="https://sp.example/x/articles/');
  });

  test('written again leaves what is still right', async () => {
    const { out } = await cli(['report', 'site', '--store', 'store'], { cwd });
    expect(out).toBe('site/index.html: 1 article, 0 pages written anew.\n');
  });

  test.each([
    [['report', 'site', '--store', 'nowhere'], 'nowhere: there is no store here yet'],
    [['report', 'site/index.html', '--store', 'store'], 'site/index.html'],
    [['serve', '--store', 'nowhere'], 'nowhere: there is no store here yet'],
  ])('%j says what is wrong in one line', async (args, words) => {
    const { code, log } = await cli(args, { cwd });
    expect(code).toBe(1);
    expect(log).toContain(words);
    expect(log.trim().split('\n')).toHaveLength(1);
  });
});

test('diff as a page is one file that begins with what changed', async () => {
  const [before, after] = ['001-first-sighting.html', '003-toll-rises.html'].map((name) => join(SERIES, name));
  const { code, out } = await cli(['diff', before ?? '', after ?? '', '--format', 'html'], { cwd });
  expect(code).toBe(0);
  expect(out).toMatch(/^<!doctype html>/u);
  expect(out).toContain('<del>eleven</del>');
});

describe('--format', () => {
  const STORY = 'https://harbour-ledger.example/2026/03/velmora-dam-talks/';
  const printed = async (...args: readonly string[]) => (await cli(args, { cwd })).out;

  test('prints one revision as Markdown, as the page a report has, and as it is stored', async () => {
    const one = ['history', STORY, '--store', 'store', '-r', '2', '--format'];
    expect(await printed(...one, 'markdown')).toContain('~~eleven~~**fourteen**');
    expect(await printed(...one, 'html')).toContain('<title>Velmora Calls Dam Talks');
    expect(JSON.parse(await printed(...one, 'json'))).toMatchObject({ number: 2 });
    expect(await printed(...one.slice(0, -1), '--json')).toBe(await printed(...one, 'json'));
  });

  test('prints a history as a table in Markdown, and as a timeline that links to nothing', async () => {
    const all = ['history', STORY, '--store', 'store', '--format'];
    expect(await printed(...all, 'markdown')).toContain('| 2 | 11 Mar 2026, 18:35 UTC | major | killed');
    const page = await printed(...all, 'html');
    expect(page).toContain('Every revision, latest first');
    expect(page.match(/href="(?!https:|#|data:)[^"]*"/gu)).toBeNull();
  });

  test.each([
    ['markdown', '**fourteen**'],
    ['html', '<ins>fourteen</ins>'],
  ])('prints every revision of a replay as %s, with its text', async (format, words) => {
    const out = await printed('replay', SERIES, '--store', `replayed-${format}`, '--format', format);
    expect(out).toContain(words);
    expect(out).toContain('Velmora Agrees to Open Dam Gates');
  });

  test('is an addition for a reader of a replay: --redline', async () => {
    const out = await printed('replay', SERIES, '--store', 'replayed', '--redline');
    expect(out).toContain('[-eleven-] {+fourteen+}');
  });

  test.each([
    [['history', '--store', 'store', '--format', 'html'], 'the name of an article'],
    [['replay', '--store', 'store', '--format', 'markdown'], 'saved pages'],
    [['diff', 'a.html', 'b.html', '--format', 'pdf'], 'Allowed choices are terminal, markdown, html, json'],
  ])('%j says what it takes', async (args, words) => {
    const { code, log } = await cli(args, { cwd });
    expect(code).toBeGreaterThan(0);
    expect(log).toContain(words);
  });
});

test('serve says where it listens, answers there, and stops when interrupted', async () => {
  const interruption = new AbortController();
  const address = Promise.withResolvers<string>();
  const silent = { write: () => {}, isTerminal: false, width: 80, colour: false };
  const run = runCli(['serve', '--store', 'store', '--port', '0'], {
    out: { ...silent, write: address.resolve },
    log: silent,
    now: () => new Date('2026-03-12T12:00:00.000Z'),
    sleep: () => Promise.resolve(),
    cwd,
    allowNonPublic: [],
    interrupted: interruption.signal,
    exitWith: () => {},
  });
  const url = (await address.promise).trim();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
  const response = await fetch(url);
  expect(await response.text()).toContain('What was changed');
  interruption.abort();
  expect(await run).toBe(0);
  expect(existsSync(join(cwd, 'store/revisions'))).toBe(true);
});
