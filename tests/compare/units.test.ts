import { describe, expect, it } from 'vitest';
import type { BlockKind } from '../../lib/article.ts';
import { unitsOf } from '../../lib/compare/units.ts';

const cut = (kind: BlockKind, text: string): [start: number, text: string][] =>
  unitsOf([{ index: 4, block: { kind, text } }], 'en').map(({ start, text }) => [start, text]);

describe('a body is aligned by its sentences', () => {
  it.each<[what: string, kind: BlockKind, text: string, units: [start: number, text: string][]]>([
    [
      'a paragraph by its sentences',
      'paragraph',
      'It rained.  All went home.',
      [
        [0, 'It rained.'],
        [12, 'All went home.'],
      ],
    ],
    ['a heading whole', 'heading', 'What now? The court decides.', [[0, 'What now? The court decides.']]],
    ['a row whole', 'table-row', 'Alderby. Won. | 3', [[0, 'Alderby. Won. | 3']]],
    ['a caption whole', 'caption', 'The pier. It burnt.', [[0, 'The pier. It burnt.']]],
    [
      'lines by themselves, a stop at their end or none',
      'paragraph',
      'Monday rain\nTuesday sun. Frost\n\n Friday',
      [
        [0, 'Monday rain'],
        [12, 'Tuesday sun.'],
        [25, 'Frost'],
        [33, 'Friday'],
      ],
    ],
    [
      'lines of what is set as it is whole',
      'preformatted',
      'O mist. O sea.\n  O shore',
      [
        [0, 'O mist. O sea.'],
        [17, 'O shore'],
      ],
    ],
    ['white space alone as nothing', 'paragraph', '  \n ', []],
  ])('%s', (_what, kind, text, units) => {
    expect(cut(kind, text)).toEqual(units);
  });

  it('a unit knows its block, and its key leaves typography out', () => {
    const block = { kind: 'quotation', text: '“Go – now”' } as const;
    expect(unitsOf([{ index: 7, block }], null)).toEqual([
      { block: 7, kind: 'quotation', start: 0, text: '“Go – now”', key: '"Go - now"' },
    ]);
  });
});
