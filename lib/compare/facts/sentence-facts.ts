import { findAttributions, type FoundAttribution } from './attributions.ts';
import { findClaims, type FoundClaim } from './claims.ts';
import { findFigures, type FoundFigure } from './figures.ts';
import { lexemesOf, type Lexeme } from './lexemes.ts';
import { findNames, type FoundName } from './names.ts';
import { findQuotes, type FoundQuote, type OpenQuote } from './quotes.ts';
import { countFirst, isCovered, isWithin, type Placed, type Range } from './ranges.ts';
import { isNamed } from './speakers.ts';
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
  const numbered = numberedNames.map((range): FoundName => numberedName(range, text));
  const skip = [...figures.filter(({ weak }) => !weak), ...numbered].toSorted(inOrder);
  const found = findQuotes(text, open);
  const names = [...findNames(lexemes, language, vocabulary, skip), ...numbered].toSorted(inOrder);
  const sure = names.filter(({ weak }) => !weak);
  // The United States states nothing.
  const attributions = findAttributions(lexemes, text, language, found.quotes, names).filter(
    ({ range }) => !sure.some((name) => isWithin(range, name.range)),
  );
  const sources = attributions.filter(isNamed);
  const quotes = found.quotes.map((quote) => ({ ...quote, speaker: speakerOf(quote, sources, open) }));
  const speaker = quotes.at(-1)?.speaker ?? null;
  return {
    text,
    language,
    lexemes,
    figures,
    quotes,
    attributions,
    // "nach Angaben der Polizei" has a capital, and no name in it.
    names: names.filter(({ range }) => !isCovered(range, attributions)),
    // Theresa May is no "may".
    claims: findClaims(lexemes, language).filter(({ range }) => !isCovered(range, sure)),
    open: found.open && { ...found.open, speaker },
  };
}

const inOrder = (one: Placed, other: Placed): number => one.range[0] - other.range[0];

/** "Channel 13": a name, number and all. */
function numberedName(range: Range, text: string): FoundName {
  const words = text.slice(...range);
  return { range, text: words, words: [words.toLowerCase()], weak: false, isNumbered: true };
}

/** The source nearest to a quotation; where the sentence names none, whoever was speaking when it began. */
function speakerOf(quote: FoundQuote, sources: readonly FoundAttribution[], open: OpenQuote | null): string | null {
  const index = countFirst(sources, ({ range }) => range[0] < quote.range[0]);
  const [before, after] = [sources[index - 1], sources[index]];
  const isAfterNearer = after && (!before || after.range[0] - quote.range[1] <= quote.range[0] - before.range[1]);
  return (isAfterNearer ? after : before)?.speaker?.text ?? (quote.opensHere ? null : (open?.speaker ?? null));
}
