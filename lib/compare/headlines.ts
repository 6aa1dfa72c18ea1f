/**
 * The headline, compared source by source, so that it does not matter which of a page's headlines was read as the article's:
 *
 * 1. The same headlines in other places are no change: the page was built otherwise.
 * 2. What readers see is compared with what they saw: an `<h2>` over the text, else the `<h1>`, where both pages have one.
 * 3. Each of the publisher's other headlines is compared with itself. One that came or went with the template is no change.
 */
import type { Article } from '../article.ts';
import type { Change } from '../change.ts';
import { foldTypography } from '../typography.ts';
import { coverage, signatures } from './align/similarity.ts';
import { policyRow, type RuleId } from './policy.ts';
import type { Reading } from './reading.ts';
import { compareWhole, isAltered, NOWHERE, type Told, type WholeComparison } from './told.ts';
import { isTypographyOnly } from './words.ts';

type Which = NonNullable<Change['which']>[number];
export type HeadlinePair = { readonly before: string; readonly after: string };

/** The headline shown in one change; those nobody sees in one for each new wording. */
export function headlineChanges(before: Article, after: Article, reading: Reading): Told[] {
  if (areTheSameElsewhere(before, after)) return [];
  const shown = shownHeadlines(before, after);
  const changed = changedSources(before, after);
  const sourcesOf = (some: readonly Changed[]): Which[] => some.flatMap(({ which }) => which);
  if (isLabelOnly(shown, before, after))
    return [toldOf('headline-other', sourcesOf(changed), shown, compareWhole(shown.before, shown.after, reading))];

  const isOther = (one: Changed): boolean =>
    !isTypographyOnly(one.before, shown.before) || !isTypographyOnly(one.after, shown.after);
  const told: Told[] = [];
  if (shown.before !== shown.after) {
    const whole = compareWhole(shown.before, shown.after, reading);
    if (!whole.isCosmetic) return [toldOf(headlineRule(shown, whole), ['shown', ...sourcesOf(changed)], shown, whole)];
    const alike = changed.filter((one) => !isOther(one));
    told.push(toldOf('headline-case', ['shown', ...sourcesOf(alike)], shown, whole));
  }
  for (const other of changed.filter((one) => isOther(one))) {
    const whole = compareWhole(other.before, other.after, reading);
    told.push(toldOf(whole.isCosmetic ? 'headline-case' : 'headline-other', other.which, other, whole));
  }
  return told;
}

/**
 * What readers saw and see: the `<h2>` over the text of both pages, or their `<h1>`, unless it only names the site. Elsewhere the
 * article's headline: but one read from another source than before, whose wording both pages hold, has not changed.
 */
export function shownHeadlines(before: Article, after: Article): HeadlinePair {
  const isSelected = isSelectedByRule(before, after);
  const over = { before: before.otherHeadlines.h2, after: after.otherHeadlines.h2 };
  if (over.before !== null && over.after !== null && !isSelected) return { before: over.before, after: over.after };
  const [a, b] = [before.otherHeadlines.h1, after.otherHeadlines.h1];
  if (a !== null && b !== null && !isSelected && (!isTypographyOnly(a, b) || isOfTheStory(a, before, after)))
    return { before: a, after: b };
  const isSameSource = before.provenance['headline'] === after.provenance['headline'];
  const isNew = !isAmong(after.headline, before) && !isAmong(before.headline, after);
  return { before: isSameSource || isNew ? before.headline : after.headline, after: after.headline };
}

/** Selected by the watchlist. A headline that is none of the others can have come from nowhere else. */
const isSelectedByRule = (before: Article, after: Article): boolean =>
  !isSourced(before) ||
  !isSourced(after) ||
  [before, after].every(({ provenance }) => provenance['headline'] === 'selector');

const SOURCES = [
  ['h1', 'h1'],
  ['open-graph', 'openGraph'],
  ['json-ld', 'jsonLd'],
] as const satisfies readonly (readonly [Which, keyof Article['otherHeadlines']])[];

const textsOf = ({ otherHeadlines }: Article): string[] =>
  Object.values(otherHeadlines).filter((text) => text !== null);

