/** Numbers that are no figures: those of list entries, those that are a word of a name, and telephone numbers. */
import { phraseAt, phraseTable, type Lexeme } from './lexemes.ts';
import { NUMBERED_NAMES } from './words/counting.ts';

const NUMBERED = phraseTable(
  NUMBERED_NAMES.map((name): readonly [string, string] => [name.replaceAll('#', '0'), name]),
);
const NAMED_NUMBERS: ReadonlySet<string> = new Set('one two three four five six seven eight nine ten'.split(' '));

/** "Channel 13", "7 Eleven": written with capitals, and a small number where the table has its mark. */
export function numberedNameAt(lexemes: readonly Lexeme[], at: number): number | null {
  const first = lexemes[at];
  if (!first || !/^[\p{Lu}\p{Nd}]/u.test(first.text)) return null;
  const masked = lexemes
    .slice(at, at + 4)
    .map((lexeme): Lexeme => (isSmallNumber(lexeme) ? { ...lexeme, lower: '0' } : lexeme));
  const name = phraseAt(masked, 0, NUMBERED);
  if (!name) return null;
  const words = lexemes.slice(at, at + name.next).filter(({ kind }) => kind === 'word');
  return words.length > 0 && words.every(({ text }) => /^\p{Lu}/u.test(text)) ? at + name.next : null;
}
const isSmallNumber = ({ kind, text, lower }: Lexeme): boolean =>
  kind === 'number' ? /^\d{1,4}$/u.test(text) : kind === 'word' && NAMED_NUMBERS.has(lower);

/** "3. The coach", "3) The coach": after the number of a list entry. */
export function listOrdinalEnd(lexemes: readonly Lexeme[]): number {
  const [first, second, third] = lexemes;
  const isListed =
    /^\p{Nd}{1,2}$/u.test(first?.text ?? '') &&
    /^[.)]$/u.test(second?.text ?? '') &&
    second?.spaced === false &&
    third?.spaced === true &&
    /^[\p{Lu}“"«„‘']/u.test(third.text);
  return isListed ? 2 : 0;
}

/** "+44 20 7946 0958", "(0)40 890 85-433": after a telephone number; where it begins, where none does. */
export function phoneEnd(lexemes: readonly Lexeme[], at: number): number {
  if (!/^(?:\+\d{1,3}|0\d*)$/u.test(lexemes[at]?.text ?? '')) return at;
  let numbers = 0;
  let end = at;
  for (let next = at; next < lexemes.length; next += 1) {
    const isNumber = lexemes[next]?.kind === 'number';
    if (!isNumber && !/^[()/-]$/u.test(lexemes[next]?.text ?? '')) break;
    if (!isNumber) continue;
    numbers += 1;
    end = next + 1;
  }
  return numbers >= 3 ? end : at;
}
