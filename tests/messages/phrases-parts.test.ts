/** What befell a part of the article, in all its lengths: the fullest first, what is said where nothing fits last. */
import { describe, expect, test } from 'vitest';
import type { Block, BlockKind } from '../../lib/article.ts';
import { CHANGE_KINDS, type Change, type Fact } from '../../lib/change.ts';
import { phrasesOf } from '../../lib/compare/phrases/index.ts';
import { countOf, holdsWords } from '../../lib/compare/phrases/kinds.ts';
import { blockNoun } from '../../lib/compare/phrases/nouns.ts';
import { articleOf, changeOf, comparisonFrom, type ChangeParts } from './article-of.ts';

type Blocks = readonly (string | Block)[];

const told = (changes: readonly Change[], before: Blocks, after: Blocks) => ({
  comparison: comparisonFrom(changes),
  before: articleOf(before),
  after: articleOf(after),
  language: 'en',
});
const formsOf = (changes: readonly Change[], before: Blocks = ['x'], after: Blocks = ['x']) =>
  phrasesOf(told(changes, before, after)).map(({ forms }) => [...forms]);

const SHORT = 'The ferry was late.';
const LONG =
  'The harbour office said that the northern pier would stay closed until the divers had looked at every one of its piles and written down what they found there.';
const A = 'Alpha beta gamma delta epsilon zeta eta theta.';
const B = 'Alpha beta gamma delta EPSILON zeta eta theta.';

const figure = (text: string) =>
  ({ text, type: 'count', value: null, unit: null, noun: 'dead', qualifier: null }) as const;
const deaths: Fact = { kind: 'figure', before: figure('six'), after: figure('seven') };
const post = (text: string, heading: string | null): Block => ({
  kind: 'post',
  text,
  post: { heading, publishedAt: null, id: null },
});

describe('what came or went', () => {
  const added = (after: string, facts: readonly Fact[] = []) => changeOf({ kind: 'added', before: null, after, facts });
  const said = (after: string) => ({ kind: 'quote', before: null, after }) as const;
  test.each<[string, Change, Blocks, Blocks, readonly string[]]>([
    ['a paragraph', added(SHORT), [], [SHORT], ['added: “The ferry was late.”', '1 paragraph added']],
    ['a sentence', added(SHORT), [], [`${SHORT} It rained.`], ['added: “The ferry was late.”', '1 sentence added']],
    [
      'a paragraph too long to be read at a glance, by what it holds',
      added(LONG, [said('x'), said('y'), { kind: 'attribution', before: null, after: 'said' }]),
      [],
      [LONG],
      ['1 paragraph added, with quotations and an attribution'],
    ],
    [
      'one quotation in it',
      added(LONG, [said('x'), { kind: 'name', before: null, after: 'Ann Lee' }]),
      [],
      [LONG],
      ['1 paragraph added, with a quotation and a name'],
    ],
    [
      'a long one, by its first sentence and the number of the others',
      added(`${SHORT} ${LONG}`),
      [],
      [],
      ['added: “The ferry was late.” + 1 more sentence', '1 passage added'],
    ],
    [
      'a longer one',
      added(`${SHORT} ${LONG} ${SHORT}`),
      [],
      [],
      ['added: “The ferry was late.” + 2 more sentences', '1 passage added'],
    ],
    ['a long one whose first sentence is long', added(`${LONG} ${SHORT}`), [], [], ['1 passage added']],
    [
      'two short sentences',
      added(`${SHORT} It rained.`),
      [],
      [],
      ['added: “The ferry was late. It rained.”', 'added: “The ferry was late.” + 1 more sentence', '1 passage added'],
    ],
    ['a quotation, which is never cut', added(`“${SHORT} ${LONG}”`), [], [], ['1 passage added']],
    ['nothing that can be read', added(''), [], [], ['1 passage added']],
    [
      'exactly as much as is read at a glance',
      added(`${'x'.repeat(139)}.`),
      [],
      [],
      [`added: “${'x'.repeat(139)}.”`, '1 passage added'],
    ],
    ['and one more', added(`${'x'.repeat(140)}.`), [], [], ['1 passage added']],
    [
      'a first sentence exactly as long as that',
      added(`Y${'x'.repeat(138)}. ${SHORT}`),
      [],
      [],
      [`added: “Y${'x'.repeat(138)}.” + 1 more sentence`, '1 passage added'],
    ],
    [
      'what went',
      changeOf({ kind: 'removed', before: SHORT, after: null }),
      [SHORT],
      [],
      ['removed: “The ferry was late.”', '1 paragraph removed'],
    ],
    [
      'a post, by its heading',
      added(SHORT),
      [],
      [post(SHORT, 'Ferry late')],
      ['post added: “Ferry late”', '1 post added'],
    ],
    [
      'a sentence of a post',
      added(SHORT),
      [post(SHORT, 'Another')],
      [post(`${SHORT} More.`, 'Ferry late')],
      ['added: “The ferry was late.”', '1 sentence added'],
    ],
    [
      'a post that went',
      changeOf({ kind: 'removed', before: SHORT, after: null }),
      [post(SHORT, 'Ferry late')],
      [post(SHORT, 'Another')],
      ['post removed: “Ferry late”', '1 post removed'],
    ],
  ])('%s', (_, change, before, after, expected) => {
    expect(formsOf([change], before, after)).toEqual([expected]);
  });

  test.each<[BlockKind, string]>([
    ['paragraph', 'paragraph'],
    ['heading', 'heading'],
    ['list-item', 'list item'],
    ['quotation', 'quotation'],
    ['caption', 'caption'],
    ['table-row', 'table row'],
    ['preformatted', 'passage'],
    ['post', 'post'],
    ['notice', 'notice'],
  ])('a block of the kind %s is a %s, all of it', (kind, noun) => {
    const block = { kind, text: LONG } as Block;
    const removed = changeOf({ kind: 'removed', before: LONG, after: null });
    expect(formsOf([removed], [block])).toEqual([[`1 ${noun} removed`]]);
    expect(blockNoun(changeOf({ kind: 'moved', before: LONG, after: LONG }), told([], [], [block]))).toBe(noun);
    expect(blockNoun(changeOf({ kind: 'moved', before: SHORT, after: SHORT }), told([], [], [block]))).toBe('sentence');
  });
});

