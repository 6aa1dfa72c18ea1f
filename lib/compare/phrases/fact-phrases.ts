/** Facts in few words: a figure, a quotation, a claim, a name, who said it. */
import type { Change, Fact, Figure } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { nameOfKind } from './kinds.ts';
import { alteredClause, alteredNearby } from './excerpt.ts';
import { GLANCE, orElse, pairOf, pairPhrase, phrase, type Phrase } from './phrase.ts';
import { plainLine, plainWords, quoted } from '../../plain-text.ts';
import type { Told } from './told-changes.ts';

/** The facts of the change's own kind, then the figures inside it. */
export function phrasesOfFacts(change: Change, alert: Told): readonly Phrase[] {
  const place = namePlaceOf(change, alert);
  if (place !== null) return place === change ? [clausePhrase(change)] : [];
  const own = change.facts.filter((fact) => fact.kind === change.kind);
  // A figure inside a quotation is told with it.
  const figures = change.facts.filter(({ kind }) => kind === 'figure' && !['figure', 'quote'].includes(change.kind));
  const phrases = [...own, ...figures].map((fact) => factPhrase(fact, change));
  return phrases.length > 0 ? phrases : [phrase([`${nameOfKind(change.kind)} changed`])];
}

/** Facts that were altered, not merely there: two at most. */
export const factsInside = (change: Change): string =>
  change.facts
    .filter(
      (fact) => fact.before !== null && fact.after !== null && fact.kind !== 'quote' && fact.kind !== 'correction',
    )
    .slice(0, 2)
    .map((fact) => factPhrase(fact, change).forms[0])
    .join(', ');

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
 * figure. A figure that counts nothing nameable is told by what it stands in: `now “will pay $15m to the families”, was $1.5m`.
 */
function figurePhrase({ before, after }: FigureFact, change: Change): Phrase {
  const figure = (forms: readonly string[]) => phrase(forms, 'figure changed', true);
  const noun = plainWords(after?.noun ?? before?.noun ?? '');
  const lead = noun === '' ? '' : `${noun} `;
  const around = noun === '' ? aroundFigure({ before, after }, change) : [];
  if (before === null || after === null) {
    const what = [figureWords(before ?? after), noun].filter((word) => word !== '').join(' ');
    const verb = before === null ? 'put in' : 'taken out';
    return figure([...around.map((words) => `${what} ${verb}: ${quoted(words)}`), `${what} ${verb}`]);
  }
  const pair = `${plainWords(bareWords(before))} → ${plainWords(bareWords(after))}`;
  const told = around.map((words) => `now ${quoted(words)}, was ${figureWords(before)}`);
  if (before.qualifier !== null && after.qualifier !== null && lower(before.qualifier) === lower(after.qualifier))
    // Without its qualifier it says more than is known: so only where nothing else fits.
    return {
      ...figure([...told, `${lead}"${plainWords(lower(before.qualifier))}" ${pair}`, `${lead}${pair}`]),
      telling: told.length + 1,
    };
  return figure([...told, `${lead}${figureWords(before)} → ${figureWords(after)}`]);
}

type FigureFact = Extract<Fact, { kind: 'figure' }>;

/** What a figure stands in, the fuller first, none of it longer than can be read at a glance. */
function aroundFigure({ before, after }: Pick<FigureFact, 'before' | 'after'>, change: Change): readonly string[] {
  const text = after === null ? change.before : change.after;
  const figure = (after ?? before)?.text ?? '';
  if (text === null || figure === '') return [];
  // Where the figure stands once, by itself: what else was altered in the sentence makes no difference to what it counts.
  const parts = text.split(figure);
  const other = parts.length === 2 ? parts.join('#') : after === null ? change.after : change.before;
  if (other === null) return [];
  // A date is known by what stands before it, a number by what follows.
  const isDate = ['date', 'time'].includes((after ?? before)?.type ?? '');
  const behind = (reach: number) => (isDate ? [0, reach] : [reach]);
  const nearby = [4, 2].flatMap((reach) => behind(reach).map((after) => alteredNearby(other, text, reach, after)));
  return [alteredClause(other, text), ...nearby]
    .map((excerpt) => excerpt.after)
    .filter((words) => words.length <= GLANCE / 2 && words.length > figure.length + 5);
}

const figureWords = (figure: Figure | null): string =>
  figure === null ? '' : plainWords(`${lower(figure.qualifier ?? '')} ${bareWords(figure)}`.trim());

/** "Six" at the start of a sentence is six; a month or weekday keeps its capital. */
const bareWords = ({ text, type }: Figure): string => (type === 'date' ? text : lower(text));

