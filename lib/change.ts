/**
 * The vocabulary of change: fixed, because editions select on it (docs/kinds-and-severities.md).
 * Which difference is which kind, and how much it matters, is decided in lib/compare/policy.ts.
 */
import * as z from 'zod';
import type { BlockKind } from './article.ts';

/** What kind of change it is. Typography is folded before comparing, and what vanishes as a whole is `availability`. */
export const CHANGE_KINDS = [
  'headline',
  'standfirst',
  'byline',
  'figure',
  'quote',
  'attribution',
  'name',
  'claim',
  'correction',
  'added',
  'removed',
  'rewritten',
  'moved',
  'section',
  'wording',
  'image',
  'caption',
  'link',
  'dates',
  'typography',
  'availability',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Least to most. Only `minor` and up is ever alerted. */
export const SEVERITIES = ['none', 'cosmetic', 'minor', 'notable', 'major'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);
export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  severityRank(severity) >= severityRank(least);
export const highestSeverity = (severities: Iterable<Severity>): Severity => {
  let highest: Severity = 'none';
  for (const severity of severities) if (isAtLeast(severity, highest)) highest = severity;
  return highest;
};

/** Where in the article a change stands. */
export const PARTS = [
  'headline',
  'standfirst',
  'byline',
  'body',
  'section',
  'caption',
  'table',
  'image',
  'link',
  'notice',
  'dates',
  'availability',
] as const;
export type Part = (typeof PARTS)[number];

/**
 * One run of a redline. The `same` and `removed` runs joined are `before`, the `same` and `added` runs joined are
 * `after`, to the byte. `same` runs that differ in typography alone carry `after`'s characters in `after`.
 */
export const spanSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same'), text: z.string(), after: z.string().optional() }).readonly(),
  /** `own` is false for a run that another change in the same passage tells; absent means this change's own. */
  z.object({ kind: z.literal('removed'), text: z.string(), own: z.literal(false).optional() }).readonly(),
  z.object({ kind: z.literal('added'), text: z.string(), own: z.literal(false).optional() }).readonly(),
]);
export type Span = z.infer<typeof spanSchema>;

export const FIGURE_TYPES = [
  'count',
  'money',
  'percent',
  'score',
  'date',
  'time',
  'age',
  'range',
  'ordinal',
  'measure',
] as const;
export type FigureType = (typeof FIGURE_TYPES)[number];

/** A figure as it stands in the text: the words, what they are worth, and the qualifier kept apart. */
export const figureSchema = z
  .object({
    /** The words of the value itself, verbatim ("six", "$1.5m"). */
    text: z.string(),
    type: z.enum(FIGURE_TYPES),
    /** In units of one (1.5 million is 1500000); null where no single number says it (a weekday, "dozens"). */
    value: z.number().nullable(),
    /** Currency code, `%`, `km` …; null for a bare count. */
    unit: z.string().nullable(),
    /** What it counts, as few words as tell it ("killed", "people", "residential buildings"); null when unclear. */
    noun: z.string().nullable(),
    /** "at least", "about", "more than"; null when bare. */
    qualifier: z.string().nullable(),
  })
  .readonly();
export type Figure = z.infer<typeof figureSchema>;

/** One fact that changed: its kind, and what it said on each side (null where it was not there). */
export const factSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), before: figureSchema.nullable(), after: figureSchema.nullable() }).readonly(),
  z
    .object({
      kind: z.enum(['quote', 'attribution', 'name', 'claim', 'correction']),
      before: z.string().nullable(),
      after: z.string().nullable(),
      /** Who is quoted, where the text says; only on `quote` and `attribution`. */
      speaker: z.string().nullable().optional(),
    })
    .readonly(),
]);
export type Fact = z.infer<typeof factSchema>;

/** One typed difference between two articles. Every altered word belongs to exactly one; `before` and `after` are verbatim. */
export const changeSchema = z
  .object({
    kind: z.enum(CHANGE_KINDS),
    part: z.enum(PARTS),
    severity: z.enum(SEVERITIES),
    /** Why it has this kind and severity: the id of the row of lib/compare/policy.ts that decided. */
    rule: z.string(),
    /** Further kinds inside this change, without repeats; their pairs are in `facts`. */
    also: z.array(z.enum(CHANGE_KINDS)).readonly(),
    /** Block indexes in the two articles' `blocks` (null: not there, or not in the body), and the heading it stands under. */
    block: z.object({ before: z.int().nullable(), after: z.int().nullable(), under: z.string().nullable() }).readonly(),
    /** Changes inside one pair of sentences share a passage; messages show its redline once. */
    passage: z.int(),
    /** Whole sentences or blocks, verbatim; null where there is none on that side. */
    before: z.string().nullable(),
    after: z.string().nullable(),
    spans: z.array(spanSchema).readonly(),
    facts: z.array(factSchema).readonly(),
    /** Only on `headline`: which of the publisher's headlines moved. */
    which: z
      .array(z.enum(['shown', 'h1', 'open-graph', 'json-ld']))
      .readonly()
      .optional(),
  })
  .readonly();
export type Change = z.infer<typeof changeSchema>;

/** How the publisher told of the revision (docs/announced.md). */
export const ANNOUNCED = ['notice', 'visible-update', 'metadata-only', 'none', 'unknown'] as const;
export type Announced = (typeof ANNOUNCED)[number];

/** What changed between two articles. Of an article with itself: severity `none`, no changes. */
export const comparisonSchema = z
  .object({
    severity: z.enum(SEVERITIES),
    /** In the order a reader should hear of them within their severity: most important first. */
    changes: z.array(changeSchema).readonly(),
    announced: z.enum(ANNOUNCED),
    /** A notable or major revision that nothing a reader can see announced. */
    unannounced: z.boolean(),
    /** The two or three changes that matter most, in one line without the publication's name; empty when there are none. */
    summary: z.string(),
    /** Of the words of both sides together, how many are new or gone. 0 to 1. */
    changedShare: z.number(),
    wordsAdded: z.int(),
    wordsRemoved: z.int(),
  })
  .readonly();
export type Comparison = z.infer<typeof comparisonSchema>;

/**
 * One block of the whole aligned text, for redlines that show the unchanged too. `moved` blocks appear at both ends:
 * `moved-from` where they stood, `moved-to` where they stand.
 */
export type RedlineRow = {
  readonly op: 'same' | 'edited' | 'added' | 'removed' | 'moved-from' | 'moved-to';
  readonly part: Part;
  readonly kind: 'headline' | 'standfirst' | 'byline' | BlockKind;
  readonly level?: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly spans: readonly Span[];
  /** Indexes into `Comparison.changes` of the changes told in this row. */
  readonly changes: readonly number[];
};