describe('alike changes are counted', () => {
  const all = (parts: readonly (ChangeParts & { readonly at?: number })[]) =>
    parts.map(({ at = 0, ...part }, passage): Change => {
      const change = changeOf({ ...part, passage });
      return {
        ...change,
        block: { before: part.before === null ? null : at, after: part.after === null ? null : at, under: null },
      };
    });
  const came = (after: string, at: number, severity: Change['severity'] = 'major') =>
    ({ kind: 'added', before: null, after, at, severity }) as const;
  const posts = (headings: readonly (string | null)[]) => {
    const blocks = headings.map((heading, index) => post(`Text ${index}`, heading));
    return formsOf(all(blocks.map(({ text }, at) => came(text, at))), [], blocks);
  };

  test('posts by their headings, where each has one', () => {
    expect(posts(['One', 'Two'])).toEqual([
      ['2 posts added: “One”, “Two”', '2 posts added: “One” and another', '2 posts added'],
    ]);
    expect(posts(['One', 'Two', 'Three'])).toEqual([['3 posts added: “One” and others', '3 posts added']]);
    expect(posts(['One', null])).toEqual([['2 posts added']]);
    expect(posts([null, null])).toEqual([['2 posts added']]);
  });

  test('what is minor with the rest, and what is cosmetic not', () => {
    const texts = ['A a.', 'B b. C c.'];
    const changes = all([came('A a.', 0), came('B b.', 1, 'minor'), came('C c.', 1, 'cosmetic')]);
    expect(formsOf(changes, [], texts)).toEqual([['2 passages added']]);
  });

  test('what came apart from what went', () => {
    const changes = all([came('A a.', 0), { kind: 'removed', before: 'R r.', after: null }, came('B b.', 1)]);
    expect(formsOf(changes, ['R r.'], ['A a.', 'B b.'])).toEqual([
      ['2 paragraphs added'],
      ['removed: “R r.”', '1 paragraph removed'],
    ]);
  });

  const altered = 'Alpha beta gamma delta epsilon zeta eta theta” → “Alpha beta gamma delta EPSILON zeta eta theta';
  test.each<[Change['kind'], readonly string[], string]>([
    ['moved', ['1 sentence moved'], '2 sentences moved'],
    ['rewritten', [`rewritten: now “${B}”`, '1 sentence rewritten'], '2 sentences rewritten'],
    [
      'wording',
      [`wording “${altered}”`, 'wording “delta epsilon zeta” → “delta EPSILON zeta”', '1 change of wording'],
      '2 changes of wording',
    ],
    [
      'caption',
      [`caption “${altered}”`, 'caption “delta epsilon zeta” → “delta EPSILON zeta”', '1 caption changed'],
      '2 captions changed',
    ],
    ['section', [`heading “${A}” → “${B}”`], '2 section headings changed'],
    ['link', ['1 link changed'], '2 links changed'],
    ['typography', ['style of marks changed'], '2 changes of marks'],
  ])('%s', (kind, one, two) => {
    expect(formsOf(all([{ kind, before: A, after: B }]))).toEqual([one]);
    expect(
      formsOf(
        all([
          { kind, before: A, after: B },
          { kind, before: A, after: B },
        ]),
      ),
    ).toEqual([[two]]);
  });

  test('headings that came, went, or both', () => {
    const came = { kind: 'section', before: null, after: B } as const;
    const gone = { kind: 'section', before: A, after: null } as const;
    expect(formsOf(all([came, came]))).toEqual([['2 section headings added']]);
    expect(formsOf(all([gone, gone]))).toEqual([['2 section headings removed']]);
    expect(formsOf(all([gone, came]))).toEqual([['2 section headings changed']]);
  });
});

