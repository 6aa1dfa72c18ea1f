import type { FoundAttribution } from './attributions.ts';
import type { FactChange } from './changed-facts.ts';
import { isAcronymOf, isRespelling } from './changed-names.ts';
import { isMisspelling, isMisspeltInPlace } from './misspellings.ts';
import { pairInPlace } from './pairing.ts';
import { editIn, unite, type Edit, type Side } from './ranges.ts';
import type { SentenceFacts } from './sentence-facts.ts';
import { coreOf, isNamed, isSameSource, NAME_AT_END } from './speakers.ts';
import { BODIES, PRONOUNS } from './words/sources.ts';

/** Whether the verb of saying changed, or who is given as the source. */
export type AttributionNature = 'verb' | 'speaker';

/** The verbs of saying exchanged, put in or taken out, and the sources exchanged under the same verb. */
export function changedAttributions(before: SentenceFacts, after: SentenceFacts, edits: readonly Edit[]): FactChange[] {
  const pairs = pairInPlace(before.attributions, after.attributions, edits, (one, other) =>
    one.verb === other.verb ? 2 : 1,
  );
  const moved = movedAttributions(pairs.removed, pairs.added);
  const changes: FactChange[] = [];
  for (const [one, other] of [...pairs.both, ...moved]) {
    const change = speakerChange(one, other, edits);
    if (!isSameSaying(one, other) && !(change && isNeutral(one) && isNeutral(other)))
      changes.push(changeOf(before, one, after, other, 'verb'));
    if (change) changes.push(change);
  }
  const partners = new Set(moved.flat());
  for (const one of pairs.removed)
    if (!partners.has(one) && isTold(one, before, after, edits, 'before'))
      changes.push(withSpeaker(changeOf(before, one, after, null, 'verb'), one, edits, 'before'));
  for (const other of pairs.added)
    if (!partners.has(other) && isTold(other, after, before, edits, 'after'))
      changes.push(withSpeaker(changeOf(before, null, after, other, 'verb'), other, edits, 'after'));
  return changes;
}

/** “…,” said Lee. → Lee added that …: the source stands elsewhere in the sentence. */
const movedAttributions = (
  removed: readonly FoundAttribution[],
  added: readonly FoundAttribution[],
): readonly (readonly [FoundAttribution, FoundAttribution])[] =>
  removed.flatMap((one) => {
    const other = added.find((match) => isSameSource(one, match));
    return other ? [[one, other] as const] : [];
  });

/** "according to officials" says no more than "officials said". */
const isSameSaying = (one: FoundAttribution, other: FoundAttribution): boolean =>
  one.verb === other.verb ||
  ([one, other].some(({ strength }) => strength === 'source') &&
    [one, other].every(({ strength }) => strength !== 'loaded'));

/** “…,” Lee said: a source that came or went with its verb is told with it. */
function withSpeaker(
  change: FactChange,
  { range, speaker }: FoundAttribution,
  edits: readonly Edit[],
  side: Side,
): FactChange {
  if (speaker === null || editIn(speaker.range, edits, side) !== editIn(range, edits, side)) return change;
  return { ...change, [side]: unite(range, speaker.range) };
}

/** Another source under the same words. A pronoun for a name, a fuller name or a respelling is the same source. */
function speakerChange(one: FoundAttribution, other: FoundAttribution, edits: readonly Edit[]): FactChange | null {
  if (!one.speaker || !other.speaker || !(one.sure || other.sure)) return null;
  const [first, second] = [coreOf(one.speaker.text), coreOf(other.speaker.text)];
  const named = [one, other].filter(({ speaker }) => NAME_AT_END.test(speaker?.text ?? '')).length;
  // Of two names, and of two nouns, the last word tells; the rest may be an office both have held, or say where they are.
  const isSame =
    named === 1
      ? first.some((word) => isIn(word, second))
      : isIn(first.at(-1), second) ||
        isIn(second.at(-1), first) ||
        (named === 2 &&
          (isSamePersonRespelt(first, second) ||
            isAcronymOf(one.speaker, other.speaker) ||
            isAcronymOf(other.speaker, one.speaker)));
  if (
    (isSame && !areTwoOfAKind(first, second)) ||
    first.length === 0 ||
    second.length === 0 ||
    isPronoun(first) !== isPronoun(second)
  )
    return null;
  const isAltered =
    editIn(one.speaker.range, edits, 'before') !== undefined ||
    editIn(other.speaker.range, edits, 'after') !== undefined;
  if (!isAltered || isFuller(one, other, edits) || isFuller(other, one, edits.map(mirrored))) return null;
  return {
    kind: 'attribution',
    nature: 'speaker',
    before: one.speaker.range,
    after: other.speaker.range,
    fact: { kind: 'attribution', before: one.speaker.text, after: other.speaker.text, speaker: other.speaker.text },
  };
}

