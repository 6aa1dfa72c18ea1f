/** What is said of the parts around the running text, of whole blocks, and of the revision as a whole. */
import { describe, expect, it } from 'vitest';
import type { Article, Block } from '../../lib/article.ts';
import { compareArticles, type CompareContext } from '../../lib/compare/index.ts';
import { articleOf, saidOf } from './articles.ts';

type Parts = Parameters<typeof articleOf>[0];

const FERRY = 'The ferry had left the harbour of Northport at dawn with 300 passengers.';
const RESCUE = 'Fishing boats from three villages brought most of them ashore.';
const CAUSE = 'The cause of the fire on the upper deck is not yet known.';
const COURT = 'A court will hear the case against the owners next spring.';
const CALM = 'The sea was calm and the evening unusually warm for the season.';
const BODY = [FERRY, RESCUE, CAUSE, COURT, CALM];

const said = (before: Parts, after: Parts, context?: CompareContext): string =>
  saidOf(compareArticles(articleOf({ blocks: BODY, ...before }), articleOf({ blocks: BODY, ...after }), context)).join(
    '; ',
  ) || 'nothing';

const headline = (text: string): Parts => ({ headline: text });
const standfirst = (text: string | null, from: Article['standfirstFrom'] = 'page'): Parts => ({
  standfirst: text,
  standfirstFrom: text === null ? null : from,
});
const caption = (text: string, image = 'https://news.example/a.jpg'): Block => ({ kind: 'caption', text, image });
const post = (id: string | null, text: string, at?: string): Block => ({
  kind: 'post',
  text,
  post: { id, publishedAt: at ?? null, heading: null },
});
const linked = (href: string): Block => ({
  kind: 'paragraph',
  text: 'Read the plan of the board.',
  links: [{ href, text: 'the plan' }],
});

