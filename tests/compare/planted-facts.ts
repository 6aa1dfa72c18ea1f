/**
 * Edits of one place in running text, a row each: where it may stand, what is put there, and what it ought to be told as. An
 * outside generator was written from the policy alone, without a look at this one; these are the kinds it had and ours lacked.
 */
import type { ChangeKind, Severity } from '../../lib/change.ts';
import {
  ADVERBS_OF_DOUBT,
  FULL_NAMES,
  MAGNITUDES,
  MONTHS,
  NAMES,
  NUMBER_WORDS,
  ORDINALS,
  SYNONYMS,
  VERBS_OF_SAYING,
  WEEKDAYS,
  type Words,
} from './planted-words.ts';

export type PlaceEdit = {
  readonly name: string;
  /** Where it may stand; null in languages it is not made in. */
  readonly places: (language: string) => RegExp | null;
  /** What is put in the place of a match; the match itself where it cannot be done there. */
  readonly put: (text: string, language: string, pick: <T>(from: readonly T[]) => T) => string;
  readonly kinds: readonly ChangeKind[];
  /** Inside quotation marks; outside them unless given. */
  readonly quoted?: true;
  /** The severities the policy allows; any where not given. */
  readonly severities?: readonly Severity[];
};

const NOT_IN_WORD = '(?<![\\p{L}\\p{N}.,:/$€£#–-])';
const NO_UNIT = '(?![\\p{L}\\p{N}%:/–-]|[.,]\\d| ?[%€$£])';
const everywhere = (pattern: RegExp) => () => pattern;
const only = (patterns: Readonly<Record<string, RegExp>>) => (language: string) => patterns[language] ?? null;
const oneOf =
  (table: Words, behind = '', ahead = '') =>
  (language: string) => {
    const list = table[language];
    return list
      ? new RegExp(`(?<![\\p{L}\\p{N}-])${behind}(?:${list.join('|')})${ahead}(?![\\p{L}\\p{N}-])`, 'gu')
      : null;
  };
const another =
  (table: Words): PlaceEdit['put'] =>
  (text, language, pick) =>
    pick((table[language] ?? []).filter((word) => word !== text)) ?? text;

/** Another digit in one of its places; never a zero in front. */
const otherDigit: PlaceEdit['put'] = (text, _language, pick) => {
  const places = Array.from(text.matchAll(/\d/gu), ({ index }) => index);
  const at = pick(places) ?? 0;
  const digit = pick('123456789'.split('').filter((one) => one !== text[at])) ?? '1';
  return text.slice(0, at) + digit + text.slice(at + 1);
};

/** A letter doubled, a letter dropped or a vowel exchanged, not at the ends. */
const respelt: PlaceEdit['put'] = (name, _language, pick) => {
  const at = pick([1, 2, 3].filter((place) => place < name.length - 1)) ?? 1;
  return pick([name.slice(0, at) + name.slice(at - 1), name.slice(0, at) + name.slice(at + 1)]) ?? name;
};

const FIGURE: readonly ChangeKind[] = ['figure'];
const COUNTS: readonly Severity[] = ['notable', 'major'];

