/** Every command in the documents is run, every YAML snippet is read, and every link leads somewhere. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cli } from '../cli/run-cli.ts';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/README.md',
  'docs/adding-a-publication.md',
  'docs/architecture.md',
  'docs/announced.md',
  'docs/guide-subscriber.md',
  'docs/operating.md',
];
/** Run elsewhere: by CI itself, by the demo's own test, by the stack's tests, or live. */
const RUN_ELSEWHERE = [/^npm ci$/, /^npm cit$/, /^npm run demo$/, /^npx cdk synth --quiet$/, /^stop-press add https:/];

const folder = mkdtempSync(join(tmpdir(), 'stop-press-docs-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  const pages = 'tests/fixtures/series/dam-talks';
  for (const [from, to] of [
    ['001-first-sighting', 'before'],
    ['003-toll-rises', 'after'],
    ['001-first-sighting', 'page'],
  ]) {
    for (const ending of ['.html', '.response.json'])
      cpSync(join(pages, `${from}${ending}`), join(folder, `${to}${ending}`));
  }
  cpSync(pages, join(folder, 'saved'), { recursive: true });
  writeFileSync(
    join(folder, 'watchlist.yaml'),
    'version: 1\noperator: {contact: a@b.example}\npublications: {harbour: {name: Harbour, feeds: ["https://harbour-ledger.example/feed"]}}\n',
  );
});

describe.each(DOCUMENTS)('%s', (path) => {
  const text = readFileSync(path, 'utf8');

  test.each(fenced(text, 'sh').flatMap((block) => block.split('\n').map(withoutComment).filter(Boolean)))(
    'the command works as printed: %s',
    async (command) => {
      if (RUN_ELSEWHERE.some((pattern) => pattern.test(command))) return;
      const [, args] = /^(?:npm run -s stop-press -- |stop-press )(.*)$/.exec(command) ?? [];
      expect(args, 'a command that this test knows how to run').toBeDefined();
      const { code, log } = await cli((args ?? '').split(/\s+/), { cwd: folder });
      expect(log).toBe('');
      expect(code).toBe(0);
    },
  );

  test.each(inline(text))('the command exists as written: %s', async (command) => {
    const [name = '', second = ''] = command.split(/\s+/).slice(1);
    const path = name === 'subscribers' && /^\w+$/.test(second) ? [name, second] : [name];
    const { code, out } = await cli([...path, '--help']);
    expect(code).toBe(0);
    for (const [option] of command.matchAll(/--[a-z-]+/g)) expect(out).toContain(option);
  });

  test('its YAML can be read', () => {
    for (const block of fenced(text, 'yaml')) expect(parse(block)).toBeTypeOf('object');
  });

  test('its links lead somewhere', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link = '']) =>
      join(dirname(path), link),
    );
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });
});

test('the README’s e-mail tells of a change between two pages of the demo (npm run docs writes it)', () => {
  const [shown = ''] = fenced(readFileSync('README.md', 'utf8'), 'text').filter((block) =>
    block.startsWith('Subject: '),
  );
  const [, removed = '', added = ''] = /\[-([^-]*)-\] \{\+([^+]*)\+\}/.exec(shown) ?? [];
  expect(readFileSync(join(folder, 'before.html'), 'utf8')).toContain(removed || 'a redline');
  expect(readFileSync(join(folder, 'after.html'), 'utf8')).toContain(added || 'a redline');
});

test('the operator’s guide says what to do about every alarm', () => {
  const guide = readFileSync('docs/operating.md', 'utf8');
  const source = readFileSync('cdk/constructs/alarms.ts', 'utf8');
  const rows = source.slice(source.indexOf('const alarms = {'), source.indexOf('} as const satisfies'));
  const names = [...rows.matchAll(/^ {6}(\w+): \{/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !guide.includes(`\n### ${name}\n`))).toEqual([]);
});

test('the README names every step of a check, in order', () => {
  const readme = readFileSync('README.md', 'utf8');
  const steps = [...readme.matchAll(/^\d\. `(?:context\.)?(\w+)`/gm)].map(([, name = '']) => name);
  const pipeline = readFileSync('lib/pipeline.ts', 'utf8');
  const check = pipeline.slice(pipeline.indexOf('export async function checkArticle'), pipeline.indexOf('\n}\n'));
  const places = steps.map((name) => check.indexOf(`${name}(`));
  expect(steps.length).toBeGreaterThan(6);
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

const fenced = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);

/** Commands within a sentence; their addresses and files are invented. */
const inline = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/`(stop-press [a-z][^`]*)`/g)].map(([, command = '']) => command)),
];

const withoutComment = (line: string): string => line.replace(/(^|\s)#.*$/, '').trim();
