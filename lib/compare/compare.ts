import type { Article } from '../article.ts';
import {
  highestSeverity,
  isAtLeast,
  severityRank,
  type Change,
  type ChangeKind,
  type Comparison,
  type Severity,
} from '../change.ts';
import type { Alignment } from './align/index.ts';
import { wordsOf } from './align/similarity.ts';
import { announcedBy } from './announced.ts';
import { alignText, textSide } from './aligned-text.ts';
import { compareText } from './body.ts';
import { captionChanges } from './captions.ts';
import type { CompareContext } from './context.ts';
import { fieldChanges } from './fields.ts';
import { readingOf } from './reading.ts';
import { linkChanges } from './links.ts';
import { noticeChanges } from './notices.ts';
import { blockKeys, outlineOf, type Outline } from './outline.ts';
import { postChanges } from './posts.ts';
import { isAnotherArticle, rewrittenArticle } from './rewritten.ts';
import { summarise } from './summary.ts';
import type { Told } from './told.ts';
import { weigher } from './weigh.ts';
import { isTypographyOnly } from './words.ts';

/** What changed between two snapshots of one article. Pure: the same input gives the same bytes. An article with itself: `none`. */
export function compareArticles(before: Article, after: Article, context: CompareContext = {}): Comparison {
  const reading = readingOf(before, after);
  const [keysBefore, keysAfter] = [blockKeys(before), blockKeys(after)];
  const a = outlineOf(before, keysBefore, new Set(keysAfter));
  const b = outlineOf(after, keysAfter, new Set(keysBefore));

  const sides = [textSide(before, a.text, reading), textSide(after, b.text, reading)] as const;
  const alignment = alignText(...sides);
  const text = isAnotherArticle(alignment, ...sides)
    ? [rewrittenArticle(alignment, ...sides, reading)]
    : compareText(...sides, reading, alignment);
  const tables = compareText(textSide(before, a.tables, reading), textSide(after, b.tables, reading), reading);
  const notices = noticeChanges(a, b, reading);
  const posts = postChanges(a, b, reading);
  const isNotedInPost = posts.some(({ part, after }) => part === 'notice' && after !== null);
  const told = withoutIdleStamps(
    withoutMovedStandfirst(
      [
        ...fieldChanges(before, after, reading),
        ...notices.told,
        ...text,
        ...tables,
        ...posts,
        ...captionChanges(a, b, reading),
        ...linkChanges(before, after, pairedBlocks(alignment, a, b)),
      ],
      before,
      after,
    ),
  );

  const changes = inOrderOfWeight(told, before, after, context);
  const counts = countWords(told, before, after);
  const severity = raised(highestSeverity(changes.map((change) => change.severity)), counts);
  const announced = announcedBy(before, after, isNotedInPost ? 'notice' : notices.seen, context);
  const comparison: Comparison = {
    severity,
    changes,
    announced,
    unannounced: isAtLeast(severity, 'notable') && (announced === 'none' || announced === 'metadata-only'),
    summary: '',
    changedShare: counts.share,
    wordsAdded: counts.added,
    wordsRemoved: counts.removed,
  };
  return { ...comparison, summary: summarise({ comparison, before, after, language: after.language }) };
}

/** A stamp that moved with no change of text is no revision. */
const withoutIdleStamps = (told: readonly Told[]): readonly Told[] =>
  told.every(({ rule }) => rule === 'stamp') ? [] : told;

/** A standfirst read as the first paragraph on the other page neither came nor went. */
function withoutMovedStandfirst(told: readonly Told[], before: Article, after: Article): readonly Told[] {
  const isStandfirst = (text: string | null, article: Article): boolean =>
    text !== null && article.standfirst !== null && isTypographyOnly(text, article.standfirst);
  return told.filter(
    (one) =>
      one.part !== 'body' ||
      !(
        (one.before === null && isStandfirst(one.after, before)) ||
        (one.after === null && isStandfirst(one.before, after))
      ),
  );
}

