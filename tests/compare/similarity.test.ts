/** How alike two sentences are, in hundredths. */
import { describe, expect, it } from 'vitest';
import { coverage, signatures, similarity, wordsOf } from '../../lib/compare/align/similarity.ts';

const inHundredths = (share: number): number => Math.round(100 * share);

describe('similarity', () => {
  it.each<[what: string, one: string, other: string, hundredths: number]>([
    ['nothing at all', '', '', 0],
    ['nothing on one side', '', 'harbour board', 0],
    ['the same', 'the harbour board met', 'the harbour board met', 100],
    ['in other capitals', 'Harbour Board', 'harbour board', 100],
    ['nothing in common', 'harbour board', 'ferry company', 0],
    ['a lone word has no pair', 'harbour', 'harbour', 100],
    ['one word of two, no pair', 'harbour board', 'harbour office', 30],
    ['the same words in another order', 'harbour board meets', 'meets board harbour', 60],
    ['the same words, half the pairs', 'harbour board meets', 'board meets harbour', 80],
    ['a short word counts a quarter', 'the harbour', 'the board', 12],
    ['a short word in the middle is short', 'harbour of ships', 'boats of board', 7],
    ['a number counts in full, however short', '12 harbour', '12 board', 30],
    ['a word of a script without small letters counts in full', 'قال harbour', 'قال board', 30],
    ['a word twice on one side is shared once', 'bang bang', 'bang', 40],
    ['scripts without spaces by their characters', '大坝维修', '大坝建造', 43],
  ])('%s', (_what, one, other, hundredths) => {
    const sign = signatures();
    const [a, b] = [sign(one), sign(other)];
    expect(inHundredths(similarity(a, b))).toBe(hundredths);
    expect(similarity(b, a)).toBe(similarity(a, b));
  });
});

describe('coverage', () => {
  it.each<[part: string, whole: string, hundredths: number]>([
    ['', 'harbour board', 0],
    ['harbour board', '', 0],
    ['harbour board', 'the board of the harbour', 100],
    ['the harbour', 'harbour', 80],
    ['harbour board meets', 'board', 33],
  ])('of “%s” in “%s”', (part, whole, hundredths) => {
    const sign = signatures();
    expect(inHundredths(coverage(sign(part), sign(whole)))).toBe(hundredths);
  });
});

describe('words', () => {
  it.each<[text: string, words: string[]]>([
    ['', []],
    ['The 3-2 win, again!', ['the', '3', '2', 'win', 'again']],
    ['Größe: 1,5 km', ['größe', '1', '5', 'km']],
    ['e\u0301te\u0301', ['e\u0301te\u0301']],
    ['大坝3亿元', ['大', '坝', '3', '亿', '元']],
    ['ひと9人', ['ひ', 'と', '9', '人']],
  ])('of “%s”', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
