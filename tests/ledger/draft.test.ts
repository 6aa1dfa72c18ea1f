import { describe, expect, test } from 'vitest';
import type { ChangeKind, Severity } from '../../lib/change.ts';
import { contentHash } from '../../lib/hash.ts';
import { isWorthRecording, kindsOf } from '../../lib/record/index.ts';
import type { AvailabilityState } from '../../lib/availability.ts';
import type { Owes } from '../../lib/revision.ts';
import type { Watchlist, WatchlistSource } from '../../lib/watchlist.ts';
import { articleOf, changeOf, comparisonFrom } from '../messages/article-of.ts';
import { at, committed, contextOf, entryOf, goneDraft, pageOf, snapshotOf, textDraft, textRevision } from './parts.ts';
import { ARTICLE_URL, watchlistOf } from './story.ts';

const change = (kind: ChangeKind, severity: Severity) => changeOf({ kind, severity, before: 'six', after: 'seven' });

describe('a comparison', () => {
  test.each<[string, readonly (readonly [ChangeKind, Severity])[], boolean]>([
    ['that found nothing makes no revision', [], false],
    ['of a cosmetic change makes one', [['typography', 'cosmetic']], true],
    ['of stamps alone makes none', [['dates', 'cosmetic']], false],
    [
      'of stamps, an image and a link makes none',
      [
        ['dates', 'cosmetic'],
        ['image', 'cosmetic'],
        ['link', 'cosmetic'],
      ],
      false,
    ],
    ['of an image that matters makes one', [['image', 'minor']], true],
    [
      'of stamps and a word makes one',
      [
        ['dates', 'cosmetic'],
        ['wording', 'minor'],
      ],
      true,
    ],
  ])('%s', (_, changes, expected) => {
    expect(isWorthRecording(comparisonFrom(changes.map(([kind, severity]) => change(kind, severity))))).toBe(expected);
  });

  test('that counts for nothing by the publication’s rules makes none', () => {
    expect(isWorthRecording(comparisonFrom([change('figure', 'minor')], { severity: 'none' }))).toBe(false);
  });

  test('is of the kinds of its changes and of the facts inside them', () => {
    const inside = changeOf({
      kind: 'rewritten',
      before: 'Six died.',
      after: 'Seven died.',
      facts: [{ kind: 'quote', before: 'a', after: 'b' }],
    });
    expect([...kindsOf([inside, change('headline', 'major')])]).toEqual(['rewritten', 'quote', 'headline']);
  });
});

const figure = comparisonFrom([changeOf({ kind: 'figure', before: 'Six died.', after: 'Seven died.' })]);
const first = committed(textRevision());
const before = { revision: first.revision, snapshot: first.revision.snapshot, readAgain: false };
const second = { tail: first, before, comparison: figure, text: 'Seven died.' };

const owedTo = (owes: Owes): string =>
  owes.kind === 'nothing' ? owes.why : owes.alerts.flatMap(({ editions }) => editions).join(', ');

test('the first revision is compared with nothing, follows nothing and owes nothing', () => {
  expect(textRevision({ text: 'Six died.' })).toMatchObject({
    number: 1,
    previousHash: null,
    unchangedAt: null,
    comparedWith: null,
    comparison: null,
    returnsTo: null,
    owes: { kind: 'nothing', why: 'first-sighting' },
    recent: { states: [{ number: 1, fingerprint: snapshotOf('Six died.').fingerprint, fetchedAt: at('09:00') }] },
    page: { sha256: contentHash(Buffer.from('Six died.')), url: ARTICLE_URL, status: 200, bytes: 9 },
  });
});

test('the next one names the one before by its hash, and what it was compared with', () => {
  const revision = textRevision({ ...second, before: { ...before, readAgain: true } });
  expect(revision).toMatchObject({
    number: 2,
    previousHash: first.hash,
    comparedWith: { number: 1, readAgain: true },
    comparison: figure,
    returnsTo: null,
    recent: { states: [{ number: 1 }, { number: 2 }], alerted: { at: at('09:00'), severity: 'major' } },
  });
  expect(owedTo(revision.owes)).toBe('world-desk');
});

test('equal drafts are equal bytes', () => {
  expect(JSON.stringify(textDraft(second))).toBe(JSON.stringify(textDraft(second)));
});

test('a text that is back is told to be the earlier one', () => {
  const tail = committed(textRevision(second));
  expect(textRevision({ tail, before, comparison: figure, text: 'Six died.' }).returnsTo).toBe(1);
});

describe('the state before was last seen', () => {
  test.each<[string, string | null, string]>([
    ['when it was last read', at('09:30'), at('09:30')],
    ['when it was committed, where the roster has not heard of that', at('08:30'), at('09:00')],
    ['when it was committed, where nothing was read since', null, at('09:00')],
  ])('%s', (_, readAt, expected) => {
    expect(textRevision({ ...second, entry: entryOf({ readAt }) }).unchangedAt).toBe(expected);
  });
});