describe('what was altered', () => {
  const altered = (parts: Partial<ChangeParts> & Pick<ChangeParts, 'kind'>) =>
    formsOf([changeOf({ before: A, after: B, ...parts })])[0];
  test.each<[string, Partial<ChangeParts> & Pick<ChangeParts, 'kind'>, readonly string[]]>([
    ['an image', { kind: 'image' }, ['image changed']],
    ['an image that came', { kind: 'image', before: null }, ['image changed']],
    ['the availability', { kind: 'availability' }, ['availability changed']],
    ['a stamp', { kind: 'dates', rule: 'stamp' }, ['stamp changed']],
    [
      'the day of publication',
      { kind: 'dates', rule: 'published-day', before: '2026-11-20T08:00:00Z', after: '2026-11-21T08:00:00Z' },
      ['publication day “20 Nov 2026” → “21 Nov 2026”'],
    ],
    [
      'a day that cannot be read',
      { kind: 'dates', rule: 'published-day', before: 'Friday morning', after: '2026-11-21T08:00:00Z' },
      ['publication day “Friday morning” → “21 Nov 2026”'],
    ],
    [
      'a day that came',
      { kind: 'dates', rule: 'published-day', before: null, after: '2026-11-21T08:00:00Z' },
      ['publication day added: “21 Nov 2026”'],
    ],
    ['the byline', { kind: 'byline', before: 'Ann Lee', after: 'Jo Ray' }, ['byline “Ann Lee” → “Jo Ray”']],
    ['a byline that came', { kind: 'byline', before: null, after: 'Jo Ray' }, ['byline added: “Jo Ray”']],
    ['a byline that went', { kind: 'byline', before: 'Ann Lee', after: null }, ['byline removed: “Ann Lee”']],
    ['a heading that came', { kind: 'section', before: null, after: 'Rescue' }, ['heading added: “Rescue”']],
    ['a heading that went', { kind: 'section', before: 'Rescue', after: null }, ['heading removed: “Rescue”']],
    ['the standfirst', { kind: 'standfirst' }, ['standfirst changed']],
    [
      'the standfirst, by its figures',
      { kind: 'standfirst', facts: [deaths] },
      ['standfirst: dead six → seven', 'standfirst changed'],
    ],
    [
      'the standfirst, by two of its facts and not by what only came, is quoted, or is a notice',
      {
        kind: 'standfirst',
        facts: [
          { kind: 'quote', before: 'a', after: 'b' },
          { kind: 'correction', before: 'a', after: 'b' },
          { kind: 'figure', before: null, after: figure('ten') },
          { kind: 'figure', before: figure('ten'), after: null },
          deaths,
          { kind: 'name', before: 'Ann Lee', after: 'Jo Ray' },
          { kind: 'name', before: 'Al Fox', after: 'Bo Hall' },
        ],
      },
      ['standfirst: dead six → seven, Ann Lee → Jo Ray', 'standfirst changed'],
    ],
    [
      'the article, by its figures',
      { kind: 'rewritten', rule: 'rewritten-article', facts: [deaths] },
      ['article rewritten: dead six → seven', 'article rewritten'],
    ],
    ['the article', { kind: 'rewritten', rule: 'rewritten-article' }, ['article rewritten']],
    [
      'a sentence',
      { kind: 'rewritten', after: SHORT, facts: [deaths] },
      ['rewritten: now “The ferry was late.”', '1 sentence rewritten: dead six → seven', '1 sentence rewritten'],
    ],
    [
      'a sentence too long to be read at a glance',
      { kind: 'rewritten', after: LONG, facts: [deaths] },
      ['1 sentence rewritten: dead six → seven', '1 sentence rewritten'],
    ],
    [
      'a long sentence of which words were taken out',
      { kind: 'rewritten', before: LONG.replace('closed', 'closed on all the days'), after: LONG },
      ['“on all the days” taken out', '1 sentence rewritten'],
    ],
    [
      'and of which some were put in',
      { kind: 'rewritten', before: LONG, after: LONG.replace('closed', 'closed on all the days') },
      ['“on all the days” put in', '1 sentence rewritten'],
    ],
    [
      'more words than can be read at a glance',
      { kind: 'rewritten', before: LONG, after: LONG.replace('closed', `closed ${'and dark '.repeat(20)}`) },
      ['1 sentence rewritten'],
    ],
    [
      'exactly as many as can be',
      { kind: 'rewritten', before: LONG, after: `${'y'.repeat(139)}.` },
      [`rewritten: now “${'y'.repeat(139)}.”`, '1 sentence rewritten'],
    ],
    ['a sentence that is no more', { kind: 'rewritten', after: null }, ['1 sentence rewritten']],
    ['a wording that came', { kind: 'wording', before: null }, ['1 change of wording']],
    ['a caption that went', { kind: 'caption', after: null }, ['1 caption changed']],
    [
      'a link to another site',
      { kind: 'link', before: 'https://a.example/x', after: 'https://b.example/x' },
      ['link a.example → b.example', '1 link changed'],
    ],
    [
      'a link to another page of the site',
      { kind: 'link', before: 'https://a.example/x', after: 'https://a.example/y' },
      ['1 link changed'],
    ],
    ['a link that came', { kind: 'link', before: null, after: 'https://a.example/x' }, ['1 link changed']],
    ['a link that went', { kind: 'link', before: 'https://a.example/x', after: null }, ['1 link changed']],
    ['the headline', { kind: 'headline', before: null }, ['headline changed']],
    ['a headline that went', { kind: 'headline', after: null }, ['headline changed']],
    [
      'the headline, by its figures and by its words',
      { kind: 'headline', before: 'Six dead on the ferry', after: 'Seven dead on the ferry', facts: [deaths] },
      [
        'headline now “Seven dead on the ferry”, was “Six dead on the ferry”',
        'headline now “Seven dead on the ferry”',
        'headline: dead six → seven',
        'headline: “Six dead” → “Seven dead”',
        'headline changed',
      ],
    ],
    [
      'the headline, by what was put in',
      { kind: 'headline', before: 'Ferry late', after: 'Ferry late on the way to Halm' },
      [
        'headline now “Ferry late on the way to Halm”, was “Ferry late”',
        'headline now “Ferry late on the way to Halm”',
        'headline: “on the way to Halm” put in',
        'headline changed',
      ],
    ],
  ])('%s', (_, parts, expected) => {
    expect(altered(parts)).toEqual(expected);
  });

  test.each(['figure', 'attribution', 'name', 'claim'] as const)('a %s of which nothing is known', (kind) => {
    expect(altered({ kind })).toEqual([`${kind} changed`]);
  });
});

