/** What becomes of a line, and what the rules that say so know of the page. */
import type { PageElement } from '../page-element.ts';
import type { Unit } from './units.ts';

export type TidyContext = {
  readonly headlines: readonly string[];
  readonly byline: readonly string[];
  readonly containers: readonly PageElement[];
  /** The headline's element and everything around it. */
  readonly around: ReadonlySet<PageElement>;
};

/** `dropped` is why a line goes; null while it stays. */
export type Verdict = { readonly unit: Unit; dropped: string | null };

export type Rule = (verdicts: readonly Verdict[], context: TidyContext) => void;

export const LINKED_HEADING = 'a linked heading';
export const SITE_LINE = 'a line of the site, not the story';
export const BYLINE_AGAIN = 'the byline again';
export const STAMP = 'a date';
