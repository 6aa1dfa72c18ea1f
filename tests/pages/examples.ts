/** Small articles, comparisons and revisions made by hand, for tests of what is shown. */
import type { Article, Block } from '../../lib/article.ts';
import type { Change, Comparison, Figure, RedlineRow, Span } from '../../lib/change.ts';
import type { ComparedView, Trail } from '../../lib/render/pages/index.ts';
import type { AvailabilityRevision, TextRevision } from '../../lib/revision.ts';

export const same = (text: string): Span => ({ kind: 'same', text });
export const gone = (text: string): Span => ({ kind: 'removed', text });
export const fresh = (text: string): Span => ({ kind: 'added', text });

export const article = (
  headline: string,
  texts: readonly (string | Block)[],
  over: Partial<Article> = {},
): Article => ({
  url: 'https://news.example/ferry-fire',
  canonicalUrl: null,
  headline,
  otherHeadlines: { h1: null, h2: null, openGraph: null, jsonLd: null },
  standfirst: null,
  standfirstFrom: null,
  byline: ['Ada Quill'],
  dateline: null,
  publishedAt: '2025-11-26T16:00:00Z',
  modifiedAt: null,
  section: 'World',
  topics: [],
  language: 'en',
  direction: 'ltr',
  leadImage: null,
  access: 'free',
  blocks: texts.map((text) => (typeof text === 'string' ? { kind: 'paragraph', text } : text)),
  provenance: {},
  ...over,
});

export const figure = (text: string, noun: string | null, qualifier: string | null = null): Figure => ({
  text,
  type: 'count',
  value: null,
  unit: null,
  noun,
  qualifier,
});

export const change = (over: Partial<Change> & Pick<Change, 'kind'>): Change => ({
  part: 'body',
  severity: 'major',
  rule: 'test',
  also: [],
  block: { before: 0, after: 0, under: null },
  passage: 0,
  before: null,
  after: null,
  spans: [],
  facts: [],
  ...over,
});

export const comparison = (changes: readonly Change[], over: Partial<Comparison> = {}): Comparison => ({
  severity: changes[0]?.severity ?? 'none',
  changes,
  announced: 'none',
  unannounced: true,
  summary: '',
  changedShare: 0.1,
  wordsAdded: 2,
  wordsRemoved: 2,
  ...over,
});

export const row = (op: RedlineRow['op'], spans: readonly Span[], over: Partial<RedlineRow> = {}): RedlineRow => ({
  op,
  part: 'body',
  kind: 'paragraph',
  before: null,
  after: null,
  spans,
  changes: [],
  ...over,
});

/** A ferry fire whose toll rose and whose captain's words were altered, with no notice. */
export const ferry = (() => {
  const headline = 'Fire aboard a ferry in the Sound kills six';
  const before = article(headline, [
    'A fire broke out on the car deck of the ferry Lindis on Tuesday evening.',
    { kind: 'heading', level: 2, text: 'The rescue' },
    'At least six people were killed and 13 others were hurt, the coastguard said.',
    'The boat was built in 1998.',
    'It was making its last crossing of the day.',
    '“We saw the smoke at once,” said Ida Holm, the captain.',
  ]);
  const after = article(headline, [
    'A fire broke out on the car deck of the ferry Lindis on Tuesday evening.',
    { kind: 'heading', level: 2, text: 'The rescue' },
    'At least seven people were killed and 15 others were hurt, the coastguard said.',
    'It was making its last crossing of the day.',
    'The boat was built in 1998.',
    '“We saw the smoke too late,” said Ida Holm, the captain.',
  ]);
  const toll = [
    same('At least '),
    gone('six'),
    fresh('seven'),
    same(' people were killed and '),
    gone('13'),
    fresh('15'),
    same(' others were hurt, the coastguard said.'),
  ];
  const words = [
    same('“We saw the smoke '),
    gone('at once'),
    fresh('too late'),
    same(',” said Ida Holm, the captain.'),
  ];
  const changes = [
    change({
      kind: 'figure',
      block: { before: 2, after: 2, under: 'The rescue' },
      before: before.blocks[2]?.text ?? null,
      after: after.blocks[2]?.text ?? null,
      spans: toll,
      facts: [
        { kind: 'figure', before: figure('six', 'killed', 'at least'), after: figure('seven', 'killed', 'at least') },
        { kind: 'figure', before: figure('13', 'hurt'), after: figure('15', 'hurt') },
      ],
    }),
    change({
      kind: 'quote',
      passage: 1,
      block: { before: 5, after: 5, under: 'The rescue' },
      before: before.blocks[5]?.text ?? null,
      after: after.blocks[5]?.text ?? null,
      spans: words,
      facts: [{ kind: 'quote', before: 'at once', after: 'too late', speaker: 'Ida Holm' }],
    }),
    change({
      kind: 'moved',
      severity: 'minor',
      passage: 2,
      block: { before: 3, after: 4, under: 'The rescue' },
      before: 'The boat was built in 1998.',
      after: 'The boat was built in 1998.',
      spans: [same('The boat was built in 1998.')],
    }),
  ];
  const rows: RedlineRow[] = [
    row('same', [same(headline)], { part: 'headline', kind: 'headline' }),
    row('same', [same(before.blocks[0]?.text ?? '')], { before: 0, after: 0 }),
    row('same', [same('The rescue')], { kind: 'heading', level: 2, part: 'section', before: 1, after: 1 }),
    row('edited', toll, { before: 2, after: 2, changes: [0] }),
    row('moved-from', [gone('The boat was built in 1998.')], { before: 3, after: null, changes: [2] }),
    row('same', [same('It was making its last crossing of the day.')], { before: 4, after: 3 }),
    row('moved-to', [fresh('The boat was built in 1998.')], { before: null, after: 4, changes: [2] }),
    row('edited', words, { before: 5, after: 5, changes: [1] }),
  ];
  return {
    before,
    after,
    rows,
    comparison: comparison(changes, { summary: 'killed six → seven, hurt 13 → 15; quotation of Ida Holm altered' }),
  };
})();