const isSourced = (article: Article): boolean =>
  textsOf(article).some((text) => isSameHeadline(text, article.headline));

const isAmong = (headline: string, article: Article): boolean =>
  [article.headline, ...textsOf(article)].some((text) => isSameHeadline(text, headline));

/** Debatable where two sources have truly changed places; a template that did is far more common. */
function areTheSameElsewhere(before: Article, after: Article): boolean {
  const [a, b] = [textsOf(before).sort(), textsOf(after).sort()];
  return isSourced(before) && isSourced(after) && a.length === b.length && a.every((text, index) => text === b[index]);
}

/** Two headlines of one story share as much. An `<h1>` that shares less with all the others names the site or the section. */
const LEAST_COMMON = 0.3;

const isOfTheStory = (h1: string, before: Article, after: Article): boolean =>
  [before, after].some(({ headline, otherHeadlines: { openGraph, jsonLd } }) =>
    [headline, openGraph ?? '', jsonLd ?? ''].some((text) => common(h1, text) >= LEAST_COMMON),
  );

/** How much of the one headline is in the other, whichever way round it is more; 0 to 1. */
function common(one: string, other: string): number {
  const sign = signatures();
  const [a, b] = [sign(one), sign(other)];
  return Math.max(coverage(a, b), coverage(b, a));
}

type Changed = HeadlinePair & { readonly which: readonly Which[] };

/** The sources whose wording is another, those of one wording together. */
function changedSources(before: Article, after: Article): Changed[] {
  const changed = SOURCES.flatMap(([which, field]) => {
    const [a, b] = [before.otherHeadlines[field], after.otherHeadlines[field]];
    const isSame = which === 'h1' ? isTypographyOnly : isSameHeadline;
    return a === null || b === null || isSame(a, b) ? [] : [{ which, before: a, after: b }];
  });
  const byWording = Map.groupBy(changed, (one) =>
    JSON.stringify([foldTypography(one.before), foldTypography(one.after)]),
  );
  return [...byWording.values()].flatMap((alike) => {
    const [first] = alike;
    return first ? [{ ...first, which: alike.map(({ which }) => which) }] : [];
  });
}

/** A site's name behind a bar comes and goes with the template; an `<h1>` is read without it. */
function isSameHeadline(a: string, b: string): boolean {
  if (isTypographyOnly(a, b)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 12 && long.startsWith(short) && /^\s*[|–—·»-]\s/u.test(long.slice(short.length));
}

/** `LIVE` or the section's name, set before the headline in its `<h1>`. */
function isLabelOnly(shown: HeadlinePair, before: Article, after: Article): boolean {
  const { headline } = after;
  return (
    !isTypographyOnly(shown.before, shown.after) &&
    isTypographyOnly(before.headline, headline) &&
    shown.before.endsWith(before.headline) &&
    shown.after.endsWith(headline)
  );
}

/**
 * A fact that was altered in place counts. In a headline written anew names and hedges come and go with the words: there count what
 * stands on both sides, and of the same matter a denial, a verdict or a toll that came or went.
 */
function headlineRule(shown: HeadlinePair, whole: WholeComparison): RuleId {
  const isSameMatter = common(shown.before, shown.after) >= LEAST_COMMON;
  const counts = whole.changed.some((change) => {
    const { severity } = policyRow(change.rule);
    if (!whole.isRewritten) return isAltered(change) && (severity === 'major' || severity === 'notable');
    return change.isStrong
      ? severity !== 'minor' && severity !== 'cosmetic'
      : isSameMatter && COUNT_ANEW.has(change.rule);
  });
  return counts ? 'headline-fact' : 'headline-words';
}

const COUNT_ANEW: ReadonlySet<RuleId> = new Set(['claim-negation', 'claim-legal-status', 'figure-toll', 'figure-none']);

const toldOf = (
  rule: RuleId,
  which: readonly Which[],
  { before, after }: HeadlinePair,
  whole: WholeComparison,
): Told => ({
  rule,
  part: 'headline',
  which,
  also: whole.also,
  block: NOWHERE,
  passage: `headline ${which.join()}`,
  before,
  after,
  spans: whole.spans,
  facts: whole.facts,
});
