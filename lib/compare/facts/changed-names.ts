import type { FactChange } from './changed-facts.ts';
import { isCountry } from './countries.ts';
import { movedAmong } from './exchanged.ts';
import { distanceWithin } from './misspellings.ts';
import type { FoundName } from './names.ts';
import { pairInPlace } from './pairing.ts';
import { overlaps, type Edit } from './ranges.ts';
import type { SentenceFacts } from './sentence-facts.ts';
import { TITLES } from './words/names.ts';
import { isSameSource } from './speakers.ts';

/** Another name in its place; the same one spelt otherwise or given more or less fully; its initials; a name put in or taken out. */
export type NameNature = 'replaced' | 'respelled' | 'initials' | 'added' | 'removed';

/** The names altered. A title put before a name, or taken from it, alters none. */
export function changedNames(before: SentenceFacts, after: SentenceFacts, edits: readonly Edit[]): FactChange[] {
  const pairs = pairInPlace(before.names, after.names, edits, likeness);
  const changes: FactChange[] = [];
  for (const [one, other] of pairs.both) {
    const nature = natureOf(one, other, before.language);
    // "G7" → "G8" is told as the figure it holds.
    const isFigure = sameLetters(one.text, other.text) && !/\s/u.test(one.text);
    if (nature !== null && !isFigure) changes.push(changeOf(one, other, nature));
  }
  const sides = [before, after].map(({ lexemes, names: found }) => ({ lexemes, found })) as [SideOf, SideOf];
  const moved = movedAmong(...sides, pairs.removed, pairs.added, isSameName);
  for (const { gone, come, instead } of moved)
    if (instead) changes.push({ ...changeOf(gone, come, 'replaced'), fact: changeOf(gone, instead, 'replaced').fact });
  for (const name of pairs.removed)
    if (isNews(name, before, after) && !moved.some(({ gone }) => gone === name))
      changes.push(changeOf(name, null, 'removed'));
  for (const name of pairs.added)
    if (isNews(name, after, before) && !moved.some(({ come }) => come === name))
      changes.push(changeOf(null, name, 'added'));
  return changes;
}
type SideOf = { readonly lexemes: SentenceFacts['lexemes']; readonly found: readonly FoundName[] };

/** "The World Health Organization (WHO)": initials beside their name name nobody else. */
const isNews = (name: FoundName, own: SentenceFacts, opposite: SentenceFacts): boolean =>
  !name.weak &&
  !isMovedSource(name, own, opposite) &&
  !opposite.names.some((full) => isAcronymOf(name, full) || isCountryIn(name, full, own.language));

/** "Ukraine’s president, Volodymyr Zelenskyy" → "Ukrainian President Volodymyr Zelenskyy". */
const isCountryIn = (name: FoundName, full: FoundName, language: string | null): boolean =>
  full.words.length > 1 && isCountryName(name, language) && name.words.every((word) => full.words.includes(word));

const isSameName = (one: FoundName, other: FoundName): boolean =>
  one.words.length === other.words.length && one.words.join(' ') === other.words.join(' ');

/** “…,” said Lee. → Lee said …: the name of a source that stands elsewhere in the sentence. */
const isMovedSource = ({ range }: FoundName, own: SentenceFacts, opposite: SentenceFacts): boolean =>
  own.attributions.some(
    (one) =>
      one.speaker !== null &&
      overlaps(one.speaker.range, range) &&
      opposite.attributions.some((other) => isSameSource(one, other)),
  );

const sameLetters = (one: string, other: string): boolean => withoutDigits(one) === withoutDigits(other);
const withoutDigits = (text: string): string => text.replaceAll(/\p{Nd}/gu, '');

const likeness = (one: FoundName, other: FoundName): number =>
  new Set(one.words).intersection(new Set(other.words)).size + (one.weak === other.weak ? 0.5 : 0);

