import type { FoundAttribution } from './attributions.ts';
import { TITLES } from './words/names.ts';
import { PRONOUNS } from './words/sources.ts';

/** The sentence says who speaks, by more than a pronoun. */
export const isNamed = ({ speaker }: FoundAttribution): boolean =>
  speaker !== null && !PRONOUNS.has(speaker.text.toLowerCase());

/** The same source, wherever it stands and with whatever verb. */
export const isSameSource = (one: FoundAttribution, other: FoundAttribution): boolean =>
  one.speaker !== null &&
  other.speaker !== null &&
  coreOf(one.speaker.text).join(' ') === coreOf(other.speaker.text).join(' ');

/** Without articles, and without titles before a name: "President Lee" is not "President Ray". */
export function coreOf(speaker: string): readonly string[] {
  const words = speaker
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 's' && !ARTICLES.has(word));
  const named = NAME_AT_END.test(speaker) ? words.filter((word) => !TITLES.has(word)) : [];
  return named.length === 0 ? words : named;
}
export const NAME_AT_END = /\p{Lu}[\p{L}\p{M}’'-]*$/u;
const ARTICLES: ReadonlySet<string> = new Set(
  'a an the der die das den ein eine le la les un une el los las una de of mr mrs ms'.split(' '),
);
