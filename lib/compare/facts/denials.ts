/** "unarmed", "invalid", "ungültig", "irrégulier", "незаконный": the other word behind a prefix that denies it. */
export const denies = (one: string, other: string): boolean =>
  other.length >= LEAST_DENIED && one.endsWith(other) && DENIALS.has(one.slice(0, -other.length));

const DENIALS: ReadonlySet<string> = new Set('un in im il ir non dis des nicht nie не'.split(' '));
/** "Inland" is no contrary of "land". */
const LEAST_DENIED = 5;
