/** "unarmed", "invalid", "ungültig", "irrégulier", "незаконный": the other word, of `least` letters, behind a prefix that denies it. */
export const denies = (one: string, other: string, least = LEAST_DENIED): boolean =>
  other.length >= least && one.endsWith(other) && DENIALS.has(one.slice(0, -other.length));

const DENIALS: ReadonlySet<string> = new Set('un in im il ir non dis des nicht nie не'.split(' '));
/** "Inland" is no contrary of "land". */
const LEAST_DENIED = 5;

/** What denies the word behind it. */
export const NOT: ReadonlySet<string> = new Set('not nicht niet pas no non não nie не'.split(' '));
