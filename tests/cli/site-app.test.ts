/** The local site over HTTP, as a browser asks it, on a store that changes between two questions. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { createSiteApp } from '../../lib/cli/site-app.ts';
import { createLedger, type Ledger } from '../../lib/record/index.ts';
import { createArchive } from '../../lib/render/site/index.ts';
import type { Revision } from '../../lib/revision.ts';
import { contentHash } from '../../lib/hash.ts';
import { textRevision } from '../pages/examples.ts';

const ARTICLE = 'example-news-4f2a9c';
const HOSTILE_PAGE = '<script>alert(1)</script>';

let ledger: Ledger;
let ask: (path: string, init?: RequestInit & { readonly host?: string }) => Promise<Response>;

const commit = async (revision: Revision, pageBytes: Uint8Array | null = null): Promise<void> => {
  await ledger.commit(revision.articleId, revision.number - 1, (tail) =>
    Promise.resolve({ revision: { ...revision, previousHash: tail?.hash ?? null }, pageBytes }),
  );
};

beforeEach(async () => {
  const stores = { ledger: createMemoryStore(), state: createMemoryStore() };
  ledger = createLedger(stores);
  const source = {
    archive: createArchive(stores),
    readAgain: () => Promise.resolve(null),
    address: { base: null, authority: 'stop-press.invalid' },
    facts: (now: Date) => ({ now: now.toISOString(), publications: [], beats: ['sea'] }),
  };
  const app = createSiteApp(source, ['localhost'], () => new Date('2025-11-28T12:00:00Z'));
  ask = async (path, { host = 'localhost:8140', ...init } = {}) => app.request(`http://${host}${path}`, init);
  await commit(textRevision(1));
  await commit(textRevision(2), Buffer.from(HOSTILE_PAGE));
});

test.each([
  ['/', 'What was changed'],
  ['/index.html', 'What was changed'],
  ['/publications/example-news/', 'Example News'],
  ['/publications/example-news/index.html', 'Example News'],
  [`/articles/${ARTICLE}/`, 'Every revision, latest first'],
  [`/articles/${ARTICLE}/index.html`, 'Its life'],
  [`/articles/${ARTICLE}/00002.html`, 'No correction notice seen'],
  [`/articles/${ARTICLE}/00001-00002.html`, 'Revision 2'],
  [`/articles/${ARTICLE}/compare?from=1&to=2`, 'Revision 2'],
])('%s is a page that says “%s”', async (path, words) => {
  const response = await ask(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/html/u);
  expect(await response.text()).toContain(words);
});

test.each([
  '/articles/nobody/',
  `/articles/${ARTICLE}/00009.html`,
  `/articles/${ARTICLE}/compare?from=1&to=9`,
  `/articles/${ARTICLE}/compare`,
  `/articles/${ARTICLE}/notes.txt`,
  '/articles/..%2f..%2frosters/',
  '/publications/nobody/',
  '/beats/nobody/feed.atom',
  `/pages/${'0'.repeat(64)}.txt`,
  '/robots.txt',
])('%s is not there', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test.each(['/feed.atom', '/publications/example-news/feed.atom', '/beats/sea/feed.atom'])(
  '%s is a feed',
  async (path) => {
    const response = await ask(path);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(await response.text()).toContain('<entry>');
  },
);

describe('safety', () => {
  test('every answer carries the headers that keep it to itself', async () => {
    const { headers } = await ask('/');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^ ]+; .*frame-ancestors 'none'$/u,
    );
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  test('a publisher’s page is shown as text in a sandbox, never as a page of ours', async () => {
    const response = await ask(`/pages/${contentHash(HOSTILE_PAGE)}.txt`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/u);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(await response.text()).toBe(HOSTILE_PAGE);
  });

  test('it answers to no other name, so that no other site can read it', async () => {
    expect((await ask('/', { host: 'evil.example:8140' })).status).toBe(403);
  });

  test.each(['POST', 'PUT', 'DELETE'])('there is nothing to %s', async (method) => {
    expect((await ask('/', { method })).status).toBe(405);
  });
});

test('a revision committed meanwhile is there at the next question', async () => {
  expect(await (await ask('/')).text()).toContain('<b>1</b><span>revision since');
  await commit(textRevision(3));
  expect(await (await ask('/')).text()).toContain('<b>2</b><span>revisions since');
  expect((await ask(`/articles/${ARTICLE}/00003.html`)).status).toBe(200);
});
