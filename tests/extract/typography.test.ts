import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldTypography } from '../../lib/typography.ts';

describe('these are the same text, set differently', () => {
  test.each([
    ['curly and straight quotation marks', '“We won’t,” she said', '"We won\'t," she said'],
    ['guillemets with French spaces and without', 'il a dit «\u00a0non\u00a0» hier', 'il a dit «non» hier'],
    ['German and English marks', 'er sagte „nein“ und ging', 'er sagte “nein” und ging'],
    ['reversed guillemets', 'er sagte »nein« und ging', 'er sagte „nein“ und ging'],
    ['em dash, double hyphen and spaced en dash', 'the plan—all of it', 'the plan – all of it'],
    ['double hyphen', 'the plan -- all of it', 'the plan — all of it'],
    ['a range with a hyphen or an en dash', '10-20 people', '10–20 people'],
    ['a minus sign and a hyphen', '−5 degrees', '-5 degrees'],
    ['no-break and ordinary spaces', '10\u202f000\u00a0euros', '10 000 euros'],
    ['a space before French punctuation', 'Pourquoi\u00a0? Parce que\u00a0: non', 'Pourquoi? Parce que: non'],
    ['a space before the percent sign', '5 %', '5%'],
    ['soft hyphens and zero-width spaces', 'Bundes\u00adkanz\u200bler', 'Bundeskanzler'],
    ['composed and decomposed letters', 'cafe\u0301', 'café'],
    ['ligatures', 'of\ufb01ce', 'office'],
    ['full-width letters', 'ＡＢＣ１２', 'ABC12'],
    ['ellipses', 'well … no', 'well . . . no'],
    ['entities escaped twice', 'Johnson &amp;amp; Johnson&amp;#39;s &quot;x&quot;', 'Johnson & Johnson\'s "x"'],
    ['a line break inside Chinese', '北京 今天', '北京今天'],
    ['white space', '  two\n\t words ', 'two words'],
  ])('%s', (_, one, other) => {
    expect(foldTypography(one)).toBe(foldTypography(other));
  });
});

describe('these differ', () => {
  test.each([
    ['digits', '1,500 people', '1,600 people'],
    ['decimal marks', '1.500', '1,500'],
    ['a sign', '-5 degrees', '5 degrees'],
    ['a currency', '€5', '$5'],
    ['presence of quotation marks', 'a “real” mess', 'a real mess'],
    ['a power', '10² km', '102 km'],
    ['a fraction', '1½ hours', '11⁄2 hours'],
    ['case', 'Turkey', 'turkey'],
    ['an accent', 'peso', 'pesó'],
    ['a full stop', 'No.', 'No'],
  ])('%s', (_, one, other) => {
    expect(foldTypography(one)).not.toBe(foldTypography(other));
  });
});

const pieces = fc.constantFrom(
  ...Array.from('aB5 —–-―.…&;«»‹›“”’\'"!?:%()北。カ²½€$,＂－′`\n\u00a0\u00ad\u200b\u0301\uff06\uff11\ufb01\u202f'),
  ...'--|. .| .|  |amp|quot|#39|&amp;|&nbsp;|&laquo;'.split('|'),
);
const typed = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(''));
/** Everything that states a fact by itself; entities are left out, since they hold digits which are not text. */
const facts = (text: string): string => (text.normalize('NFC').match(/[0-9½²€$,]/gu) ?? []).join('');

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.oneof(typed, fc.string({ unit: 'binary', maxLength: 30 })), (text) => {
      const folded = foldTypography(text);
      expect(foldTypography(folded)).toBe(folded);
    }),
    { numRuns: 150 },
  );
});

test('digits, decimal marks and currency are never folded away', () => {
  fc.assert(
    fc.property(typed, (text) => {
      fc.pre(!/[&＆#]/u.test(text));
      expect(facts(foldTypography(text))).toBe(facts(text.replaceAll('\uff11', '1')));
    }),
    { numRuns: 150 },
  );
});