const isNeutral = ({ strength }: FoundAttribution): boolean => strength === 'neutral';

/** "the health ministry" and "the interior ministry": bodies that the word before the last tells apart. */
function areTwoOfAKind(first: readonly string[], second: readonly string[]): boolean {
  const [kind, which, other] = [first.at(-1) ?? '', first.at(-2), second.at(-2)];
  return (
    BODIES.has(kind) &&
    kind === second.at(-1) &&
    which !== undefined &&
    other !== undefined &&
    !isIn(which, second) &&
    !isIn(other, first)
  );
}
/** "Her lawyer, Paul Reid, said" and "her lawyer said": the one name was put to the other or taken from it, and who speaks stays. */
function isFuller(full: FoundAttribution, short: FoundAttribution, edits: readonly Edit[]): boolean {
  if (!full.speaker || !short.speaker) return false;
  const edit = editIn(full.speaker.range, edits, 'before');
  return (
    edit !== undefined && edit.after[0] === edit.after[1] && editIn(short.speaker.range, edits, 'after') === undefined
  );
}

const mirrored = ({ before, after }: Edit): Edit => ({ before: after, after: before });

/** "Malcolm Wray" and "Malcolm Wrey". "Lee" and "Ray" alone are two. */
const isSamePersonRespelt = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((word) => other.includes(word)) && isRespelling(one, other);

const isIn = (word: string | undefined, words: readonly string[]): boolean =>
  word !== undefined &&
  words.some(
    (match) =>
      word === match || SAME_SOURCES.get(word) === (SAME_SOURCES.get(match) ?? '') || isMisspelling(word, match),
  );

/** Two words for the same bare source. */
const SAME_SOURCES: ReadonlyMap<string, number> = new Map(
  [
    'company firm business',
    'companies firms businesses',
    'officials authorities',
    'police officers',
    'researchers scientists',
    'residents locals neighbours neighbors villagers',
    'lawmakers legislators',
    'campaigners activists',
    'relatives families',
    'lawyers attorneys',
    'spokesman spokeswoman spokesperson',
    'unternehmen firma',
    'société entreprise compagnie',
    'empresa compañía',
  ].flatMap((line, index) => line.split(' ').map((word): readonly [string, number] => [word, index])),
);

const isPronoun = (words: readonly string[]): boolean => words.every((word) => PRONOUNS.has(word));

/** A verb without a partner is told where it gives a source and was not merely misspelt. */
function isTold(
  found: FoundAttribution,
  own: SentenceFacts,
  opposite: SentenceFacts,
  edits: readonly Edit[],
  side: Side,
): boolean {
  if (!found.sure || found.strength === 'loaded' || !found.speaker) return false;
  return !isMisspeltInPlace(found.range, own, opposite, edits, side);
}

function changeOf(
  before: SentenceFacts,
  one: FoundAttribution | null,
  after: SentenceFacts,
  other: FoundAttribution | null,
  nature: AttributionNature,
): FactChange {
  return {
    kind: 'attribution',
    nature,
    before: one?.range ?? null,
    after: other?.range ?? null,
    fact: {
      kind: 'attribution',
      before: one && before.text.slice(...one.range),
      after: other && after.text.slice(...other.range),
      speaker: [other, one].find((found) => found !== null && isNamed(found))?.speaker?.text ?? null,
    },
  };
}
