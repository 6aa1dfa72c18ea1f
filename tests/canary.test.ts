import { expect, test } from 'vitest';
import { CANARY, CANARY_PAGE, canaryPage, isCanary, withCanary } from '../lib/canary.ts';
import { routeRevision } from '../lib/deliver/index.ts';
import { articleId, canonicalUrl } from '../lib/identity.ts';
import { compareArticles, extractArticle } from '../lib/index.ts';
import { watchlistIdSchema, watchlistSchema } from '../lib/watchlist.ts';

const URL = `https://site.stop-press.example/${CANARY_PAGE}`;
const people = watchlistSchema.parse({
  version: 1,
  operator: { contact: 'desk@stop-press.example' },
  publications: { gazette: { name: 'The Harbour Gazette', feeds: ['https://gazette.example/feed'] } },
  editions: {
    everything: { name: 'Everything', severity: 'minor', subscribers: { email: ['maren.holt@stop-press.example'] } },
  },
});
const watchlist = withCanary(people, URL);
const at = '2026-03-01T05:00:00.000Z';
const changeOf = (publication: string) =>
  ({ publication, severity: 'major', kinds: new Set(['figure'] as const), beats: [] }) as const;
const read = (now: string) => {
  const outcome = extractArticle({ url: URL, body: Buffer.from(canaryPage(new Date(now))), contentType: 'text/html' });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article;
};

test('an hour later its page is told as a figure that changed', () => {
  const { changes, severity } = compareArticles(read(at), read('2026-03-01T06:00:00.000Z'));
  expect(changes).toHaveLength(1);
  expect(changes[0]?.kind).toBe('figure');
  expect(['minor', 'notable', 'major']).toContain(severity);
});

test('within the hour it stays as it is', () => {
  expect(canaryPage(new Date(at))).toBe(canaryPage(new Date('2026-03-01T05:59:00.000Z')));
});

test('an edition of all publications does not get it, and its own gets nothing else', () => {
  const editionsOf = (publication: string) =>
    routeRevision(watchlist, changeOf(publication), at).map(({ edition, channel }) => `${edition} ${channel}`);
  expect(editionsOf(CANARY)).toEqual([`${CANARY} events`]);
  expect(editionsOf('gazette')).toEqual(['everything email']);
});

test('nobody’s publication can be taken for it, and its own articles are', () => {
  expect(watchlistIdSchema.safeParse(CANARY).success).toBe(false);
  const url = canonicalUrl(URL);
  expect(url !== null && isCanary(articleId(CANARY, url))).toBe(true);
  expect(url !== null && isCanary(articleId('gazette', url))).toBe(false);
});

test('without a site there is none', () => {
  expect(withCanary(people, undefined)).toBe(people);
});
