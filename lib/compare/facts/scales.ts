import { HAN_SCALES } from './han-numerals.ts';
import { primaryLanguage } from './languages.ts';
import type { Lexeme } from './lexemes.ts';
import { roundOff } from './number-tokens.ts';
import type { Quantity } from './quantity.ts';
import { numberWordsFor } from './spelled-numbers.ts';
import { NUMBER_WORDS, SCALE_WORDS, type NumberWords } from './words/number-words.ts';
import { MAGNITUDE_LETTERS } from './words/units.ts';

/** "1.5 million", "20 Mio.", "two-thirds", "3万". */
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
        ? (ENGLISH?.scales.get(lower) ?? (isMoney ? letterScale(lexeme) : undefined))
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
  }
  const key = pair ? `${pair[0]}–${pair[1]}` : value === null ? quantity.key : String(value);
  return to === quantity.to ? quantity : { ...quantity, to, value, pair, key, weak: false };
}

/** "3万人", "1.5亿": the numeral that goes on in another script. */
const hanScale = (lexeme: Lexeme | undefined): number | undefined =>
  lexeme?.spaced === false ? HAN_SCALES.get(lexeme.text.charAt(0)) : undefined;

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
