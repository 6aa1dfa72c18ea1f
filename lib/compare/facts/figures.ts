import type { Figure } from '../../change.ts';
import { dateAt } from './dates.ts';
import { figureOpeners, mayOpenFigure } from './figure-openers.ts';
import { countedNoun } from './counted-nouns.ts';
import { phraseAt, phraseTable, rangeOf, type Lexeme, type PhraseTable } from './lexemes.ts';
import { listOrdinalEnd, numberedNameAt, phoneEnd } from './numbered-names.ts';
import { isOneOfTally, meets, pairFrom, rangeFrom, shareFrom, withUnitAhead, yearFrom } from './number-pairs.ts';
import { quantityAt } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import type { Range } from './ranges.ts';
import { QUALIFIERS_AFTER, QUALIFIERS_BEFORE, SCORE_WORDS, VOTE_WORDS } from './words/counting.ts';
import { PARTS_OF_TIME } from './words/calendar.ts';
import type { Measure } from './words/units.ts';
import { withZone } from './zones.ts';

/** What an alteration of a figure's value is an alteration of. */
export type FigureSort =
  | 'casualty'
  | 'money'
  | 'vote'
  | 'percent'
  | 'score'
  | 'other-count'
  | 'date'
  | 'weekday'
  | 'relative-day'
  | 'range-end'
  | 'age'
  | 'time'
  | 'ordinal'
  | 'vague-count';

/** A figure where it stands in its sentence. */
export type FoundFigure = {
  /** The words of the value, with sign, currency, magnitude and unit. */
  readonly range: Range;
  /** The words of the qualifier, and what they say ("about" of "around"); null when bare. */
  readonly qualifier: Range | null;
  readonly bound: string | null;
  readonly figure: Figure;
  readonly sort: FigureSort;
  /** Equal for the same value in another notation. */
  readonly key: string;
  readonly measure: Measure | null;
  /** The word is also something else ("one", "un"): only told against another figure. */
  readonly weak: boolean;
};

/** Each form by what it says: the first of its line. */
const formsOf = (lines: readonly string[]): (readonly [form: string, says: string])[] =>
  lines.flatMap((line) => {
    const forms = line.split('/');
    return forms.map((form): readonly [string, string] => [form, forms[0] ?? form]);
  });
const BEFORE = phraseTable(formsOf(QUALIFIERS_BEFORE));
const AFTER = phraseTable(formsOf(QUALIFIERS_AFTER));
const PARTS = phraseTable(formsOf(PARTS_OF_TIME));

/** Whether a bound says which part of a stretch of time is meant ("early March"): told only against another part. */
export const isPartOfTime = (bound: string): boolean => PARTS_SAID.has(bound);
const PARTS_SAID: ReadonlySet<string> = new Set(PARTS_OF_TIME.map((line) => line.split('/')[0] ?? line));

/**
 * The figures of a sentence, in order and without overlap. Not figures: the number of a list entry ("3. The coach"),
 * and numbers that are part of a name ("Channel 13", "7 Eleven"), given apart.
 */
export function findFigures(
  lexemes: readonly Lexeme[],
  text: string,
  language: string | null,
): { readonly figures: readonly FoundFigure[]; readonly numberedNames: readonly Range[] } {
  const figures: FoundFigure[] = [];
  const numberedNames: Range[] = [];
  const sentence = new Set(lexemes.map(({ lower }) => lower));
  let at = listOrdinalEnd(lexemes);
  let free = at;
  const openers = figureOpeners(language);
  while (at < lexemes.length) {
    if (!mayOpenFigure(lexemes, at, openers)) {
      at += 1;
      continue;
    }
    const named = numberedNameAt(lexemes, at);
    if (named !== null) {
      numberedNames.push(rangeOf(lexemes, at, named));
      at = named;
      free = at;
      continue;
    }
    const figure =
      phoneAt(lexemes, at, text) ??
      dateFigureAt(lexemes, at, free, text, language) ??
      numberFigureAt(lexemes, at, free, text, language, sentence);
    if (figure) {
      figures.push(ofTheSame(figure, figures.at(-1), lexemes, text));
      at = figure.next;
      free = at;
    } else at += 1;
  }
  return { figures, numberedNames };
}

type Taken = { readonly found: FoundFigure; readonly next: number };