const mutedBy = (...muted: string[]): Watchlist =>
  watchlistOf({ publications: { 'example-news': { name: 'Example News', articles: [ARTICLE_URL], muted } } });

describe('an article is muted', () => {
  test.each<[string, Watchlist, string]>([
    ['by the address it is asked for at', mutedBy(ARTICLE_URL), 'muted'],
    ['by one of its others', mutedBy('https://news.example/other'), 'muted'],
    ['in whatever way that is written', mutedBy('http://www.news.example/other/?utm_source=x'), 'muted'],
    ['by no other article’s', mutedBy('https://news.example/third'), 'world-desk'],
    ['not because another is', mutedBy(), 'world-desk'],
  ])('%s', (_, watchlist, expected) => {
    const entry = entryOf({ aliases: ['https://news.example/first', 'https://news.example/other'] });
    const context = contextOf({ watchlist });
    expect(owedTo(textRevision({ ...second, entry }, context).owes)).toBe(expected);
    expect(owedTo(goneDraft(first, first.revision, { entry }, context).revision.owes)).toBe(expected);
  });
});

describe('an availability', () => {
  test.each<[AvailabilityState, Severity]>([
    ['gone', 'major'],
    ['missing', 'major'],
    ['redirected', 'notable'],
    ['live', 'notable'],
    ['paywalled', 'minor'],
    ['blocked', 'minor'],
  ])('%s is %s', (after, severity) => {
    const moved = { before: after === 'live' ? 'gone' : 'live', after } as const;
    expect(goneDraft(first, first.revision, { moved }).revision).toMatchObject({ severity, availability: moved });
  });

  test('is a revision of its own, on the text that was last seen', () => {
    const { revision, pageBytes } = goneDraft(first, first.revision);
    expect(revision).toMatchObject({
      kind: 'availability',
      number: 2,
      previousHash: first.hash,
      fetchedAt: at('10:00'),
      unchangedAt: at('09:00'),
      snapshotAt: 1,
      headline: 'A headline',
      detail: 'HTTP 410',
      recent: { states: first.revision.recent.states, alerted: { at: at('10:00'), severity: 'major' } },
    });
    expect(pageBytes).toBeNull();
  });

  test.each<[string, readonly ChangeKind[], string]>([
    ['goes to an edition that wants availability', ['availability'], 'desk'],
    ['and to none that wants other kinds', ['figure', 'quote'], 'no-edition'],
  ])('%s', (_, kinds, expected) => {
    const subscribers = { email: ['reader@example.com'] };
    const editions: WatchlistSource['editions'] = { desk: { name: 'Desk', kinds: [...kinds], subscribers } };
    const context = contextOf({ watchlist: watchlistOf({ editions }) });
    expect(owedTo(goneDraft(first, first.revision, {}, context).revision.owes)).toBe(expected);
  });
});

test('an edition on a kind gets it where it is inside another change, and on a beat where the text is on it', () => {
  const subscribers = { email: ['reader@example.com'] };
  const context = contextOf({
    watchlist: watchlistOf({
      beats: { harbour: { words: ['seven'] }, weather: { words: ['storm'] } },
      editions: {
        quotes: { name: 'Quotes', kinds: ['quote'], subscribers },
        figures: { name: 'Figures', kinds: ['figure'], subscribers },
        harbour: { name: 'Harbour', beats: ['harbour'], subscribers },
        weather: { name: 'Weather', beats: ['weather'], subscribers },
      },
    }),
  });
  const facts = [{ kind: 'quote', before: 'a', after: 'b' }] as const;
  const comparison = comparisonFrom([
    changeOf({ kind: 'rewritten', before: 'Six died.', after: 'Seven died.', facts }),
  ]);
  const revision = textRevision({ ...second, comparison }, context);
  expect(revision.beats).toEqual(['harbour']);
  expect(owedTo(revision.owes)).toBe('harbour, quotes');
});

test('every change of a page is recorded with its address, coding and token', () => {
  const page = pageOf({ text: 'Seven died.', url: `${ARTICLE_URL}-2`, contentType: null, status: 203 });
  const revision = textRevision({ ...second, page }, contextOf({ newPageToken: () => 'r4nd0m' }));
  expect(revision).toMatchObject({
    pageToken: 'r4nd0m',
    publication: 'example-news',
    publicationName: 'Example News',
    url: ARTICLE_URL,
    page: { url: `${ARTICLE_URL}-2`, contentType: null, status: 203 },
    snapshot: { article: articleOf(['Seven died.']) },
  });
});
