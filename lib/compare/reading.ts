/** What both articles' own words tell about reading their sentences: the seam to lib/compare/facts. */
import type { Article } from '../article.ts';
import type { ChangeKind, Fact } from '../change.ts';
import {
  analyseSentence,
  changedFacts,
  vocabularyOf,
  type Days,
  type OpenQuote,
  type SentenceFacts,
  type Vocabulary,
} from './facts/index.ts';
import { findingsOf, type Finding } from './fact-rules.ts';
import { editsBetween, type Edit } from './words.ts';

export type Reading = {
  readonly language: string | null;
  /** Read from both bodies at its first use: most comparisons find nothing to ask it. */
  readonly vocabulary: () => Vocabulary;
  readonly days: Days;
};

/** How the sentences of these two articles are to be read. */
export function readingOf(before: Article, after: Article): Reading {
  let vocabulary: Vocabulary | null = null;
  const textsOf = (): Set<string> => new Set([...before.blocks, ...after.blocks].map((block) => block.text));
  return {
    language: after.language ?? before.language,
    vocabulary: () => (vocabulary ??= vocabularyOf(textsOf())),
    days: { before: before.publishedAt?.slice(0, 10) ?? null, after: after.publishedAt?.slice(0, 10) ?? null },
  };
}

export function analyse(text: string, reading: Reading, open: OpenQuote | null = null): SentenceFacts {
  return analyseSentence(text, reading.language, open, reading.vocabulary());
}

/** Quotations left open where the two texts begin. */
export type Open = { readonly before: OpenQuote | null; readonly after: OpenQuote | null };
export const NOT_OPEN: Open = { before: null, after: null };

export type ReadPair = {
  readonly before: SentenceFacts;
  readonly after: SentenceFacts;
  readonly edits: readonly Edit[];
  readonly changed: readonly Finding[];
};

/** Two matched texts read, the places where their words differ, and the facts that are not the same in them. */
export function readPair(before: string, after: string, reading: Reading, open = NOT_OPEN): ReadPair {
  const sides = { before: analyse(before, reading, open.before), after: analyse(after, reading, open.after) };
  const edits = editsBetween(sides.before, sides.after);
  const changed = edits.length === 0 ? [] : changedFacts(sides.before, sides.after, edits, reading.days);
  return { ...sides, edits, changed: findingsOf(sides.before, sides.after, edits, changed) };
}

/** The facts of a text that stands on one side only: quotations, figures and names. */
export function factsOf(
  text: string,
  side: 'before' | 'after',
  reading: Reading,
  open: OpenQuote | null = null,
): { kinds: ChangeKind[]; facts: Fact[] } {
  const found = analyse(text, reading, open);
  const sided = <T>(value: T): { before: T | null; after: T | null } =>
    side === 'before' ? { before: value, after: null } : { before: null, after: value };
  const facts: Fact[] = [
    ...found.quotes.map(({ words, speaker }): Fact => ({
      kind: 'quote',
      ...sided(text.slice(...words).trim()),
      speaker,
    })),
    ...found.figures.filter(({ weak }) => !weak).map(({ figure }): Fact => ({ kind: 'figure', ...sided(figure) })),
    ...found.names.filter(({ weak }) => !weak).map((name): Fact => ({ kind: 'name', ...sided(name.text) })),
  ];
  return { kinds: [...new Set(facts.map(({ kind }) => kind))], facts };
}
