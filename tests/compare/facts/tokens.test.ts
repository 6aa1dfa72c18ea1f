import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../../lib/compare/facts/index.ts';

/** Each row: a language and a text, its tokens divided by "|" (a token's own spaces kept). */
const ROWS: readonly (readonly [language: string, marked: string])[] = [
  ['en', 'It| |cost| |$1.5m|,| |-5%|.'],
  ['en', 'won| |3-2| |at| |14:05'],
  ['en', 'a| |28|-|point| |plan'],
  ['en', '1,234.5| |people'],
  ['en', '€5|,| |US$5bn|,| |R$5|,| |5€'],
  ['en', '10–15| |°|C|,| |20°C'],
  ['en', "Don’t| |stop|,| |O'Brien"],
  ['en', 'U.S.| |troops| |at| |5| |a.m.| |today'],
  ['en', 'COVID|-|19|—|again|...'],
  ['en', 'the| |1990s|,| |2nd| |of| |9/11'],
  ['de', '1.234,5| |Mio|.| |Euro'],
  ['fr', 'L’|homme| |n’|est| |pas| |d’|ici'],
  ['fr', '1\u202f234| |personnes'],
  ['ja', '3|万人|が|死亡|した|。'],
  ['zh', '警方|说|三人|死亡|。'],
  ['ar', '٣٫٥| |في| |المئة'],
];

describe('tokens', () => {
  test.each(ROWS)('%s: %s', (language, marked) => {
    const expected = marked.split('|');
    expect(tokenise(expected.join(''), language).map(({ text }) => text)).toEqual(expected);
  });

  test('a token says where it stands, what it is, and how it is compared', () => {
    expect(tokenise('“It’s”\u00a05%', 'en')).toEqual([
      { text: '“', folded: '"', kind: 'mark', start: 0 },
      { text: 'It’s', folded: "It's", kind: 'word', start: 1 },
      { text: '”', folded: '"', kind: 'mark', start: 5 },
      { text: '\u00a0', folded: ' ', kind: 'space', start: 6 },
      { text: '5%', folded: '5%', kind: 'number', start: 7 },
    ]);
  });

  test('nothing is lost, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 })),
        fc.constantFrom('en', 'fr', 'th', null),
        (text, language) => {
          const tokens = tokenise(text, language);
          expect(tokens.map((token) => token.text).join('')).toBe(text);
          expect(tokens.every((token) => text.startsWith(token.text, token.start))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