describe('a notice', () => {
  test.each<[string | null, string | null, readonly string[]]>([
    [null, 'Correction: It left at six.', ['correction added: “It left at six.”', 'correction added']],
    ['Correction: It left at six.', null, ['correction removed: “It left at six.”', 'correction removed']],
    [
      'Correction: It left at six.',
      'Correction: It left at five.',
      ['correction altered: “It left at five.”', 'correction altered'],
    ],
    [null, 'Clarification: It left at six.', ['clarification added: “It left at six.”', 'clarification added']],
    [
      null,
      'Editor’s note: This article came from a wire.',
      ['editor’s note added: “This article came from a wire.”', 'editor’s note added'],
    ],
    [null, 'Update: The ferry has left.', ['update notice added: “The ferry has left.”', 'update notice added']],
    [
      null,
      'The desk wishes to say so.',
      ['publisher’s notice added: “The desk wishes to say so.”', 'publisher’s notice added'],
    ],
    [
      null,
      'Correction: An earlier version of this article misstated the number.',
      [
        'correction added: “An earlier version of this article misstated the number.”',
        'correction added: earlier version “misstated the number”',
        'correction added: “misstated the number”',
        'correction added',
      ],
    ],
    [
      null,
      'Correction: An earlier version of this article said that four had died.',
      [
        'correction added: “An earlier version of this article said that four had died.”',
        'correction added: earlier version “said that four had died”',
        'correction added',
      ],
    ],
  ])('%s → %s', (before, after, expected) => {
    expect(formsOf([changeOf({ kind: 'correction', part: 'notice', before, after })])).toEqual([expected]);
  });
});

test('the kinds by their number', () => {
  expect(CHANGE_KINDS.map((kind) => [countOf(kind, 1), countOf(kind, 2)].join(', '))).toEqual([
    'headline, headline',
    'standfirst, standfirst',
    'byline, byline',
    'figure, 2 figures',
    'quotation, 2 quotations',
    'attribution, 2 attributions',
    'name, 2 names',
    'claim, 2 claims',
    'publisher’s notice, 2 publisher’s notices',
    'added, 2 added',
    'removed, 2 removed',
    'rewritten, 2 rewritten',
    'moved, 2 moved',
    'section heading, 2 section headings',
    'wording, 2 changes of wording',
    'image, 2 images',
    'caption, 2 captions',
    'link, 2 links',
    'date stamp, 2 date stamps',
    'typography, typography',
    'availability, availability',
  ]);
  expect(holdsWords([], [deaths])).toBe('');
});
