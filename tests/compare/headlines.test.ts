/** What is said when a page's three headlines change, change places, come or go: the reader's counts, whichever was read as the article's. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../lib/article.ts';
import { compareArticles, redline } from '../../lib/compare/index.ts';
import { articleOf } from './articles.ts';

const CLOSES = 'Island ferry closes in spring';
const ENDS = 'Ferry service to the island ends in spring';
const WHY = 'Why the island ferry is closing';
const SAVED = 'Island ferry saved at the last minute';

/** A page's headlines: h1, Open Graph, JSON-LD; `read` is the one taken for the article's, and from where. */
type Page = readonly [
  h1: string | null,
  openGraph: string | null,
  jsonLd: string | null,
  read?: 'h1' | 'open-graph' | 'json-ld',
];

function pageOf([
  h1,
  openGraph,
  jsonLd,
  read = h1 !== null ? 'h1' : jsonLd !== null ? 'json-ld' : 'open-graph',
]: Page): Article {
  const headline = { h1, 'open-graph': openGraph, 'json-ld': jsonLd }[read] ?? '';
  return articleOf({
    headline,
    otherHeadlines: { h1, h2: null, openGraph, jsonLd },
    provenance: { headline: read },
    blocks: ['The board met on the pier.', 'Residents had waited for an answer all winter long.'],
  });
}

const said = (before: Page, after: Page): string => saidOf(pageOf(before), pageOf(after));
const saidOf = (before: Article, after: Article): string =>
  compareArticles(before, after)
    .changes.map(({ severity, rule, which }) => `${severity} ${rule}: ${which?.join(', ')}`)
    .join('; ') || 'nothing';

