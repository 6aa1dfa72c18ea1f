import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cli } from './run-cli.ts';

test('stop-press --version is the version of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await cli(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
});

test('it asks for the Node that the package does', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  expect(readFileSync('lib/cli/main.ts', 'utf8')).toContain(`OLDEST_NODE = ${engines.node.replace('>=', '')};`);
});

test('every command explains itself with an example', async () => {
  const { out } = await cli(['--help']);
  const names = [...out.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(names.length).toBeLessThan(17);
  for (const name of names) {
    expect((await cli([name, '--help'])).out, name).toMatch(/Examples?:\n {2}stop-press /);
  }
});

test('a short form is the long one', async () => {
  const { out } = await cli(['--help']);
  expect(out).toContain('watch = visit --watch, articles = history, alerts = history --alerts');
  const { out: help } = await cli(['visit', '--help']);
  expect((await cli(['watch', '--help'])).out).toBe(help);
  expect((await cli(['help', 'watch'])).out).toBe(help);
});
