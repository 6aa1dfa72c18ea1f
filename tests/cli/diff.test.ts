import { expect, test } from 'vitest';
import { cli } from './run-cli.ts';

const PAGES = 'tests/fixtures/series/dam-talks';

test('diff says that nothing changed where only the page around the article did', async () => {
  const { code, out } = await cli([
    'diff',
    `${PAGES}/001-first-sighting.html`,
    `${PAGES}/002-comments-and-adverts.html`,
  ]);
  expect(out).toContain('Nothing changed.');
  expect(code).toBe(0);
});

test('diff prints the comparison as JSON', async () => {
  const pair = [`${PAGES}/001-first-sighting.html`, `${PAGES}/003-toll-rises.html`];
  const json: unknown = JSON.parse((await cli(['diff', ...pair, '--json'])).out);
  expect(json).toMatchObject({ changes: [{ kind: 'figure' }, { kind: 'figure' }] });
});

test('diff of something that is no article is told in one line', async () => {
  const { code, log } = await cli([
    'diff',
    `${PAGES}/001-first-sighting.html`,
    'tests/fixtures/pages/home-page/source.html',
  ]);
  expect(log).toMatch(/^stop-press: tests\/fixtures\/pages\/home-page\/source\.html: no article here .*\n$/);
  expect(code).toBe(1);
});
