/** Two numbers that are one figure: ranges, scores and spans of years; and numbers that are years. */
import { phraseAt, phraseTable, type Lexeme } from './lexemes.ts';
import { roundOff } from './number-tokens.ts';
import { quantityAt } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { SCORE_WORDS, VOTE_WORDS } from './words/counting.ts';

/** "10 to 15", "between 10 and 15", "€5 – €10": one figure of two ends. Not "from 10 to 15", which is a change. */
export function rangeFrom(
  lexemes: readonly Lexeme[],
  at: number,
  free: number,
  low: Quantity,
  language: string | null,
): Quantity | null {
  if (low.pair !== null || low.weak || low.value === null || ['date', 'time', 'ordinal'].includes(low.type))
    return null;
  const connector = lexemes[low.to]?.lower ?? '';
  const before = at > free ? (lexemes[at - 1]?.lower ?? '') : '';
  const isBetween =
    ['between', 'zwischen', 'entre', 'tra', 'tussen'].includes(before) &&
    ['and', 'und', 'et', 'y', 'e', 'en'].includes(connector);
  const isTo =
    ['to', 'bis', 'à', 'a', '-', '–', '—', '−'].includes(connector) &&
    !['from', 'von', 'de', 'desde', "d'", 'da'].includes(before);
  if (!isBetween && !isTo) return null;
  const high = quantityAt(lexemes, low.to + 1, language);
  if (!high || high.value === null || high.weak || high.pair !== null) return null;
  // "Aged 5 to 9": the first has the age's word before it.
  const isAges = low.type === 'age' && high.type === 'count';
  if (low.type !== 'count' && low.type !== high.type && !isAges) return null;
  if (['date', 'time', 'ordinal'].includes(high.type) || (isTo && connector !== 'bis' && high.value < low.value))
    return null;
  const isYears = [low, high].every((end) => isYear(lexemes, end));
  return {
    ...high,
    from: low.from,
    type: isYears ? 'date' : isAges ? 'age' : high.type === 'count' || high.type === 'measure' ? 'range' : high.type,
    unit: isAges ? low.unit : high.unit,
    value: null,
    key: `${low.value}–${high.value}`,
    pair: [low.value, high.value],
  };
}

const isYear = (lexemes: readonly Lexeme[], { from, to }: Quantity): boolean =>
  to === from + 1 && /^(?:1[5-9]|20|21)\d{2}$/u.test(lexemes[from]?.text ?? '');

/** "one in five", "9 out of 10", "uno de cada cinco": a share, and one figure. */
export function shareFrom(lexemes: readonly Lexeme[], part: Quantity, language: string | null): Quantity | null {
  const link = part.type === 'count' ? phraseAt(lexemes, part.to, IN_SO_MANY) : null;
  const whole = link && quantityAt(lexemes, link.next, language);
  if (whole?.type !== 'count' || whole.value === null || part.value === null || part.value < 1) return null;
  if (part.value >= whole.value || whole.value > 1000) return null;
  const value = roundOff(part.value / whole.value);
  return { ...part, to: whole.to, value, key: String(value), weak: false };
}
const IN_SO_MANY = phraseTable(
  ['in', 'in every', 'out of', 'out of every', 'von', 'van de', 'sur', 'de cada', 'em cada', 'su', 'из'].map(
    (link): readonly [string, true] => [link, true],
  ),
);

/** "from 10 to 15 percent", "10 or 15 dollars": the first is of what the second is. */
export function withUnitAhead(lexemes: readonly Lexeme[], quantity: Quantity, language: string | null): Quantity {
  const connector = lexemes[quantity.to]?.lower ?? '';
  const word = lexemes[quantity.to + 1];
  if (quantity.type !== 'count' || quantity.weak || !UNIT_AHEAD.has(connector) || word?.kind === 'mark')
    return quantity;
  const next = quantityAt(lexemes, quantity.to + 1, language);
  return next?.type === 'percent' || next?.type === 'money'
    ? { ...quantity, type: next.type, unit: next.unit }
    : quantity;
}
const UNIT_AHEAD: ReadonlySet<string> = new Set('to bis auf à a or oder ou o'.split(' '));

/** Two numbers and a hyphen: a score, a count of votes, or a range, as the sentence tells. */
export function pairFrom(lexemes: readonly Lexeme[], quantity: Quantity, sentence: ReadonlySet<string>): Quantity {
  const { pair } = quantity;
  if (!pair || quantity.type !== 'range') return quantity;
  const [low, high] = pair;
  const isYears = low >= 1000 && low <= 2100 && /^\d{4}.\d{2}(?:\d{2})?$/u.test(lexemes[quantity.to - 1]?.text ?? '');
  if (isYears) return { ...quantity, type: 'date' };
  const isContest = meets(sentence, SCORE_WORDS) || meets(sentence, VOTE_WORDS);
  const isScore =
    low > high ||
    (isContest && Math.abs(high - low) < 60 && high < 700) ||
    lexemes[quantity.to - 1]?.text.includes(':') === true;
  return isScore ? { ...quantity, type: 'score' } : quantity;
}

/** A bare whole number of four digits is a year, unless it counts something. */
export function yearFrom(lexemes: readonly Lexeme[], quantity: Quantity): Quantity {
  const written = quantity.to === quantity.from + 1 ? (lexemes[quantity.from]?.text ?? '') : '';
  if (quantity.type !== 'count' || !/^['’]?(?:1[5-9]|20|21)\d{2}$/u.test(written)) return quantity;
  const before = lexemes[quantity.from - 1]?.lower ?? '';
  const counted = lexemes[quantity.to];
  const countsThings =
    counted?.kind === 'word' &&
    /(?:s|people|personen|menschen|leute)$/u.test(counted.lower) &&
    counted.lower.length > 3;
  const isDated =
    /^(?:in|since|of|by|until|the|from|im|seit|bis|en|depuis|desde|de|del|nel|em|,|\(|jahr|jahre|après|before|after|and|to)$/u.test(
      before,
    );
  return countsThings && !isDated ? quantity : { ...quantity, type: 'date' };
}

/** "voted by 312 to 288", "by 312 votes to 288", "mit 312 gegen 288 Stimmen": one of the two sides of a vote. */
export function isOneOfTally(
  lexemes: readonly Lexeme[],
  { type, from, to }: Quantity,
  sentence: ReadonlySet<string>,
): boolean {
  if ((type !== 'count' && type !== 'range') || !meets(sentence, VOTE_WORDS)) return false;
  const [before, after] = [lexemes[from - 1]?.lower ?? '', lexemes[to]?.lower ?? ''];
  const isFirst = /^(?:by|of|voted|vote|mit|par|por|con|com|met|passed|rejected|approved)$/u.test(before);
  return type === 'range'
    ? isFirst
    : (isFirst && AGAINST.test(after) && lexemes[to + 1]?.kind === 'number') ||
        (AGAINST.test(before) &&
          lexemes[VOTE_WORDS.has(lexemes[from - 2]?.lower ?? '') ? from - 3 : from - 2]?.kind === 'number');
}
const AGAINST = /^(?:to|zu|gegen|contre|contra|contro|tegen|a)$/u;

/** Whether a sentence has a word of a table. */
export const meets = (words: ReadonlySet<string>, table: ReadonlySet<string>): boolean => !words.isDisjointFrom(table);