describe.each<[part: string, rows: [what: string, before: Parts, after: Parts, says: string][]]>([
  [
    'headline',
    [
      [
        'a figure in it',
        headline('Six killed as ferry capsizes'),
        headline('Nine killed as ferry capsizes'),
        'major headline (also figure)',
      ],
      [
        'a negation in it',
        headline('Board to close winter ferry'),
        headline('Board not to close winter ferry'),
        'major headline (also claim)',
      ],
      [
        'a quotation in it',
        headline('Minister calls ferry plan ‘mad’'),
        headline('Minister calls ferry plan ‘bold’'),
        'major headline (also quote)',
      ],
      [
        'a magnitude in it',
        headline('Bridge to cost $1.5m'),
        headline('Bridge to cost $15m'),
        'major headline (also figure)',
      ],
      [
        'a toll that came',
        headline('Ferry capsizes off island'),
        headline('Six killed as ferry capsizes off island'),
        'major headline (also figure)',
      ],
      [
        'turned round and written anew',
        headline('Board calls ferry talks ‘good’ but rules out opening the pier'),
        headline('Board agrees to open ferry pier for two days'),
        'major headline (also attribution, quote, claim, figure)',
      ],
      [
        'another verdict, written anew',
        headline('Man charged with harbour murder'),
        headline('Harbour murder: man cleared by court'),
        'major headline (also claim)',
      ],
      [
        'a “not” in a headline about something else',
        headline('Why the island is angry'),
        headline('Residents not consulted on ferry plan'),
        'notable headline (also claim)',
      ],
      [
        'its words',
        headline('Ferry service to end in spring'),
        headline('Island ferry comes to a close in spring'),
        'notable headline',
      ],
      [
        'a misspelling',
        headline('Ferry aquisition delayed again'),
        headline('Ferry acquisition delayed again'),
        'notable headline',
      ],
      ['capitals only', headline('Ferry service to end'), headline('Ferry Service To End'), 'cosmetic headline'],
      ['marks only', headline("Ferry's service to end"), headline('Ferry’s service to end'), 'cosmetic headline'],
      ['six to 6', headline('Six ferries to be sold'), headline('6 ferries to be sold'), 'cosmetic headline'],
      [
        'rewritten for another audience',
        headline('What people think before sharing personal details'),
        headline('Designing services that are easy for all to use'),
        'notable headline (also claim)',
      ],
      [
        'only the one for social media',
        { otherHeadlines: { h1: 'A', h2: null, openGraph: 'Ferry ends in spring', jsonLd: null } },
        { otherHeadlines: { h1: 'A', h2: null, openGraph: 'Why the ferry is ending', jsonLd: null } },
        'minor headline',
      ],
      [
        'the site’s name behind it',
        { otherHeadlines: { h1: 'A', h2: null, openGraph: 'Ferry ends in spring', jsonLd: null } },
        { otherHeadlines: { h1: 'A', h2: null, openGraph: 'Ferry ends in spring | Example News', jsonLd: null } },
        'nothing',
      ],
      [
        'one that a page no longer holds',
        { otherHeadlines: { h1: 'A', h2: null, openGraph: 'Ferry ends in spring', jsonLd: null } },
        { otherHeadlines: { h1: 'A', h2: null, openGraph: null, jsonLd: 'Ferry ends in spring' } },
        'nothing',
      ],
    ],
  ],
  [
    'standfirst',
    [
      [
        'its words',
        standfirst('Residents fear for the school once the boat is gone.'),
        standfirst('Residents worry about the school once the boat is gone.'),
        'notable standfirst',
      ],
      [
        'an amount in it',
        standfirst('The company will spend $2m on the pier.'),
        standfirst('The company will spend $3m on the pier.'),
        'major standfirst (also figure)',
      ],
      [
        'the same amount',
        standfirst('The company will spend $2m on the pier.'),
        standfirst('The company will spend $2 million on the pier.'),
        'cosmetic standfirst',
      ],
      [
        'from meta tags alone',
        standfirst('What the closure means.', 'meta'),
        standfirst('All about the closure.', 'meta'),
        'cosmetic standfirst (also claim)',
      ],
      ['put in', standfirst(null), standfirst('Residents fear for the school.'), 'notable standfirst'],
      [
        'a name put in before its first word, which is no name (PROPERTY_SEED=8)',
        standfirst('Plan approved.'),
        standfirst('Hallam plan approved.'),
        'notable standfirst',
      ],
      [
        'read as the first paragraph on one page',
        { ...standfirst(FERRY), blocks: BODY.slice(1) },
        { blocks: BODY },
        'nothing',
      ],
    ],
  ],
  [
    'byline',
    [
      ['a second author', { byline: ['Anna Kowalska'] }, { byline: ['Anna Kowalska', 'Peter Hallam'] }, 'minor byline'],
      ['dropped', { byline: ['Anna Kowalska'] }, { byline: [] }, 'minor byline'],
      [
        'another order',
        { byline: ['Anna Kowalska', 'Peter Hallam'] },
        { byline: ['Peter Hallam', 'Anna Kowalska'] },
        'nothing',
      ],
      ['capitals', { byline: ['ANNA KOWALSKA'] }, { byline: ['Anna Kowalska'] }, 'nothing'],
    ],
  ],
  [
    'images, captions, links',
    [
      [
        'another rendition',
        { leadImage: { url: 'https://n.example/a.jpg?w=6', caption: null } },
        { leadImage: { url: 'https://n.example/a.jpg?w=12', caption: null } },
        'cosmetic image',
      ],
      [
        'another lead image',
        { leadImage: { url: 'https://n.example/ferry.jpg', caption: null } },
        { leadImage: { url: 'https://n.example/pier.jpg', caption: null } },
        'minor image',
      ],
      ['a lead image gone', { leadImage: { url: 'https://n.example/ferry.jpg', caption: null } }, {}, 'cosmetic image'],
      [
        'a caption put under a lead image that stays',
        { leadImage: { url: 'https://n.example/a-1200x630.jpg', caption: null } },
        {
          leadImage: { url: 'https://n.example/a-1200x630.jpg', caption: 'An old ferry' },
          blocks: [...BODY, caption('An old ferry', 'https://n.example/a-600x315.jpg')],
        },
        'minor caption',
      ],
      [
        'a caption that came with another lead image',
        { leadImage: { url: 'https://n.example/ferry.jpg', caption: null } },
        {
          leadImage: { url: 'https://n.example/pier.jpg', caption: 'The pier' },
          blocks: [...BODY, caption('The pier', 'https://n.example/pier.jpg')],
        },
        'minor image; cosmetic caption',
      ],
      [
        'the words of a caption',
        { blocks: [...BODY, caption('The ferry leaves Northport')] },
        { blocks: [...BODY, caption('The ferry enters Northport')] },
        'minor caption (also claim)',
      ],
      [
        'a caption replaced under its image',
        { blocks: [...BODY, caption('An old ferry')] },
        { blocks: [...BODY, caption('Boats near the pier')] },
        'minor caption',
      ],
      ['a caption lost with its image', { blocks: [...BODY, caption('An old ferry')] }, {}, 'cosmetic caption'],
      [
        'a gallery gained',
        {},
        { blocks: [...BODY, caption('An old ferry'), caption('The pier', 'https://n.example/b.jpg')] },
        'cosmetic caption; cosmetic caption',
      ],
      [
        'another host',
        { blocks: [...BODY, linked('https://port.example/plan')] },
        { blocks: [...BODY, linked('https://council.example/plan')] },
        'minor link',
      ],
      [
        'another query',
        { blocks: [...BODY, linked('https://port.example/plan?a=1')] },
        { blocks: [...BODY, linked('https://port.example/plan?a=2')] },
        'cosmetic link',
      ],
      [
        'www put on',
        { blocks: [...BODY, linked('https://port.example/plan')] },
        { blocks: [...BODY, linked('https://www.port.example/plan')] },
        'cosmetic link',
      ],
      [
        'taken off',
        { blocks: [...BODY, linked('https://port.example/plan')] },
        { blocks: [...BODY, 'Read the plan of the board.'] },
        'cosmetic link',
      ],
      [
        'an embedded post that went',
        { blocks: [...BODY, { kind: 'quotation', embed: true, text: 'We are aware of an incident. — Harbour Board' }] },
        {},
        'cosmetic removed',
      ],
    ],
  ],
  [
    'dates',
    [
      [
        'the modified stamp alone is no revision',
        { modifiedAt: '2026-03-02T09:00:00Z' },
        { modifiedAt: '2026-03-02T11:00:00Z' },
        'nothing',
      ],
      [
        'an “Updated” line alone is no revision',
        { blocks: ['Updated 14:05', ...BODY] },
        { blocks: ['Updated 15:30', ...BODY] },
        'nothing',
      ],
      [
        'the hour of publication alone is none',
        { publishedAt: '2026-03-02T09:00:00Z' },
        { publishedAt: '2026-03-02T11:00:00Z' },
        'nothing',
      ],
      [
        'the day of publication',
        { publishedAt: '2026-03-02T09:00:00Z' },
        { publishedAt: '2026-03-04T09:00:00Z' },
        'minor dates',
      ],
      [
        'the same instant in another zone',
        { publishedAt: '2026-03-02T23:30:00Z' },
        { publishedAt: '2026-03-03T00:30:00+01:00' },
        'nothing',
      ],
      [
        'the stamp beside a change of text',
        { modifiedAt: '2026-03-02T09:00:00Z' },
        { modifiedAt: '2026-03-02T11:00:00Z', blocks: BODY.slice(0, 4) },
        'minor removed; cosmetic dates',
      ],
    ],
  ],
  [
    'headings and whole blocks',
    [
      [
        'a heading put in',
        {},
        { blocks: [FERRY, { kind: 'heading', level: 2, text: 'What happened next' }, ...BODY.slice(1)] },
        'minor section',
      ],
      [
        'a heading altered',
        { blocks: [{ kind: 'heading', level: 2, text: 'What happened next' }, ...BODY] },
        { blocks: [{ kind: 'heading', level: 2, text: 'What happens next' }, ...BODY] },
        'minor section',
      ],
      [
        'a paragraph that became a list item',
        {},
        { blocks: [FERRY, { kind: 'list-item', text: RESCUE }, CAUSE, COURT, CALM] },
        'nothing',
      ],
      [
        'a paragraph cut in two',
        { blocks: [`${FERRY} ${RESCUE}`, CAUSE] },
        { blocks: [FERRY, RESCUE, CAUSE] },
        'nothing',
      ],
      ['paragraphs joined', { blocks: [FERRY, RESCUE, CAUSE] }, { blocks: [`${FERRY} ${RESCUE}`, CAUSE] }, 'nothing'],
      ['a paragraph moved', {}, { blocks: [RESCUE, CAUSE, COURT, FERRY, CALM] }, 'minor moved'],
      [
        'a paragraph moved and altered',
        {},
        { blocks: [RESCUE, CAUSE, COURT, FERRY.replace('300', '310'), CALM] },
        'notable figure; minor moved',
      ],
      [
        'a figure in a table',
        { blocks: [...BODY, { kind: 'table-row', text: 'Northport | 312' }] },
        { blocks: [...BODY, { kind: 'table-row', text: 'Northport | 340' }] },
        'notable figure',
      ],
      [
        'an article replaced',
        {},
        {
          blocks: [
            'Rovers won the cup on Sunday.',
            'Thousands sang in the streets.',
            'The mayor gave a speech.',
            'Shops stayed shut.',
            'It rained.',
          ],
        },
        'notable rewritten (also figure, name)',
      ],
    ],
  ],
  [
    'notices',
    [
      [
        'a correction put in',
        {},
        { blocks: [...BODY, 'Correction: An earlier version of this article misstated the number of passengers.'] },
        'major correction',
      ],
      [
        'a correction dropped',
        { blocks: [...BODY, 'Correction: An earlier version misstated the number of passengers.'] },
        {},
        'major correction',
      ],
      [
        'a correction altered',
        { blocks: [...BODY, 'Correction: An earlier version of this article misstated the number of passengers.'] },
        { blocks: [...BODY, 'Correction: An earlier version of this article misstated the number of boats.'] },
        'major correction',
      ],
      [
        'a correction that moved',
        { blocks: ['Correction: An earlier version of this article misstated it.', ...BODY] },
        { blocks: [...BODY, 'Correction: An earlier version of this article misstated it.'] },
        'minor moved',
      ],
      [
        'at the end of a paragraph',
        { blocks: [FERRY, RESCUE] },
        { blocks: [FERRY, `${RESCUE} This article was amended on 3 May to correct the number of villages.`] },
        'major correction (also figure)',
      ],
      [
        'under a heading of its own',
        {},
        {
          blocks: [
            ...BODY,
            { kind: 'heading', level: 3, text: 'Correction' },
            'The first version gave a wrong name for the harbour.',
          ],
        },
        'major correction',
      ],
      [
        'swallows its text',
        {},
        { blocks: [...BODY, 'Correction: An earlier version of this article said “six boats” came. Four did.'] },
        'major correction (also quote, figure)',
      ],
    ],
  ],
  [
    'live blogs',
    [
      [
        'a new post',
        { blocks: [post('b', FERRY), post('a', RESCUE)] },
        { blocks: [post('c', CAUSE), post('b', FERRY), post('a', RESCUE)] },
        'minor added',
      ],
      [
        'a new post and an old one off the page',
        { blocks: [post('b', FERRY), post('a', RESCUE)] },
        { blocks: [post('c', CAUSE), post('b', FERRY)] },
        'minor added',
      ],
      [
        'a post taken down',
        { blocks: [post('c', CAUSE), post('b', FERRY), post('a', RESCUE)] },
        { blocks: [post('c', CAUSE), post('a', RESCUE)] },
        'notable removed (also figure, name)',
      ],
      [
        'the order reversed',
        { blocks: [post('c', CAUSE), post('b', FERRY), post('a', RESCUE)] },
        { blocks: [post('a', RESCUE), post('b', FERRY), post('c', CAUSE)] },
        'nothing',
      ],
      [
        'a figure in a post',
        { blocks: [post('b', FERRY), post('a', RESCUE)] },
        { blocks: [post('b', FERRY.replace('300', '310')), post('a', RESCUE)] },
        'notable figure',
      ],
      [
        'a correction put to a post',
        { blocks: [post('b', FERRY), post('a', RESCUE)] },
        { blocks: [post('b', `${FERRY}\nCorrection: An earlier version gave the wrong pier.`), post('a', RESCUE)] },
        'major correction',
      ],
      [
        'a post that is a correction',
        { blocks: [post('b', FERRY), post('a', RESCUE)] },
        { blocks: [post('c', 'Correction: We gave the wrong pier.'), post('b', FERRY), post('a', RESCUE)] },
        'major correction',
      ],
      [
        'other ids, the same posts',
        { blocks: [post('b', FERRY), post('a', RESCUE)] },
        { blocks: [post('2', FERRY), post('1', RESCUE)] },
        'nothing',
      ],
      [
        'oldest first, the first slid off',
        { blocks: [post(null, FERRY, '2026-03-02T09:00:00Z'), post(null, RESCUE, '2026-03-02T10:00:00Z')] },
        { blocks: [post(null, RESCUE, '2026-03-02T10:00:00Z'), post(null, CAUSE, '2026-03-02T11:00:00Z')] },
        'minor added',
      ],
    ],
  ],
])('%s', (_part, rows) => {
  it.each(rows)('%s', (_what, before, after, says) => {
    expect(said(before, after)).toBe(says);
  });
});

