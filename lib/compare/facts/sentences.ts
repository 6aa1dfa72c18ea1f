import { BEFORE_NUMBER, EITHER_WAY, LEADING, LEADING_CAPITALISED, MONTHS } from './abbreviations.ts';
import { primaryLanguage } from './languages.ts';
import { OPENERS } from './sentence-openers.ts';
import { COMMON_OPENINGS } from './words/common-openings.ts';
import { SAYINGS } from './words/sayings.ts';

/**
 * The sentences of a text, in order. Lossless: the pieces joined are the text, each with the white space after it.
 * `Intl.Segmenter` cuts in the article's language; the false cuts it is known for (abbreviations, initials, German
 * ordinals, "…?” he asked") are then closed, and the cut it never makes (before a digit) is made.
 *
 * Every rule looks at a bounded stretch on either side of a cut, so the time is linear in the text.
 */
export function splitSentences(text: string, language: string | null): string[] {
  const primary = primaryLanguage(language);
  const sentences: string[] = [];
  // A minus opens a sentence and a hyphen before a number does not: whichever stands for the other, the cuts must be the same.
  for (const { segment, index } of segmenterFor(primary).segment(text.replace(MINUS_SIGN, '-'))) {
    for (const piece of cutBeforeNumbers(text.slice(index, index + segment.length), primary)) {
      const previous = sentences.at(-1);
      if (previous === undefined || !belongsToPrevious(previous, piece, primary)) sentences.push(piece);
      else sentences[sentences.length - 1] = previous + piece;
    }
  }
  return rejoinQuotedSentences(sentences);
}

/** Each of one UTF-16 unit, as the hyphen in their place is. */
const MINUS_SIGN = /[\u2010-\u2013\u2212\uFE63\uFF0D](?=\p{Nd})/gu;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(primary: string): Intl.Segmenter {
  const known = segmenters.get(primary);
  if (known) return known;
  const segmenter = new Intl.Segmenter(primary, { granularity: 'sentence' });
  segmenters.set(primary, segmenter);
  return segmenter;
}

/** Longest stretch looked at on either side of a cut, in characters. */
const WINDOW = 80;

