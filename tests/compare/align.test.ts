import { describe, expect, it } from 'vitest';
import { align, type Alignment } from '../../lib/compare/align/index.ts';
import { heaviestChain } from '../../lib/compare/align/order.ts';

/** `0=0 1~2 3>1` (same, alike, moved), then what is gone and what is new. */
const drawn = (before: readonly string[], after: readonly string[]): string => asDrawn(align(before, after));

function asDrawn({ groups, removed, added }: Alignment): string {
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
      'of two that are alike, the closer one',
      [CAUSE, 'The pier of Northport is closed to walkers until the end of the winter.', FERRY],
      [
        CAUSE,
        'The bridge of Northport is closed to cars until the end of the week.',
        'The pier of Northport is closed to everybody until the end of the winter.',
        FERRY,
      ],
      '0=0 1~2 2=3 +1',
    ],
    ['one line more of the same', ['Yes.', 'Yes.'], ['Yes.', 'Yes.', 'Yes.'], '0=0 1=1 +2'],
    ['one line fewer of the same', ['Yes.', 'Yes.', 'Yes.'], ['Yes.', 'Yes.'], '0=0 1=1 -2'],
    ['the one text the beginning of the other', [CAUSE, FERRY], [CAUSE, FERRY, RESCUE, COURT], '0=0 1=1 +2 +3'],
    ['the one text the end of the other', [RESCUE, COURT, CAUSE, FERRY], [CAUSE, FERRY], '2=0 3=1 -0 -1'],
    ['a text put before and after', [FERRY], [CAUSE, FERRY, COURT], '0=1 +0 +2'],
    ['what was repeated, and fills the text', ['Yes.', CAUSE, 'Yes.'], ['Yes.', 'Yes.'], '0=0 2=1 -1'],
    ['nothing before', [], [CAUSE, FERRY], '+0 +1'],
    ['all in the other order', [CAUSE, FERRY, RESCUE, COURT], [COURT, RESCUE, FERRY, CAUSE], '3>0 2>1 1=2 0>3'],
    [
      'of two that changed places, the shorter has moved',
      ['Nobody was hurt in it.', FERRY],
      [FERRY, 'Nobody was hurt in it.'],
      '1=0 0>1',
    ],
    [
      'of equally long ones that changed places',
      ['The boat sank at nine.', 'The quay burnt at six.'],
      ['The quay burnt at six.', 'The boat sank at nine.'],
      '1>0 0=1',
    ],
    [
      'of two that are equally alike, the first',
      [CAUSE, 'The pier is closed on Monday.', FERRY],
      [CAUSE, 'The pier is closed on Tuesday.', 'The pier is closed on Friday.', FERRY],
      '0=0 1~1 2=3 +2',
    ],
    [
      'two that changed places and were altered',
      [CAUSE, 'The old pier of Northport was closed to walkers for the whole winter.', FERRY, COURT],
      [
        FERRY.replace('300', '310'),
        CAUSE,
        COURT,
        'The old pier of Northport was closed to walkers for the whole summer.',
      ],
      '2~0 0>1 3=2 1>3',
    ],
    [
      'of two that travelled, each to the one it is closest to',
      [
        'The old pier of Northport was closed to walkers for the whole of the long winter.',
        'The old pier of Northport was closed to bathers for the whole of the short summer.',
        CAUSE,
        COURT,
        FERRY,
      ],
      [
        CAUSE,
        COURT,
        FERRY,
        'The old pier of Northport was closed to bathers for the whole of the hot summer.',
        'The old pier of Northport was closed to walkers for the whole of the cold winter.',
      ],
      '2=0 3=1 4=2 1>3 0>4',
    ],
    [
      'a short sentence does not travel',
      ['It rained all day.', CAUSE, FERRY, COURT],
      [CAUSE, FERRY, COURT, 'It rained all night.'],
      '1=0 2=1 3=2 -0 +3',
    ],
    [
      'a sentence between two altered ones belongs to one of them',
      [
        'The ferry left Northport at dawn with 300 passengers.',
        'They were saved by fishing boats.',
        'Most of the mail and the dog of the captain came ashore before noon.',
      ],
      [
        'The ferry left Northport at dawn with 300 passengers, saved by fishing boats.',
        'Most of the mail and the dog of the captain came ashore before noon, saved by fishing boats.',
      ],
      '0+1~0 2~1',
    ],
    [
      'a sentence before the one it was merged into',
      [CAUSE, 'Northport had never seen such weather.', 'The ferry sank two hours later off the northern cape.', COURT],
      [
        CAUSE,
        'The ferry sank two hours later off the northern cape in such weather as Northport had never seen.',
        COURT,
      ],
      '0=0 1+2~1 3=2',
    ],
    [
      'a neighbour on both sides at once is no split',
      ['The keeper, the dog and the horse slept soundly under heavy blankets.', 'Sailors drank whisky loudly.'],
      [
        'The keeper, the dog and the horse slept while sailors drank whisky.',
        'Heavy blankets soundly cover everybody.',
      ],
      '0~0+1 -1',
    ],
    [
      'a lone word is held by anything',
      ['The ferry left for the cape at dawn.', 'Dawn.'],
      ['The ferry left for the cape at noon, not dawn.'],
      '0~0 -1',
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

  it.each(cases)('%s, the other way round', (_what, before, after, expected) => {
    const { groups, removed, added } = align(after, before);
    const mirrored = groups.map((group) => ({ ...group, before: group.after, after: group.before }));
    mirrored.sort((a, b) => (a.after[0] ?? 0) - (b.after[0] ?? 0));
    expect(asDrawn({ groups: mirrored, removed: added, added: removed })).toBe(expected);
  });

  it('too much between two fixed points to be searched whole is found by rare pairs of words', () => {
    const [before, after] = ['grey', 'blue'].map((colour) => [
      CAUSE,
      ...Array.from(
        { length: 150 },
        (_, at) => `The ${colour} boat ${at} of owner ${at * 7} sails to island ${at * 13} on every market day.`,
      ),
      FERRY,
    ]);
    const { groups, removed, added } = align(before ?? [], after ?? []);
    expect({ removed, added }).toEqual({ removed: [], added: [] });
    expect(groups.every((group) => !group.moved && group.before[0] === group.after[0])).toBe(true);
  });

  it('and there the closest pairs are made first, each sentence once', () => {
    const boat = (at: number, ...others: string[]): string =>
      ['boat', at, 'owner', at * 7, 'island', at * 13, 'harbour', at * 17, ...others].join(' ');
    const rows = (colour: string): string[] => Array.from({ length: 150 }, (_, at) => boat(at, colour));
    const near = [boat(7, 'grey', 'bell'), boat(7, 'grey', 'bell', 'mast'), boat(7, 'rope', 'bell', 'mast')];
    const [before, after] = [rows('grey'), rows('blue')];
    before.splice(7, 1, ...near);
    after.splice(7, 1, 'nothing of the kind', boat(7, 'blue', 'bell', 'mast'));
    const { groups, removed, added } = align([CAUSE, ...before, FERRY], [CAUSE, ...after, FERRY]);
    const pairs = groups.filter((group) => group.before.some((at) => at >= 8 && at <= 10));
    expect(asDrawn({ groups: pairs, removed, added })).toBe('9~9 -8 -10 +8');
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

describe('what keeps its order is the heaviest chain', () => {
  it.each<[what: string, pairs: [before: number, after: number, weight: number][], chain: number[]]>([
    ['nothing', [], []],
    ['one pair', [[0, 5, 1]], [0]],
    [
      'all in order',
      [
        [0, 0, 1],
        [1, 2, 1],
        [2, 3, 1],
      ],
      [0, 1, 2],
    ],
    [
      'one long before two short',
      [
        [0, 2, 9],
        [1, 0, 4],
        [2, 1, 4],
      ],
      [0],
    ],
    [
      'two short before one middling',
      [
        [0, 2, 7],
        [1, 0, 4],
        [2, 1, 4],
      ],
      [1, 2],
    ],
    [
      'of two that weigh the same, the earlier',
      [
        [0, 1, 4],
        [1, 0, 4],
      ],
      [0],
    ],
    [
      'a chain through the middle of another',
      [
        [0, 3, 2],
        [1, 0, 2],
        [2, 4, 2],
        [3, 1, 2],
        [4, 2, 2],
        [5, 5, 2],
      ],
      [1, 3, 4, 5],
    ],
  ])('%s', (_what, pairs, chain) => {
    expect(heaviestChain(pairs.map(([before, after, weight]) => ({ before, after, weight })))).toEqual(chain);
  });
});