function natureOf(one: FoundName, other: FoundName, language: string | null): NameNature | null {
  const [first, second] = [new Set(one.words), new Set(other.words)];
  if (first.size === second.size && first.isSubsetOf(second)) return null;
  if (isSameButInitials(one.words, other.words)) return null;
  if (isOfficePut(one, other, language) || isOfficePut(other, one, language)) return null;
  if (NUMBERED.test(one.text) || NUMBERED.test(other.text)) return 'replaced';
  if (isCountryName(one, language) && isCountryName(other, language)) return 'replaced';
  if (first.isSubsetOf(second) || second.isSubsetOf(first)) return 'respelled';
  if (isAcronymOf(one, other) || isAcronymOf(other, one)) return 'initials';
  return isRespelling(one.words, other.words) ? 'respelled' : 'replaced';
}

/** "Ukrainian President Volodymyr Zelenskyy" and "President Volodymyr Zelenskyy", or the name alone. */
const isOfficePut = (full: FoundName, short: FoundName, language: string | null): boolean =>
  full.text.endsWith(` ${short.text}`) &&
  full.text.split(' ').some((word) => TITLES.has(word.toLowerCase())) &&
  full.words.every((word) => short.words.includes(word) || isCountry(word, language));

/** "Sudan" and "the Sudanese"; "South Sudan" is another. */
const isCountryName = ({ text, words }: FoundName, language: string | null): boolean =>
  isCountry(text, language) || isCountry(words.join(' '), language);

/** "WHO" and "World Health Organization": one name, more or less fully. Read from the text, since "of" has no capital. */
export const isAcronymOf = (short: { readonly text: string }, full: { readonly text: string }): boolean =>
  /^(?:\p{Lu}\.?){2,6}$/u.test(short.text) &&
  (full.text.match(/(?<!\p{L})\p{Lu}(?=\p{Ll})/gu) ?? []).join('') === short.text.replaceAll('.', '');

/** "J. K. Rowling" and "JK Rowling"; "George W. Bush" and "George Bush", where more than a surname is left. */
function isSameButInitials(one: readonly string[], other: readonly string[]): boolean {
  if (one.join('') === other.join('')) return true;
  const [first, second] = [one, other].map((words) => words.filter((word) => word.length > 1));
  const isPut = one.length === first?.length || other.length === second?.length;
  return isPut && (first?.length ?? 0) > 1 && first?.join(' ') === second?.join(' ');
}

/** "Channel 13": another number is another name, however like it is spelt. */
const NUMBERED = /\p{Nd}/u;

/** Every word that differs does so by a letter or two: "Dussalt" and "Dussault", "Zelensky" and "Zelenskyy". */
export function isRespelling(one: readonly string[], other: readonly string[]): boolean {
  const first = one.filter((word) => !other.includes(word));
  const second = other.filter((word) => !one.includes(word));
  if (first.length !== second.length) return one.join('') === other.join('');
  return first.every((word, index) => {
    const match = second[index] ?? '';
    // "Manchester United" and "Man United".
    const isShortened = Math.min(word.length, match.length) >= 3 && (word.startsWith(match) || match.startsWith(word));
    if (isShortened && first.length < one.length) return true;
    const allowed = Math.min(word.length, match.length) >= 6 ? 2 : Math.min(word.length, match.length) >= 3 ? 1 : 0;
    return distanceWithin(romanised(word), romanised(match), allowed) <= allowed;
  });
}

/** "Kyiv" and "Kiev", "Sergei" and "Sergey": one sound of another alphabet. */
const romanised = (word: string): string => word.replaceAll('y', 'i');

function changeOf(one: FoundName | null, other: FoundName | null, nature: NameNature): FactChange {
  return {
    kind: 'name',
    nature,
    before: one?.range ?? null,
    after: other?.range ?? null,
    fact: { kind: 'name', before: one?.text ?? null, after: other?.text ?? null },
  };
}
