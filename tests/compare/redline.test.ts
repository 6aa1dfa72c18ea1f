import { describe, expect, it } from 'vitest';
import { compareArticles, redline } from '../../lib/compare/index.ts';
import { articleOf } from './articles.ts';

const FERRY = 'The ferry had left the harbour of Northport at dawn with 300 passengers.';
const RESCUE = 'Fishing boats from three villages brought most of them ashore.';
const CAUSE = 'The cause of the fire on the upper deck is not yet known.';
const COURT = 'A court will hear the case against the owners next spring.';

const drawn = (before: readonly string[], after: readonly string[]): string[] =>
  redline(articleOf({ blocks: before }), articleOf({ blocks: after }))
    .slice(1)
    .map(({ op, spans }) => {
      const text = spans.map((span) => {
        if (span.kind === 'same') return span.text;
        const mark = span.own === false ? '~' : span.kind === 'removed' ? '-' : '+';
        return span.kind === 'removed' ? `[${mark}${span.text}${mark}]` : `{${mark}${span.text}${mark}}`;
      });
      return `${op}: ${text.join('')}`;
    });

describe('a redline shows the whole text', () => {
  const cases: readonly [what: string, before: string[], after: string[], rows: string[]][] = [
    ['unchanged', [FERRY, CAUSE], [FERRY, CAUSE], [`same: ${FERRY}`, `same: ${CAUSE}`]],
    [
      'a word altered',
      [`${FERRY} ${RESCUE}`],
      [`${FERRY} ${RESCUE.replace('three', 'four')}`],
      [`edited: ${FERRY} Fishing boats from [-three-]{+four+} villages brought most of them ashore.`],
    ],
    [
      'a sentence put in',
      [`${FERRY} ${CAUSE}`],
      [`${FERRY} ${RESCUE} ${CAUSE}`],
      [`edited: ${FERRY}{+ ${RESCUE}+} ${CAUSE}`],
    ],
    [
      'a sentence taken out',
      [`${FERRY} ${RESCUE} ${CAUSE}`],
      [`${FERRY} ${CAUSE}`],
      [`edited: ${FERRY}[- ${RESCUE}-] ${CAUSE}`],
    ],
    [
      'a paragraph put in',
      [FERRY, CAUSE],
      [FERRY, RESCUE, CAUSE],
      [`same: ${FERRY}`, `added: {+${RESCUE}+}`, `same: ${CAUSE}`],
    ],
    [
      'a paragraph taken out',
      [FERRY, RESCUE, CAUSE],
      [FERRY, CAUSE],
      [`same: ${FERRY}`, `removed: [-${RESCUE}-]`, `same: ${CAUSE}`],
    ],
    [
      'a paragraph moved',
      [RESCUE, FERRY, CAUSE, COURT],
      [FERRY, CAUSE, COURT, RESCUE],
      [`moved-from: [~${RESCUE}~]`, `same: ${FERRY}`, `same: ${CAUSE}`, `same: ${COURT}`, `moved-to: {~${RESCUE}~}`],
    ],
  ];
  it.each(cases)('%s', (_what, before, after, rows) => {
    expect(drawn(before, after)).toEqual(rows);
  });

  it.each([
    [
      'of a paragraph cut in two, what is gone stands where most of its text went',
      [`${CAUSE} ${COURT} ${FERRY} ${RESCUE}`],
      [CAUSE, `${FERRY} ${RESCUE}`],
      [`same: ${CAUSE}`, `edited: [-${COURT}-] ${FERRY} ${RESCUE}`],
    ],
    [
      'of halves of one length, in the first',
      [`${CAUSE} ${COURT} ${FERRY}`, RESCUE],
      [CAUSE, RESCUE, CAUSE.replace('fire', 'heat')],
      [`edited: ${CAUSE}[- ${COURT}-][- ${FERRY}-]`, `same: ${RESCUE}`, `added: {+${CAUSE.replace('fire', 'heat')}+}`],
    ],
    [
      'the first and the last paragraph gone',
      [COURT, FERRY, RESCUE, CAUSE],
      [FERRY, RESCUE],
      [`removed: [-${COURT}-]`, `same: ${FERRY}`, `same: ${RESCUE}`, `removed: [-${CAUSE}-]`],
    ],
    ['another space between sentences', [`${FERRY} ${CAUSE}`], [`${FERRY}\n${CAUSE}`], [`edited: ${FERRY} ${CAUSE}`]],
    [
      'a sentence moved into another paragraph is none gone or new there',
      [`${RESCUE} ${FERRY}`, `${CAUSE} ${COURT}`],
      [FERRY, `${CAUSE} ${COURT} ${RESCUE}`],
      [`edited: [~${RESCUE}~] ${FERRY}`, `edited: ${CAUSE} ${COURT}{~ ${RESCUE}~}`],
    ],
  ] satisfies typeof cases)('%s', (_what, before, after, rows) => {
    expect(drawn(before, after)).toEqual(rows);
  });

  it('a row is whole: its part, its kind, its level and where it stood', () => {
    const heading = { kind: 'heading', level: 3, text: 'What is known' } as const;
    const rows = redline(
      articleOf({ standfirst: 'A fire at sea.', byline: ['Ada Lovell'], blocks: [heading, FERRY] }),
      articleOf({ byline: ['Ada Lovell', 'Ben Carter'], blocks: [RESCUE, heading] }),
    );
    const same = (text: string) => [{ kind: 'same', text }];
    const none = { before: null, after: null, changes: [] };
    expect(rows).toEqual([
      { ...none, op: 'same', part: 'headline', kind: 'headline', spans: same('Harbour board votes on ferry') },
      {
        ...none,
        op: 'removed',
        part: 'standfirst',
        kind: 'standfirst',
        spans: [{ kind: 'removed', text: 'A fire at sea.' }],
      },
      {
        ...none,
        op: 'edited',
        part: 'byline',
        kind: 'byline',
        spans: [...same('Ada Lovell'), { kind: 'added', text: ', Ben Carter' }],
      },
      {
        ...none,
        op: 'added',
        part: 'body',
        kind: 'paragraph',
        after: 0,
        spans: [{ kind: 'added', text: RESCUE }],
      },
      {
        op: 'same',
        part: 'section',
        kind: 'heading',
        level: 3,
        before: 0,
        after: 1,
        spans: same('What is known'),
        changes: [],
      },
      {
        ...none,
        op: 'removed',
        part: 'body',
        kind: 'paragraph',
        before: 1,
        spans: [{ kind: 'removed', text: FERRY }],
      },
    ]);
  });

  it('each row names the changes told in it', () => {
    const [before, after] = [
      articleOf({ blocks: [FERRY, CAUSE] }),
      articleOf({ headline: 'Ferry sinks', blocks: [CAUSE, COURT] }),
    ];
    const comparison = compareArticles(before, after);
    const told = redline(before, after, comparison).flatMap((row) => row.changes);
    expect(told.toSorted((a, b) => a - b)).toEqual(comparison.changes.map((_, index) => index));
  });
});
