/** The words that name a source, before its verb of saying or after it. */
import { isCapitalised, rangeOf, type Lexeme } from './lexemes.ts';
import type { FoundName } from './names.ts';
import type { FoundQuote } from './quotes.ts';
import { countFirst, firstEndingAfter, overlaps, type Range } from './ranges.ts';
import { openersIn } from './sentence-openers.ts';
import { COMMON_OPENINGS } from './words/common-openings.ts';
import { PRONOUNS } from './words/sources.ts';

export const DETERMINERS: ReadonlySet<string> = new Set(
  'a an des du the unos one this that his her their its der die das ein eine le la les un une el los las una il lo gli i uno o os as um uma de het een'.split(
    ' ',
  ),
);

export function phraseAfter(
  lexemes: readonly Lexeme[],
  next: number,
  end: number,
  names: readonly FoundName[],
  isSource: boolean,
  primary: string,
): Range | null {
  const name = names[countFirst(names, ({ range }) => range[0] < end)];
  const first = lexemes[next];
  if (!first || first.kind !== 'word') return null;
  // Italian "i" and "il" are articles.
  if (PRONOUNS.has(first.lower) && first.text !== 'i' && !(primary === 'it' && first.lower === 'il'))
    return rangeOf(lexemes, next, next + 1);
  if (name && name.range[0] === first.start) return name.range;
  if (!isSource && ![DETERMINERS, COMMON_OPENINGS].some((words) => words.has(first.lower)) && !isCapitalised(first))
    return null;
  let to = next + 1;
  // "the head of the agency" is one source.
  while (
    to < next + 7 &&
    lexemes[to]?.kind === 'word' &&
    (to < next + 4 || isOf(lexemes[to - 2])) &&
    continues(lexemes, to, primary)
  )
    to += 1;
  return name && name.range[0] <= (lexemes[to - 1]?.end ?? 0) + 1
    ? [first.start, name.range[1]]
    : rangeOf(lexemes, next, to);
}

export function phraseBefore(
  lexemes: readonly Lexeme[],
  at: number,
  start: number,
  quotes: readonly FoundQuote[],
  names: readonly FoundName[],
  primary: string,
): Range | null {
  const previous = lexemes[at - 1];
  if (!previous) return null;
  let back = at - 1;
  while (back > at - 4 && isAuxiliary(lexemes[back])) back -= 1;
  const last = lexemes[back];
  if (!last) return null;
  const direct = lexemes[back - 1];
  // “…,” Field said: a capital between a quotation and its verb is who spoke, name or not.
  if (isCapitalised(last) && direct?.kind === 'mark' && neighbours(start, quotes)[0]?.range[1] === direct.end)
    return [last.start, last.end];
  if (PRONOUNS.has(last.lower)) return [last.start, last.end];
  const before = names[countFirst(names, ({ range }) => range[1] <= start) - 1];
  const near = before && !isQuoted(before.range, quotes) ? before : undefined;
  if (near && neighbours(start, quotes)[0] !== neighbours(near.range[1], quotes)[0]) {
    return bareSource(lexemes, last, primary);
  }
  if (last.text === ',')
    return beforeApposition(lexemes, back, names) ?? (near && start - near.range[1] <= APPOSITION ? near.range : null);
  if (near && near.range[1] >= last.start) return near.range;
  return bareSource(lexemes, last, primary);
}

/** What may stand between a subject and its verb: "has", "would", "later", "repeatedly". */
const isAuxiliary = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'word' &&
  !isCapitalised(lexeme) &&
  (AUXILIARIES.has(lexeme.lower) || (/.{3}ly$/u.test(lexeme.lower) && !NOUNS_IN_LY.has(lexeme.lower)));
const NOUNS_IN_LY: ReadonlySet<string> = new Set([
  'anomaly',
  'assembly',
  'bully',
  'family',
  'rally',
  'reply',
  'supply',
]);
const AUXILIARIES: ReadonlySet<string> = new Set(
  `again also always can could did did even ever first had has have having initially just later may might must never not now
  often once only previously publicly recently should since still then too twice will would
  auch dann hat habe haben hatte hatten immer nie nun nur später wird würde
  a ait ont avait aussi ensuite ha han había también`.split(/\s+/u),
);