/** UAX 29 sees no end in "in May. 12 people were hurt" (rule SB8), because a lower-case letter follows the number. */
function cutBeforeNumbers(segment: string, primary: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of segment.matchAll(STOP_THEN_NUMBER)) {
    const cut = match.index + match[0].length;
    const end = segment.slice(Math.max(from, cut - WINDOW), cut);
    const word = lastWord(end);
    if (isAbbreviation(word, '1', primary) || (writesOrdinalsWithStop(primary) && MONTH_LIKE.test(word))) continue;
    pieces.push(segment.slice(from, cut));
    from = cut;
  }
  return [...pieces, segment.slice(from)];
}
const STOP_THEN_NUMBER = /(?<=[\p{L}\p{Nd}]{3})[.][”"’'»)\]]{0,2}\s+(?=\p{Nd})/gu;
const MONTH_LIKE = /^\d{1,2}$/u;

function belongsToPrevious(previous: string, next: string, primary: string): boolean {
  const end = previous.slice(-WINDOW);
  const start = next.slice(0, WINDOW);
  if (/[\n\r\u2028\u2029]\s*$/u.test(end)) return false;
  const trimmed = end.trimEnd();
  if (/^[”’)\]]+(?:\s|$)/u.test(start)) return true; // a closing mark left behind
  if (/^[^\p{L}\p{N}]{1,10}$/u.test(previous)) return true; // “... and so”, as “… and so”
  if (/^\p{Ll}/u.test(start) && !/^\s*[•*-]/u.test(start)) return true; // “Why?” he asked; Yahoo! shares
  if (/[?!…][”"’'»“]+$/u.test(trimmed) && attributionFollows(start)) return true; // “Right?” Sanborn said.
  if (/[」』”]$/u.test(trimmed) && /^(?:[とって]|[他她](?:说|表示|称))/u.test(start)) return true;
  if (!trimmed.endsWith('.')) return false;
  const word = lastWord(trimmed);
  return isAbbreviation(word, start, primary) || isOrdinal(word, previous, start, primary);
}

/** "Sanborn said.", "Mr Cooke asked", "Premier Li fragte": one to four words, capitals first, then a verb of saying. */
const ATTRIBUTION_FOLLOWS =
  /^(?:\p{Lu}[\p{L}.’'-]*\s+|(?:the|a|der|die|das|le|la|el)\s+){1,4}(?:said|says|asked|asks|wrote|writes|tweeted|added|shouted|cried|wondered|quipped|exclaimed|sagte|fragte|rief|schrieb|meinte|dit|demande|pregunta|preguntó|dijo|chiede|vraagt)\b/iu;

const attributionFollows = (start: string): boolean => {
  if (ATTRIBUTION_FOLLOWS.test(start)) return true;
  const verb = NAME_THEN_VERB.exec(start)?.[1];
  return verb !== undefined && VERBS.has(verb);
};

/** "Manzara argued.": after a name, any verb of saying. */
const NAME_THEN_VERB = /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}(\p{Ll}+)/u;
const VERBS: ReadonlySet<string> = new Set(
  [...SAYINGS.values()].flatMap((rows) => rows.flatMap(([phrase, { sure }]) => (sure ? [phrase] : []))),
);

/** The last run without white space, less its final stop and any opening marks: "(Mr." is "Mr", "z. B." is "z.b". */
function lastWord(end: string): string {
  const match = /(?:^|[\s([{«“„"'‘’—–-])((?:\p{L}\.\s?)*[\p{L}\p{M}\p{N}.]+?)\.[”"’'»)\]]{0,2}\s*$/u.exec(end);
  return match?.[1]?.replaceAll(/\s/gu, '') ?? '';
}

function isAbbreviation(word: string, start: string, primary: string): boolean {
  if (word === '') return false;
  const lower = word.toLowerCase();
  if (word === 'v') return true; // Smith v. Jones, but "Henry V. He"
  const nextWord = /^["“„«‘'(]?([\p{L}\p{N}’']+)/u.exec(start)?.[1] ?? '';
  const opensSentence = OPENERS.has(nextWord.toLowerCase()) || /^["“„«]/u.test(start);
  if (/^\p{Nd}/u.test(nextWord) && (BEFORE_NUMBER.has(lower) || LEADING.has(lower) || MONTHS.has(lower))) return true;
  const isHour = lower === 'a.m' || lower === 'p.m'; // "at 5 p.m. Residents", but "the U.S. Energy Department"
  if (isHour && COMMON_OPENINGS.has(nextWord.toLowerCase())) return false;
  if (EITHER_WAY.has(lower)) return !opensSentence;
  if (LEADING_CAPITALISED.has(lower) && /^\p{Lu}/u.test(word)) return !opensSentence; // Rep. Lee, but "of this Art. Der"
  if (LEADING.has(lower) || (/^\p{L}$/u.test(word) && /^\p{L}\./u.test(start))) return true; // z. B., J. R. Ward
  if (MONTHS.has(lower) && primary !== 'en') return !opensSentence && lower.length === 3 && /^\p{Nd}/u.test(nextWord);
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return !opensSentence; // J. K. Rowling; U.N. troops
  return /^(?:\p{Lu}\p{Ll}?-?){1,2}$/u.test(word) && /^(?:Ch|Th|Ph|Yu|Je|Jo|Ju)$/u.test(word) && !opensSentence;
}

/** "3. Liga", "am 31. Oktober": a number of at most two digits before a word that does not open sentences. */
function isOrdinal(word: string, previous: string, start: string, primary: string): boolean {
  if (!/^(?:\p{Nd}{1,2}|[IVX]{1,5})$/u.test(word)) return false;
  if (previous.trim() === `${word}.`) return true; // the number of a list entry
  if (!writesOrdinalsWithStop(primary)) return false;
  const nextWord = /^([\p{L}\p{N}]+)/u.exec(start)?.[1] ?? '';
  // "15. místo", "die 3. Liga": where nouns are written small, a capital after a number opens a sentence.
  if (/^\d/u.test(word) && /^\p{Lu}\p{Ll}/u.test(nextWord) && !NOUNS_HAVE_CAPITALS.has(primary)) return false;
  return nextWord !== '' && !OPENERS.has(nextWord.toLowerCase());
}

const STOP_ORDINALS: ReadonlySet<string> = new Set(
  'bs cs da de et fi fo hr hu is lb lv nb nn no pl sk sl sr tr'.split(' '),
);
const NOUNS_HAVE_CAPITALS: ReadonlySet<string> = new Set(['de', 'lb']);
const writesOrdinalsWithStop = (primary: string): boolean => STOP_ORDINALS.has(primary);

/**
 * A short quotation of several sentences set inside one (viral “Meth. We’re on it.” awareness campaign) is part of
 * it: where the sentence goes on in lower case, the cut inside the quotation is closed.
 */
function rejoinQuotedSentences(sentences: readonly string[]): string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const previous = joined.at(-1);
    if (previous !== undefined && GOES_ON_AFTER_QUOTE.test(sentence.slice(0, WINDOW)) && opensQuoteAtEnd(previous)) {
      joined[joined.length - 1] = previous + sentence;
    } else joined.push(sentence);
  }
  return joined;
}
const GOES_ON_AFTER_QUOTE = /^[^”"»“„«]{1,60}[.!?][”"»]\s+\p{Ll}/u;
const opensQuoteAtEnd = (previous: string): boolean =>
  /[^\s:,]\s[“"„«][^“”"„«»:]{1,40}\s$/u.test(previous.slice(-WINDOW));