/** Blocks that became one another, each once, by their first sentence in common. */
function pairedBlocks(alignment: Alignment, a: Outline, b: Outline): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const group of alignment.groups) {
    const [first, second] = [a.text[group.before[0] ?? -1]?.block, b.text[group.after[0] ?? -1]?.block];
    if (first !== undefined && second !== undefined && !pairs.has(first)) pairs.set(first, second);
  }
  return pairs;
}

/** Most important first; within a severity by kind as an editor would tell them, then as they stand in the article. */
function inOrderOfWeight(told: readonly Told[], before: Article, after: Article, context: CompareContext): Change[] {
  const weigh = weigher(context.rules, before, after);
  const passages = new Map<string, number>();
  const headings = { before: headingsOf(before), after: headingsOf(after) };
  return told
    .map((one, index) => ({ one, index, weighed: weigh(one) }))
    .sort(
      (x, y) =>
        severityRank(y.weighed.severity) - severityRank(x.weighed.severity) ||
        telling(x.weighed.kind) - telling(y.weighed.kind) ||
        placeOf(x.one) - placeOf(y.one) ||
        x.index - y.index,
    )
    .map(({ one, weighed }) => {
      const passage = passages.get(one.passage) ?? passages.size;
      passages.set(one.passage, passage);
      const under =
        one.block.after === null
          ? (headings.before[one.block.before ?? -1] ?? null)
          : (headings.after[one.block.after] ?? null);
      return {
        kind: weighed.kind,
        part: one.part,
        severity: weighed.severity,
        rule: weighed.rule,
        also: one.also.filter((kind) => kind !== weighed.kind),
        block: { ...one.block, under },
        passage,
        before: one.before,
        after: one.after,
        spans: one.spans,
        facts: one.facts,
        ...(one.which ? { which: one.which } : {}),
      };
    });
}

const TELLING: readonly ChangeKind[] = [
  'correction',
  'figure',
  'quote',
  'claim',
  'attribution',
  'name',
  'headline',
  'standfirst',
];
const telling = (kind: ChangeKind): number => (TELLING.includes(kind) ? TELLING.indexOf(kind) : TELLING.length);
const placeOf = (told: Told): number => told.block.after ?? told.block.before ?? -1;

/** For each block, the heading it stands under; a heading stands under itself no more than the headline does. */
function headingsOf(article: Article): (string | null)[] {
  let heading: string | null = null;
  return article.blocks.map((block) => {
    const under = heading;
    if (block.kind === 'heading') heading = block.text;
    return under;
  });
}

/** Over this share of the words and a revision is at least notable, however small its parts. */
const LARGE_SHARE = 0.3;
/** In fewer words than this on both sides together a share says nothing. */
const LEAST_WORDS = 100;

function raised(severity: Severity, counts: { share: number; total: number }): Severity {
  const isLarge = counts.share > LARGE_SHARE && counts.total >= LEAST_WORDS;
  return isLarge && severity === 'minor' ? 'notable' : severity;
}

/** Words of headline, standfirst and body that are new or gone, and their share of both sides. */
function countWords(told: readonly Told[], before: Article, after: Article) {
  let [added, removed] = [0, 0];
  for (const { part, spans, rule } of told) {
    if (!COUNTED_PARTS.has(part) || rule === 'headline-other' || rule === 'standfirst-meta') continue;
    for (const span of spans) {
      if (span.kind === 'same' || span.own === false) continue;
      if (span.kind === 'added') added += wordsOf(span.text).length;
      else removed += wordsOf(span.text).length;
    }
  }
  const total = totalWords(before) + totalWords(after);
  return { added, removed, total, share: total === 0 ? 0 : Math.min(1, (added + removed) / total) };
}

const COUNTED_PARTS: ReadonlySet<string> = new Set(['headline', 'standfirst', 'body', 'section', 'table', 'notice']);

function totalWords(article: Article): number {
  const texts = [article.headline, article.standfirst ?? '', ...article.blocks.map((block) => block.text)];
  return texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
}
