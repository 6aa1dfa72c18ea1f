/** The primary subtag of a BCP 47 tag ("de" of "de-AT"), or "en" where none is known: the tables' fallback. */
export function primaryLanguage(language: string | null): string {
  if (language === null || language === 'en') return 'en';
  return /^[a-z]{2,3}(?=-|_|$)/iu.exec(language)?.[0].toLowerCase() ?? 'en';
}

/**
 * Scripts whose words stand without spaces between them, as the inside of a character class with the `v` flag.
 * Hangul has spaces and is not here.
 */
export const UNSPACED =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tibetan}々〆ー]';
