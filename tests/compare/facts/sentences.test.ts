import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../lib/compare/facts/index.ts';

/** Each row: a language and a text with its sentences divided by "|". */
const ROWS: readonly (readonly [language: string, marked: string])[] = [
  // Titles and abbreviations
  ['en', 'Dr. Lee met Mr. Ray. |They left.'],
  ['en', 'The U.S. Navy left. |It sailed at 5 p.m. on Monday.'],
  ['en', 'They moved to the U.S. |The firm followed.'],
  ['en', 'J. R. Ward and B. U. Ode spoke. |Gov. Ann Lee did not.'],
  ['en', 'Acme Corp. and Foo Inc. merged. |Shares rose.'],
  ['en', 'See Fig. 3 and No. 10. |“No.” |That was all.'],
  ['en', 'He said no. |Ten people left.'],
  ['en', 'On Oct. 31 the shop closed. |On Nov. 2 it opened.'],
  ['en', 'She left in May. |12 people were hurt.'],
  ['en', 'It opened in 2019. |5 others followed.'],
  // Quotations
  ['en', '“Why now?” the minister asked. |“Nobody knows.”'],
  ['en', '“Right?” Sanborn said. |“What is it?”'],
  ['en', '“For how long?” Lee argued. |“People wait.”'],
  ['en', '“For how long?” |Rain fell. |“People wait.”'],
  ['en', '"It is over," she wrote. |"We lost."'],
  ['en', 'The viral “Pay. We wait.” campaign failed. |Few paid.'],
  ['en', 'He said: “We came. |We saw.”'],
  ['en', '“... Our nation needs steel,” he said. |It does.'],
  ['en', 'Yahoo! shares fell. |Others rose.'],
  // German
  ['de', 'Die 3. Liga beginnt am 12. August. |Der Klub freut sich.'],
  ['de', 'Das kostet z. B. 5 Mio. Euro. |Dr. Weber sagt nein.'],
  ['de', '„Warum jetzt?“, fragte er. |Niemand wusste es.'],
  ['de', 'Im 20. Jahrhundert war das so. |Heute nicht.'],
  ['de', 'Er kam am 3. |Der Rest folgte.'],
  ['de', 'Die Firma, u. a. in Bonn, ca. 12 Leute, schließt. |Warum?'],
  ['cs', 'Klesli jsme z 13. místa na 15. |Další se neví.'],
  ['en', 'Doors open at 7 p.m. |Residents may come at 5 p.m. Monday.'],
  ['pl', 'Było tam ok. 300 osób. |Reszta czekała.'],
  // French, Spanish
  ['fr', 'M. Durand est parti. |Il a laissé une lettre, cf. p. 3.'],
  ['fr', 'Mme. Roux a dit « non ». |Puis rien.'],
  ['es', 'El Sr. López y la Dra. Ruiz llegaron. |EE. UU. no respondió.'],
  ['es', '¿Quién fue? |Nadie lo sabe.'],
  // Scripts without spaces, and others
  ['zh', '他们走了。|我们留下。'],
  ['ja', '首相は「行く。」と述べた。|その後、帰った。'],
  ['hi', 'वह गया। |हम रुके।'],
  // Lists and lines
  ['en', '1. Wash the rice.'],
  ['en', 'First line\n|Second line'],
];

describe('sentences', () => {
  test.each(ROWS)('%s: %s', (language, marked) => {
    const expected = marked.split('|');
    expect(splitSentences(expected.join(''), language)).toEqual(expected);
  });

  test('nothing is lost, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc
        .array(fc.constantFrom('Mr', '.', ' ', '“', '”', 'a', 'A', '3', '\n', '?', '«', '。', '\ud800'), {
          maxLength: 40,
        })
        .map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'de', 'fr-CA', 'ja', 'x', null), (words, language) => {
        expect(splitSentences(words, language).join('')).toBe(words);
      }),
      { numRuns: 200 },
    );
  });
});
