import type { FactChange } from './changed-facts.ts';
import { claimsAlone, type FoundClaim } from './claims.ts';
import { denies, NOT } from './denials.ts';
import { lexemesIn } from './lexemes.ts';
import { isInflection, isMisspeltInPlace } from './misspellings.ts';
import { pairInPlace } from './pairing.ts';
import { editIn, firstEndingAfter, isCovered, isWithin, type Edit, type Range, type Side } from './ranges.ts';
import type { SentenceFacts } from './sentence-facts.ts';
import type { ClaimType } from './words/claims.ts';

/** The claims put in, taken out or exchanged. A verb of saying exchanged for another is an attribution, no claim. */
export function changedClaims(before: SentenceFacts, after: SentenceFacts, edits: readonly Edit[]): FactChange[] {
  const pairs = pairInPlace(before.claims, after.claims, edits, (one, other) =>
    one.key === other.key ? 2 : one.type === other.type ? 1 : 0,
  );
  const changes: FactChange[] = [];
  for (const [one, other] of pairs.both) {
    if (one.key === other.key || isBackshift(one, before, other, after)) continue;
    if (saysBoth(one, before, other, after)) continue;
    changes.push(changeOf(before, one, after, other));
  }
  const moved = movedClaims(pairs.removed, pairs.added);
  for (const claim of pairs.removed) {
    if (moved.has(claim) || isShape(claim, edits, 'before') || isInflected(claim, before, after)) continue;
    if (
      !isMisspeltInPlace(claim.range, before, after, edits, 'before') &&
      !isReplacedSaying(claim, before, after, edits, 'before')
    ) {
      changes.push(changeOf(before, claim, after, null));
    }
  }
  for (const claim of pairs.added) {
    if (moved.has(claim) || isShape(claim, edits, 'after') || isInflected(claim, after, before)) continue;
    if (
      !isMisspeltInPlace(claim.range, after, before, edits, 'after') &&
      !isReplacedSaying(claim, after, before, edits, 'after')
    ) {
      changes.push(changeOf(before, null, after, claim));
    }
  }
  const reworded = new Set(edits.filter((edit) => isReworded(before, after, edit)));
  return changes.filter((change) => {
    const edit = editOf(change, edits);
    return !(edit && reworded.has(edit)) && !isToldByNegation(change, changes, edits);
  });
}

/** "Police arrested a man" → "a man was arrested": the same in another place. Of "not" and "only" the place says what they are of. */
function movedClaims(removed: readonly FoundClaim[], added: readonly FoundClaim[]): ReadonlySet<FoundClaim> {
  const pairs = removed.flatMap((one) => {
    const other = added.find(({ type, key }) => type === one.type && key === one.key);
    return other && one.type !== 'negation' && one.type !== 'quantifier' ? [one, other] : [];
  });
  return new Set(pairs);
}

/** "Is investigated by police" → "police are investigating": another form of the verb says where someone stands. */
const isInflected = ({ type, range }: FoundClaim, own: SentenceFacts, opposite: SentenceFacts): boolean =>
  type === 'legal-status' &&
  lexemesIn(own.lexemes, range).some(({ lower }) =>
    opposite.lexemes.some((match) => match.kind === 'word' && isInflection(lower, match.lower)),
  );

/** "says it will" → "said it would": the verb of saying went into the past and took along what was said. */
function isBackshift(one: FoundClaim, before: SentenceFacts, other: FoundClaim, after: SentenceFacts): boolean {
  const [now, then] = PAST.has(one.key) ? [one.key, other.key] : [other.key, one.key];
  if (PAST.get(now) !== then) return false;
  const formsOf = ({ text, attributions }: SentenceFacts) =>
    attributions.map(({ verb, range }) => ({ verb, form: text.slice(...range) }));
  const there = formsOf(after);
  return formsOf(before).some(({ verb, form }) => there.some((match) => match.verb === verb && match.form !== form));
}
const PAST: ReadonlyMap<string, string> = new Map([
  ['will', 'would'],
  ['can', 'could'],
  ["won't", "wouldn't"],
  ['cannot', "couldn't"],
]);

