import { countFirst, type Range } from './ranges.ts';
import { tokenise, type TokenKind } from './tokens.ts';

/** A token that is not a space, as the finders of facts read it. */
export type Lexeme = {
  readonly text: string;
  /** Typography and case folded: what tables are looked up by. */
  readonly lower: string;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
};

/** The tokens of a sentence without its spaces and invisible characters. */
export function lexemesOf(text: string, language: string | null): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let spaced = false;
  for (const token of tokenise(text, language)) {
    if (token.kind === 'space') spaced = true;
    if (token.kind === 'space' || token.folded === '') continue;
    const { kind, start } = token;
    lexemes.push({
      text: token.text,
      lower: lowered(token.folded),
      kind,
      start,
      end: start + token.text.length,
      spaced,
    });
    spaced = false;
  }
  return lexemes;
}

/** Vowel signs are left out of Arabic at will: قُتل and قتل are one word. */
const lowered = (folded: string): string =>
  folded > '\u0600' && folded < '\u06FF' ? folded.replaceAll(/[\u064B-\u0652]/gu, '') : folded.toLowerCase();

export const isCapitalised = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'word' && /^\p{Lu}/u.test(lexeme.text);

/** A table of phrases of one or more words, looked up by where they begin. */
export type PhraseTable<Meaning> = ReadonlyMap<string, readonly Phrase<Meaning>[]>;
type Phrase<Meaning> = { readonly words: readonly string[]; readonly meaning: Meaning };

/** Phrases as they are written, with single spaces; apostrophes straight. The longest of several that fit is found. */
export function phraseTable<Meaning>(
  rows: Iterable<readonly [phrase: string, meaning: Meaning]>,
): PhraseTable<Meaning> {
  const table = new Map<string, Phrase<Meaning>[]>();
  for (const [phrase, meaning] of rows) {
    const words = wordsOf(phrase);
    const [first] = words;
    if (first === undefined) continue;
    const row = { words, meaning };
    const known = table.get(first);
    if (known) known.push(row);
    else table.set(first, [row]);
  }
  for (const phrases of table.values()) phrases.sort((one, other) => other.words.length - one.words.length);
  return table;
}

/** French "plus d'" ends in half a word, which is one with the next: here with any. */
function wordsOf(phrase: string): readonly string[] {
  const lexemes = phrase.includes("'") ? lexemesOf(phrase.replace(/'$/u, "'x"), 'fr') : lexemesOf(phrase, 'en');
  return (phrase.endsWith("'") ? lexemes.slice(0, -1) : lexemes).map(({ lower }) => lower);
}

/** The longest phrase of the table that begins at a lexeme, with the index after its last. */
export function phraseAt<Meaning>(
  lexemes: readonly Lexeme[],
  at: number,
  table: PhraseTable<Meaning>,
): { readonly meaning: Meaning; readonly next: number } | null {
  const first = lexemes[at];
  if (!first) return null;
  const phrases = table.get(first.lower);
  if (!phrases) return null;
  for (const { words, meaning } of phrases) {
    if (words.every((word, offset) => lexemes[at + offset]?.lower === word)) {
      return { meaning, next: at + words.length };
    }
  }
  return null;
}

/** The characters from one lexeme to another, the second not included. */
export function rangeOf(lexemes: readonly Lexeme[], from: number, to: number): Range {
  return [lexemes[from]?.start ?? 0, lexemes[to - 1]?.end ?? 0];
}

/** The lexemes that overlap a range. */
export function lexemesIn(lexemes: readonly Lexeme[], range: Range): readonly Lexeme[] {
  return lexemes.slice(
    countFirst(lexemes, ({ end }) => end <= range[0]),
    countFirst(lexemes, ({ start }) => start < range[1]),
  );
}
