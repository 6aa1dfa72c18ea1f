/** Facts in few words: a figure, a quotation, a claim, a name, who said it. */
import type { Change, Fact, Figure } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { nameOfKind } from '../telling.ts';
import { alteredClause, alteredNearby } from './excerpt.ts';
import { GLANCE, orElse, pairOf, pairPhrase, phrase, type Phrase } from './phrase.ts';
import { plainLine, plainWords, quoted } from './plain-text.ts';
import type { Told } from './told.ts';

/** The facts of the change's own kind, then the figures inside it. */
export function phrasesOfFacts(change: Change, alert: Told): readonly Phrase[] {
  const place = namePlaceOf(change, alert);
  if (place !== null) return place === change ? [clausePhrase(change)] : [];
  const own = change.facts.filter((fact) => fact.kind === change.kind);
  const figures = change.facts.filter((fact) => fact.kind === 'figure' && change.kind !== 'figure');
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
