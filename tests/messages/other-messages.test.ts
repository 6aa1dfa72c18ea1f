import { describe, expect, test } from 'vitest';
import type { Alert, Digest } from '../../lib/alert.ts';
import {
  renderDigest,
  renderIncident,
  renderLastText,
  renderTest,
  smsPrefix,
  smsSize,
} from '../../lib/render/messages/index.ts';
import { CASES } from './cases.ts';

const alertNamed = (name: string, change: Partial<Pick<Alert, 'articleId' | 'publicationName'>> = {}): Alert => {
  const found = CASES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no case “${name}”`);
  return { ...found.alertFor('email'), articleId: name, ...change };
};

const digestOf = (alerts: Digest['alerts']): Digest => ({
  messageId: 'digest.world-desk',
  channel: 'email',
  edition: { id: 'world-desk', name: 'World desk' },
  dueAt: '2025-11-26T23:30:00.000Z',
  timeZone: 'Europe/Berlin',
  alerts,
});

describe('a digest', () => {
  const digest = digestOf([
    alertNamed('wording'),
    alertNamed('availability-gone'),
    alertNamed('headline', { publicationName: 'Harbour Gazette' }),
  ]);
  const { subject, body } = renderDigest(digest, {
    reasons: { 'world-desk': 'all publications, minor changes and up' },
  });

  test('says in its subject how much there is', () => {
    expect(subject).toBe('World desk: 3 articles changed, 1 major (Example News, Harbour Gazette)');
  });

  test('is dated by the clocks of its readers', () => {
    expect(body.split('\n')[0]).toBe('World desk, 27 Nov 2025: 3 articles changed, 1 major.');
  });

  test('goes publication by publication, the gravest first', () => {
    const order = ['Example News\n', 'article withdrawn', 'wording', 'Harbour Gazette\n', 'headline now'];
    const places = order.map((text) => body.indexOf(text));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('counts what would make it too long', () => {
    const many = Array.from({ length: 300 }, (_, index) => alertNamed('wording', { articleId: `a${index}` }));
    const [first, ...rest] = many;
    if (first === undefined) throw new Error('there are 300');
    const long = renderDigest(digestOf([first, ...rest]));
    expect(Buffer.byteLength(long.body)).toBeLessThanOrEqual(20_000);
    expect(long.body).toMatch(/^\d+ more articles, not shown here\.$/mu);
    expect(long.subject).toContain('300 articles changed');
  });
});

describe('the last text of a day', () => {
  const last = {
    messageId: 'last-text.world-desk',
    to: 'only:world-desk',
    name: 'World desk',
    smsPerDay: 20,
    headlines: ['Seven dead as ferry runs aground off Halm island in heavy swell and dense fog', 'Another'],
    siteUrl: 'https://sp.example',
    senderName: 'StopPress',
  };

  test('says how many articles it stands for, and names the first', () => {
    expect(renderLastText(last).body).toBe(
      "World desk: 2 more articles changed after the day's 20 texts. First: Seven dead as ferry runs aground off Halm island in heavy... https://sp.example/",
    );
  });

  test.each([
    ['a long link', { ...last, siteUrl: `https://sp.example/${'x'.repeat(140)}` }],
    ['a Cyrillic headline', { ...last, headlines: ['Пором сів на мілину біля острова Гальм', 'x'] }],
    ['no headline', { ...last, headlines: [] }],
    ['a long name', { ...last, name: 'Редакція новин міста та всього узбережжя' }],
  ])('is one segment with %s', (_, other) => {
    const { body } = renderLastText(other);
    expect(body).not.toBe('');
    expect(smsSize(`${smsPrefix('StopPress')}${body}`).segments).toBe(1);
  });
});

describe('a test', () => {
  const test1 = { messageId: 't', edition: { id: 'desk', name: 'World desk' }, at: '2025-11-26T18:35:00.000Z' };
  test.each([
    [
      'email',
      'Stop Press test: World desk',
      'Test of edition "World desk", sent 26 Nov 2025, 18:35 UTC. No article changed.\n',
    ],
    ['sms', null, 'Test of edition "World desk", sent 26 Nov 2025, 18:35 UTC. No article changed.'],
    ['events', null, '{"schema":"stop-press/test/1","id":"t","edition":"desk","at":"2025-11-26T18:35:00.000Z"}'],
  ] as const)('by %s says that it is one', (channel, subject, body) => {
    expect(renderTest({ ...test1, channel })).toMatchObject({ channel, editions: ['desk'], subject, body });
  });
});

test('operators are told what is wrong, since when, and what to do first', () => {
  const started = {
    format: 1,
    publication: 'example-news',
    number: 4,
    kind: 'nothing-discovered',
    event: 'started',
    at: '2025-11-26T18:35:00.000Z',
    detail:
      'No new article in 26 hours; the feed answers 200 but holds 0 entries. Open the feed address in a browser first.',
    startedBy: null,
  } as const;
  expect(renderIncident(started, 'Example News')).toEqual({
    messageId: 'incident-example-news-4',
    subject: 'Stop Press: Example News: no new article has been found for too long',
    body: [
      'Example News: no new article has been found for too long.',
      'Seen 26 Nov 2025, 18:35 UTC.',
      '',
      'No new article in 26 hours; the feed answers 200 but holds 0 entries. Open the feed address in a browser first.',
      '',
    ].join('\n'),
  });
  expect(renderIncident({ ...started, number: 5, event: 'ended', startedBy: 4 }, 'Example News').subject).toBe(
    'Stop Press: Example News: over: no new article has been found for too long',
  );
});
