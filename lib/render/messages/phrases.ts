/**
 * A change in few words, fact first: `killed six → seven`, `Townsend quote altered`. Each can be said in several
 * lengths, and each of them is whole: nothing is cut inside a figure or a quotation.
 */
import { isAtLeast, severityRank, type Change, type Fact, type Figure } from '../../change.ts';
import { splitSentences } from '../../compare/facts/sentences.ts';
import { nameOfOtherHeadline } from '../../other-headline.ts';
import { unreachable } from '../../errors.ts';
import { noticeOf } from '../../notice.ts';
import { sayDay } from '../interval.ts';
import { nameOfKind } from '../telling.ts';
import { alteredClause, alteredNearby, type Excerpt } from './excerpt.ts';
import { countBlocks, countedNoun } from './nouns.ts';
import { plainLine, plainWords, quoted } from './plain-text.ts';
import { toldChanges, type Told } from './told.ts';

export type Phrase = {
  /** The fullest first. */
  readonly forms: readonly [string, ...string[]];
  /** How many of the forms say what it was or is; the rest only that it changed. */
  readonly telling: number;
  /** Said only where none of the others fits. */
  readonly plain: string;
  /** Figures told as pairs are strung together by commas: "killed six → seven, injured 13 → 15". */
  readonly isFigure: boolean;
};

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
  return changes.flatMap((change) => {
    if (!isCounted(change)) return phrasesOfChange(change, alert);
    if (counted.has(change.kind)) return [];
    counted.add(change.kind);
    const alike = countedWith(change, alert, changes);
    return alike.length === 1 ? phrasesOfChange(change, alert) : [countPhrase(alike, alert)];
  });
}

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

/** All its forms say what it was or is. */
const phrase = (forms: Phrase['forms'], plain = forms[forms.length - 1] ?? '', isFigure = false): Phrase => ({
  forms,
  telling: forms.length,
  plain,
  isFigure,
});

/** The last form, `short`, says only that it changed. */
function orElse(telling: readonly string[], short: string): Phrase {
  const [fullest, ...shorter] = telling;
  return fullest === undefined ? phrase([short]) : { ...phrase([fullest, ...shorter, short]), telling: telling.length };
}

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
      return [withFacts(change, countedNoun(change, 1, alert))];
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
      return [pairPhrase('publication day', dayOf(change.before), dayOf(change.after))];
    case 'moved':
    case 'image':
    case 'typography':
    case 'availability':
      return [phrase([countedNoun(change, 1, alert)])];
    default:
      return unreachable(change.kind);
  }
}

/** The facts of the change's own kind, then the figures inside it. */
function phrasesOfFacts(change: Change, alert: Told): readonly Phrase[] {
  const place = namePlaceOf(change, alert);
  if (place !== null) return place === change ? [clausePhrase(change)] : [];
  const own = change.facts.filter((fact) => fact.kind === change.kind);
  const figures = change.facts.filter((fact) => fact.kind === 'figure' && change.kind !== 'figure');
  const phrases = [...own, ...figures].map((fact) => factPhrase(fact, change));
  return phrases.length > 0 ? phrases : [phrase([`${nameOfKind(change.kind)} changed`])];
}

function factPhrase(fact: Fact, change: Change): Phrase {
  switch (fact.kind) {
    case 'figure':
      return figurePhrase(fact, change);
    case 'quote':
      return quotePhrase(fact, change);
    case 'claim':
      return claimPhrase(fact, change);
    case 'name':
      return pairPhrase('name', fact.before, fact.after);
    case 'attribution':
      return attributionPhrase(fact, change);
    case 'correction':
      return phrase(['publisher’s notice changed']);
    default:
      return unreachable(fact);
  }
}

/**
 * `killed "at least" six → seven`: the noun first; a qualifier on both sides is kept, one that came or went stands with its
 * figure. A figure that counts nothing nameable is told by its clause: `now “will pay $15m to the families”, was $1.5m`.
 */
