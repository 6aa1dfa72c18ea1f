/** Which row of the policy a changed fact falls under. */
import type { FactChange } from './reading.ts';
import type { RuleId } from './policy.ts';

/** The row for what lib/compare/facts found; its `nature` says more closely what happened. */
export function ruleForFact(change: FactChange): RuleId {
  const rule = RULES[change.kind][change.nature];
  if (rule) return rule;
  return DEFAULTS[change.kind];
}

const RULES: Readonly<Record<FactChange['kind'], Readonly<Record<string, RuleId>>>> = {
  figure: {
    casualty: 'figure-casualties',
    money: 'figure-money',
    vote: 'figure-votes',
    percent: 'figure-percent',
    score: 'figure-score',
    'other-count': 'figure-count',
    date: 'figure-date',
    'weekday-same-day': 'same-day',
    'notation-only': 'figure-notation',
    'qualifier-dropped': 'figure-qualifier',
    'unit-conversion': 'figure-conversion',
  },
  quote: {
    words: 'quote-words',
    'marks-only-typography': 'typography',
    misspelling: 'quote-misspelling',
    'marks-added': 'quote-marks',
    'marks-removed': 'quote-marks',
  },
  claim: {
    negation: 'claim-negation',
    'certainty-dropped': 'claim-certainty',
    'legal-status': 'claim-legal-status',
    hedge: 'claim-hedge',
    quantifier: 'claim-quantifier',
  },
  attribution: { verb: 'attribution-verb', speaker: 'attribution-speaker' },
  name: { replaced: 'name-replaced', respelled: 'name-respelled' },
};

const DEFAULTS: Readonly<Record<FactChange['kind'], RuleId>> = {
  figure: 'figure-count',
  quote: 'quote-words',
  claim: 'claim-hedge',
  attribution: 'attribution-verb',
  name: 'name-one-sided',
};

/** Whether a fact is told by itself even where the sentence around it was rewritten. */
export function isStrong({ kind, nature, fact }: FactChange): boolean {
  if (fact.before === null || fact.after === null) return false;
  return kind === 'quote' || (kind === 'figure' && nature !== 'notation-only') || nature === 'respelled';
}