/** "Seven were hurt, two of them badly", "the toll rose from 12 to 14", "212 seats, 40 more than in May": of what the figure before counts. */
function ofTheSame(
  { found, next }: Taken,
  last: FoundFigure | undefined,
  lexemes: readonly Lexeme[],
  text: string,
): FoundFigure {
  if (found.sort !== 'other-count' || (last?.sort !== 'casualty' && last?.sort !== 'vote')) return found;
  const words = lexemes.slice(next, next + 3).map(({ lower }) => lower);
  const isOfThem = OF_THEM.test(words.join(' '));
  const isFromTo = found.figure.noun === null && FROM_TO.test(text.slice(last.range[1], found.range[0]));
  return isOfThem || isFromTo ? { ...found, sort: last.sort } : found;
}
const OF_THEM =
  /^(?:(?:of (?:them|whom|those)|(?:more|fewer) than|davon|von ihnen|d' entre eux|de el[lk]?[oa]s|d[ei] loro|van hen|z nich|из них|із них|з них)(?= |$))/u;
const FROM_TO = /^,? (?:(?:up|down) )?(?:to|from|auf|von|à|de|a|da|naar|do|до|с|з) $/u;

/** A telephone number is one figure that counts nothing: told where another stands in its place. */
function phoneAt(lexemes: readonly Lexeme[], at: number, text: string): Taken | null {
  const next = phoneEnd(lexemes, at);
  if (next === at) return null;
  const range = rangeOf(lexemes, at, next);
  const written = text.slice(...range);
  const figure: Figure = { text: written, type: 'count', value: null, unit: null, noun: null, qualifier: null };
  const found = { range, qualifier: null, bound: null, figure, sort: 'other-count', key: written } as const;
  return { found: { ...found, measure: null, weak: true }, next };
}

function dateFigureAt(
  lexemes: readonly Lexeme[],
  at: number,
  free: number,
  text: string,
  language: string | null,
): Taken | null {
  const date = dateAt(lexemes, at, language);
  if (!date) return null;
  const range = rangeOf(lexemes, at, date.next);
  const part = phraseBefore(lexemes, at, free, PARTS);
  const figure: Figure = {
    text: text.slice(...range),
    type: 'date',
    value: null,
    unit: date.sort === 'date' ? null : date.sort === 'weekday' ? 'weekday' : 'day',
    noun: null,
    qualifier: part && text.slice(...part.range),
  };
  return {
    found: {
      range,
      qualifier: part?.range ?? null,
      bound: part?.text ?? null,
      figure,
      sort: date.sort,
      key: date.key,
      measure: null,
      weak: date.weak ?? false,
    },
    next: date.next,
  };
}

function numberFigureAt(
  lexemes: readonly Lexeme[],
  at: number,
  free: number,
  text: string,
  language: string | null,
  sentence: ReadonlySet<string>,
): Taken | null {
  const read = quantityAt(lexemes, at, language);
  if (!read) return null;
  const first = withZone(lexemes, shareFrom(lexemes, read, language) ?? read);
  const quantity = yearFrom(
    lexemes,
    rangeFrom(lexemes, at, free, first, language) ??
      withUnitAhead(lexemes, pairFrom(lexemes, first, sentence), language),
  );
  const isOfTime = quantity.type === 'date' || quantity.type === 'age';
  const before = phraseBefore(lexemes, at, free, BEFORE) ?? (isOfTime ? phraseBefore(lexemes, at, free, PARTS) : null);
  const after = phraseAt(lexemes, quantity.to, AFTER);
  const qualifier =
    before ?? (after ? { range: rangeOf(lexemes, quantity.to, after.next), text: after.meaning } : null);
  const next = before === null && after ? after.next : quantity.to;
  const noun = countedNoun(lexemes, quantity, before?.from ?? at, free, language);
  const range = rangeOf(lexemes, quantity.from, quantity.to);
  const figure: Figure = {
    text: text.slice(...range),
    type: quantity.type,
    value: quantity.value,
    unit: quantity.unit,
    noun: noun.noun,
    qualifier: qualifier === null ? null : text.slice(...qualifier.range),
  };
  const isResult = quantity.type === 'count' && RESULT.test(text);
  const sort = isResult
    ? 'score'
    : isOneOfTally(lexemes, quantity, sentence)
      ? 'vote'
      : sortOf(quantity, noun.isCasualty, noun.noun, sentence);
  const { key, measure } = quantity;
  const weak = quantity.weak && !(noun.isCasualty && isOneAlone(lexemes, quantity));
  const found = { range, qualifier: qualifier?.range ?? null, bound: qualifier?.text ?? null, figure };
  return { found: { ...found, sort, key, measure, weak }, next };
}

/** "One has died" is a toll; "one of the dead" is none. */
const isOneAlone = (lexemes: readonly Lexeme[], { from, to }: Quantity): boolean =>
  lexemes[from]?.lower === 'one' && lexemes[to]?.lower !== 'of';

/** "Panthers 5, Flyers 2: …": a sentence that opens with a result. */
const RESULT =
  /^(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\d{1,3},\s(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\d{1,3}(?:\s\((?:OT|SO)\))?(?=[:;.]?$|:\s)/u;

/** The longest qualifier that ends just before the figure, no further back than the last figure. */
function phraseBefore(
  lexemes: readonly Lexeme[],
  at: number,
  free: number,
  table: PhraseTable<string>,
): { readonly range: Range; readonly text: string; readonly from: number } | null {
  for (let from = Math.max(free, at - LONGEST_QUALIFIER); from < at; from += 1) {
    const phrase = phraseAt(lexemes, from, table);
    if (phrase?.next !== at) continue;
    // Of “mid-March” without its hyphen.
    const to = lexemes[at - 1]?.lower === '-' ? at - 1 : at;
    return { range: rangeOf(lexemes, from, to), text: phrase.meaning, from };
  }
  return null;
}
const LONGEST_QUALIFIER = 4;

function sortOf(
  quantity: Quantity,
  isCasualty: boolean,
  noun: string | null,
  sentence: ReadonlySet<string>,
): FigureSort {
  if (quantity.vague) return 'vague-count';
  switch (quantity.type) {
    case 'money':
      return quantity.pair === null ? 'money' : 'range-end';
    case 'percent':
      return quantity.pair === null ? 'percent' : 'range-end';
    case 'score':
      return meets(sentence, VOTE_WORDS) && !meets(sentence, SCORE_WORDS) ? 'vote' : 'score';
    case 'age':
      return quantity.pair === null ? 'age' : 'range-end';
    case 'date':
    case 'time':
    case 'ordinal':
      return quantity.type;
    case 'range':
      return isCasualty ? 'casualty' : 'range-end';
    case 'measure':
    case 'count':
      if (isCasualty) return 'casualty';
      return noun !== null && noun.split(' ').some((word) => VOTE_WORDS.has(word.toLowerCase()))
        ? 'vote'
        : 'other-count';
    default:
      return quantity.type satisfies never;
  }
}
