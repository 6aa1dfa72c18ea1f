/**
 * A change in few words, fact first: `killed six → seven`, `quote altered (Jim Townsend)`. Each can be told at several
 * lengths, and every length is whole: nothing is ever cut inside a figure or a quotation.
 */
import { unreachable } from '../../errors.ts';
import { isAtLeast, type Change, type Comparison, type Fact, type Figure } from '../../change.ts';
import { plainLine } from './plain-text.ts';
import { quotedExcerpt } from './excerpt.ts';

/** Wordings of one change, the fullest first; never empty. */
export type Telling = readonly [string, ...string[]];

/** What to tell of a comparison, most important first; changes told alike are counted together ("6 paragraphs added"). */
export function tellingsOf(comparison: Comparison): readonly Telling[] {
  const shown = comparison.changes.filter((change) => isAtLeast(change.severity, 'minor'));
  const told = new Set<Change>();
  return shown.flatMap((change) => {
    if (told.has(change)) return [];
    const alike = COUNTED[change.kind] ? shown.filter((other) => isAlike(change, other)) : [change];
    for (const other of alike) told.add(other);
    return alike.length > 1 ? [countedTelling(change, alike.length)] : tellingsOfChange(change);
  });
}

/** Kinds that are counted rather than told one by one, and what one of them is called. */
const COUNTED: Partial<Record<Change['kind'], readonly [string, string]>> = {
  added: ['passage added', 'passages added'],
  removed: ['passage removed', 'passages removed'],
  moved: ['passage moved', 'passages moved'],
  wording: ['change of wording', 'changes of wording'],
  rewritten: ['sentence rewritten', 'sentences rewritten'],
  section: ['section heading changed', 'section headings changed'],
  caption: ['caption changed', 'captions changed'],
  link: ['link changed', 'links changed'],
};

const isAlike = (change: Change, other: Change): boolean =>
  change.kind === other.kind && change.severity === other.severity;

function countedTelling(change: Change, count: number): Telling {
  const [one, many] = COUNTED[change.kind] ?? [change.kind, change.kind];
  return [`${count} ${count === 1 ? one : many}`];
}

function tellingsOfChange(change: Change): readonly Telling[] {
  switch (change.kind) {
    case 'figure':
    case 'quote':
    case 'name':
    case 'claim':
    case 'attribution':
      return tellingsOfFacts(change);
    case 'correction':
      return [correctionTelling(change)];
    case 'headline':
      return [headlineTelling(change)];
    case 'standfirst':
      return withFacts(change, 'standfirst changed');
    case 'byline':
      return [['byline changed']];
    case 'dates':
      return [['publication day changed']];
    case 'image':
      return [['image changed']];
    case 'typography':
      return [['typography changed']];
    case 'availability':
      return [['availability changed']];
    case 'rewritten':
      return withFacts(change, change.rule === 'rewritten-article' ? 'article rewritten' : 'sentence rewritten');
    case 'added':
    case 'removed':
    case 'moved':
    case 'wording':
    case 'section':
    case 'caption':
    case 'link':
      return [countedTelling(change, 1)];
    default:
      return unreachable(change.kind);
  }
}

const withFacts = (change: Change, label: string): readonly Telling[] => {
  const facts = change.facts.map((fact) => factTelling(fact, change)[0]);
  return [facts.length > 0 ? [`${label}: ${facts.join(', ')}`, label] : [label]];
};

/** The facts of the change's own kind, then those inside it. */
function tellingsOfFacts(change: Change): readonly Telling[] {
  const own = change.facts.filter((fact) => fact.kind === change.kind);
  const inside = change.facts.filter((fact) => fact.kind !== change.kind);
  const tellings = [...own, ...inside].map((fact) => factTelling(fact, change));
  return tellings.length > 0 ? tellings : [[`${change.kind} changed`]];
}

export function factTelling(fact: Fact, change: Change): Telling {
  switch (fact.kind) {
    case 'figure':
      return [figureTelling(fact.before, fact.after)];
    case 'quote':
      return quoteTelling(fact, change);
    case 'name':
      return [pairTelling('name', fact.before, fact.after)];
    case 'claim':
      return [pairTelling('claim', fact.before, fact.after)];
    case 'attribution':
      return [pairTelling('attribution', fact.before, fact.after)];
    case 'correction':
      return ['correction notice changed'];
    default:
      return unreachable(fact);
  }
}

function figureTelling(before: Figure | null, after: Figure | null): string {
  const noun = plainLine(after?.noun ?? before?.noun ?? '');
  const lead = noun === '' ? '' : `${noun} `;
  if (before === null || after === null)
    return `${lead}${figureText(before ?? after)} ${before === null ? 'put in' : 'taken out'}`;
  return before.qualifier !== null && before.qualifier === after.qualifier
    ? `${lead}“${plainLine(before.qualifier)}” ${plainLine(before.text)} → ${plainLine(after.text)}`
    : `${lead}${figureText(before)} → ${figureText(after)}`;
}

const figureText = (figure: Figure | null): string =>
  figure === null ? '' : plainLine([figure.qualifier, figure.text].filter((part) => part !== null).join(' '));

function pairTelling(label: string, before: string | null, after: string | null): string {
  if (before !== null && after !== null) return `${label} “${plainLine(before)}” → “${plainLine(after)}”`;
  return before === null ? `${label} “${plainLine(after ?? '')}” put in` : `${label} “${plainLine(before)}” taken out`;
}

function quoteTelling(fact: Extract<Fact, { speaker?: unknown }>, change: Change): Telling {
  const by = fact.speaker ? ` (${plainLine(fact.speaker)})` : '';
  if (change.rule === 'quote-marks') return [`quotation marks changed${by}`];
  if (fact.before === null)
    return [`quote added${by}: “${plainLine(fact.after ?? '')}”`, `quote added${by}`, 'quote added'];
  if (fact.after === null)
    return [`quote dropped${by}: “${plainLine(fact.before)}”`, `quote dropped${by}`, 'quote dropped'];
  const excerpt = quotedExcerpt(fact.before, fact.after);
  return [`quote altered${by}: “${excerpt.before}” → “${excerpt.after}”`, `quote altered${by}`, 'quote altered'];
}

function correctionTelling(change: Change): Telling {
  if (change.after === null) return ['correction notice removed'];
  const verb = change.before === null ? 'added' : 'altered';
  return [`correction notice ${verb}: “${plainLine(change.after)}”`, `correction notice ${verb}`];
}

function headlineTelling(change: Change): Telling {
  if (change.before === null || change.after === null) return ['headline changed'];
  const facts = change.facts.map((fact) => factTelling(fact, change)[0]).join(', ');
  return [
    `headline now “${plainLine(change.after)}”, was “${plainLine(change.before)}”`,
    ...(facts === '' ? [] : [`headline: ${facts}`]),
    'headline changed',
  ];
}