/** "not clear" → "unclear", "will begin" → "begins": the same said by a word’s beginning or its ending. */
function isReworded(before: SentenceFacts, after: SentenceFacts, edit: Edit): boolean {
  const [gone, come] = [wordsIn(before, edit.before), wordsIn(after, edit.after)];
  return isLonger(gone, come) || isLonger(come, gone);
}

function isLonger(one: readonly string[], other: readonly string[]): boolean {
  const [helper = '', word = ''] = one.slice(-2);
  const [last = ''] = other.slice(-1);
  if (one.length !== other.length + 1 && !helper.endsWith("n't")) return false;
  if (NOT.has(helper) || helper.endsWith("n't")) return denies(last, word, 1);
  return helper === 'will' && other.length === 1 && (last === `${word}s` || last === `${word}es`);
}

const wordsIn = ({ lexemes }: SentenceFacts, range: Range): string[] =>
  lexemesIn(lexemes, range)
    .filter(({ kind }) => kind === 'word')
    .map(({ lower }) => lower);

/** "must" → "do not have to": what is denied tells of the verb that came with it. */
function isToldByNegation(change: FactChange, changes: readonly FactChange[], edits: readonly Edit[]): boolean {
  if (change.kind !== 'claim' || (change.nature !== 'modal' && change.nature !== 'hedge')) return false;
  const place = editOf(change, edits);
  return (
    place !== undefined &&
    changes.some((other) => other.kind === 'claim' && other.nature === 'negation' && editOf(other, edits) === place)
  );
}

const editOf = ({ before, after }: FactChange, edits: readonly Edit[]): Edit | undefined =>
  (before ? editIn(before, edits, 'before') : undefined) ?? (after ? editIn(after, edits, 'after') : undefined);

/** "Not only" that came or went whole. Where its "not" alone did, something is denied, or no longer. */
const isShape = (claim: FoundClaim, edits: readonly Edit[], side: Side): boolean => {
  const edit = editIn(claim.range, edits, side);
  return !claimsAlone(claim) && edit !== undefined && isWithin(claim.range, edit[side]);
};

const saysAt = (claim: FoundClaim, facts: SentenceFacts): boolean => isCovered(claim.range, facts.attributions);

/** Two verbs of saying, the one in the other’s place: "denied" → "confirmed". Not "pleaded" with and without "not". */
function saysBoth(one: FoundClaim, before: SentenceFacts, other: FoundClaim, after: SentenceFacts): boolean {
  const [first, second] = [
    firstEndingAfter(before.attributions, one.range[0]),
    firstEndingAfter(after.attributions, other.range[0]),
  ];
  return saysAt(one, before) && saysAt(other, after) && first?.verb !== second?.verb;
}

/** "said" → "denied": the attribution tells it. */
function isReplacedSaying(
  claim: FoundClaim,
  own: SentenceFacts,
  opposite: SentenceFacts,
  edits: readonly Edit[],
  side: Side,
): boolean {
  const there = side === 'before' ? 'after' : 'before';
  const edit = editIn(claim.range, edits, side);
  return edit !== undefined && saysAt(claim, own) && isCovered(edit[there], opposite.attributions);
}

function changeOf(
  before: SentenceFacts,
  one: FoundClaim | null,
  after: SentenceFacts,
  other: FoundClaim | null,
): FactChange {
  return {
    kind: 'claim',
    nature: natureOf(one?.type ?? null, other?.type ?? null),
    before: one?.range ?? null,
    after: other?.range ?? null,
    fact: {
      kind: 'claim',
      before: one && before.text.slice(...one.range),
      after: other && after.text.slice(...other.range),
    },
  };
}

/** What the change is of, whichever way round it is told. One negation for another shades it: "will not", "would not". */
function natureOf(one: ClaimType | null, other: ClaimType | null): ClaimType {
  const types = [one, other].filter((type) => type !== null);
  if (types.includes('legal-status')) return 'legal-status';
  if (one === 'negation' && other === 'negation') return 'hedge';
  return IN_ORDER.find((type) => types.includes(type)) ?? 'hedge';
}
/** Certain → likely is how sure it is; "certain" → "some" how many. */
const IN_ORDER: readonly ClaimType[] = ['negation', 'quantifier', 'certainty', 'hedge', 'modal'];
