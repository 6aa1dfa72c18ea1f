/** A whole article rewritten is told once, not as fifty additions and removals. */
import type { Alignment } from './align/index.ts';
import type { TextSide } from './aligned-text.ts';
import { textOf } from './body.ts';
import { factsOf, type Reading } from './reading.ts';
import { NOWHERE, oneSidedSpans, type Told } from './told.ts';

/** Under this share of sentences with a counterpart the article is another. */
const SURVIVING = 0.3;
/** In fewer sentences than this, losing two of three is an edit. */
const LEAST_SENTENCES = 5;
/** Facts listed of a rewritten article: a message shows a few, the ledger need not hold every one. */
const MOST_FACTS = 40;

/** Sentences read for those facts, of each side. */
const MOST_READ = 120;

/** Whether so little survives that the article is another. */
export function isAnotherArticle(alignment: Alignment, before: TextSide, after: TextSide): boolean {
  const fewer = Math.min(before.units.length, after.units.length);
  const surviving = alignment.groups.reduce((sum, group) => sum + Math.min(group.before.length, group.after.length), 0);
  return fewer >= LEAST_SENTENCES && surviving < SURVIVING * fewer;
}

/** The one change that tells it, with the facts that came and went. */
export function rewrittenArticle(alignment: Alignment, before: TextSide, after: TextSide, reading: Reading): Told {
  const all = (side: TextSide): string => textOf(side, [...side.units.keys()]);
  const [a, b] = [all(before), all(after)];
  const read = [
    ...alignment.removed
      .slice(0, MOST_READ)
      .map((index) => factsOf(before.units[index]?.text ?? '', 'before', reading)),
    ...alignment.added.slice(0, MOST_READ).map((index) => factsOf(after.units[index]?.text ?? '', 'after', reading)),
  ];
  return {
    rule: 'rewritten-article',
    part: 'body',
    also: [...new Set(read.flatMap(({ kinds }) => kinds))],
    block: NOWHERE,
    passage: 'article',
    before: a,
    after: b,
    spans: oneSidedSpans(a, b),
    facts: read.flatMap(({ facts }) => facts).slice(0, MOST_FACTS),
  };
}