const lower = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** `Tomas Reyk “said” → “claimed”`; `said by Tomas Reyk → Erik Dahlin`. */
function attributionPhrase({ before, after, speaker }: WordsFact, change: Change): Phrase {
  if (before === null || after === null) return pairPhrase('attribution', before, after);
  if (change.rule === 'attribution-speaker')
    return orElse([`said by ${plainWords(before)} → ${plainWords(after)}`], 'speaker changed');
  const verbs = `${quoted(before)} → ${quoted(after)}`;
  const named = speaker && isName(speaker) ? [`${plainWords(speaker)} ${verbs}`, `${lastName(speaker)} ${verbs}`] : [];
  return orElse(named.length > 0 ? named : [`attribution ${verbs}`], 'attribution changed');
}

function quotePhrase(fact: WordsFact, change: Change): Phrase {
  const by = fact.speaker ? ` (${plainWords(fact.speaker)})` : '';
  const whose = fact.speaker && isName(fact.speaker) ? `${lastName(fact.speaker)} quote` : 'quote';
  if (change.rule === 'quote-marks') return marksPhrase(fact, change, by);
  if (fact.before === null || fact.after === null) {
    const verb = fact.before === null ? 'added' : 'dropped';
    return orElse([`quote ${verb}${by}: ${quoted(unquoted(fact.before ?? fact.after ?? ''))}`], `${whose} ${verb}`);
  }
  const sides = [unquoted(fact.before), unquoted(fact.after)] as const;
  const excerpts = [alteredClause(...sides), ...[4, 2, 1].map((reach) => alteredNearby(...sides, reach))];
  const pairs = [
    ...excerpts.map((excerpt) => `quote altered${by}: ${pairOf(excerpt)}`),
    ...excerpts.slice(-1).map((excerpt) => `quote altered: ${pairOf(excerpt)}`),
  ];
  const figures = factsInside(change);
  return orElse([...pairs, ...(figures === '' ? [] : [`${whose}: ${figures}`])], `${whose} altered`);
}

type WordsFact = Exclude<Fact, { kind: 'figure' }>;

/** `quotation marks taken off “betrayal”`. */
function marksPhrase(fact: WordsFact, change: Change, by: string): Phrase {
  const [before, after] = [change.before, change.after].map((text) => text?.match(/["“”„«»]/gu)?.length ?? 0);
  const verb = before === after ? 'changed' : Number(before) < Number(after) ? 'put on' : 'taken off';
  const words = unquoted(fact.after ?? fact.before ?? '');
  const what = `quotation marks ${verb}`;
  return phrase([...(words.length > GLANCE / 2 ? [] : [`${what} ${quoted(words)}${by}`]), `${what}${by}`]);
}

const unquoted = (text: string): string => plainLine(text).replace(/^["“”„«»]+|["“”„«»]+$/gu, '');

/** "Tomas Reyk", and not "the company" or "officials". */
const isName = (speaker: string): boolean => /^[^\p{Ll}]/u.test(plainLine(speaker).split(' ').at(-1) ?? '');

const lastName = (speaker: string): string => plainWords(plainLine(speaker).split(' ').at(-1) ?? '');

/** A "not" by itself tells nothing: the clause it stands in does. */
function claimPhrase(fact: WordsFact, change: Change): Phrase {
  const [gone, came] = [fact.before, fact.after].map((words) => (words === null ? null : quoted(words)));
  const words =
    gone && came ? `${gone} → ${came}` : gone ? `${gone} taken out` : came ? `${came} put in` : 'claim changed';
  if (change.before === null || change.after === null) return phrase([words], 'claim changed');
  return phrase([...nowAndWas(change.before, change.after, came !== null), words]);
}

/** What is now said, in its clause, and what was; of words that went (`isEnough` false) the first says nothing by itself. */
function nowAndWas(before: string, after: string, isEnough: boolean): readonly string[] {
  const whole = alteredClause(before, after);
  const clause = whole.after.length <= GLANCE / 2 ? whole : alteredNearby(before, after, 4);
  const now = `now ${quoted(clause.after)}`;
  const near = [2, 1].map((reach) => pairOf(alteredNearby(before, after, reach)));
  return [`${now}, was ${quoted(clause.before)}`, ...(isEnough ? [now] : []), ...near];
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

const clausePhrase = ({ before, after, kind }: Change): Phrase =>
  orElse(nowAndWas(before ?? '', after ?? '', true), `${nameOfKind(kind)} changed`);
