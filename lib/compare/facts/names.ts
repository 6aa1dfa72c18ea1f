import { primaryLanguage } from './languages.ts';
import { countryOf } from './countries.ts';
import { isCapitalised, type Lexeme } from './lexemes.ts';
import { OPENERS, openersIn } from './sentence-openers.ts';
import { isCovered, type Placed, type Range } from './ranges.ts';
import { CALENDAR_WORDS } from './words/calendar.ts';
import { CLAIM_WORDS } from './words/claims.ts';
import { COMMON_OPENINGS } from './words/common-openings.ts';
import { PARTICLES, TITLES } from './words/names.ts';
import { SAYINGS } from './words/sayings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A proper name: a run of capitalised words with the particles between them. */
export type FoundName = {
  readonly range: Range;
  readonly text: string;
  /** Its words without titles and possessive endings, folded: what two names are compared by. */
  readonly words: readonly string[];
  /** A capital that may have another reason (first of the sentence, a German noun): told only against another name. */
  readonly weak: boolean;
  /** "Channel 13": its number is no figure. */
  readonly isNumbered: boolean;
};

/**
 * The names of a sentence, by their capitals. Scripts without capitals have none. In German, where nouns have capitals
 * too, two capitals in a row or a title make a name; a single one is weak. In a headline set with capitals throughout
 * only what the article's body shows to be names is one.
 */
export function findNames(
  lexemes: readonly Lexeme[],
  language: string | null,
  vocabulary: Vocabulary | null,
  skip: readonly Placed[],
): readonly FoundName[] {
  const primary = primaryLanguage(language);
  const names: FoundName[] = [];
  const isTitled = primary !== 'de' && isTitleCase(lexemes);
  for (let at = 0; at < lexemes.length;) {
    const to = runEnd(lexemes, at, primary, skip);
    if (to === at) {
      at += 1;
      continue;
    }
    const name = nameOf(lexemes, at, to, primary, vocabulary, isTitled);
    if (name) names.push(name);
    at = to;
  }
  return names;
}

/** Most words of four letters and more have capitals, and no full stop ends them: "Russia Calls Ukraine Peace Talks Serious". */
function isTitleCase(lexemes: readonly Lexeme[]): boolean {
  if (lexemes.at(-1)?.text === '.') return false;
  const long = lexemes.filter(({ kind, text }) => kind === 'word' && text.length >= 4);
  return long.length >= 4 && long.filter(isCapitalised).length / long.length > 0.7;
}

function runEnd(lexemes: readonly Lexeme[], at: number, primary: string, skip: readonly Placed[]): number {
  if (!isNameWord(lexemes[at], primary, skip)) return at;
  let to = at + 1;
  for (;;) {
    const next = continuation(lexemes, to, primary, skip);
    if (next === null) return to;
    to = next;
  }
}

/** Over a hyphen, an initial’s full stop or particles to the next capitalised word; null where the run ends. */
function continuation(lexemes: readonly Lexeme[], at: number, primary: string, skip: readonly Placed[]): number | null {
  const joint = lexemes[at];
  if (!joint) return null;
  const isStop = joint.text === '.' && !joint.spaced && isAbbreviated(lexemes[at - 1]);
  const isHyphen = joint.lower === '-' && !joint.spaced && lexemes[at + 1]?.spaced === false;
  let index = isStop || isHyphen || joint.text === '&' ? at + 1 : at;
  if (isHyphen && lexemes[index]?.kind === 'number' && /^\d{1,3}$/u.test(lexemes[index]?.text ?? '')) return null;
  // "Forum der Kirche" is two nouns and an article; "von der Leyen" a name.
  if (primary === 'de' && /^(?:der|die|das|des|dem|den)$/u.test(lexemes[index]?.lower ?? '')) return null;
  for (
    let count = 0;
    count < 3 && PARTICLES.has(lexemes[index]?.lower ?? '') && !isCapitalised(lexemes[index]);
    count += 1
  )
    index += 1;
  return isNameWord(lexemes[index], primary, skip) && (index === at || lexemes[index] !== undefined) ? index + 1 : null;
}

