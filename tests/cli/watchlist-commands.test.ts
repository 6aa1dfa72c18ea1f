import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'stop-press-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('init writes a watchlist that is valid as it stands, its schema beside it, and never over another', async () => {
  const first = await cli(['init'], { cwd: folder });
  expect(first.code).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, 'watchlist.schema.json'), 'utf8'))).toMatchObject({ type: 'object' });
  expect(await cli(['validate'], { cwd: folder })).toMatchObject({
    code: 0,
    out: 'watchlist.yaml is fine: 1 publication, 2 editions, 1 subscriber.\n',
  });
  expect(await cli(['init'], { cwd: folder })).toMatchObject({
    code: 1,
    log: 'stop-press: watchlist.yaml is there already: name another file, or move it away\n',
  });
});

test('validate prints the schema, or the watchlist as it is understood', async () => {
  expect(JSON.parse((await cli(['validate', '--schema'])).out)).toMatchObject({ title: 'Stop Press watchlist' });
  const understood: unknown = JSON.parse((await cli(['validate', '--json'], { cwd: folder })).out);
  expect(understood).toMatchObject({ publications: { 'example-news': { delay: 1_000 } } });
});
