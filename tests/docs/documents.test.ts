/** Every command in the documents is run, every YAML snippet is read, and every link leads somewhere. */
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { demoMessages } from '../../docs/generators/demo-messages.ts';
import { cli } from '../cli/run-cli.ts';

const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...globSync('docs/**/*.md').toSorted(),
];

/** Commands that are run by something else, with what shows it. */
const RUN_ELSEWHERE: Readonly<Record<string, readonly [file: string, words: string]>> = {
  'npm ci': ['.ci/run', 'npm ci'],
  'npm cit': ['.ci/run', 'npm ci'],
  'npm run demo': ['tests/cli/demo.test.ts', 'demo/run.ts'],
  'npm run synth': ['.ci/run', 'npm run synth'],
  'stop-press add https://news.example': ['tests/cli/live-commands.test.ts', "['add', origin]"],
};
const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> })
  .scripts;

/** Where the commands are run: a folder with what a person who follows the documents has by then. */
const folder = mkdtempSync(join(tmpdir(), 'stop-press-docs-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  const pages = 'tests/fixtures/series/dam-talks';
  cpSync(pages, join(folder, pages), { recursive: true });
  cpSync(pages, join(folder, 'saved'), { recursive: true });
  // As a browser saves it: with nothing beside it.
  cpSync(join(pages, '001-first-sighting.html'), join(folder, 'page.html'));
  writeFileSync(
    join(folder, 'watchlist.yaml'),
    'version: 1\noperator: {contact: a@b.example}\npublications: {harbour: {name: Harbour, feeds: ["https://harbour-ledger.example/feed"]}}\n',
  );
});

describe.each(DOCUMENTS)('%s', (path) => {
  const text = readFileSync(path, 'utf8');

  test.each(fenced(text, 'sh').flatMap(commandsOf))('the command works as printed: %s', async (command) => {
    const elsewhere = RUN_ELSEWHERE[command];
    if (elsewhere !== undefined) return expect(readFileSync(elsewhere[0], 'utf8')).toContain(elsewhere[1]);
    const [, args] = /^(?:npm run -s stop-press -- |stop-press )(.*)$/.exec(command) ?? [];
    expect(args, 'a command that this test knows how to run').toBeDefined();
    const { code, log } = await cli((args ?? '').split(/\s+/), { cwd: folder });
    expect(log).toBe('');
    expect(code).toBe(0);
  });

  test.each(inline(text))('the command exists as written: %s', async (command) => {
    const [name = '', second = ''] = command.split(/\s+/).slice(1);
    const path = name === 'subscribers' && /^\w+$/.test(second) ? [name, second] : [name];
    const { code, out } = await cli([...path, '--help']);
    expect(code).toBe(0);
    for (const [option] of command.matchAll(/--[a-z-]+/g)) expect(out).toContain(option);
  });

  test('its npm scripts are there', () => {
    const named = [...text.matchAll(/\bnpm run (?:-s )?([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('the files it names are there', () => {
    const named = [...text.matchAll(/`((?:lib|cdk|functions|tests|docs|demo)\/[\w./-]*)`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
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

test('the README’s picture is of the alert that the demo sends (npm run docs:picture takes it)', async () => {
  const { mail } = await demoMessages('.');
  expect(readFileSync('README.md', 'utf8')).toContain(`![An e-mail with the subject “${mail.subject}”: `);
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

/** Line by line, with the variables that stand above put in. Comments are none: a shell may not take them where they are pasted. */
function commandsOf(block: string): readonly string[] {
  const variables = new Map<string, string>();
  const commands: string[] = [];
  for (const line of block.split('\n').filter(Boolean)) {
    const [, name, value = ''] = /^([a-z]+)=(\S+)$/.exec(line) ?? [];
    if (name !== undefined) variables.set(name, value);
    else commands.push(line.replaceAll(/\$([a-z]+)/g, (whole, used: string) => variables.get(used) ?? whole));
  }
  return commands;
}