function figurePhrase({ before, after }: Extract<Fact, { kind: 'figure' }>, change: Change): Phrase {
  const figure = (forms: Phrase['forms']) => phrase(forms, 'figure changed', true);
  const noun = plainWords(after?.noun ?? before?.noun ?? '');
  const lead = noun === '' ? '' : `${noun} `;
  if (before === null || after === null)
    return figure([
      `${[figureWords(before ?? after), noun].filter((word) => word !== '').join(' ')} ${before === null ? 'put in' : 'taken out'}`,
    ]);
  const pair = `${plainWords(bareWords(before))} → ${plainWords(bareWords(after))}`;
  if (before.qualifier !== null && after.qualifier !== null && lower(before.qualifier) === lower(after.qualifier))
    return figure([`${lead}"${plainWords(lower(before.qualifier))}" ${pair}`, `${lead}${pair}`]);
  const whole = `${lead}${figureWords(before)} → ${figureWords(after)}`;
  if (noun !== '' || change.before === null || change.after === null) return figure([whole]);
  const clause = alteredClause(change.before, change.after).after;
  return clause.length > GLANCE / 2
    ? figure([whole])
    : figure([`now ${quoted(clause)}, was ${figureWords(before)}`, whole]);
}

const figureWords = (figure: Figure | null): string =>
  figure === null ? '' : plainWords([figure.qualifier, bareWords(figure)].filter((part) => part !== null).join(' '));

/** "Six" at the start of a sentence is six; a month or weekday keeps its capital. */
const bareWords = ({ text, type }: Figure): string => (type === 'date' ? text : lower(text));

const lower = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** `Anna Kowalska → Peter Hallam`; `“allegedly” taken out`. */
function pairPhrase(label: string, before: string | null, after: string | null): Phrase {
  const plain = `${label} changed`;
  if (before !== null && after !== null) {
    const pair =
      label === 'name' ? `${plainWords(before)} → ${plainWords(after)}` : `${quoted(before)} → ${quoted(after)}`;
    return phrase(label === 'name' ? [pair] : [`${label} ${pair}`], plain);
  }
  const verb = before === null ? 'added' : 'removed';
  return phrase([`${label} ${verb}: ${quoted(before ?? after ?? '')}`], plain);
}

/** `Reyk “said” → “claimed”`; `said by Tomas Reyk → Erik Dahlin`. */
function attributionPhrase({ before, after, speaker }: Exclude<Fact, { kind: 'figure' }>, change: Change): Phrase {
  if (before === null || after === null) return pairPhrase('attribution', before, after);
  if (change.rule === 'attribution-speaker')
    return orElse([`said by ${plainWords(before)} → ${plainWords(after)}`], 'speaker changed');
  const who = speaker && isName(speaker) ? lastName(speaker) : 'attribution';
  return orElse([`${who} ${quoted(before)} → ${quoted(after)}`], 'attribution changed');
}

function quotePhrase(fact: Exclude<Fact, { kind: 'figure' }>, change: Change): Phrase {
  const by = fact.speaker ? ` (${plainWords(fact.speaker)})` : '';
  const whose = fact.speaker && isName(fact.speaker) ? `${lastName(fact.speaker)} quote` : 'quote';
  if (change.rule === 'quote-marks') {
    const verb = fact.before === null ? 'put on' : fact.after === null ? 'taken off' : 'changed';
    return phrase([`quotation marks ${verb}${by}`]);
  }
  if (fact.before === null || fact.after === null) {
    const verb = fact.before === null ? 'added' : 'dropped';
    return orElse([`quote ${verb}${by}: ${quoted(unquoted(fact.before ?? fact.after ?? ''))}`], `${whose} ${verb}`);
  }
  const sides = [unquoted(fact.before), unquoted(fact.after)] as const;
  const excerpts = [alteredClause(...sides), alteredNearby(...sides, 4), alteredNearby(...sides, 1)];
  const telling = excerpts
    .filter((excerpt) => excerpt !== null)
    .map((excerpt) => `quote altered${by}: ${pairOf(excerpt)}`);
  return orElse(telling, `${whose} altered`);
}

