import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from './run-cli.ts';

test.each<[words: readonly string[], offered: readonly string[]]>([
  [
    ['subscribers', ''],
    ['sync', 'preview'],
  ],
  [
    ['diff', '--format', ''],
    ['terminal', 'markdown', 'html', 'json'],
  ],
  [
    ['verify', '-'],
    ['--json', '--store', '--help'],
  ],
  [
    ['alerts', '--alerts', '-'],
    ['--revision', '--alerts', '--since', '--format', '--json', '--store', '--help'],
  ],
  [['serve', '--port', ''], []],
  [['diff', ''], []],
])('after %j it offers %j', async (words, offered) => {
  const { code, out } = await cli(['complete', '--', ...words]);
  expect(
    out
      .split('\n')
      .flatMap((line) => line.split('\t').slice(0, 1))
      .filter(Boolean),
  ).toEqual(offered);
  expect(code).toBe(0);
});

test.each(['bash', 'zsh', 'fish'])('there is a script for %s', async (shell) => {
  const { code, out } = await cli(['complete', shell]);
  expect(code).toBe(0);
  expect(out).toContain('stop-press complete -- ');
});

test('bash completes a command by it, without any package of its own', async () => {
  const { out } = await cli(['complete', 'bash']);
  const main = join(process.cwd(), 'lib/cli/main.ts');
  const typed = `stop-press() { "${process.execPath}" "${main}" "$@"; }
    COMP_WORDS=(stop-press re) COMP_CWORD=1; _stop_press; echo "\${COMPREPLY[*]}"`;
  expect(execFileSync('bash', ['--norc', '-c', `${out}${typed}`], { encoding: 'utf8' })).toBe(
    'replay report redrive\n',
  );
});
