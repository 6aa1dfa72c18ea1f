import { describe, expect, test } from 'vitest';
import { revisionsToldOf } from '../../lib/adapters/s3-event.ts';
import { packVisits, parseVisitMessage } from '../../lib/visit-message.ts';
import { watchlistSchema, type Watchlist } from '../../lib/watchlist.ts';

const tickAt = new Date('2026-03-01T09:05:00Z');

const watchlistOf = (ids: readonly string[], paused: readonly string[] = []): Watchlist =>
  watchlistSchema.parse({
    version: 1,
    operator: { contact: 'desk@news.example' },
    publications: Object.fromEntries(
      ids.map((id) => [id, { name: id, feeds: [`https://${id}.example/feed`], paused: paused.includes(id) }]),
    ),
  });

describe('the messages of dispatch', () => {
  const ids = Array.from({ length: 45 }, (_, n) => `paper-${n}`);

  test('hold every publication once, about twenty each', () => {
    const messages = packVisits(watchlistOf(ids), tickAt);
    expect(messages.map(({ publications }) => publications.length)).toEqual([15, 15, 15]);
    expect(messages.flatMap(({ publications }) => publications).sort()).toEqual([...ids].sort());
  });

  test('leave out what is paused, and are none where all is', () => {
    expect(packVisits(watchlistOf(['a', 'b'], ['a']), tickAt).map(({ publications }) => publications)).toEqual([['b']]);
    expect(packVisits(watchlistOf(['a'], ['a']), tickAt)).toEqual([]);
  });

  test('separate neighbours of the watchlist, which may share a server', () => {
    const [first, second] = packVisits(watchlistOf(ids), tickAt);
    expect(first?.publications[0]).toBe('paper-0');
    expect(second?.publications[0]).toBe('paper-1');
  });

  test('survive the queue', () => {
    const [message] = packVisits(watchlistOf(['a']), tickAt);
    expect(parseVisitMessage(JSON.stringify(message))).toEqual(message);
  });

  test.each(['', '{}', '{"format":2,"tickAt":"2026-03-01T09:05:00Z","publications":["a"]}', '[]', 'null'])(
    'what is none of ours is refused: %s',
    (body) => expect(() => parseVisitMessage(body)).toThrow(),
  );
});

describe('what S3 tells of', () => {
  const told = (...keys: readonly string[]) =>
    JSON.stringify({ Records: keys.map((key) => ({ eventName: 'ObjectCreated:Put', s3: { object: { key } } })) });

  test('the revisions, by article and number', () => {
    expect(revisionsToldOf(told('revisions/paper-0123456789abcdef/00002.json', 'revisions/a%2Db/12345.json'))).toEqual([
      { articleId: 'paper-0123456789abcdef', number: 2 },
      { articleId: 'a-b', number: 12_345 },
    ]);
  });

  test('nothing, in the message that S3 sends when notifications are set up', () => {
    const body = JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Time: tickAt, Bucket: 'ledger' });
    expect(revisionsToldOf(body)).toEqual([]);
  });

  test.each([
    ['an object that is no revision', told('pages/00aa.html.gz')],
    ['a key that climbs', told('revisions/..%2F..%2Fetc/00001.json')],
    ['no notification', '{}'],
    ['no JSON', 'hello'],
  ])('it is refused: %s', (_, body) => expect(() => revisionsToldOf(body)).toThrow());
});
