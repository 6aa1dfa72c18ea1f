import * as fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { isGsm7, smsSize, toGsm7 } from '../../lib/render/messages/gsm7.ts';

describe('a text is counted as the network counts it', () => {
  test.each([
    ['an empty text is one segment', '', 'GSM-7', 0, 1],
    ['160 septets fit one segment', 'a'.repeat(160), 'GSM-7', 160, 1],
    ['161 need two of 153', 'a'.repeat(161), 'GSM-7', 161, 2],
    ['306 fit two', 'a'.repeat(306), 'GSM-7', 306, 2],
    ['307 need three', 'a'.repeat(307), 'GSM-7', 307, 3],
    ['a euro sign costs two', '€'.repeat(80), 'GSM-7', 160, 1],
    ['and is not split between segments', `${'a'.repeat(152)}€${'a'.repeat(10)}`, 'GSM-7', 164, 2],
    ['accents of the alphabet are free', 'àéèùì ÄÖÜß Ññ', 'GSM-7', 13, 1],
    ['one letter outside it makes all UCS-2', `${'a'.repeat(69)}ł`, 'UCS-2', 70, 1],
    ['71 units need two of 67', 'я'.repeat(71), 'UCS-2', 71, 2],
    ['an emoji is two units', '🔴'.repeat(35), 'UCS-2', 70, 1],
  ])('%s', (_, text, encoding, units, segments) => {
    expect(smsSize(text)).toEqual({ encoding, units, segments });
  });

  test('as the calculator of a large sender does', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...Array.from('aZ9 €{}[]~^|\\éü@_$')), maxLength: 500 }),
      fc.string({ unit: fc.constantFrom(...Array.from('aя€漢é ')), maxLength: 300 }),
    );
    fc.assert(
      fc.property(text, (text) => {
        const referee = new SegmentedMessage(text);
        expect(smsSize(text)).toMatchObject({
          encoding: referee.encodingName,
          segments: Math.max(referee.segmentsCount, 1),
        });
      }),
    );
  });
});

describe('a text is written in the GSM alphabet where that keeps its meaning', () => {
  test.each([
    ['arrows and quotation marks', 'killed six → seven, “a mess”, it’s', 'killed six -> seven, "a mess", it\'s'],
    ['dashes, dots and spaces', 'talks—“soon”… 5\u00A0000 – 6\u202F000', 'talks - "soon"... 5 000 - 6 000'],
    ['a minus stays a minus', '−5 °C', '-5 deg C'],
    [
      'accents that the alphabet lacks',
      'Zelenskyy in Kraków, São Paulo, Reykjavík, Łódź',
      'Zelenskyy in Krakow, Sao Paulo, Reykjavik, Lodz',
    ],
    ['those it has are kept', 'Málaga à Genève, Ærø, Zürich', 'Malaga à Genève, Ærø, Zürich'],
    ['fractions and powers', '2½ km²', '2 1/2 km^2'],
    ['money', '€5m, £3m, ¥10, ₹500', '€5m, £3m, ¥10, Rs 500'],
    ['another script is left alone, accents and all', 'Краків “№ 5”', 'Краків “№ 5”'],
    ['decomposed letters', 'Cafe\u0301', 'Café'],
  ])('%s', (_, text, expected) => {
    expect(toGsm7(text)).toBe(expected);
  });

  test('what is written so fits the alphabet or is as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const written = toGsm7(text);
        expect(isGsm7(written) || written === text).toBe(true);
        expect(toGsm7(written)).toBe(written);
      }),
    );
  });
});
