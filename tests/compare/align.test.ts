import { describe, expect, it } from 'vitest';
import { align } from '../../lib/compare/align/index.ts';

/** `0=0 1~2 3>1` (same, alike, moved), then what is gone and what is new. */
function drawn(before: readonly string[], after: readonly string[]): string {
  const { groups, removed, added } = align(before, after);
  const pairs = groups.map(
    (group) => `${group.before.join('+')}${group.moved ? '>' : group.exact ? '=' : '~'}${group.after.join('+')}`,
  );
  return [...pairs, ...removed.map((index) => `-${index}`), ...added.map((index) => `+${index}`)].join(' ');
}

const CAUSE = 'The cause of the fire on the upper deck is not yet known.';
const FERRY = 'The ferry had left the harbour of Northport at dawn with 300 passengers.';
const RESCUE = 'Fishing boats from three villages brought most of them ashore.';
const COURT = 'A court will hear the case against the owners next spring.';

describe('sentences are aligned as an editor would', () => {
  const cases: readonly [what: string, before: string[], after: string[], drawn: string][] = [
    ['the same text', [CAUSE, FERRY], [CAUSE, FERRY], '0=0 1=1'],
    ['nothing on either side', [], [], ''],
    ['a sentence put in', [CAUSE, FERRY], [CAUSE, RESCUE, FERRY], '0=0 1=2 +1'],
    ['a sentence taken out', [CAUSE, RESCUE, FERRY], [CAUSE, FERRY], '0=0 2=1 -1'],
    ['a word altered', [CAUSE, FERRY], [CAUSE, FERRY.replace('300', '310')], '0=0 1~1'],
    [
      'a sentence replaced by one with nothing in common',
      [CAUSE, FERRY, RESCUE],
      [CAUSE, COURT, RESCUE],
      '0=0 2=2 -1 +1',
    ],
    ['the last sentence moved to the top', [FERRY, RESCUE, CAUSE], [CAUSE, FERRY, RESCUE], '2>0 0=1 1=2'],
    [
      'a sentence moved and altered',
      [FERRY, RESCUE, COURT, CAUSE],
      [FERRY.replace('dawn', 'noon'), COURT, CAUSE, RESCUE],
      '0~0 2=1 3=2 1>3',
    ],
    [
      'one sentence split in two',
      ['The ferry left Northport at dawn with 300 passengers and sank two hours later off the northern cape.'],
      ['The ferry left Northport at dawn with 300 passengers.', 'It sank two hours later off the northern cape.'],
      '0~0+1',
    ],
    [
      'two sentences merged',
      [
        CAUSE,
        'The ferry left Northport at dawn with 300 passengers.',
        'It sank two hours later off the northern cape.',
      ],
      [CAUSE, 'The ferry left Northport at dawn with 300 passengers and sank two hours later off the northern cape.'],
      '0=0 1+2~1',
    ],
    [
      'a repeated sentence that lost one of its places',
      ['Yes.', CAUSE, 'Yes.', FERRY],
      ['Yes.', CAUSE, FERRY],
      '0=0 1=1 3=2 -2',
    ],
    [
      'a short sentence alone in its place',
      [CAUSE, 'He agreed.', FERRY],
      [CAUSE, 'He disagreed.', FERRY],
      '0=0 1~1 2=2',
    ],
  ];
  it.each(cases)('%s', (_what, before, after, expected) => {
    expect(drawn(before, after)).toBe(expected);
  });

  it('takes time near linear in the text, whatever happened to it', () => {
    const sentence = (seed: number): string =>
      Array.from({ length: 20 }, (_, word) => `w${(seed * 7919 + word * 104_729) % 9973}`).join(' ');
    const [before, after] = [0, 50_000].map((from) =>
      Array.from({ length: 5000 }, (_, index) => sentence(from + index)),
    );
    // Bounded by the test's own time limit: quadratic work on 5,000 sentences would take minutes.
    expect(align(before ?? [], after ?? []).groups).not.toHaveLength(0);
  });
});
