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
      const text = spans.map((span) =>
        span.kind === 'same' ? span.text : span.kind === 'removed' ? `[-${span.text}-]` : `{+${span.text}+}`,
      );
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
      [`moved-from: [-${RESCUE}-]`, `same: ${FERRY}`, `same: ${CAUSE}`, `same: ${COURT}`, `moved-to: {+${RESCUE}+}`],
    ],
  ];
  it.each(cases)('%s', (_what, before, after, rows) => {
    expect(drawn(before, after)).toEqual(rows);
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
