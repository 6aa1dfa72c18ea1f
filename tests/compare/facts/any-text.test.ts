/** Whatever the text, its facts are read soon, and a text against itself has none altered. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseSentence, changedFacts, splitSentences } from '../../../lib/compare/facts/index.ts';

const HOSTILE = [
  '(',
  '1',
  '1 ',
  '"',
  '“',
  '“a” ',
  "'a ",
  'A.',
  'Ann ',
  '$',
  '1-',
  '.',
  'said ',
  '“a” said Bob ',
  'six ',
];

// Bounded by the test's own time limit, for a busy machine: each takes some 0.2 s on a quiet one.
test.each(HOSTILE)('nothing but “%s” is soon read', { timeout: 5_000 }, (unit) => {
  const text = unit.repeat(Math.ceil(20_000 / unit.length));
  const facts = analyseSentence(text, 'en');
  expect(changedFacts(facts, facts, [{ before: [0, 1], after: [0, 1] }])).toEqual([]);
  expect(splitSentences(text, 'de').join('')).toBe(text);
});

test('a string against itself has no fact altered', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'said',
      'six',
      ' ',
      '“',
      '”',
      '"',
      "'",
      '3',
      '-',
      '%',
      '$',
      '.',
      'Ann',
      'not',
      'hundred',
      'May',
      'de',
      '\ud800',
      '一',
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        pieces.map((all) => all.join('')),
        fc.string({ unit: 'binary', maxLength: 60 }),
      ),
      fc.constantFrom('en', 'de', 'fr', 'es', 'ja', null),
      (text, language) => {
        const facts = analyseSentence(text, language);
        expect(changedFacts(facts, facts, [])).toEqual([]);
        expect(changedFacts(facts, facts, [{ before: [0, text.length], after: [0, text.length] }])).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});
