import { OPENERS } from './sentence-openers.ts';
import { primaryLanguage } from './languages.ts';
import { isCapitalised, phraseAt, phraseTable, type Lexeme } from './lexemes.ts';
import { numberWordsFor, spelledNumberAt } from './spelled-numbers.ts';
import { CALENDAR_WORDS, PERIOD_PHRASES, type CalendarWords } from './words/calendar.ts';

/** A date, weekday or day told from today, with the lexemes it takes. */
export type DateReading = {
  readonly next: number;
  readonly sort: 'date' | 'weekday' | 'relative-day';
  /** Equal for the same day however it is written. */
  readonly key: string;
  /** "Last week": told only against another day. */
  readonly weak?: true;
};

/** The date that begins at a lexeme: "26 November 2025", "Nov. 26, 2025", "3. März", "le 3 mars", "3 de marzo", "May 2019", "Monday", "yesterday". */
export function dateAt(lexemes: readonly Lexeme[], at: number, language: string | null): DateReading | null {
  const calendar = CALENDAR_WORDS.get(primaryLanguage(language)) ?? CALENDAR_WORDS.get('en');
  if (!calendar) return null;
  return (
    dayFirst(lexemes, at, calendar, language) ??
    monthFirst(lexemes, at, calendar) ??
    dayName(lexemes, at, calendar) ??
    periodAt(lexemes, at)
  );
}

function periodAt(lexemes: readonly Lexeme[], at: number): DateReading | null {
  const period = phraseAt(lexemes, at, PERIODS);
  return period && { next: period.next, sort: 'relative-day', key: period.meaning, weak: true };
}
const PERIODS = phraseTable(PERIOD_PHRASES);

function dayFirst(
  lexemes: readonly Lexeme[],
  at: number,
  calendar: CalendarWords,
  language: string | null,
): DateReading | null {
  const day = dayNumberAt(lexemes, at, language);
  if (!day) return null;
  let index = day.next;
  while (['.', 'de', 'of', 'the', 'º', 'ª'].includes(lexemes[index]?.lower ?? '') && index < day.next + 2) index += 1;
  const month = monthAt(lexemes, index, calendar, true);
  if (!month) return null;
  const year = yearAt(lexemes, month.next);
  return { next: year.next, sort: 'date', key: keyOf(day.value, month.value, year.value) };
}

function monthFirst(lexemes: readonly Lexeme[], at: number, calendar: CalendarWords): DateReading | null {
  const named = monthAt(lexemes, at, calendar, false);
  if (!named) return null;
  const lexeme = lexemes[named.next];
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/iu.exec(lexeme?.text ?? '')?.[1];
  const isDay = day !== undefined;
  const year = yearAt(lexemes, isDay ? named.next + 1 : named.next);
  const range = isDay ? null : dayRangeAt(lexemes, named.next);
  if (range !== null) return { next: named.next + 1, sort: 'date', key: `${named.value}/${range}` };
  return {
    next: year.next,
    sort: 'date',
    key: keyOf(day === undefined ? null : String(Number(day)), named.value, year.value),
  };
}

/** "Nov. 3-5". */
const dayRangeAt = (lexemes: readonly Lexeme[], at: number): string | null =>
  /^(\d{1,2})[-–](\d{1,2})$/u.test(lexemes[at]?.text ?? '') ? (lexemes[at]?.text ?? null) : null;

const keyOf = (day: string | null, month: number, year: number | null): string => `${year ?? ''}/${month}/${day ?? ''}`;

function dayNumberAt(
  lexemes: readonly Lexeme[],
  at: number,
  language: string | null,
): { readonly value: string; readonly next: number } | null {
  const lexeme = lexemes[at];
  if (lexeme?.kind === 'number') {
    // Whatever the number, beside a month it is meant for a day: "38 April" is a slip in a date, and told as one.
    const day = /^(\d{1,2}(?:[-–]\d{1,2})?)(?:st|nd|rd|th|er|º|ª)?$/iu.exec(lexeme.text)?.[1];
    return day === undefined ? null : { value: day.replace('–', '-').replace(/^0/u, ''), next: at + 1 };
  }
  const words = numberWordsFor(language);
  const spelled = words && spelledNumberAt(lexemes, at, words);
  if (!spelled || spelled.value === null || spelled.value > 31 || spelled.value < 1) return null;
  return { value: String(spelled.value), next: spelled.next };
}

/**
 * A month’s name. An abbreviation is one with its full stop or beside a number; "May" after a capital is a name (Theresa
 * May), and "May", "March" and "August" that open a sentence are months beside a number alone.
 */
