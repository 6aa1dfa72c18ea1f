/** The parts around the body: headline, standfirst, byline, dates, lead image. Each is told in one change. */
import type { Article } from '../article.ts';
import { highestSeverity } from '../change.ts';
import { foldTypography } from '../typography.ts';
import { headlineChanges } from './headlines.ts';
import { isSamePicture } from './images.ts';
import {
  compareWhole,
  isAltered,
  NOWHERE,
  oneSidedSpans,
  plainSpans,
  type Told,
  type WholeComparison,
} from './told.ts';
import type { Reading } from './reading.ts';
import { policyRow, type RuleId } from './policy.ts';

/** What differs around the body, in the order headline, standfirst, byline, image, dates. */
export function fieldChanges(before: Article, after: Article, reading: Reading): Told[] {
  return [
    ...headlineChanges(before, after, reading),
    ...standfirstChanges(before, after, reading),
    ...bylineChanges(before, after, reading),
    ...imageChanges(before, after),
    ...dateChanges(before, after),
  ];
}

function standfirstChanges(before: Article, after: Article, reading: Reading): Told[] {
  const [a, b] = [before.standfirst, after.standfirst];
  if (a === b) return [];
  const isMeta = before.standfirstFrom === 'meta' || after.standfirstFrom === 'meta';
  if (a === null || b === null) {
    // Read as the standfirst on one page and as the first paragraph on the other: nothing a reader could see.
    if (isInBody(a ?? b ?? '', a === null ? before : after)) return [];
    const rule = isMeta ? 'standfirst-meta' : 'standfirst-words';
    const spans = oneSidedSpans(a, b);
    return [
      {
        rule,
        part: 'standfirst',
        also: [],
        block: NOWHERE,
        passage: 'standfirst',
        before: a,
        after: b,
        spans,
        facts: [],
      },
    ];
  }
  // Some publishers fill the meta description from the first paragraph, where the change is told already.
  if (isMeta && isInBody(a, before) && isInBody(b, after)) return [];
  const whole = compareWhole(a, b, reading);
  return [{ rule: standfirstRule(whole, isMeta), part: 'standfirst', ...placed('standfirst', a, b, whole) }];
}

function standfirstRule(whole: WholeComparison, isMeta: boolean): RuleId {
  if (isMeta) return 'standfirst-meta';
  if (whole.isCosmetic) return 'standfirst-small';
  const severities = whole.changed.filter((change) => isAltered(change)).map((c) => policyRow(c.rule).severity);
  return highestSeverity(severities) === 'major' ? 'standfirst-fact-major' : 'standfirst-words';
}

/** Whether a text, or its beginning where it was cut short, stands in the body. */
function isInBody(text: string, article: Article): boolean {
  const key = foldTypography(text).replace(/\s*(?:\.\.\.|\[\.\.\.\])$/u, '');
  return key !== '' && article.blocks.some((block) => foldTypography(block.text).startsWith(key));
}

function bylineChanges(before: Article, after: Article, reading: Reading): Told[] {
  const keyOf = (names: readonly string[]): string =>
    names
      .map((name) => foldTypography(name).toLowerCase())
      .sort()
      .join('\n');
  if (keyOf(before.byline) === keyOf(after.byline)) return [];
  const textOf = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join(', '));
  const [a, b] = [textOf(before.byline), textOf(after.byline)];
  const spans = a === null || b === null ? oneSidedSpans(a, b) : plainSpans(a, b, reading.language);
  return [
    {
      rule: 'byline',
      part: 'byline',
      also: [],
      block: NOWHERE,
      passage: 'byline',
      before: a,
      after: b,
      spans,
      facts: [],
    },
  ];
}

function imageChanges(before: Article, after: Article): Told[] {
  const [a, b] = [before.leadImage?.url ?? null, after.leadImage?.url ?? null];
  if (a === b) return [];
  const isAnother = a !== null && b !== null && !isSamePicture(a, b);
  return [plain(isAnother ? 'image-other' : 'image-rendition', 'image', a, b)];
}

/** Days are compared as the publisher wrote them; a date that only one reading found tells of the reader, not the page. */
function dateChanges(before: Article, after: Article): Told[] {
  const told: Told[] = [];
  const [a, b] = [before.publishedAt, after.publishedAt];
  if (a !== null && b !== null && Date.parse(a) !== Date.parse(b)) {
    const sameSource = before.provenance['publishedAt'] === after.provenance['publishedAt'];
    told.push(plain(sameSource && a.slice(0, 10) !== b.slice(0, 10) ? 'published-day' : 'stamp', 'dates', a, b));
  }
  const [c, d] = [before.modifiedAt, after.modifiedAt];
  if (c !== null && d !== null && Date.parse(c) !== Date.parse(d)) told.push(plain('stamp', 'dates', c, d));
  return told;
}

function plain(rule: RuleId, part: Told['part'], before: string | null, after: string | null): Told {
  const spans = oneSidedSpans(before, after);
  return {
    rule,
    part,
    also: [],
    block: NOWHERE,
    passage: `${part} ${before} ${after}`,
    before,
    after,
    spans,
    facts: [],
  };
}

function placed(passage: string, before: string, after: string, whole: WholeComparison) {
  return { also: whole.also, block: NOWHERE, passage, before, after, spans: whole.spans, facts: whole.facts };
}
