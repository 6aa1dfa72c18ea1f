import { foldTypography } from '../../typography.ts';
import { primaryLanguage, UNSPACED } from './languages.ts';

export type TokenKind = 'word' | 'number' | 'space' | 'mark' | 'symbol';

/** A piece of a text that is compared as a whole. */
export type Token = {
  /** As published; the texts of a text's tokens joined are the text. */
  readonly text: string;
  /** With its typography folded: what is compared. A space of any kind is one space; invisible characters are nothing. */
  readonly folded: string;
  readonly kind: TokenKind;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
};

/**
 * The words, numbers, spaces and marks of a text, in order and lossless. A number is one token with its sign, currency,
 * group and decimal marks, the letters set against it and its percent sign ("-$1.5m", "14:05", "3-2", "5%"); in
 * "28-point" the number ends at the hyphen. Words divide at hyphens and dashes, so that the style of a dash never
 * changes what a word is, and after an elided article ("l’", "d’") in French, Italian and Catalan. Scripts without
 * spaces between words are divided by `Intl.Segmenter`. Linear in the text.
 */
export function tokenise(text: string, language: string | null): readonly Token[] {
  const primary = primaryLanguage(language);
  const pattern = primary === 'it' ? ITALIAN_TOKEN : ELIDING.has(primary) ? ELIDING_TOKEN : TOKEN;
  const tokens: Token[] = [];
  let start = 0;
  // The pieces are the whole text, so where each stands need not be asked: `match` is twice as fast as `matchAll`.
  for (const piece of text.match(pattern) ?? []) {
    const kind = kindOf(piece);
    if (kind === 'unspaced') pushUnspaced(tokens, piece, start, primary);
    else tokens.push({ text: piece, folded: foldToken(piece, kind), kind, start });
    start += piece.length;
  }
  return tokens;
}

const ELIDING: ReadonlySet<string> = new Set(['ca', 'fr', 'it', 'oc']);

const SPACED_LETTER = `[[\\p{L}\\p{M}]--${UNSPACED}]`;
const INVISIBLE = '\\u00AD\\u200B-\\u200D\\u2060';
const WORD_REST = `(?:${SPACED_LETTER}|[\\p{N}_${INVISIBLE}])*`;
const APOSTROPHE = "['’ʼ‘＇]";

/** A run of digits with the marks that group and divide them, always between digits. */
const DIGITS =
  "[\\p{Nd}\\p{No}]+(?:(?:[.,:\\/\\-–−‑’'٫٬]|[\\u00A0\\u2009\\u202F](?=\\p{Nd}{3}(?!\\p{Nd})))[\\p{Nd}\\p{No}]+)*";
/** A sign is one only at the start of a number: not in "3-2", nor after a word. */
const SIGN = '(?<![\\p{L}\\p{N}\\p{M}\\)\\]%])[+\\-−–±](?=\\p{Sc}?\\p{N})';
/** "$", "US$"; and letters that are a currency set against an amount: "RM4.5", "Rs500". */
const CURRENCY =
  '(?:(?:\\p{Lu}{1,3})?\\p{Sc}(?=[\\-−–]?\\p{N})[\\-−–]?|(?<![\\p{L}\\p{N}])(?:RM|Rs|Rp|KSh|S[Ff]r|EUR|USD|GBP|CHF|INR)(?=\\p{Nd}))';

const tokenPattern = (word: string): RegExp =>
  new RegExp(
    [
      `(?:(?:${SIGN})?(?:${CURRENCY})?${DIGITS}(?:${SPACED_LETTER}+\\p{N}*)*(?:[%‰٪％°º][CFK]?(?!\\p{L}))?\\p{Sc}?)`,
      `(?:\\p{Lu}\\.(?:\\p{Lu}\\.)+|\\p{Ll}\\.\\p{Ll}\\.(?!\\p{L})|${word})`,
      `(?:\\s+)`,
      `(?:${UNSPACED}[${UNSPACED}\\p{M}]*)`,
      `(?:\\.{2,}|-{2,}|[\\p{P}${INVISIBLE}])`,
      `(?:[^])`,
    ].join('|'),
    'gv',
  );

const TOKEN = tokenPattern(`${SPACED_LETTER}${WORD_REST}(?:${APOSTROPHE}${SPACED_LETTER}${WORD_REST})*`);
const ELIDING_WORD =
  `(?:[CDJLMNSTcdjlmnst]|[Qq]u|[Gg]l|[Uu]n|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all)${APOSTROPHE}(?=\\p{L})|` +
  `${SPACED_LETTER}${WORD_REST}(?:${APOSTROPHE}${SPACED_LETTER}${WORD_REST})*`;
const ELIDING_TOKEN = tokenPattern(ELIDING_WORD);
/** "E' vero" is "È vero". */
const ITALIAN_TOKEN = tokenPattern(`(?<![\\p{L}\\p{N}])E${APOSTROPHE}(?=\\s)|${ELIDING_WORD}`);

/** By its first character; the rest is asked for what is not plain. */
function kindOf(piece: string): TokenKind | 'unspaced' {
  if (PLAIN_WORD.test(piece)) return 'word';
  if (SPACE.test(piece)) return 'space';
  if (UNSPACED_START.test(piece)) return 'unspaced';
  if (NUMBER_START.test(piece)) return 'number';
  if (LETTER_START.test(piece)) return 'word';
  return MARK_START.test(piece) ? 'mark' : 'symbol';
}
const PLAIN_WORD = /^[A-Za-z]+$/;
const SPACE = /^\s/u;
const UNSPACED_START = new RegExp(`^${UNSPACED}`, 'v');
const NUMBER_START = new RegExp(`^(?:[+\\-−–±](?=.))?(?:${CURRENCY})?[\\p{Nd}\\p{No}]`, 'v');
const LETTER_START = /^[\p{L}\p{M}]/u;
const MARK_START = new RegExp(`^[\\p{P}${INVISIBLE}]`, 'v');

function foldToken(text: string, kind: TokenKind): string {
  if (kind === 'space') return ' ';
  return PRINTABLE.test(text) ? text : foldTypography(text);
}
const PRINTABLE = /^[!-~]+$/u;

/** A run is cut into stretches before it is segmented: the dictionaries' own time is not always linear. */
const STRETCH = 400;

function pushUnspaced(tokens: Token[], run: string, start: number, primary: string): void {
  for (let from = 0; from < run.length;) {
    const to = endOfStretch(run, from);
    for (const { segment, index } of segmenterFor(primary).segment(run.slice(from, to))) {
      tokens.push({ text: segment, folded: foldToken(segment, 'word'), kind: 'word', start: start + from + index });
    }
    from = to;
  }
}

function endOfStretch(run: string, from: number): number {
  const to = Math.min(run.length, from + STRETCH);
  return /^[\uDC00-\uDFFF]/.test(run.charAt(to)) ? to + 1 : to;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(primary: string): Intl.Segmenter {
  const known = segmenters.get(primary);
  if (known) return known;
  const segmenter = new Intl.Segmenter(primary, { granularity: 'word' });
  segmenters.set(primary, segmenter);
  return segmenter;
}
