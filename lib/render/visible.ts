/** Article text as it can be put on a screen: what would act there instead of appearing is shown as a sign. */

/**
 * Control characters become their pictures (␛); marks that embed, override or isolate a direction, and line and
 * paragraph separators, become their code point (⟦U+202E⟧). Line breaks, tabs, joiners and the harmless direction
 * marks stay, since Persian, Arabic and emoji need them.
 */
export function visibleText(text: string): string {
  return text.replace(ACTS, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '␡' : codePoint(character);
  });
}

/** The text of an altered run: one that would be seen as nothing, such as a lone soft hyphen, is named. */
export function visibleRun(text: string): string {
  if (SEEN.test(text)) return visibleText(text);
  return text.replace(/./gsu, (character) => BLANKS.get(character) ?? codePoint(character));
}

const ACTS = /(?![\t\n])\p{Cc}|[\u2028-\u202E\u2066-\u2069]/gu;
const SEEN = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;
const BLANKS: ReadonlyMap<string, string> = new Map([
  [' ', '␣'],
  ['\n', '⏎\n'],
  ['\u00A0', '⍽'],
]);

const codePoint = (character: string): string =>
  `⟦U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟧`;
