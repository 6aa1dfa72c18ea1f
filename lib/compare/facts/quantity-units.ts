import { ageAt, clockAt } from './ages-and-hours.ts';
import { isCapitalised, phraseAt, phraseTable, type Lexeme } from './lexemes.ts';
import type { Quantity } from './quantity.ts';
import {
  CURRENCIES,
  CURRENCY_CODES,
  CURRENCY_MARKS,
  DOLLARS,
  MEASURE_NAMES,
  MEASURE_UNITS,
  measureNamed,
  PERCENT_WORDS,
  type Measure,
} from './words/units.ts';

/** The number with what it is measured in: per cent, money, years of age, an hour, a measure. As it came where nothing tells. */
export function withUnit(lexemes: readonly Lexeme[], quantity: Quantity, language: string | null): Quantity {
  const hyphen = lexemes[quantity.to]?.lower === '-' && !lexemes[quantity.to]?.spaced ? 1 : 0;
  const at = quantity.to + hyphen;
  const percent = phraseAt(lexemes, at, PERCENT);
  if (percent) return { ...quantity, type: 'percent', unit: percent.meaning, to: percent.next };
  if (lexemes[quantity.from - 1]?.lower === 'yüzde') return { ...quantity, type: 'percent', unit: '%' };
  if (quantity.type === 'money') return quantity;
  const of = ['de', "d'", 'of', 'di'].includes(lexemes[at]?.lower ?? '') ? 1 : 0;
  const money = moneyAt(lexemes, at + of);
  if (money !== null) return { ...quantity, type: 'money', unit: money.unit, to: money.next };
  const age = ageAt(lexemes, at, quantity, language);
  if (age) return age;
  const time = clockAt(lexemes, at, quantity);
  if (time) return time;
  const word = lexemes[at];
  const measure =
    word?.lower === '°'
      ? MEASURE_NAMES.get(`°${lexemes[at + 1]?.lower ?? 'c'}`)
      : measureNamed(word?.lower ?? '', language);
  if (!measure || of === 1 || (quantity.weak && measure.dimension === 'duration')) return quantity;
  if (measure.unit === 'm' && word?.lower === 'm' && word.text !== 'm') return quantity;
  const isDegree = word?.lower === '°';
  if (!isDegree && word?.lower.length === 1 && (word.text !== measure.unit || !word.spaced)) return quantity;
  const to = isDegree ? at + (lexemes[at + 1]?.kind === 'word' ? 2 : 1) : at + 1;
  const scale = measure.dimension === 'temperature' ? TEMPERATURES.get(lexemes[to]?.lower ?? '') : undefined;
  if (scale) return { ...quantity, type: 'measure', unit: scale.unit, measure: scale, to: to + 1 };
  const unit = perHour(lexemes, to, measure);
  return { ...quantity, type: 'measure', unit: unit.measure.unit, measure: unit.measure, to: unit.next };
}

/** "25 degrees Celsius": which degrees. */
const TEMPERATURES: ReadonlyMap<string, Measure | undefined> = new Map([
  ['celsius', MEASURE_UNITS.get('°C')],
  ['fahrenheit', MEASURE_UNITS.get('°F')],
]);

/** "100 km/h", "60 miles per hour". */
export function perHour(
  lexemes: readonly Lexeme[],
  at: number,
  measure: Measure,
): { readonly measure: Measure; readonly next: number } {
  const lower = [0, 1].map((offset) => lexemes[at + offset]?.lower ?? '');
  const isRate = /^(?:\/|per|an|pro) h(?:our)?$|^(?:par|por|pro) (?:heure|hora|stunde)$/u.test(lower.join(' '));
  const speed =
    isRate && measure.dimension === 'length' ? MEASURE_UNITS.get(measure.unit === 'mile' ? 'mph' : 'km/h') : undefined;
  return speed ? { measure: speed, next: at + 2 } : { measure, next: at };
}

function moneyAt(lexemes: readonly Lexeme[], at: number): { readonly unit: string; readonly next: number } | null {
  const lexeme = lexemes[at];
  if (!lexeme || (lexeme.lower === 'won' && lexeme.kind === 'word' && !lexemes[at - 1]?.lower.includes('illion')))
    return null;
  const joined = lexemes[at + 1]?.lower === '-' ? `${lexeme.lower}-${lexemes[at + 2]?.lower ?? ''}` : '';
  const hyphenated = CURRENCIES.get(joined);
  if (hyphenated !== undefined) return { unit: hyphenated, next: at + 3 };
  const ofCountry = moneyOfCountry(lexemes, at, 1) ?? moneyOfCountry(lexemes, at, 2);
  if (ofCountry !== null) return ofCountry;
  const unit = CURRENCIES.get(lexeme.lower) ?? (CURRENCY_CODES.has(lexeme.text) ? lexeme.text : undefined);
  return unit === undefined ? null : { unit, next: at + 1 };
}

/** "Swedish kronor", "Hong Kong dollars": the name of so many words is the country's; of dollars it tells which. Not "Leeds won". */
function moneyOfCountry(lexemes: readonly Lexeme[], at: number, length: number): ReturnType<typeof moneyAt> {
  const country = lexemes.slice(at, at + length);
  const name = lexemes[at + length]?.lower ?? '';
  const unit = country.every(isCapitalised) && !/^(?:won|rand)$/u.test(name) ? CURRENCIES.get(name) : undefined;
  if (unit === undefined) return null;
  const words = country.map(({ lower }) => lower).join(' ');
  return { unit: unit === 'USD' ? (DOLLARS.get(words) ?? `${words} dollar`) : unit, next: at + length + 1 };
}

const PERCENT = phraseTable(PERCENT_WORDS);

/** "€ 5", "R$ 5", "EUR 5", "Rs. 500". */
export function currencyBefore(
  lexemes: readonly Lexeme[],
  at: number,
): { readonly unit: string; readonly next: number } | null {
  const lexeme = lexemes[at];
  const following = lexemes[at + 1];
  if (!lexeme || !following) return null;
  const joined = `${lexeme.lower}${following.lower}`;
  const mark = CURRENCY_MARKS.get(lexeme.lower);
  if (lexeme.kind === 'symbol' && mark !== undefined && following.kind === 'number')
    return { unit: mark, next: at + 1 };
  if (following.kind === 'symbol' && !following.spaced && lexemes[at + 2]?.kind === 'number') {
    const prefixed = CURRENCY_MARKS.get(joined);
    if (prefixed !== undefined) return { unit: prefixed, next: at + 2 };
  }
  if (CURRENCY_CODES.has(lexeme.text) && following.kind === 'number') return { unit: lexeme.text, next: at + 1 };
  if (lexeme.text !== 'Rs') return null;
  const next = following.lower === '.' ? at + 2 : at + 1;
  return lexemes[next]?.kind === 'number' ? { unit: 'INR', next } : null;
}
