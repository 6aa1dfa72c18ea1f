import { findAttributions, type FoundAttribution } from './attributions.ts';
import { findClaims, type FoundClaim } from './claims.ts';
import { findFigures, type FoundFigure } from './figures.ts';
import { lexemesOf, type Lexeme } from './lexemes.ts';
import { findNames, type FoundName } from './names.ts';
import { findQuotes, type FoundQuote, type OpenQuote } from './quotes.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything checkable a sentence says, each with the characters it stands on, in order. */
export type SentenceFacts = {
  readonly text: string;
  readonly language: string | null;
  readonly lexemes: readonly Lexeme[];
  readonly figures: readonly FoundFigure[];
  readonly quotes: readonly FoundQuote[];
  readonly attributions: readonly FoundAttribution[];
  readonly names: readonly FoundName[];
  readonly claims: readonly FoundClaim[];
  /** A quotation left open at the end: hand it to the next sentence of the same block. */
  readonly open: OpenQuote | null;
};

/**
 * Reads a sentence. `open` is the quotation the sentence before left open; `vocabulary` tells names from other capitals
 * at the start of sentences and in headlines. Linear in the sentence, and never throws.
 */
export function analyseSentence(
  text: string,
  language: string | null,
  open: OpenQuote | null = null,
  vocabulary: Vocabulary | null = null,
): SentenceFacts {
  const lexemes = lexemesOf(text, language);
  const { figures, numberedNames } = findFigures(lexemes, text, language);
  const dates = figures.filter(({ figure }) => figure.type === 'date').map(({ range }) => range);
  const found = findQuotes(text, open);
  const names = withNumbered(
    findNames(lexemes, language, vocabulary, [...dates, ...numberedNames]),
    numberedNames,
    text,
  );
  const attributions = findAttributions(lexemes, text, language, found.quotes, names);
  const quotes = found.quotes.map((quote) => ({ ...quote, speaker: speakerOf(quote, attributions, open) }));
  const speaker = quotes.at(-1)?.speaker ?? null;
  return {
    text,
    language,
    lexemes,
    figures,
    quotes,
    attributions,
    names,
    claims: findClaims(lexemes, language),
    open: found.open && { ...found.open, speaker },
  };
}

/** "Channel 13": a name, number and all. */
function withNumbered(
  names: readonly FoundName[],
  ranges: SentenceFacts['names'][number]['range'][] | readonly FoundName['range'][],
  text: string,
): readonly FoundName[] {
  const numbered = ranges.map((range): FoundName => {
    const words = text.slice(...range);
    return { range, text: words, words: [words.toLowerCase()], weak: false };
  });
  return [...names, ...numbered].toSorted((one, other) => one.range[0] - other.range[0]);
}

/** The source nearest to a quotation; where the sentence names none, whoever was speaking when it began. */
function speakerOf(
  quote: FoundQuote,
  attributions: readonly FoundAttribution[],
  open: OpenQuote | null,
): string | null {
  let nearest: FoundAttribution | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const attribution of attributions) {
    const gap = Math.max(quote.range[0] - attribution.range[1], attribution.range[0] - quote.range[1]);
    if (attribution.speaker && !PRONOUN.test(attribution.speaker.text) && gap < least) {
      nearest = attribution;
      least = gap;
    }
  }
  return nearest?.speaker?.text ?? (quote.opensHere ? null : (open?.speaker ?? null));
}
const PRONOUN =
  /^(?:he|she|they|it|we|I|you|who|er|sie|es|wir|ich|ils?|elles?|on|nous|je|él|ella|ellos|ellas|ele|ela|hij|zij|lui|lei)$/iu;