/** "Jim Townsend, a fellow at the Center, said": the name before the comma that opens the apposition. */
function beforeApposition(lexemes: readonly Lexeme[], closing: number, names: readonly FoundName[]): Range | null {
  for (let index = closing - 1; index > 0; index -= 1) {
    const lexeme = lexemes[index];
    if (lexeme?.kind === 'mark' && lexeme.text !== ',' && !/^[-.’']$/u.test(lexeme.text)) return null;
    if (lexeme?.text !== ',') continue;
    const end = lexemes[index - 1]?.end;
    return names.find(({ range }) => range[1] === end)?.range ?? null;
  }
  return null;
}

/**
 * "police said", "the fire service said", "Local media said": a noun in lower case that is a source, by a table, by its article, or as
 * all that its clause has before the verb; with the words that tell it from others of its kind.
 */
function bareSource(lexemes: readonly Lexeme[], last: Lexeme, primary: string): Range | null {
  const at = countFirst(lexemes, ({ start }) => start < last.start);
  let first = compoundFrom(lexemes, at);
  if (first === at && !isNounLike(last, primary)) return null;
  for (let words = 0; words < MODIFIERS && isNounLike(lexemes[first - 1], primary); words += 1)
    first = compoundFrom(lexemes, first - 1);
  const opener = lexemes[first - 1];
  const isWhole = opener === undefined || opener.kind === 'mark';
  const isNamed = DETERMINERS.has(opener?.lower ?? '') || (isWhole && first < at && primary === 'en');
  return isNamed || COMMON_OPENINGS.has(last.lower) ? [lexemes[first]?.start ?? last.start, last.end] : null;
}

/** "the Russian state news agency": as many words may stand between an article and its noun. */
const MODIFIERS = 3;

/** Where "passer-by" and "35-year-old" begin. */
function compoundFrom(lexemes: readonly Lexeme[], at: number): number {
  let first = at;
  while (lexemes[first - 1]?.text === '-' && !lexemes[first - 1]?.spaced && !lexemes[first]?.spaced) first -= 2;
  return first;
}

const isNounLike = (lexeme: Lexeme | undefined, primary: string): boolean =>
  lexeme?.kind === 'word' &&
  ![STOPS, DETERMINERS, PRONOUNS, openersIn(primary)].some((words) => words.has(lexeme.lower)) &&
  !isAuxiliary(lexeme);

/** How far back over "…, a senior fellow at the institute, said" the name may stand, in characters. */
const APPOSITION = 200;

const isOf = (lexeme: Lexeme | undefined): boolean => OF.has(lexeme?.lower ?? '');
const OF: ReadonlySet<string> = new Set('of der des von du de della del'.split(' '));

const continues = (lexemes: readonly Lexeme[], at: number, primary: string): boolean => {
  const lower = lexemes[at]?.lower ?? '';
  // "nach Angaben der Polizei gegen 21 Uhr": a German source ends with its noun, if none belongs to it.
  const isBeyond =
    (primary === 'de' && isCapitalised(lexemes[at - 1]) && !isCapitalised(lexemes[at])) ||
    WITHOUT_ARTICLES.has(primary);
  // "according to police the bridge is safe": another noun begins.
  if (DETERMINERS.has(lower) && !isOf(lexemes[at]) && !isOf(lexemes[at - 1])) return false;
  return (!STOPS.has(lower) && !isBeyond) || (isOf(lexemes[at]) && lexemes[at + 1]?.kind === 'word');
};

/** Where nothing tells how far a source goes, its first word is what it is. */
const WITHOUT_ARTICLES: ReadonlySet<string> = new Set(['pl', 'ru', 'sv', 'uk']);

const STOPS: ReadonlySet<string> = new Set(
  `and or but that which in on at to of for from by with as is was were be been not it this there when while
  und oder aber dass in auf an zu von mit für als war ist wird et ou mais que dans à pour par avec est qui y o pero en por con`.split(
    /\s+/u,
  ),
);

export const isQuoted = (range: Range, quotes: readonly FoundQuote[]): boolean => {
  const quote = firstEndingAfter(quotes, range[0]);
  return quote !== undefined && overlaps(quote.words, range);
};

/** The quotation that begins before a place and the one that begins after it. */
export function neighbours(point: number, quotes: readonly FoundQuote[]): readonly (FoundQuote | undefined)[] {
  const index = countFirst(quotes, ({ range }) => range[0] < point);
  return [quotes[index - 1], quotes[index]];
}
