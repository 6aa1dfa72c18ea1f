import { primaryLanguage } from './languages.ts';

/** Whether a name is a country's in a language: Slovenia is no Slovakia spelt otherwise. */
export function isCountry(name: string, language: string | null): boolean {
  const primary = primaryLanguage(language);
  const known = countries.get(primary) ?? countryNames(primary);
  countries.set(primary, known);
  return known.has(name.replace(/^the /iu, '').toLowerCase());
}

const countries = new Map<string, ReadonlySet<string>>();

/** Those of every pair of letters that is a country's code (ISO 3166-1); of one that is none, the code itself comes back. */
function countryNames(language: string): ReadonlySet<string> {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));
  return new Set(codes.map((code) => names.of(code)?.toLowerCase() ?? ''));
}
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