const pairOf = ({ before, after }: Excerpt): string => `${quoted(before)} → ${quoted(after)}`;

const unquoted = (text: string): string => plainLine(text).replace(/^["“”„«»]+|["“”„«»]+$/gu, '');

/** "Tomas Reyk", and not "the company" or "officials". */
const isName = (speaker: string): boolean => /^[^\p{Ll}]/u.test(plainLine(speaker).split(' ').at(-1) ?? '');

const lastName = (speaker: string): string => plainWords(plainLine(speaker).split(' ').at(-1) ?? '');

/** A "not" by itself tells nothing: the clause it stands in does. */
function claimPhrase(fact: Exclude<Fact, { kind: 'figure' }>, change: Change): Phrase {
  const [gone, came] = [fact.before, fact.after].map((words) => (words === null ? null : quoted(words)));
  const words =
    gone && came ? `${gone} → ${came}` : gone ? `${gone} taken out` : came ? `${came} put in` : 'claim changed';
  if (change.before === null || change.after === null) return phrase([words], 'claim changed');
  const whole = alteredClause(change.before, change.after);
  const clause = whole.after.length <= GLANCE / 2 ? whole : (alteredNearby(change.before, change.after, 4) ?? whole);
  const near = alteredNearby(change.before, change.after, 1);
  return phrase([
    `now ${quoted(clause.after)}, was ${quoted(clause.before)}`,
    // Of words that went, what is left says nothing by itself.
    ...(came === null ? [] : [`now ${quoted(clause.after)}`]),
    ...(came === null && near !== null ? [pairOf(near)] : []),
    words,
  ]);
}

/**
 * A name taken out and put in elsewhere in one sentence ("Rovers beat Town", "Town beat Rovers") has changed its place: told once,
 * by the sentence, at the first change that is part of it. Null for any other change.
 */
function namePlaceOf(change: Change, { comparison }: Told): Change | null {
  if (change.kind !== 'name') return null;
  const beside = comparison.changes.filter((other) => other.kind === 'name' && other.passage === change.passage);
  const facts = beside.flatMap((other) => other.facts).filter((fact) => fact.kind === 'name');
  const gone = facts.filter((fact) => fact.after === null).map((fact) => fact.before);
  const came = facts.filter((fact) => fact.before === null).map((fact) => fact.after);
  const isMove =
    gone.length > 0 &&
    gone.length + came.length === facts.length &&
    new Set(gone).symmetricDifference(new Set(came)).size === 0;
  return isMove ? (beside[0] ?? null) : null;
}

function clausePhrase({ before, after, kind }: Change): Phrase {
  const clause = alteredClause(before ?? '', after ?? '');
  return orElse(
    [`now ${quoted(clause.after)}, was ${quoted(clause.before)}`, `now ${quoted(clause.after)}`],
    `${nameOfKind(kind)} changed`,
  );
}

function noticePhrase(change: Change, { language }: Told): Phrase {
  const text = change.after ?? change.before ?? '';
  const notice = noticeOf(text, language);
  const noun = notice === null ? 'publisher’s notice' : NOTICE_NOUNS[notice.kind];
  const verb = change.before === null ? 'added' : change.after === null ? 'removed' : 'altered';
  const what = `${noun} ${verb}`;
  const says = notice === null || notice.says === '' ? plainLine(text) : plainLine(notice.says);
  const [first = ''] = splitSentences(says, language);
  const wrong = EARLIER_VERSION.exec(first.trim())?.[1]?.replace(/[.!?]$/u, '');
  return orElse([`${what}: ${quoted(says)}`, ...(wrong === undefined ? [] : [`${what}: ${quoted(wrong)}`])], what);
}

const NOTICE_NOUNS = {
  correction: 'correction',
  clarification: 'clarification',
  'editors-note': 'editor’s note',
  update: 'update notice',
  'bare-update': 'update notice',
} as const satisfies Record<NonNullable<ReturnType<typeof noticeOf>>['kind'], string>;

