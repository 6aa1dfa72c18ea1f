import { primaryLanguage } from './languages.ts';

/** Whether a name is a country's in a language: Slovenia is no Slovakia spelt otherwise. */
export function isCountry(name: string, language: string | null): boolean {
  const primary = primaryLanguage(language);
  const known = countries.get(primary) ?? countryNames(primary);
  countries.set(primary, known);
  return known.has(name.replace(/^the |['’]s$/giu, '').toLowerCase());
}

/** "ukrainian" → "ukraine", "french" → "france": the country an English adjective is of; any other word as it is. */
export function countryOf(word: string): string {
  adjectives ??= englishAdjectives();
  return adjectives.get(word) ?? word;
}

let adjectives: ReadonlyMap<string, string> | undefined;

/** A country's adjective is its name, or what is left without its ending, with another; of two that fit, the longer name's ("nigerian"). */
function englishAdjectives(): ReadonlyMap<string, string> {
  const known = countryNames('en');
  const names = [...known].filter((name) => /^\p{L}{4,}$/u.test(name)).toSorted((a, b) => a.length - b.length);
  const regular = names.flatMap((name) => {
    const stems = [name, ...ENDINGS.filter((end) => name.endsWith(end)).map((end) => name.slice(0, -end.length))];
    const long = stems.filter((stem) => stem.length >= 4);
    return long.flatMap((stem) => ADJECTIVE_ENDINGS.map((end): readonly [string, string] => [`${stem}${end}`, name]));
  });
  return new Map([...regular, ...IRREGULAR].filter(([adjective, name]) => adjective !== name && !known.has(adjective)));
}
const ENDINGS = ['a', 'e', 'en', 'ia', 'o', 'on', 'y'];
const ADJECTIVE_ENDINGS = ['n', 'an', 'ian', 'ean', 'i', 'ese', 'ish', 'ic'];
const IRREGULAR: readonly (readonly [adjective: string, country: string])[] = [
  ['afghan', 'afghanistan'],
  ['british', 'britain'],
  ['czech', 'czechia'],
  ['danish', 'denmark'],
  ['dutch', 'netherlands'],
  ['finnish', 'finland'],
  ['french', 'france'],
  ['german', 'germany'],
  ['greek', 'greece'],
  ['irish', 'ireland'],
  ['norwegian', 'norway'],
  ['polish', 'poland'],
  ['portuguese', 'portugal'],
  ['scottish', 'scotland'],
  ['serb', 'serbia'],
  ['slovak', 'slovakia'],
  ['spanish', 'spain'],
  ['swiss', 'switzerland'],
  ['thai', 'thailand'],
  ['turkish', 'turkey'],
  ['welsh', 'wales'],
];

const countries = new Map<string, ReadonlySet<string>>();

/** Those of every pair of letters that is a country's code (ISO 3166-1); of one that is none, the code itself comes back. */
function countryNames(language: string): ReadonlySet<string> {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));
  return new Set(codes.map((code) => names.of(code)?.toLowerCase() ?? ''));
}
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