describe.each<[group: string, rows: [what: string, before: Page, after: Page, says: string][]]>([
  [
    'what the reader sees is the headline',
    [
      [
        'all three change alike',
        [CLOSES, CLOSES, CLOSES],
        [ENDS, ENDS, ENDS],
        'notable headline-words: shown, h1, open-graph, json-ld',
      ],
      ['the h1 alone changes', [CLOSES, CLOSES, CLOSES], [ENDS, CLOSES, CLOSES], 'notable headline-words: shown, h1'],
      [
        'the h1 alone changes, and the others are read as the headline',
        [CLOSES, WHY, WHY, 'open-graph'],
        [ENDS, WHY, WHY, 'open-graph'],
        'notable headline-words: shown, h1',
      ],
      [
        'the h1 alone changes, and with it which one is read',
        [CLOSES, CLOSES, WHY],
        [ENDS, CLOSES, WHY, 'json-ld'],
        'notable headline-words: shown, h1',
      ],
      [
        'the h1 takes up what was said to social media all along',
        [CLOSES, WHY, WHY],
        [WHY, WHY, WHY],
        'notable headline-words: shown, h1',
      ],
      [
        'a figure in the h1',
        ['Six ferries sold', WHY, WHY, 'json-ld'],
        ['Nine ferries sold', WHY, WHY, 'json-ld'],
        'major headline-fact: shown, h1',
      ],
      [
        'a claim in the h1',
        ['Board to close ferry', WHY, null],
        ['Board not to close ferry', WHY, null],
        'major headline-fact: shown, h1',
      ],
      [
        'capitals in the h1',
        [CLOSES, WHY, null],
        ['Island Ferry Closes in Spring', WHY, null],
        'cosmetic headline-case: shown',
      ],
      [
        'the same figure in the h1',
        ['Six ferries sold', WHY, null],
        ['6 ferries sold', WHY, null],
        'cosmetic headline-case: shown, h1',
      ],
      [
        'capitals in the h1, words for social media',
        [CLOSES, WHY, null],
        ['Island Ferry Closes in Spring', SAVED, null],
        'minor headline-other: open-graph; cosmetic headline-case: shown',
      ],
      [
        'words put behind a dash in the h1',
        [CLOSES, CLOSES, null],
        [`${CLOSES} – board`, CLOSES, null],
        'notable headline-words: shown, h1',
      ],
      [
        'no h1 on either page',
        [null, CLOSES, CLOSES],
        [null, ENDS, ENDS],
        'notable headline-words: shown, open-graph, json-ld',
      ],
      [
        'the h1 went, and no page holds the other’s words',
        [CLOSES, null, CLOSES],
        [null, null, ENDS],
        'notable headline-words: shown, json-ld',
      ],
      [
        'an h1 that only names the site',
        ['Example News', CLOSES, CLOSES, 'json-ld'],
        ['Example News', ENDS, ENDS, 'json-ld'],
        'notable headline-words: shown, open-graph, json-ld',
      ],
    ],
  ],
  [
    'another of the publisher’s headlines only',
    [
      ['Open Graph', [CLOSES, CLOSES, CLOSES], [CLOSES, WHY, CLOSES], 'minor headline-other: open-graph'],
      ['JSON-LD', [CLOSES, CLOSES, CLOSES], [CLOSES, CLOSES, WHY], 'minor headline-other: json-ld'],
      [
        'both alike, told once',
        [CLOSES, CLOSES, CLOSES],
        [CLOSES, WHY, WHY],
        'minor headline-other: open-graph, json-ld',
      ],
      [
        'both, and they outvote the h1 that stayed',
        [CLOSES, CLOSES, CLOSES, 'h1'],
        [CLOSES, WHY, WHY, 'open-graph'],
        'minor headline-other: open-graph, json-ld',
      ],
      [
        'one, and the vote goes to a wording that was there before',
        [CLOSES, CLOSES, WHY, 'h1'],
        [CLOSES, SAVED, WHY, 'json-ld'],
        'minor headline-other: open-graph',
      ],
      [
        'a figure in one',
        ['Ferries sold', 'Six ferries sold', null],
        ['Ferries sold', 'Nine ferries sold', null],
        'minor headline-other: open-graph',
      ],
      ['capitals in one', [CLOSES, WHY, null], [CLOSES, 'Why The Island Ferry Is Closing', null], 'nothing'],
      [
        'a label before the h1',
        [CLOSES, CLOSES, null],
        [`Live ${CLOSES}`, CLOSES, null, 'open-graph'],
        'minor headline-other: h1',
      ],
    ],
  ],
  [
    'one that comes or goes with the template',
    [
      ['an h1 comes', [null, CLOSES, CLOSES], [CLOSES, CLOSES, CLOSES], 'nothing'],
      ['an h1 comes in other words', [null, CLOSES, WHY, 'open-graph'], [ENDS, CLOSES, WHY, 'h1'], 'nothing'],
      ['an h1 goes, and another wording is read', [CLOSES, WHY, null], [null, WHY, null], 'nothing'],
      ['Open Graph comes', [CLOSES, null, CLOSES], [CLOSES, WHY, CLOSES], 'nothing'],
      ['JSON-LD goes', [CLOSES, CLOSES, WHY, 'json-ld'], [CLOSES, CLOSES, null, 'h1'], 'nothing'],
      [
        'an h1 comes, and Open Graph changes',
        [null, CLOSES, CLOSES],
        [CLOSES, WHY, CLOSES],
        'minor headline-other: open-graph',
      ],
    ],
  ],
  [
    'the same headlines, read otherwise',
    [
      ['another is read', [CLOSES, ENDS, WHY, 'h1'], [CLOSES, ENDS, WHY, 'json-ld'], 'nothing'],
      ['another is read, and there is no h1', [null, ENDS, WHY, 'open-graph'], [null, ENDS, WHY, 'json-ld'], 'nothing'],
      ['each in another’s place', [CLOSES, ENDS, WHY], [ENDS, WHY, CLOSES], 'nothing'],
      ['one moves into a free place', [CLOSES, ENDS, null], [CLOSES, null, ENDS], 'nothing'],
      ['the site’s name behind one', [CLOSES, ENDS, null], [CLOSES, `${ENDS} | Example News`, null], 'nothing'],
    ],
  ],
])('%s', (_, rows) => {
  it.each(rows)('%s', (_what, before, after, says) => {
    expect(said(before, after)).toBe(says);
  });

  it.each(rows)('%s: the other way round as severe', (_what, before, after) => {
    const severity = (one: Page, other: Page): string => compareArticles(pageOf(one), pageOf(other)).severity;
    expect(severity(after, before)).toBe(severity(before, after));
  });
});