const isAbbreviated = (lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined &&
  (/^\p{Lu}$/u.test(lexeme.text) || TITLES.has(lexeme.lower) || /^(?:Jr|Sr|St)$/u.test(lexeme.text));

function isNameWord(lexeme: Lexeme | undefined, primary: string, skip: readonly Placed[]): boolean {
  if (lexeme?.kind !== 'word' || !/^\p{Lu}|^\p{Ll}{1,2}\p{Lu}/u.test(lexeme.text)) return false;
  if (/^I(?:['’]|$)/u.test(lexeme.text) && primary === 'en') return false;
  if (isCovered([lexeme.start, lexeme.end], skip)) return false;
  const calendar = CALENDAR_WORDS.get(primary);
  return !(calendar?.hasCapitals === true && calendar.weekdays.has(lexeme.lower));
}

function nameOf(
  lexemes: readonly Lexeme[],
  from: number,
  to: number,
  primary: string,
  vocabulary: Vocabulary | null,
  isTitled: boolean,
): FoundName | null {
  const opens = opensSentence(lexemes, from);
  let start = from;
  const isHyphened = (at: number): boolean => lexemes[at + 1]?.lower === '-' && lexemes[at + 1]?.spaced === false;
  while (
    start < to &&
    !isHyphened(start) &&
    isFunctionWord(lexemes[start], start === from && opens, primary, vocabulary)
  )
    start += 1;
  while (start < to && lexemes[start]?.kind !== 'word') start += 1;
  if (start >= to) return null;
  const run = lexemes.slice(start, to);
  const words = coreWords(run).map((word) => (primary === 'en' ? countryOf(word) : word));
  if (words.length === 0) return null;
  const isKnown = words.some((word) => vocabulary?.isName(word, primary) ?? false);
  const isAcronym = run.some(({ text }) => ACRONYM.test(text));
  const capitals = run.filter((lexeme) => lexeme.kind === 'word' && isCapitalised(lexeme)).length;
  const hasTitle = run.some(({ lower }) => TITLES.has(lower)) && capitals > 1;
  const isSure = isKnown || isAcronym || hasTitle;
  if (isTitled && !isKnown) return null;
  if (primary === 'de' && !isSure && !mayBeGermanName(lexemes, start, to, capitals)) return null;
  const isFirst = opens && start === from && capitals < 2;
  const isWeak = !isSure && (primary === 'de' ? capitals < 2 || isIntroduced(lexemes[start - 1]) : isFirst);
  const range: Range = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
  const text = run.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('');
  return { range, text, words, weak: isWeak, isNumbered: false };
}

const ACRONYM = /^(?:\p{Lu}{2,}|(?:\p{Lu}\.){2,}|\p{Lu}\p{Ll}+\p{Lu}.*|\p{Ll}+\p{Lu}.*)$/u;

/**
 * Two capitals in a row are a name, a weak one where an article or adjective introduces them. A single one may be one beside a verb of saying or after "in", "nach", "aus", if it has no noun’s ending.
 */
function mayBeGermanName(lexemes: readonly Lexeme[], start: number, to: number, capitals: number): boolean {
  const before = lexemes[start - 1];
  if (capitals >= 2) return true;
  if (isIntroduced(before) && !saysIn('de', before)) return false;
  if (/(?:ung|ungen|heit|keit|schaft|tion|tionen|ität|ern|eln)$/u.test(lexemes[to - 1]?.lower ?? '')) return false;
  return ['in', 'nach', 'aus'].includes(before?.lower ?? '') || saysIn('de', before) || saysIn('de', lexemes[to]);
}

const isIntroduced = (before: Lexeme | undefined): boolean =>
  before?.kind === 'word' &&
  (GERMAN_DETERMINERS.has(before.lower) || /^\p{Ll}.{2,}(?:e|en|er|es|em)$/u.test(before.text));

const saysIn = (language: string, lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined && (SAYING_WORDS.get(language)?.has(lexeme.lower) ?? false);
const SAYING_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...SAYINGS].map(([language, rows]) => [
    language,
    new Set(rows.flatMap(([phrase, { strength }]) => (strength === 'source' ? [] : [phrase]))),
  ]),
);

const GERMAN_DETERMINERS: ReadonlySet<string> = new Set(
  'der die das den dem des ein eine einen einem einer eines kein keine keinen mein sein seine seinen ihr ihre ihren diese dieser dieses alle viele mehr zum zur im am beim vom'.split(
    ' ',
  ),
);

/** The first word, or the first after an opening mark, a colon or a bullet. */
function opensSentence(lexemes: readonly Lexeme[], at: number): boolean {
  const before = lexemes[at - 1];
  return !before || /^["'“”„«»‘’‚([{:•–—.!?…-]$/u.test(before.text);
}

function isFunctionWord(
  lexeme: Lexeme | undefined,
  opens: boolean,
  primary: string,
  vocabulary: Vocabulary | null,
): boolean {
  if (!lexeme) return false;
  if (lexeme.kind !== 'word') return true;
  const { lower } = lexeme;
  if (/^\p{Lu}{2,}$/u.test(lexeme.text)) return false;
  if (GERMAN_MEASURES.has(lexeme.text)) return true;
  if (!opens) return openersIn(primary).has(lower) && !/^(?:will|may)$/u.test(lower);
  return (
    OPENERS.has(lower) ||
    COMMON_OPENINGS.has(lower) ||
    QUANTIFIERS.has(lower) ||
    (vocabulary?.isCommon(lower) ?? false) ||
    ORDINARY_ENDING.test(lower)
  );
}

/** Endings of words and hardly of names. */
const ORDINARY_ENDING =
  /(?:ly|ing|tion|ment|ness|ations|ments|ings|ists|ives?|ous|[ai]ble|less|ical|onal|inal|ated|i[sz]ed|ished|ected|\p{L}{4}ers|ungen|ung|keit|heit|schaft|ción|idad)$/u;

/** "Einige Kandidaten", "Several ministers": one word each, in any language. */
const QUANTIFIERS: ReadonlySet<string> = new Set(
  [...CLAIM_WORDS.values()].flatMap(({ quantifier, negation }) =>
    [...quantifier, ...negation].flatMap((forms) => forms.split('/')),
  ),
);

/** Nouns of quantity and of time before another noun: "Millionen Menschen", "Ende Oktober". */
const GERMAN_MEASURES: ReadonlySet<string> = new Set(
  'Anfang Dutzend Ende Euro Hundert Hunderte Hunderttausend Jahre Kilo Kilometer Liter Meter Millionen Milliarden Mitte Prozent Stunden Tage Tausend Tausende Tonnen Uhr Wochen Zehntausend'.split(
    ' ',
  ),
);

function coreWords(run: readonly Lexeme[]): readonly string[] {
  return run
    .filter(({ kind, lower }) => kind === 'word' && !TITLES.has(lower) && !PARTICLES.has(lower))
    .map(({ lower }) => lower.replace(/'s$/u, '').replaceAll('.', '').normalize('NFD').replaceAll(/\p{M}/gu, ''))
    .filter((word) => word !== '');
}
