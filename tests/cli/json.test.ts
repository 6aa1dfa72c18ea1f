import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JSON_OF } from '../../docs/generators/commands.ts';
import { cli } from './run-cli.ts';

const PAGES = join(process.cwd(), 'tests/fixtures/series/dam-talks');
const [BEFORE, AFTER] = [join(PAGES, '001-first-sighting.html'), join(PAGES, '003-toll-rises.html')];
const ARTICLE = 'https://harbour-ledger.example/2026/03/velmora-dam-talks/';
const cwd = mkdtempSync(join(tmpdir(), 'stop-press-json-'));
beforeAll(async () => {
  await cli(['replay', PAGES], { cwd });
  writeFileSync(
    join(cwd, 'watchlist.yaml'),
    'version: 1\noperator: {contact: a@b.example}\npublications: {harbour: {name: Harbour, feeds: ["https://harbour-ledger.example/feed"]}}\neditions: {desk: {name: Desk, subscribers: {email: [a@b.example]}}}\n',
  );
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Those that need AWS or a site: tests/wire and tests/cli/live-commands.test.ts. */
const ELSEWHERE = /^(?:add|visit|subscribers sync|test-alert|redrive)\b/;

test.each(JSON_OF.filter(([args]) => !ELSEWHERE.test(args)))(
  '%s --json has the keys that docs/commands.md names',
  async (args, keys) => {
    const words = { BEFORE, AFTER, PAGE: AFTER, PAGES, ARTICLE, DIR: 'site' } as const;
    const { code, out, log } = await cli(
      [...args.split(' ').map((word) => words[word as keyof typeof words] ?? word), '--json'],
      { cwd },
    );
    expect(log).toBe('');
    expect(code).toBe(0);
    const content: unknown = JSON.parse(out);
    const one: unknown = Array.isArray(content) ? content[0] : content;
    expect(Array.isArray(content)).toBe(keys.startsWith('['));
    const named = keys.replaceAll(/[[\]]/g, '').split(', ');
    if (named.at(-1) === '…') expect(Object.keys(one as object)).toEqual(expect.arrayContaining(named.slice(0, -1)));
    else expect(Object.keys(one as object).toSorted()).toEqual(named.toSorted());
  },
);
