import { HAN_SCALES } from './han-numerals.ts';
import { primaryLanguage } from './languages.ts';
import { phraseAt, phraseTable, type Lexeme } from './lexemes.ts';
import { roundOff } from './number-tokens.ts';
import { count, type Quantity } from './quantity.ts';
import { numberWordsFor } from './spelled-numbers.ts';
import { NUMBER_WORDS, SCALE_WORDS, type NumberWords } from './words/number-words.ts';
import { MAGNITUDE_LETTERS } from './words/units.ts';

/** "1.5 million", "20 Mio.", "1,5 M€", "two-thirds", "3万", "1億2千万". */
export function withScale(
  lexemes: readonly Lexeme[],
  quantity: Quantity,
  language: string | null,
  isMoney = false,
): Quantity {
  const words = numberWordsFor(language);
  const others = SCALE_WORDS.get(primaryLanguage(language));
  let { to, value } = quantity;
  let pair = quantity.pair;
  const rest = value === null ? null : phraseAt(lexemes, to, AND_A_PART);
  if (rest !== null && lexemes[rest.next]?.lower !== 'of') {
    value = (value ?? 0) + rest.meaning;
    to = rest.next;
  }
  for (;;) {
    const joined = lexemes[to]?.lower === '-' && !lexemes[to]?.spaced ? to + 1 : to;
    const lexeme = lexemes[joined];
    if (!lexeme || value === null ? pair === null : false) break;
    const lower = lexeme?.lower ?? '';
    const scale =
      hanScale(lexeme) ??
      words?.scales.get(lower) ??
      others?.get(lower) ??
      (lexeme?.kind === 'word'
        ? (ENGLISH?.scales.get(lower) ??
          (isMoney ? letterScale(lexeme) : undefined) ??
          scaleBeforeSign(lexeme, lexemes[joined + 1]))
        : undefined);
    const fraction = value !== null && Number.isInteger(value) && value < 100 ? fractionOf(lower, words) : undefined;
    if (scale !== undefined) {
      value = value === null ? null : roundOff(value * scale);
      pair = pair === null ? null : [roundOff(pair[0] * scale), roundOff(pair[1] * scale)];
    } else if (fraction !== undefined && (joined > to || quantity.value !== 1)) {
      value = roundOff((value ?? 0) * fraction);
    } else break;
    to = joined + 1;
    if (
      lexemes[to]?.lower === '.' &&
      /^(?:mi[ao]|mill|mrd|mld|mln|mds?|tys|тыс|тис|млн|млрд)$/u.test(lower) &&
      lexemes[to + 1] !== undefined
    )
      to += 1;
    const rest = scale === undefined ? null : hanRest(lexemes, to, scale, language);
    if (rest !== null) [value, to] = [(value ?? 0) + (rest.value ?? 0), rest.to];
  }
  const key = pair ? `${pair[0]}–${pair[1]}` : value === null ? quantity.key : String(value);
  return to === quantity.to ? quantity : { ...quantity, to, value, pair, key, weak: false };
}

/** "Two and a half hours", "two-and-a-half-year": not "two and a half of the third". */
const AND_A_PART = phraseTable([
  ['and a half', 0.5],
  ['-and-a-half', 0.5],
  ['and a quarter', 0.25],
  ['and three quarters', 0.75],
]);

/** "3万人", "1.5亿", "2千万": the numeral that goes on in another script. */
function hanScale(lexeme: Lexeme | undefined): number | undefined {
  if (lexeme?.spaced !== false) return undefined;
  let scale: number | undefined;
  for (const sign of lexeme.text) {
    const times = HAN_SCALES.get(sign);
    if (times === undefined) break;
    scale = (scale ?? 1) * times;
  }
  return scale;
}

/** What of "1億2千万" follows the scale. */
function hanRest(lexemes: readonly Lexeme[], at: number, scale: number, language: string | null): Quantity | null {
  const digits = lexemes[at];
  if (hanScale(lexemes[at - 1]) === undefined || digits?.spaced !== false || !/^\d{1,4}$/u.test(digits.text))
    return null;
  const rest = withScale(lexemes, count(at, at + 1, Number(digits.text), digits.text), language);
  return rest.value !== null && rest.value < scale ? rest : null;
}

/** "1,5 M€", "150 k€": the letters before a currency’s sign. */
const scaleBeforeSign = ({ text }: Lexeme, sign: Lexeme | undefined): number | undefined =>
  sign?.spaced === false && /^\p{Sc}$/u.test(sign.text) ? BEFORE_SIGN.get(text) : undefined;
const BEFORE_SIGN: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['M', 1e6],
  ['Md', 1e9],
  ['Mds', 1e9],
]);

/** "£5 m": after a currency and a number the letter is no metre. */
const letterScale = ({ text }: Lexeme): number | undefined =>
  /^[mk]$/u.test(text) ? MAGNITUDE_LETTERS.get(text) : undefined;

const fractionOf = (word: string, words: NumberWords | null): number | undefined =>
  /^(?:half|halbe[ns]?|halbes|medio|media|demi)$/u.test(word)
    ? undefined
    : (words?.fractions.get(word) ?? FRACTION_ORDINALS.get(word));
const FRACTION_ORDINALS: ReadonlyMap<string, number> = new Map([
  ['third', 1 / 3],
  ['fourths', 1 / 4],
  ['fifth', 1 / 5],
  ['quintos', 1 / 5],
  ['cuartos', 1 / 4],
  ['cinquièmes', 1 / 5],
]);

const ENGLISH: NumberWords | undefined = NUMBER_WORDS.get('en');
