/**
 * How much two sentences have in common, cheaply: overlap of words (function words count little) and of word pairs.
 * Bigram overlap matches sentences of news revisions as well as a neural model does (88.7 to 89.2 F1 against 89.5: NewsEdits, 2022).
 */

/** A sentence as sorted word numbers and pair numbers, for merging. */
export type Signature = {
  readonly words: Int32Array;
  readonly pairs: Float64Array;
  /** Sum of the words' weights. */
  readonly weight: number;
};

/** Numbers words as it meets them, so that signatures of one comparison can be merged as numbers. */
export function signatures(): (key: string) => Signature {
  const numbers = new Map<string, number>();
  return (key) => {
    const words = wordsOf(key).map((word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      // Even numbers are function words, odd ones content: the weight needs no second look-up.
      const number = numbers.size * 2 + (isFunctionWord(word) ? 0 : 1);
      numbers.set(word, number);
      return number;
    });
    const pairs = new Float64Array(Math.max(0, words.length - 1));
    for (let i = 0; i + 1 < words.length; i += 1) pairs[i] = (words[i] ?? 0) * 2 ** 26 + (words[i + 1] ?? 0);
    const weight = words.reduce((sum, word) => sum + weightOf(word), 0);
    return { words: Int32Array.from(words).sort(), pairs: pairs.sort(), weight };
  };
}

/** 0 (nothing in common) to 1 (the same words in the same order). */
export function similarity(a: Signature, b: Signature): number {
  const whole = a.weight + b.weight;
  if (whole === 0) return 0;
  const words = (2 * sharedWeight(a.words, b.words)) / whole;
  const pairTotal = a.pairs.length + b.pairs.length;
  if (pairTotal === 0) return words;
  return 0.6 * words + 0.4 * ((2 * sharedCount(a.pairs, b.pairs)) / pairTotal);
}

/** Weight of the words of `part` that `whole` holds, as a share of `part`. */
export function coverage(part: Signature, whole: Signature): number {
  return part.weight === 0 ? 0 : sharedWeight(part.words, whole.words) / part.weight;
}

/** Runs of letters and digits; scripts without spaces by single characters, whose pairs are then character bigrams. */
export function wordsOf(key: string): string[] {
  const lower = key.toLowerCase();
  return lower.match(ASCII.test(lower) ? ASCII_WORD : WORD) ?? [];
}
/** Most text is, and is cut in a quarter of the time. */
const ASCII = /^\p{ASCII}*$/u;
const ASCII_WORD = /[a-z0-9]+/gu;
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Short words carry little in the languages written with spaces. Digits always count. */
const isFunctionWord = (word: string): boolean => word.length <= 3 && /^\p{Ll}+$/u.test(word);
const weightOf = (word: number): number => (word % 2 === 0 ? 0.25 : 1);

function sharedWeight(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      shared += weightOf(x);
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return shared;
}

function sharedCount(a: Float64Array, b: Float64Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      shared += 1;
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return shared;
}
