/**
 * Compares two snapshots of an article and says what changed, as an editor would. In order:
 *
 * 1. What cannot differ to a reader is folded away: the style of quotation marks, dashes, spaces, entities.
 * 2. The parts around the body are told by themselves: headline, standfirst, byline, lead image, the article's own dates.
 * 3. A publisher's notice (correction, clarification, editor's note, update) is told as such and swallows its text.
 * 4. Sentences are aligned: the same ones first, then alike ones, splits, merges, and what has moved.
 * 5. A sentence without a counterpart was added or removed. Where fewer than 30 % survive the article was rewritten, told once.
 * 6. Inside a matched pair each altered word is told in one change: quotation, figure, attribution, name, claim, in this order;
 *    what is left is a rewriting or wording.
 * 7. Each change falls under one row of the policy (policy.ts), which decides its kind and severity; the watchlist may decide
 *    otherwise. The revision is as severe as its most severe change.
 */
export { compareArticles } from './compare.ts';
export type { BeatRule, CompareContext, CompareRules } from './context.ts';
export { redline } from './redline.ts';
export { splitSentences } from './facts/index.ts';
export { POLICY, policyRow, type PolicyRow, type RuleId } from './policy.ts';
export { COMPARATOR_VERSION } from './version.ts';
