/** What an article's own words tell about its capitals. */
export type Vocabulary = {
  /** The word stands in lower case somewhere: no name. Asked in lower case. */
  readonly isCommon: (word: string) => boolean;
  /** The word has a capital in the middle of a sentence, and never stands in lower case. Asked in lower case, without accents. */
  readonly isName: (word: string) => boolean;
};

/** Reads the body's texts once; a headline in capitals throughout and the first words of sentences are judged by it. */
export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const common = new Set<string>();
  const capital = new Set<string>();
  for (const text of texts) {
    for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}\p{N}]*/gu)) {
      if (/^\p{Ll}/u.test(word)) common.add(word);
      else if (/[\p{L}\p{N},;]\s$/u.test(text.slice(Math.max(0, index - 2), index))) capital.add(fold(word));
    }
  }
  return { isCommon: (word) => common.has(word), isName: (word) => capital.has(word) && !common.has(word) };
}

const fold = (word: string): string => word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
