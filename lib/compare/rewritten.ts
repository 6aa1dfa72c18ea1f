/** A whole article rewritten is told once, not as fifty additions and removals. */
import type { ChangeKind, Fact } from '../change.ts';
import { textOf, type TextComparison, type TextSide } from './body.ts';
import { policyRow } from './policy.ts';
import { NOWHERE, oneSidedSpans, type Told } from './told.ts';

/** Under this share of sentences with a counterpart the article is another. */
const SURVIVING = 0.3;
/** In fewer sentences than this, losing two of three is an edit. */
const LEAST_SENTENCES = 5;
/** Facts listed of a rewritten article: a message shows a few, the ledger need not hold every one. */
const MOST_FACTS = 40;

/** The changes of the text as they are, or one `rewritten` in their place with what they held. */
export function collapsedRewrite(text: TextComparison, before: TextSide, after: TextSide): readonly Told[] {
  const fewer = Math.min(before.units.length, after.units.length);
  const surviving = text.alignment.groups.reduce(
    (sum, group) => sum + Math.min(group.before.length, group.after.length),
    0,
  );
  if (fewer < LEAST_SENTENCES || surviving >= SURVIVING * fewer) return text.told;
  const all = (side: TextSide): string =>
    textOf(
      side,
      Array.from({ length: side.units.length }, (_, index) => index),
    );
  const [a, b] = [all(before), all(after)];
  const kinds = text.told.flatMap((told): ChangeKind[] => [...told.also, policyRow(told.rule).kind]);
  const facts: Fact[] = text.told.flatMap((told) => told.facts).slice(0, MOST_FACTS);
  return [
    {
      rule: 'rewritten-article',
      part: 'body',
      also: [...new Set(kinds)].filter((kind) => FACT_KINDS.has(kind)),
      block: NOWHERE,
      passage: 'article',
      before: a,
      after: b,
      spans: oneSidedSpans(a, b),
      facts,
    },
  ];
}

const FACT_KINDS: ReadonlySet<ChangeKind> = new Set(['figure', 'quote', 'attribution', 'name', 'claim']);
