/** Every folder of tests/fixtures/sources is a source as served and what it should be read as. `UPDATE=1` rewrites what was expected. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSource, type SourceKind } from '../../lib/discover/read-source.ts';

type Request = {
  readonly url: string;
  readonly kind: SourceKind;
  readonly contentType?: string;
  readonly links?: string;
};

const ROOT = new URL('../fixtures/sources/', import.meta.url);

test.each(readdirSync(ROOT).sort())('%s', (name) => {
  const folder = new URL(`${name}/`, ROOT);
  const source = readdirSync(folder).find((file) => file.startsWith('source.')) ?? '';
  const request = JSON.parse(readFileSync(new URL('request.json', folder), 'utf8')) as Request;
  const page = {
    url: request.url,
    requestedUrl: request.url,
    status: 200,
    contentType: request.contentType ?? null,
    validators: { etag: null, lastModified: null },
    body: readFileSync(new URL(source, folder)),
    fetchedAt: '2025-11-26T18:20:00.000Z',
    redirects: [],
  };
  const listing = readSource(page, request.kind, request.links);
  const expected = new URL('expected.json', folder);
  if (process.env['UPDATE'] !== undefined) writeFileSync(expected, `${JSON.stringify(listing, null, 2)}\n`);
  expect(listing).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});
