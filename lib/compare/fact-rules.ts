/** Which row of the policy a changed fact falls under. */
import type { Fact, Figure } from '../change.ts';
import type { FactChange, SentenceFacts } from './facts/index.ts';
import { oppositesIn, type Opposite, type OppositeSort } from './opposites.ts';
import type { RuleId } from './policy.ts';
import type { Edit, Range } from './words.ts';

/** A changed fact and the row that weighs it. */
export type Finding = {
  readonly kind: FactChange['kind'];
  readonly rule: RuleId;
  /** Altered in place beyond doubt: told by itself even where the sentence around it was rewritten. */
  readonly isStrong: boolean;
  /** Where it stands on each side; null where it does not. */
  readonly before: Range | null;
  readonly after: Range | null;
  readonly fact: Fact;
};

/** What lib/compare/facts found, weighed, and the words that became their contrary. */
export function findingsOf(
  before: SentenceFacts,
  after: SentenceFacts,
  edits: readonly Edit[],
  changed: readonly FactChange[],
): Finding[] {
  const findings = changed.map((change): Finding => {
    const { kind, fact } = change;
    return {
      kind,
      rule: isVerdictAnew(change, changed) ? 'claim-legal-status' : ruleFor(change),
      isStrong: isStrong(change),
      before: change.before,
      after: change.after,
      fact,
    };
  });
  const isTold = (range: Range, side: 'before' | 'after'): boolean =>
    findings.some((finding) => finding[side] !== null && finding[side][0] < range[1] && range[0] < finding[side][1]);
  for (const opposite of oppositesIn(before, after, edits)) {
    // "shot dead" → "arrested": what became of him says more than that a verdict came.
    const lesser = opposite.sort === 'fate' ? findings.findIndex((finding) => isLesser(finding, opposite)) : -1;
    if (lesser !== -1) findings.splice(lesser, 1);
    if (isTold(opposite.before, 'before') || isTold(opposite.after, 'after')) continue;
    const [one, other] = [before.text.slice(...opposite.before), after.text.slice(...opposite.after)];
    const fact: Fact = { kind: 'claim', before: one, after: other };
    const { sort, ...place } = opposite;
    findings.push({ kind: 'claim', rule: OPPOSITE_RULES[sort], isStrong: sort === 'fate', ...place, fact });
  }
  return findings;
}

const isLesser = ({ kind, before, after }: Finding, opposite: Opposite): boolean =>
  kind === 'claim' &&
  ((before === null && after?.[0] === opposite.after[0]) || (after === null && before?.[0] === opposite.before[0]));

const OPPOSITE_RULES = {
  fate: 'claim-fate',
  denial: 'claim-negation',
  contrary: 'claim-contrary',
} as const satisfies Record<OppositeSort, RuleId>;

/** "Charged" that went and "cleared" that came elsewhere in the sentence: one for another, as if in its place. */
function isVerdictAnew(change: FactChange, changed: readonly FactChange[]): boolean {
  const isVerdict = (one: FactChange): boolean => one.kind === 'claim' && one.nature === 'legal-status';
  return (
    isVerdict(change) &&
    changed.some((other) => isVerdict(other) && other.before === null && other.after !== null) &&
    changed.some((other) => isVerdict(other) && other.after === null && other.before !== null)
  );
}

/** The row for a change; its `nature` says more closely what happened. */
function ruleFor(change: FactChange): RuleId {
  const isTwoSided = change.before !== null && change.after !== null;
  switch (change.kind) {
    case 'figure':
      return isTwoSided
        ? twoSidedFigureRule(change)
        : change.nature === 'casualty'
          ? 'figure-toll'
          : 'figure-one-sided';
    case 'quote':
      return QUOTE_RULES[change.nature];
    case 'attribution':
      return change.nature === 'speaker' ? 'attribution-speaker' : 'attribution-verb';
    case 'name':
      return NAME_RULES[change.nature];
    case 'claim':
      return claimRule(change, isTwoSided);
  }
  return change satisfies never;
}

