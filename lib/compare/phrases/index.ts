/**
 * A change in few words, fact first: `killed six → seven`, `Townsend quote altered`. Each can be said in several
 * lengths, and each of them is whole: nothing is cut inside a figure or a quotation.
 */
import { isAtLeast, severityRank, type Change, type Fact, type Figure } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { sayDay } from '../../instant.ts';
import { phrasesOfFacts } from './fact-phrases.ts';
import { countBlocks } from './nouns.ts';
import {
  headlinePhrase,
  linkPhrase,
  noticePhrase,
  oneSidedPhrase,
  postHeading,
  rewrittenPhrase,
  withFacts,
  wordingPhrase,
} from './part-phrases.ts';
import { orElse, pairPhrase, phrase, type Phrase } from './phrase.ts';
import { quoted } from '../../plain-text.ts';
import { toldChanges, type Told } from './told-changes.ts';

/** What there is to say of a comparison, most important first; what is told by its number alone is counted. */
export function phrasesOf(alert: Told): readonly Phrase[] {
  const told = toldChanges(alert.comparison);
  // Of equals, a figure or name that only came or went with the words around it is heard of last.
  const changes = told.toSorted(
    (one, other) =>
      severityRank(other.severity) - severityRank(one.severity) ||
      Number(isOneSidedFact(one)) - Number(isOneSidedFact(other)),
  );
  const counted = new Set<string>();
  const phrases = withoutRepeatedNames(withoutRepeats(changes)).flatMap((change) => {
    if (!isCounted(change)) return phrasesOfChange(change, alert);
    if (counted.has(change.kind)) return [];
    counted.add(change.kind);
    const alike = countedWith(change, alert, changes);
    return alike.length === 1 ? phrasesOfChange(change, alert) : [countPhrase(alike, alert)];
  });
  // A name put right in three sentences is said once.
  return [...new Map(phrases.map((one) => [one.forms[0], one])).values()];
}

/** A figure that changed in several places, as in a live blog, its summary and its standfirst, is told once. */
function withoutRepeats(changes: readonly Change[]): readonly Change[] {
  const told: FigurePair[] = [];
  return changes.flatMap((change) => {
    const isRepeat = (fact: Fact): boolean => isFigurePair(fact) && told.some((other) => isSamePair(fact, other));
    const fresh = change.facts.filter((fact) => !isRepeat(fact));
    told.push(...fresh.filter(isFigurePair));
    if (change.kind === 'standfirst') return [{ ...change, facts: fresh }];
    return change.kind === 'figure' && fresh.length === 0 && change.facts.length > 0 ? [] : [change];
  });
}

/** A name that changed throughout is told once, where it stands in full: of "Jonas Dale", "Dale" and who said it the first. */
function withoutRepeatedNames(changes: readonly Change[]): readonly Change[] {
  const fullest = new Map<string, Change>();
  for (const change of changes) {
    const pair = renamed(change);
    const known = pair === null ? undefined : fullest.get(pair);
    if (pair !== null && (!known || nameLength(change) > nameLength(known))) fullest.set(pair, change);
  }
  const told = new Set<string>();
  return changes.flatMap((change) => {
    const pair = renamed(change);
    if (pair === null) return [change];
    if (told.has(pair)) return [];
    told.add(pair);
    return [fullest.get(pair) ?? change];
  });
}

/** "Dale → Dahl" of "Mr Dale → Mr Dahl"; null where more than one name was changed for another. */
function renamed({ kind, rule, facts }: Change): string | null {
  const [fact] = facts;
  const isOne = facts.filter((one) => one.kind === kind).length === 1;
  if (!fact || !isOne || fact.kind === 'figure' || (kind !== 'name' && rule !== 'attribution-speaker')) return null;
  if (fact.before === null || fact.after === null) return null;
  const [before, after] = [fact.before.split(' '), fact.after.split(' ')];
  const [gone, came] = [before.filter((word) => !after.includes(word)), after.filter((word) => !before.includes(word))];
  return gone.length === 1 && came.length === 1 ? `${gone[0]} → ${came[0]}` : null;
}

