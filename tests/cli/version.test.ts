import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cli } from './run-cli.ts';

test('stop-press --version is the version of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await cli(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
});

test('every command explains itself with an example', async () => {
  const { out } = await cli(['--help']);
  const names = [...out.matchAll(/^ {2}([a-z-]+) /gm)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('-'));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names.filter((name) => !['subscribers', 'redrive'].includes(name))) {
    expect((await cli([name, '--help'])).out, name).toMatch(/Examples?:\n {2}stop-press /);
  }
});