function twoSidedFigureRule({ nature, fact }: Extract<FactChange, { kind: 'figure' }>): RuleId {
  const isOfNone = fact.kind === 'figure' && isNone(fact.before) !== isNone(fact.after);
  return nature === 'other-count' && isOfNone ? 'figure-none' : FIGURE_RULES[nature];
}

/** "no gate", "aucun", "kein": a nought that is said by a word. */
const isNone = (figure: Figure | null): boolean => figure?.value === 0 && !/\p{N}/u.test(figure.text);

type Nature<Kind extends FactChange['kind']> = Extract<FactChange, { kind: Kind }>['nature'];

const FIGURE_RULES = {
  casualty: 'figure-casualties',
  money: 'figure-money',
  vote: 'figure-votes',
  percent: 'figure-percent',
  score: 'figure-score',
  'other-count': 'figure-count',
  'vague-count': 'figure-count',
  'range-end': 'figure-count',
  age: 'figure-count',
  ordinal: 'figure-count',
  date: 'figure-date',
  weekday: 'figure-date',
  time: 'figure-date',
  'relative-day-same': 'same-day',
  'notation-only': 'figure-notation',
  qualifier: 'figure-qualifier',
  'unit-conversion': 'figure-conversion',
} as const satisfies Record<Nature<'figure'>, RuleId>;

const QUOTE_RULES = {
  words: 'quote-words',
  'marks-only': 'typography',
  misspelling: 'quote-misspelling',
  'marks-added': 'quote-marks',
  'marks-removed': 'quote-marks',
  added: 'quote-one-sided',
  removed: 'quote-one-sided',
} as const satisfies Record<Nature<'quote'>, RuleId>;

const NAME_RULES = {
  replaced: 'name-replaced',
  respelled: 'name-respelled',
  initials: 'same-name',
  added: 'name-one-sided',
  removed: 'name-one-sided',
} as const satisfies Record<Nature<'name'>, RuleId>;

/**
 * "allegedly" counts whether it is put in, dropped or exchanged, unless for "suspected". Other words of certainty and of the law count where one
 * stands for another; alone they shade a sentence as a hedge does.
 */
function claimRule({ nature, fact }: Extract<FactChange, { kind: 'claim' }>, isTwoSided: boolean): RuleId {
  const words = [fact.before, fact.after].filter((side) => typeof side === 'string');
  if (nature !== 'negation' && words.some((word) => ACCUSES.test(word)))
    return words.length === 2 && words.every((word) => ACCUSES.test(word)) ? 'claim-hedge' : 'claim-certainty';
  switch (nature) {
    case 'negation':
      return 'claim-negation';
    case 'quantifier':
      return 'claim-quantifier';
    case 'legal-status':
      return isTwoSided ? 'claim-legal-status' : 'claim-hedge';
    case 'certainty':
      return isTwoSided ? 'claim-certainty' : 'claim-hedge';
    case 'hedge':
    case 'modal':
      return 'claim-hedge';
  }
  return nature satisfies never;
}

/** What a report is open to be sued over: alleged, suspected, mutmaßlich, présumé, presunto. */
const ACCUSES =
  /^(?:alleg|suspect|mutmaßlich|angeblich|verdächtig|présum|soupçonn|presunt|supuest|sospech|sospett|supost|alegad|suspeit|vermoedelijk|vermeend|verdacht|rzekom|domnieman|podejrz|якобы|предполагаем|подозрева|нібито|[йі]мовірн(?!о$)|підозрюван)/iu;

/** Whether a fact is told by itself even where the sentence around it was rewritten. */
function isStrong(change: FactChange): boolean {
  if (change.before === null || change.after === null) return false;
  switch (change.kind) {
    case 'quote':
      return change.nature === 'words' || change.nature === 'misspelling';
    case 'figure':
      return change.nature !== 'notation-only' && isSameSort(change.fact);
    case 'name':
      return change.nature === 'respelled';
    case 'attribution':
    case 'claim':
      return false;
  }
  return change satisfies never;
}

/** A figure in another's place counts as altered only if it says the same sort of thing. */
function isSameSort(fact: FactChange['fact']): boolean {
  if (fact.kind !== 'figure' || fact.before === null || fact.after === null) return false;
  return fact.before.type === fact.after.type && fact.before.noun === fact.after.noun;
}