describe('announced', () => {
  const changed: Parts = { blocks: [FERRY.replace('300', '310'), ...BODY.slice(1)] };
  const announced = (before: Parts, after: Parts, context?: CompareContext): string => {
    const comparison = compareArticles(
      articleOf({ blocks: BODY, ...before }),
      articleOf({ ...changed, ...after }),
      context,
    );
    return `${comparison.announced}${comparison.unannounced ? ', unannounced' : ''}`;
  };
  const [nine, eleven] = ['2026-03-02T09:00:00Z', '2026-03-02T11:00:00Z'];
  const seen = { modifiedAt: 'time' };
  const notice = 'Correction: An earlier version of this article misstated the number of passengers.';
  it.each<[what: string, before: Parts, after: Parts, context: CompareContext | undefined, says: string]>([
    ['no date on either side', {}, {}, undefined, 'unknown'],
    ['a notice', {}, { blocks: [FERRY.replace('300', '310'), ...BODY.slice(1), notice] }, undefined, 'notice'],
    [
      'a notice that was there before',
      { blocks: [...BODY, notice] },
      { blocks: [FERRY.replace('300', '310'), ...BODY.slice(1), notice], modifiedAt: nine },
      undefined,
      'none, unannounced',
    ],
    [
      'a stamp a reader sees',
      { modifiedAt: nine },
      { modifiedAt: eleven, provenance: seen },
      undefined,
      'visible-update',
    ],
    [
      'an “Updated” line',
      { blocks: ['Updated 09:00', ...BODY] },
      { blocks: ['Updated 11:00', FERRY.replace('300', '310'), ...BODY.slice(1)] },
      undefined,
      'visible-update',
    ],
    ['a stamp in metadata', { modifiedAt: nine }, { modifiedAt: eleven }, undefined, 'metadata-only, unannounced'],
    ['a stamp that did not move', { modifiedAt: nine }, { modifiedAt: nine }, undefined, 'none, unannounced'],
    [
      'a stamp in the future',
      { modifiedAt: nine },
      { modifiedAt: eleven },
      { fetchedAt: '2026-03-02T10:00:00Z' },
      'none, unannounced',
    ],
    [
      'a stamp from before it was last unchanged',
      { modifiedAt: nine },
      { modifiedAt: eleven },
      { lastUnchangedAt: '2026-03-02T12:00:00Z' },
      'none, unannounced',
    ],
    [
      'stamps that cannot be relied on',
      { modifiedAt: nine },
      { modifiedAt: eleven },
      { stampsReliable: false },
      'unknown',
    ],
  ])('%s', (_what, before, after, context, says) => {
    expect(announced(before, after, context)).toBe(says);
  });
});

