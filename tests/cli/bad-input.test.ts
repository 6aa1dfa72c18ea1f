import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'stop-press-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(join(folder, 'empty.html'), '');
writeFileSync(join(folder, 'nested.html'), '<div>'.repeat(4_000_000));
writeFileSync(
  join(folder, 'binary.html'),
  Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256),
);
writeFileSync(join(folder, 'bad.response.json'), '{"status": "ok"}');
writeFileSync(join(folder, 'bad.html'), '<p>Text</p>');
writeFileSync(join(folder, 'packed.html.gz'), 'not packed');
writeFileSync(join(folder, 'bad.yaml'), 'version: 1\noperator: {contact: a@b.example}\npublications: [\n');
writeFileSync(
  join(folder, 'unknown.yaml'),
  'version: 1\noperator: {contact: a@b.example}\npublications: {}\nzebra: 1\n',
);
mkdirSync(join(folder, 'nothing/rosters'), { recursive: true });
mkdirSync(join(folder, 'no-store/pictures'), { recursive: true });
mkdirSync(join(folder, 'newer/revisions/a-1'), { recursive: true });
writeFileSync(join(folder, 'newer/revisions/a-1/00001.json'), '{"format": 2}');
writeFileSync(join(folder, 'latin.yaml'), Uint8Array.of(0x76, 0xe9, 0x0a));

test.each<[string, readonly string[], string]>([
  ['a page that is not there', ['extract', 'missing.html'], 'missing.html: there is no such file or folder'],
  ['a folder for a page', ['extract', '.'], '.: this is a folder, a file was expected'],
  ['an empty page', ['extract', 'empty.html'], 'empty.html: no article here (not-an-article, no-text)'],
  ['20 MB of nested tags', ['extract', 'nested.html'], 'nested.html: no article here'],
  ['a binary file', ['extract', 'binary.html'], 'binary.html: no article here'],
  ['a response of the wrong shape', ['extract', 'bad.html'], 'bad.response.json: status: '],
  ['a gzip file that is none', ['extract', 'packed.html.gz'], 'packed.html.gz: this is not a gzip file'],
  ['a watchlist that is not there', ['validate'], 'watchlist.yaml: there is no such file or folder'],
  ['a watchlist to write first', ['cost'], '; stop-press init writes a watchlist to start from'],
  ['an address of another kind', ['extract', 'ftp://news.example/story'], 'an address begins with https:// or http://'],
  ['a site of another kind', ['add', 'ftp://news.example'], 'ftp://news.example: this is no address; write it as'],
  ['a folder to be audited that is no store', ['verify', '-s', 'no-store'], 'no-store: there is no store here yet'],
  [
    'a watchlist for a folder to be made',
    ['init', 'no/w.yaml'],
    'no/w.yaml: there is no such file or folder; make the',
  ],
  ['an address among saved pages', ['replay', 'https://news.example/story'], 'replay takes saved pages'],
  ['a store of a newer version', ['history', 'a-1', '-s', 'newer'], 'was written by a newer Stop Press'],
  [
    'a publication nobody follows',
    ['replay', '-s', 'nothing', '--publication', 'b'],
    'no revision of such a publication',
  ],
  ['a revision of nothing', ['history', '-r', '2'], 'Name the article whose revision you mean'],
  [
    'a stack that was not deployed',
    ['redrive'],
    'cdk-outputs.json: there is no such file or folder; npm run deploy writes it',
  ],
  ['invalid YAML', ['validate', 'bad.yaml'], 'bad.yaml:4:1: this is not valid YAML: '],
  ['an unknown key', ['validate', 'unknown.yaml'], 'unknown.yaml:4:1 zebra: there is no such key'],
  ['a watchlist that is not UTF-8', ['validate', 'latin.yaml'], 'latin.yaml: this file is not UTF-8 text'],
])('%s is told in one line, without a stack trace', async (_, args, line) => {
  const { code, out, log } = await cli(args, { cwd: folder });
  expect(log).toMatch(/^stop-press: .*\n$/);
  expect(log).toContain(line);
  expect(out).toBe('');
  expect(code).toBe(1);
});

test.each<[string, readonly string[], string]>([
  ['an unknown command', ['extrakt'], "unknown command 'extrakt'\n(Did you mean extract?)"],
  ['help on an unknown command', ['help', 'extrakt'], "unknown command 'extrakt'\n(Did you mean extract?)"],
  ['an unknown option', ['validate', '--jsn'], "unknown option '--jsn'\n(Did you mean --json?)"],
  ['a missing argument', ['extract'], "missing required argument 'page'"],
  ['a port that is none', ['serve', '--port', 'http'], "argument 'http' is invalid. write a number from 0 to 65535"],
  ['an address that is none', ['report', 'site', '--url', 'sp.example'], 'write a full http(s) address'],
  ['a source that is no address', ['extract', 'bad.html', '--url', 'sp'], 'write a full http(s) address'],
  ['a day that is none', ['history', '--since', '2026-02-30'], 'write a day as 2026-03-11'],
  ['too short a watch', ['visit', '--watch', '0'], 'give whole minutes: 1 to 1440'],
])('%s is a mistake of usage', async (_, args, line) => {
  const { code, log } = await cli(args, { cwd: folder });
  expect(log).toMatch(/^stop-press: /);
  expect(log).toContain(line);
  expect(log).toContain('(--help shows how it is used)');
  expect(code).toBe(2);
});