/** "An earlier version of this article gave the wrong number": what was wrong, to the end of its sentence. */
const EARLIER_VERSION =
  /^an? (?:earlier|previous|original) version of (?:this|the) [\p{L} ]{3,30}? ((?:had )?(?:\p{L}+ly )?(?:gave|said|stated|misspelled|misidentified|misstated|mistook|named|referred|reported|attributed|included|omitted|used|described).*)$/iu;

function headlinePhrase(change: Change): Phrase {
  if (change.rule === 'headline-other') return phrase([`${nameOfOtherHeadline(change)} changed`]);
  const { before, after } = change;
  if (before === null || after === null) return phrase(['headline changed']);
  const now = `headline now ${quoted(after)}`;
  const facts = factsInside(change);
  const nearby = alteredNearby(before, after, 1);
  return orElse(
    [
      `${now}, was ${quoted(before)}`,
      now,
      ...(facts === '' ? [] : [`headline: ${facts}`]),
      ...(nearby === null ? [] : [`headline: ${pairOf(nearby)}`]),
    ],
    'headline changed',
  );
}

function withFacts(change: Change, label: string): Phrase {
  const facts = factsInside(change);
  return orElse(facts === '' ? [] : [`${label.replace(/ changed$/u, '')}: ${facts}`], label);
}

/** Facts that were altered, not merely there: two at most. */
const factsInside = (change: Change): string =>
  change.facts
    .filter(
      (fact) => fact.before !== null && fact.after !== null && fact.kind !== 'quote' && fact.kind !== 'correction',
    )
    .slice(0, 2)
    .map((fact) => factPhrase(fact, change).forms[0])
    .join(', ');

/** Short enough to be read at a glance; in characters. */
const GLANCE = 140;

function oneSidedPhrase(change: Change, text: string | null, alert: Told): Phrase {
  const count = countedNoun(change, 1, alert);
  const heading = postHeading(change, alert);
  if (heading !== null) return orElse([`post ${change.kind}: ${quoted(heading)}`], count);
  const says = plainLine(text ?? '');
  const holds = change.also.length === 0 ? [] : [`${count} (with ${change.also.map(nameOfKind).join(', ')})`];
  return orElse([...(says === '' || says.length > GLANCE ? [] : [`${change.kind}: ${quoted(says)}`]), ...holds], count);
}

function rewrittenPhrase(change: Change, alert: Told): Phrase {
  const count = countedNoun(change, 1, alert);
  const says = plainLine(change.after ?? '');
  return change.rule === 'rewritten-article' || says === '' || says.length > GLANCE
    ? withFacts(change, count)
    : orElse([`rewritten: now ${quoted(says)}`], count);
}

/** The altered words with a word or two on either side. */
function wordingPhrase(label: string, change: Change, alert: Told): Phrase {
  const { before, after } = change;
  const count = countedNoun(change, 1, alert);
  if (before === null || after === null) return phrase([count]);
  const excerpts = [2, 1].map((reach) => alteredNearby(before, after, reach)).filter((excerpt) => excerpt !== null);
  return orElse(
    excerpts.map((excerpt) => `${label} ${pairOf(excerpt)}`),
    count,
  );
}

function linkPhrase(change: Change, alert: Told): Phrase {
  const hosts = [change.before, change.after].map((url) => URL.parse(url ?? '')?.host ?? null);
  const [before = null, after = null] = hosts;
  const count = countedNoun(change, 1, alert);
  return orElse(before === null || after === null || before === after ? [] : [`link ${before} → ${after}`], count);
}

function postHeading(change: Change, { before, after }: Told): string | null {
  const block =
    change.kind === 'removed' ? before.blocks[change.block.before ?? -1] : after.blocks[change.block.after ?? -1];
  return block?.post?.heading ?? null;
}

const dayOf = (stamp: string | null): string | null =>
  stamp === null || Number.isNaN(Date.parse(stamp)) ? stamp : sayDay(stamp);
