/** What an article's own words tell about its capitals. */
export type Vocabulary = {
  /** The word stands in lower case somewhere: no name. Asked in lower case. */
  readonly isCommon: (word: string) => boolean;
  /**
   * The word has a capital in the middle of a sentence and never stands in lower case; in German, where nouns have
   * capitals too, twice at least and never after an article. Asked in lower case, without accents.
   */
  readonly isName: (word: string, primary: string) => boolean;
};

/** Reads the body's texts once; a headline in capitals throughout and the first words of sentences are judged by it. */
export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const common = new Set<string>();
  const capital = new Map<string, number>();
  const nouns = new Set<string>();
  for (const text of texts) {
    let previous = '';
    for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}\p{N}]*/gu)) {
      if (/^\p{Ll}/u.test(word)) common.add(word);
      else if (/[\p{L}\p{N},;]\s$/u.test(text.slice(Math.max(0, index - 2), index))) {
        const folded = fold(word);
        capital.set(folded, (capital.get(folded) ?? 0) + 1);
        if (INTRODUCES_NOUN.test(previous)) nouns.add(folded);
      }
      previous = word;
    }
  }
  return {
    isCommon: (word) => common.has(word),
    isName: (word, primary) => {
      const isCapital = (capital.get(word) ?? 0) >= (primary === 'de' ? 2 : 1) && !common.has(word);
      return isCapital && (primary !== 'de' || !nouns.has(word));
    },
  };
}

/** German articles, and adjectives by their ending; asked of German alone. */
const INTRODUCES_NOUN =
  /^(?:der|die|das|de[mns]|k?eine?[mnrs]?|[msd]eine?[mnrs]?|ihre?[mnrs]?|zum|zur|im|am|beim|vom|ins|viele|alle|mehr|\p{Ll}{3,}(?:e|en|er|es|em))$/iu;

const fold = (word: string): string => word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