describe('the watchlist', () => {
  const after: Parts = { blocks: [FERRY.replace('300', '310'), ...BODY.slice(1)] };
  it.each<[what: string, context: CompareContext, says: string]>([
    ['says nothing', {}, 'notable figure'],
    ['ignores a kind', { rules: { ignore: { kinds: ['figure'] } } }, 'cosmetic figure'],
    ['ignores what matches a pattern', { rules: { ignore: { patterns: ['\\d+'] } } }, 'cosmetic figure'],
    [
      'ignores by a pattern that does not cover every altered word',
      { rules: { ignore: { patterns: ['310'] } } },
      'notable figure',
    ],
    ['ignores a kind of block', { rules: { ignore: { blocks: ['paragraph'] } } }, 'cosmetic figure'],
    ['weighs a rule otherwise', { rules: { severities: { 'figure-count': 'minor' } } }, 'minor figure'],
    ['weighs a kind otherwise', { rules: { severities: { figure: 'major' } } }, 'major figure'],
    [
      'weighs the rule before the kind',
      { rules: { severities: { figure: 'major', 'figure-count': 'minor' } } },
      'minor figure',
    ],
    ['raises what is on a beat', { rules: { beats: [{ words: ['ferry'], raiseTo: 'major' }] } }, 'major figure'],
    ['raises whole words only', { rules: { beats: [{ words: ['ferr'], raiseTo: 'major' }] } }, 'notable figure'],
    ['never lowers by a beat', { rules: { beats: [{ patterns: ['ferry'], raiseTo: 'minor' }] } }, 'notable figure'],
  ])('%s', (_what, context, says) => {
    expect(said({}, after, context)).toBe(says);
  });
});

