import { primaryLanguage } from './languages.ts';
import type { Lexeme } from './lexemes.ts';
import { HOURS } from './ages-and-hours.ts';
import { CALENDAR_WORDS, PERIOD_PHRASES } from './words/calendar.ts';
import { NUMBERED_NAMES } from './words/counting.ts';
import { NUMBER_WORDS } from './words/number-words.ts';
import { CURRENCY_CODES } from './words/units.ts';

/**
 * The words a figure, date or numbered name of a language can begin with: most words of a sentence begin none, and are
 * passed over without asking further.
 */
export function figureOpeners(language: string | null): ReadonlySet<string> {
  const primary = primaryLanguage(language);
  const known = openers.get(primary);
  if (known) return known;
  const numbers = NUMBER_WORDS.get(primary);
  const calendar = CALENDAR_WORDS.get(primary) ?? CALENDAR_WORDS.get('en');
  const words = [
    ...(numbers
      ? [
          ...numbers.small.keys(),
          ...numbers.scales.keys(),
          ...numbers.ordinals.keys(),
          ...numbers.fractions.keys(),
          ...numbers.vague,
          ...numbers.articles,
        ]
      : []),
    ...(calendar ? [...calendar.months.keys(), ...calendar.weekdays.keys(), ...calendar.relative.keys()] : []),
    ...NUMBERED_NAMES,
    ...PERIOD_PHRASES.map(([phrase]) => phrase),
    ...HOURS.keys(),
    ...Array.from(CURRENCY_CODES, (code) => code.toLowerCase()),
    'minus',
    'rs',
    ...CURRENCY_LETTERS,
  ];
  // Of "avant-hier" and "channel #" the first word.
  const set = new Set(words.map((word) => word.split(/[\s-]/u)[0] ?? word));
  openers.set(primary, set);
  return set;
}

/** Before a currency’s sign: "R$ 5", "US$5". */
const CURRENCY_LETTERS = ['a', 'au', 'c', 'ca', 'hk', 'nz', 'r', 's', 'us'];

const openers = new Map<string, ReadonlySet<string>>();

export function mayOpenFigure(lexemes: readonly Lexeme[], at: number, openers: ReadonlySet<string>): boolean {
  const lexeme = lexemes[at];
  if (!lexeme || lexeme.kind === 'mark') return false;
  if (lexeme.kind !== 'word' || openers.has(lexeme.lower)) return true;
  if (lexeme.lower.endsWith("'s") && openers.has(lexeme.lower.slice(0, -2))) return true;
  return lexeme.lower.length > 4 ? COMPOUND.test(lexeme.lower) : HAN.test(lexeme.lower);
}

/** German "zweihundertfünf", "dreißigste", "fünfjährig", "zweimal"; dreissig without its ß. */
const COMPOUND =
  /hundert|tausend|ssig|jährig|tägig|wöchig|monatig|stündig|minütig|köpfig|prozentig|stellig|fach|mal$|^[\u3007\u4e00-\u9fff]/u;
const HAN = /^[\u3007\u4e00-\u9fff]/u;