export const PLACE_EDITS: readonly PlaceEdit[] = [
  // Figures
  {
    name: 'thousands',
    places: everywhere(new RegExp(`${NOT_IN_WORD}\\d{1,3}(?:[,.]\\d{3})+${NO_UNIT}`, 'gu')),
    put: otherDigit,
    kinds: FIGURE,
    severities: COUNTS,
  },
  {
    name: 'decimals',
    places: everywhere(new RegExp(`${NOT_IN_WORD}\\d+[.,]\\d{1,2}${NO_UNIT}`, 'gu')),
    put: otherDigit,
    kinds: FIGURE,
    severities: COUNTS,
  },
  {
    name: 'percentage',
    places: everywhere(
      /(?<![\p{L}\p{N}.,–-])(?<!\d (?:to|bis|or|and|und) )\d+(?:[.,]\d+)?(?= ?(?:%|percent|per cent|Prozent|procent))/gu,
    ),
    put: otherDigit,
    kinds: FIGURE,
    severities: ['major'],
  },
  {
    name: 'amount after its sign',
    places: everywhere(/(?<=[$€£] ?)\d[\d.,]*(?<=\d)(?![\p{L}\d–-])/gu),
    put: otherDigit,
    kinds: FIGURE,
    severities: ['major'],
  },
  {
    name: 'amount before its currency',
    places: everywhere(
      /(?<![\p{L}\p{N}.,–-])\d[\d.,]*(?<=\d)(?= ?(?:(?:Millionen|Milliarden|Mio\.|million|billion|millions|milliards|millones|milyon|mln) (?:d['’]|de )?)?(?:€|Euro|euros?|dollars?|Dollar|kronor|kroner|lira|zł)(?!\p{L}))/gu,
    ),
    put: otherDigit,
    kinds: FIGURE,
    severities: ['major'],
  },
  {
    name: 'currency',
    places: everywhere(/[$€£](?=\d)/gu),
    put: (text, _language, pick) => pick(['$', '€', '£'].filter((sign) => sign !== text)),
    kinds: FIGURE,
    severities: ['major'],
  },
  {
    name: 'magnitude',
    places: oneOf(MAGNITUDES, '(?<=\\d\\s)'),
    put: another(MAGNITUDES),
    kinds: FIGURE,
    severities: COUNTS,
  },
  {
    name: 'year',
    places: everywhere(new RegExp(`${NOT_IN_WORD}(?:19|20)\\d\\d${NO_UNIT}`, 'gu')),
    put: (text) => String(Number(text) - 1),
    kinds: FIGURE,
    severities: COUNTS,
  },
  {
    name: 'end of a range',
    places: everywhere(/(?<=(?<![\p{L}\p{N}.,:/-])\d{1,3}[–-])\d{1,3}(?![\p{L}\p{N}%/–-]|[.,]\d)/gu),
    put: (text) => String(Number(text) + 2),
    kinds: FIGURE,
    severities: COUNTS,
  },
  {
    name: 'age',
    places: everywhere(/(?<!\p{N})\d\d(?=-year-old| years old|-[jJ]ährig| Jahre alt)/gu),
    put: (text) => String(Number(text) + 2),
    kinds: FIGURE,
    severities: COUNTS,
  },
  {
    name: 'time of day',
    places: everywhere(/(?<![\d.,:])[1-9](?=:\d\d(?![\d:])|\.\d\d Uhr| (?:am|pm|a\.m\.|p\.m\.|Uhr)(?!\p{L}))/gu),
    put: (text) => String((Number(text) % 9) + 1),
    kinds: FIGURE,
    severities: COUNTS,
  },
  { name: 'month', places: oneOf(MONTHS), put: another(MONTHS), kinds: FIGURE, severities: COUNTS },
  { name: 'weekday, any language', places: oneOf(WEEKDAYS), put: another(WEEKDAYS), kinds: FIGURE, severities: COUNTS },
  {
    name: 'number word, any',
    places: oneOf(NUMBER_WORDS),
    put: another(NUMBER_WORDS),
    kinds: FIGURE,
    severities: COUNTS,
  },
  { name: 'ordinal', places: oneOf(ORDINALS), put: another(ORDINALS), kinds: FIGURE, severities: COUNTS },
  {
    name: 'qualifier dropped',
    places: only({
      en: /(?<= )(?:at least|about|around|nearly|more than|up to) (?=\d)/gu,
      de: /(?<= )(?:mindestens|rund|etwa|fast|knapp|mehr als) (?=\d)/gu,
    }),
    put: () => '',
    kinds: FIGURE,
    severities: COUNTS,
  },
  {
    name: 'order of magnitude',
    places: only({
      en: /(?<![\p{L}-])(?:dozens|thousands)(?![\p{L}-])/gu,
      de: /(?<![\p{L}-])(?:Dutzende|Tausende)(?!\p{L})/gu,
    }),
    put: (_text, language) => (language === 'de' ? 'Hunderte' : 'hundreds'),
    kinds: FIGURE,
    severities: COUNTS,
  },
  {
    name: 'digit to word',
    places: only({ en: new RegExp(`${NOT_IN_WORD}[3-9](?= \\p{Ll}{4,})`, 'gu') }),
    put: (text) => 'three four five six seven eight nine'.split(' ')[Number(text) - 3] ?? text,
    kinds: ['wording', 'typography'],
    severities: ['cosmetic'],
  },
  // Claims
  {
    name: 'negation put in, French and Spanish',
    places: only({ fr: /(?<= )(?:est|était)(?= \p{Ll})/gu, es: /(?<= )(?:es|está|fue|ha|será|puede)(?= \p{Ll})/gu }),
    put: (text, language) => (language === 'fr' ? `n’${text} pas` : `no ${text}`),
    kinds: ['claim'],
    severities: ['major'],
  },
  {
    name: 'negation taken out, any',
    places: only({
      en: / (?:not|never)(?= \p{Ll})|(?<=(?:is|are|was|were|did|does|has|had|could|would))n['’]t(?!\p{L})/gu,
      de: / (?:nicht|nie)(?= \p{Ll})|(?<= )k(?=eine?[nrms]? )/gu,
      es: / no(?= \p{Ll})/gu,
    }),
    put: () => '',
    kinds: ['claim'],
    severities: ['major'],
  },
  {
    name: 'doubt put in',
    places: only({
      en: /(?<= (?:was|were|had|has|is|are) )(?=\p{Ll}{3,}ed )/gu,
      de: /(?<= (?:ist|war|wurde|hat|haben) )(?=\p{Ll})/gu,
    }),
    put: (_text, language, pick) => `${pick(ADVERBS_OF_DOUBT[language] ?? [])} `,
    kinds: ['claim'],
    severities: ['notable', 'major'],
  },
  {
    name: 'all to some',
    places: only({
      en: /(?<![\p{L}'’-])(?:all|most)(?= (?:of |the )?\p{Ll}{3,}s(?!\p{L}))/gu,
      de: /(?<![\p{L}'’-])alle(?= \p{Lu})/gu,
    }),
    put: (_text, language) => (language === 'de' ? 'einige' : 'some'),
    kinds: ['claim', 'figure'],
    severities: ['notable'],
  },
  // Attribution and names
  {
    name: 'verb of saying, any of five',
    places: oneOf(VERBS_OF_SAYING),
    put: another(VERBS_OF_SAYING),
    kinds: ['attribution'],
    severities: COUNTS,
  },
  {
    name: 'speaker',
    places: everywhere(
      /(?<=(?:said|says|according to|sagte|betonte) )\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}(?=[.,;:])|(?<=[.”“"] )\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}(?= (?:said|says|told|argued|warned)(?!\p{L}))/gu,
    ),
    put: (_text, _language, pick) => pick(FULL_NAMES),
    kinds: ['attribution'],
    severities: ['major'],
  },
  {
    name: 'name respelt',
    places: only({ en: /(?<=\p{Ll} \p{Lu}\p{Ll}{2,} )\p{Lu}\p{Ll}{4,}(?=[ ,.]\s?\p{Ll}|[.,]?$)/gu }),
    put: respelt,
    kinds: ['name'],
    severities: ['notable'],
  },
  {
    name: 'single name',
    places: only({ en: /(?<=\p{Ll} (?:in|from|near|at|with) )\p{Lu}\p{Ll}{4,}(?= \p{Ll})/gu }),
    put: (text, _language, pick) =>
      /^(?:\p{Lu}\p{Ll}+(?:day|ary|ber|uly|pril|une|ugust|arch))$/u.test(text) ? text : pick(NAMES),
    kinds: ['name'],
    severities: ['major'],
  },
  // Wording
  {
    name: 'synonym',
    places: (language) => oneOf({ [language]: (SYNONYMS[language] ?? []).map(([word]) => word) })(language),
    put: (text, language) => SYNONYMS[language]?.find(([word]) => word === text)?.[1] ?? text,
    kinds: ['wording'],
    severities: ['minor'],
  },
  {
    name: 'word twice',
    places: everywhere(/(?<=\p{Ll} )(?:the|of|der|und|que|de) (?=\p{Ll})/gu),
    put: (text) => text + text,
    kinds: ['wording'],
    severities: ['minor'],
  },
  {
    name: 'contraction',
    places: only({ en: /(?<=(?:did|does|is|was|were|has|had|could|would)) not(?= \p{Ll})/gu }),
    put: () => 'n’t',
    kinds: ['wording'],
    severities: ['cosmetic', 'minor'],
  },
  // Quotations
  {
    name: 'marks taken off a quotation',
    places: everywhere(/“[^“”]{20,}”/gu),
    put: (text) => text.slice(1, -1),
    kinds: ['quote'],
    severities: ['notable'],
  },
  {
    name: 'misspelling in a quotation',
    places: everywhere(/(?<![\p{L}\p{N}'’-])\p{Ll}{8,}(?![\p{L}\p{N}'’-])/gu),
    put: (word) => word.slice(0, 4) + word.slice(3),
    kinds: ['quote'],
    quoted: true,
    severities: ['minor'],
  },
  {
    name: 'scare quotes',
    places: only({ en: /(?<=\p{Ll} )\p{Ll}{6,}(?= \p{Ll})/gu }),
    put: (text) => `“${text}”`,
    kinds: ['quote'],
    severities: ['notable'],
  },
];