const head = {
  format: 1,
  articleId: 'example-news-4f2a9c',
  publication: 'example-news',
  publicationName: 'Example News',
  url: 'https://news.example/ferry-fire',
  owes: { kind: 'nothing', why: 'no-edition' },
  pageToken: 'k7Qp2xW9',
  beats: ['sea'],
  recent: { states: [], alerted: null },
} as const;

export const textRevision = (number: number, over: Partial<TextRevision> = {}): TextRevision => ({
  ...head,
  kind: 'text',
  number,
  previousHash: number === 1 ? null : 'ab'.repeat(32),
  fetchedAt: `2025-11-26T${String(17 + number).padStart(2, '0')}:35:00.000Z`,
  unchangedAt: number === 1 ? null : `2025-11-26T${String(17 + number).padStart(2, '0')}:20:00.000Z`,
  page: { sha256: `${number}f`.repeat(32), url: head.url, status: 200, contentType: 'text/html', bytes: 48_211 },
  snapshot: { article: number === 1 ? ferry.before : ferry.after, readingVersion: '1+0', fingerprint: String(number) },
  comparedWith: number === 1 ? null : { number: number - 1, readAgain: false },
  comparison: number === 1 ? null : ferry.comparison,
  returnsTo: null,
  ...over,
});

export const availabilityRevision = (
  number: number,
  over: Partial<AvailabilityRevision> = {},
): AvailabilityRevision => ({
  ...head,
  kind: 'availability',
  number,
  previousHash: 'cd'.repeat(32),
  fetchedAt: `2025-11-27T${String(number).padStart(2, '0')}:00:00.000Z`,
  unchangedAt: null,
  availability: { before: 'live', after: 'gone' },
  detail: 'HTTP 410 on 3 visits since 18:20 UTC',
  severity: 'major',
  snapshotAt: number - 1,
  headline: ferry.after.headline,
  ...over,
});

export const NO_TRAIL: Trail = { overview: null, publication: null, timeline: null, previous: null, next: null };

/** The page of the ferry's second revision, or of whatever is put in its place. */
export const ferryView = (over: Partial<ComparedView> = {}): ComparedView => ({
  kind: 'compared',
  publicationName: 'Example News',
  headline: ferry.after.headline,
  number: 2,
  from: 1,
  url: 'https://news.example/ferry-fire',
  unchangedAt: '2025-11-26T18:20:00.000Z',
  changedBy: '2025-11-26T18:35:00.000Z',
  hash: 'ab'.repeat(32),
  previousHash: 'cd'.repeat(32),
  trail: NO_TRAIL,
  before: ferry.before,
  after: ferry.after,
  comparison: ferry.comparison,
  rows: ferry.rows,
  archived: {
    before: { sha256: '1f'.repeat(32), href: null, fetchedAt: '2025-11-26T18:20:00.000Z' },
    after: { sha256: '2f'.repeat(32), href: null, fetchedAt: '2025-11-26T18:35:00.000Z' },
  },
  returnsTo: null,
  ...over,
});