function monthAt(
  lexemes: readonly Lexeme[],
  at: number,
  calendar: CalendarWords,
  afterDay: boolean,
): { readonly value: number; readonly next: number } | null {
  const lexeme = lexemes[at];
  const value = calendar.months.get((lexeme?.lower ?? '').replace(/'s$/u, ''));
  if (!lexeme || value === undefined) return null;
  if (calendar.hasCapitals ? !isCapitalised(lexeme) : !afterDay && isOddCapital(lexemes, at)) return null;
  const isShort = ABBREVIATIONS.has(lexeme.lower);
  const stop = lexemes[at + 1]?.lower === '.' && isShort ? 1 : 0;
  const hasCompany = afterDay || /^\d{1,4}(?:st|nd|rd|th)?(?:[-–]\d{1,2})?$/iu.test(lexemes[at + 1 + stop]?.text ?? '');
  if (!hasCompany && ((isShort && stop === 0) || isOtherWord(lexemes, at))) return null;
  return { value, next: at + 1 + stop };
}

/** Where months and days are written small, a capital inside a sentence makes a name of them: "Plácido Domingo". */
const isOddCapital = (lexemes: readonly Lexeme[], at: number): boolean =>
  isCapitalised(lexemes[at]) && (lexemes[at - 1]?.kind === 'word' || isCapitalised(lexemes[at + 1]));

function isOtherWord(lexemes: readonly Lexeme[], at: number): boolean {
  if (!AMBIGUOUS.has(lexemes[at]?.lower ?? '')) return false;
  const previous = lexemes[at - 1];
  if (previous?.lower === '-' && lexemes[at - 2]?.lower === 'mid') return false;
  return (
    previous === undefined ||
    !['word', 'number'].includes(previous.kind) ||
    (lexemes[at]?.lower === 'may' && isCapitalised(previous) && !OPENERS.has(previous.lower))
  );
}
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'jan feb mar mrz apr jun jul aug sep sept oct okt nov dec dez janv févr fév avr juil déc ene abr ago set dic'.split(
    ' ',
  ),
);
const AMBIGUOUS: ReadonlySet<string> = new Set('may march august'.split(' '));

function yearAt(lexemes: readonly Lexeme[], at: number): { readonly value: number | null; readonly next: number } {
  let index = at;
  while ([',', 'de', 'del', '.', 'of'].includes(lexemes[index]?.lower ?? '') && index < at + 1) index += 1;
  const year = /^\d{4}$/u.test(lexemes[index]?.text ?? '') ? Number(lexemes[index]?.text) : null;
  return year === null ? { value: null, next: at } : { value: year, next: index + 1 };
}

function dayName(lexemes: readonly Lexeme[], at: number, calendar: CalendarWords): DateReading | null {
  const lexeme = lexemes[at];
  if (!lexeme) return null;
  const hyphenated =
    lexemes[at + 1]?.lower === '-' && lexemes[at + 1]?.spaced === false
      ? `${lexeme.lower}-${lexemes[at + 2]?.lower}`
      : '';
  const lower = calendar.weekdays.has(hyphenated) || calendar.relative.has(hyphenated) ? hyphenated : lexeme.lower;
  const next = lower === hyphenated ? at + 3 : at + 1;
  const weekday = calendar.weekdays.get(lower);
  const needsCapital =
    calendar.hasCapitals && !/^(?:mon|diens|mitt|donners|frei|sams|sonn)tags$|^mittwochs$/u.test(lower);
  const isAbbreviation = lower.length <= 5 && /^(?:mon|tues?|wed|thurs?|fri|sat|sun)$/u.test(lower);
  if (
    weekday !== undefined &&
    (needsCapital ? isCapitalised(lexeme) : calendar.hasCapitals || !isOddCapital(lexemes, at)) &&
    (!isAbbreviation || lexemes[at + 1]?.lower === '.' || lexemes[at + 1]?.lower === ',')
  ) {
    return { next, sort: 'weekday', key: `weekday ${weekday}` };
  }
  const days = calendar.relative.get(lower);
  if (days === undefined || (lower === 'morgen' && isCapitalised(lexeme) && at > 0)) return null;
  if (lower === 'pasado')
    return lexemes[at + 1]?.lower === 'mañana' ? { next: at + 2, sort: 'relative-day', key: 'day 2' } : null;
  return { next, sort: 'relative-day', key: `day ${days}` };
}
