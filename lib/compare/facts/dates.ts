import { primaryLanguage } from './languages.ts';
import { isCapitalised, type Lexeme } from './lexemes.ts';
import { numberWordsFor, spelledNumberAt } from './spelled-numbers.ts';
import { CALENDAR_WORDS, type CalendarWords } from './words/calendar.ts';

/** A date, weekday or day told from today, with the lexemes it takes. */
export type DateReading = {
  readonly next: number;
  readonly sort: 'date' | 'weekday' | 'relative-day';
  /** Equal for the same day however it is written. */
  readonly key: string;
};

/** The date that begins at a lexeme: "26 November 2025", "Nov. 26, 2025", "3. März", "le 3 mars", "3 de marzo", "May 2019", "Monday", "yesterday". */
export function dateAt(lexemes: readonly Lexeme[], at: number, language: string | null): DateReading | null {
  const calendar = CALENDAR_WORDS.get(primaryLanguage(language)) ?? CALENDAR_WORDS.get('en');
  if (!calendar) return null;
  return (
    dayFirst(lexemes, at, calendar, language) ??
    monthFirst(lexemes, at, calendar) ??
    dayName(lexemes, at, calendar, language)
  );
}

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
  const isDay = day !== undefined && Number(day) >= 1 && Number(day) <= 31;
  const year = yearAt(lexemes, isDay ? named.next + 1 : named.next);
  const range = isDay ? null : dayRangeAt(lexemes, named.next);
  if (range !== null) return { next: named.next + 1, sort: 'date', key: `${named.value}/${range}` };
  return { next: year.next, sort: 'date', key: keyOf(isDay ? Number(day) : null, named.value, year.value) };
}

/** "Nov. 3-5". */
const dayRangeAt = (lexemes: readonly Lexeme[], at: number): string | null =>
  /^(\d{1,2})[-–](\d{1,2})$/u.test(lexemes[at]?.text ?? '') ? (lexemes[at]?.text ?? null) : null;

const keyOf = (day: number | null, month: number, year: number | null): string => `${year ?? ''}/${month}/${day ?? ''}`;

function dayNumberAt(
  lexemes: readonly Lexeme[],
  at: number,
  language: string | null,
): { readonly value: number; readonly next: number } | null {
  const lexeme = lexemes[at];
  if (lexeme?.kind === 'number') {
    const day = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª)?$/iu.exec(lexeme.text)?.[1];
    return day !== undefined && Number(day) >= 1 && Number(day) <= 31 ? { value: Number(day), next: at + 1 } : null;
  }
  const words = numberWordsFor(language);
  const spelled = words && spelledNumberAt(lexemes, at, words);
  if (!spelled || spelled.value === null || spelled.value > 31 || spelled.value < 1) return null;
  return { value: spelled.value, next: spelled.next };
}

/** "May" and "March" are months only with a capital and company: a day, a year, or a preposition before. */
function monthAt(
  lexemes: readonly Lexeme[],
  at: number,
  calendar: CalendarWords,
  afterDay: boolean,
): { readonly value: number; readonly next: number } | null {
  const lexeme = lexemes[at];
  const value = calendar.months.get(lexeme?.lower ?? '');
  if (!lexeme || value === undefined) return null;
  const isEnglishOrGerman = calendar.months.has('may') || calendar.months.has('jänner');
  if (isEnglishOrGerman && !isCapitalised(lexeme)) return null;
  const isShort = lexeme.lower.length <= 4 && !FULL_SHORT.has(lexeme.lower);
  const stop = lexemes[at + 1]?.lower === '.' && isShort ? 1 : 0;
  const following = lexemes[at + 1 + stop];
  const hasCompany = afterDay || /^\d{1,4}(?:st|nd|rd|th)?(?:[-–]\d{1,2})?$/iu.test(following?.text ?? '');
  if (isShort && !hasCompany && stop === 0) return null;
  if (
    AMBIGUOUS.has(lexeme.lower) &&
    isEnglishOrGerman &&
    !hasCompany &&
    !BEFORE_MONTH.has(lexemes[at - 1]?.lower ?? '')
  ) {
    return null;
  }
  return { value, next: at + 1 + stop };
}
const FULL_SHORT: ReadonlySet<string> = new Set(
  'may june july mai juni juli mars juin août mayo maio mei maj'.split(' '),
);
const AMBIGUOUS: ReadonlySet<string> = new Set('may march mar august jan dec'.split(' '));
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  'by during early from in late last mid - next of since this through to until till before after and or every im seit bis ab ende anfang mitte'.split(
    ' ',
  ),
);

function yearAt(lexemes: readonly Lexeme[], at: number): { readonly value: number | null; readonly next: number } {
  let index = at;
  while ([',', 'de', 'del', '.', 'of'].includes(lexemes[index]?.lower ?? '') && index < at + 1) index += 1;
  const year = /^(?:1\d|20|21)\d{2}$/u.test(lexemes[index]?.text ?? '') ? Number(lexemes[index]?.text) : null;
  return year === null ? { value: null, next: at } : { value: year, next: index + 1 };
}

function dayName(
  lexemes: readonly Lexeme[],
  at: number,
  calendar: CalendarWords,
  language: string | null,
): DateReading | null {
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
    ['de', 'en'].includes(primaryLanguage(language)) &&
    !/^(?:mon|diens|mitt|donners|frei|sams|sonn)tags$|^mittwochs$/u.test(lower);
  const isAbbreviation = lower.length <= 5 && /^(?:mon|tues?|wed|thurs?|fri|sat|sun)$/u.test(lower);
  if (
    weekday !== undefined &&
    (!needsCapital || isCapitalised(lexeme)) &&
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