describe('a headline in an <h2>, under an <h1> that ends a trail of links', () => {
  const trail = (h1: string, headline: string, h2 = headline): Article => {
    const page = pageOf([h1, headline, headline]);
    return {
      ...page,
      headline,
      otherHeadlines: { ...page.otherHeadlines, h2 },
      provenance: { headline: 'h2' },
    };
  };
  const TRAIL = 'Island ferry: news and timetable';
  it.each<[what: string, before: Article, after: Article, says: string]>([
    ['its words', trail(TRAIL, CLOSES), trail(TRAIL, SAVED), 'notable headline-words: shown, open-graph, json-ld'],
    ['the trail alone', trail('Island ferries', CLOSES), trail(TRAIL, CLOSES), 'minor headline-other: h1'],
    [
      'what is seen, before social media have it',
      trail(TRAIL, CLOSES),
      trail(TRAIL, CLOSES, ENDS),
      'notable headline-words: shown',
    ],
    [
      'what is seen, read from the trail',
      trail(CLOSES, CLOSES),
      trail(CLOSES, CLOSES, ENDS),
      'notable headline-words: shown',
    ],
    [
      'a kicker over it',
      trail(TRAIL, CLOSES, `Coast ${CLOSES}`),
      trail(TRAIL, CLOSES, `Islands ${CLOSES}`),
      'minor headline-other: ',
    ],
    ['nothing, read from the trail', trail(TRAIL, CLOSES), pageOf([TRAIL, CLOSES, CLOSES]), 'nothing'],
  ])('%s', (_, before, after, says) => {
    expect(saidOf(before, after)).toBe(says);
    expect(compareArticles(after, before).severity).toBe(compareArticles(before, after).severity);
  });
});

describe('the summary', () => {
  it.each<[says: string, before: Page, after: Page]>([
    ['headline for social media changed', [CLOSES, CLOSES, null], [CLOSES, WHY, null]],
    ['headline for search engines changed', [CLOSES, CLOSES, CLOSES], [CLOSES, CLOSES, WHY]],
    ['headline for social media and search engines changed', [CLOSES, CLOSES, CLOSES], [CLOSES, WHY, WHY]],
    ['label before the headline changed', [CLOSES, CLOSES, null], [`Live ${CLOSES}`, CLOSES, null, 'open-graph']],
    [`headline now “${ENDS}”, was “${CLOSES}”`, [CLOSES, WHY, WHY], [ENDS, WHY, WHY]],
  ])('%s', (says, before, after) => {
    expect(compareArticles(pageOf(before), pageOf(after)).summary).toBe(says);
  });
});

describe('a headline read by a selector, which is none of the three', () => {
  const read = (headline: string): Article => ({ ...pageOf(['Live', WHY, WHY]), headline });
  it('is what the reader sees', () => {
    const { changes } = compareArticles(read(CLOSES), read(ENDS));
    expect(changes).toMatchObject([{ rule: 'headline-words', which: ['shown'] }]);
  });
  it('though the page’s own stay as they are', () => {
    const { changes } = compareArticles(pageOf([CLOSES, CLOSES, CLOSES]), {
      ...pageOf([CLOSES, CLOSES, CLOSES]),
      headline: ENDS,
    });
    expect(changes).toMatchObject([{ rule: 'headline-words', which: ['shown'] }]);
  });
});

describe('a redline', () => {
  it('shows the h1 that changed, though another headline is read', () => {
    const [row] = redline(pageOf([CLOSES, WHY, WHY, 'open-graph']), pageOf([SAVED, WHY, WHY, 'open-graph']));
    expect(row).toMatchObject({ op: 'edited', part: 'headline' });
  });

  it('shows no change where another is read', () => {
    const [row] = redline(pageOf([CLOSES, ENDS, null]), pageOf([CLOSES, ENDS, null, 'open-graph']));
    expect(row).toMatchObject({ op: 'same', part: 'headline' });
  });
});