const nameLength = ({ facts }: Change): number => {
  const [fact] = facts;
  return fact?.kind === 'name' || fact?.kind === 'attribution' ? (fact.before?.length ?? 0) : 0;
};

type FigurePair = { readonly before: Figure; readonly after: Figure };

const isFigurePair = (fact: Fact): fact is Extract<Fact, { kind: 'figure' }> & FigurePair =>
  fact.kind === 'figure' && fact.before !== null && fact.after !== null;

/** Of the same noun, where both have one. */
const isSamePair = (one: FigurePair, other: FigurePair): boolean =>
  one.before.text === other.before.text &&
  one.after.text === other.after.text &&
  (one.after.noun === null || other.after.noun === null || one.after.noun === other.after.noun);

const isOneSidedFact = ({ rule }: Change): boolean => rule === 'figure-one-sided' || rule === 'name-one-sided';

/** What is added or removed is counted with its minor members: one total says more than two. */
function countedWith(change: Change, { comparison }: Told, told: readonly Change[]): readonly Change[] {
  const isOneSided = change.kind === 'added' || change.kind === 'removed';
  const among = isOneSided ? comparison.changes.filter(({ severity }) => isAtLeast(severity, 'minor')) : told;
  return among.filter((other) => other.kind === change.kind && isCounted(other));
}

/** "6 paragraphs added"; posts of a live blog by their headings. */
function countPhrase(changes: readonly Change[], alert: Told): Phrase {
  const count = countBlocks(changes, alert);
  const headings = changes.map((change) => postHeading(change, alert)).filter((heading) => heading !== null);
  const [first, second] = headings;
  if (first === undefined || headings.length < changes.length) return phrase([count]);
  const one = `${count}: ${quoted(first)}`;
  return second === undefined || changes.length > 2
    ? orElse([`${one} and others`], count)
    : orElse([`${one}, ${quoted(second)}`, `${one} and another`], count);
}

/** `change of wording`, `passage moved`: several are one phrase. */
const isCounted = (change: Change): boolean =>
  COUNTED.has(change.kind) && change.rule !== 'rewritten-article' && change.rule !== 'embed-gained';
const COUNTED: ReadonlySet<Change['kind']> = new Set([
  'added',
  'removed',
  'moved',
  'rewritten',
  'wording',
  'section',
  'caption',
  'link',
  'typography',
]);

function phrasesOfChange(change: Change, alert: Told): readonly Phrase[] {
  switch (change.kind) {
    case 'figure':
    case 'quote':
    case 'name':
    case 'claim':
    case 'attribution':
      return phrasesOfFacts(change, alert);
    case 'correction':
      return [noticePhrase(change, alert)];
    case 'headline':
      return [headlinePhrase(change)];
    case 'standfirst':
      return [withFacts(change, countBlocks([change], alert))];
    case 'rewritten':
      return [rewrittenPhrase(change, alert)];
    case 'added':
      return [oneSidedPhrase(change, change.after, alert)];
    case 'removed':
      return [oneSidedPhrase(change, change.before, alert)];
    case 'wording':
      return [wordingPhrase('wording', change, alert)];
    case 'caption':
      return [wordingPhrase('caption', change, alert)];
    case 'link':
      return [linkPhrase(change, alert)];
    case 'byline':
      return [pairPhrase('byline', change.before, change.after)];
    case 'section':
      return [pairPhrase('heading', change.before, change.after)];
    case 'dates':
      return [
        change.rule === 'published-day'
          ? pairPhrase('publication day', dayOf(change.before), dayOf(change.after))
          : phrase(['stamp changed']),
      ];
    case 'moved':
    case 'image':
    case 'typography':
    case 'availability':
      return [phrase([countBlocks([change], alert)])];
    default:
      return unreachable(change.kind);
  }
}

const dayOf = (stamp: string | null): string | null =>
  stamp === null || Number.isNaN(Date.parse(stamp)) ? stamp : sayDay(stamp);