describe('the revision as a whole', () => {
  const summary = (before: readonly string[], after: readonly string[]): string =>
    compareArticles(articleOf({ blocks: before }), articleOf({ blocks: after })).summary;
  it.each<[before: string[], after: string[], summary: string]>([
    [BODY, BODY, ''],
    [
      [
        'In Kyiv, strikes killed at least six people, injured 13 others including a child.',
        '“This could just be a real mess,” Jim Townsend said.',
      ],
      [
        'In Kyiv, strikes killed at least seven people, injured 15 others including a child.',
        '“This could just be a bit of a mess,” Jim Townsend said.',
      ],
      'killed "at least" six → seven, injured 13 → 15; quote altered (Jim Townsend): “a real mess” → “a bit of a mess”',
    ],
    [
      BODY,
      [...BODY, 'Correction: An earlier version of this article misstated it.'],
      'correction added: “An earlier version of this article misstated it.”',
    ],
    [BODY, BODY.slice(0, 4), `removed: “${BODY[4]}”`],
    [
      ['The award went to Jessica Dussalt.'],
      ['The award went to Jessica Dussault.'],
      'Jessica Dussalt → Jessica Dussault',
    ],
    [
      ['The award went to Jessica Dussalt.', 'The jury had praised Jessica Dussalt for her maps of the coast.'],
      ['The award went to Jessica Dussault.', 'The jury had praised Jessica Dussault for her maps of the coast.'],
      'Jessica Dussalt → Jessica Dussault',
    ],
    [['The ferry capsized on Sunday.'], ['The ferry capsized on Sunday, killing six people.'], 'six killed put in'],
    [
      ['The minister was aware of the report.'],
      ['The minister was not aware of the report.'],
      'now “The minister was not aware of the report”, was “The minister was aware of the report”',
    ],
  ])('summary %#', (before, after, expected) => {
    expect(summary(before, after)).toBe(expected);
  });

  it('is at least notable where over 30 % of the words changed', () => {
    const small = Array.from(
      { length: 40 },
      (_, index) =>
        `The ${['old', 'new'][index % 2]} pier number is closed for the winter again and again, says row ${index}.`,
    );
    const { severity, changedShare } = compareArticles(
      articleOf({ blocks: small }),
      articleOf({
        blocks: [
          ...small,
          ...Array.from({ length: 60 }, () => 'nothing else is said about it by anybody here at all today'),
        ],
      }),
    );
    expect(changedShare).toBeGreaterThan(0.3);
    expect(severity).toBe('notable');
  });

  it('tells under which heading a change stands', () => {
    const blocks = (text: string): Block[] => [
      { kind: 'heading', level: 2, text: 'At sea' },
      { kind: 'paragraph', text },
    ];
    const { changes } = compareArticles(
      articleOf({ blocks: blocks(FERRY) }),
      articleOf({ blocks: blocks(FERRY.replace('300', '310')) }),
    );
    expect(changes.map(({ block }) => block)).toEqual([{ before: 1, after: 1, under: 'At sea' }]);
  });
});
