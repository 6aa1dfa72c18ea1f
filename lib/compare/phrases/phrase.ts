/** What one phrase is, and how its forms are made: each is whole, from the fullest to the plainest. */
import type { Excerpt } from './excerpt.ts';
import { plainWords, quoted } from '../../plain-text.ts';

export type Phrase = {
  /** The fullest first; at least one. */
  readonly forms: readonly string[];
  /** How many of the forms say what it was or is; the rest only that it changed. */
  readonly telling: number;
  /** Said only where none of the others fits. */
  readonly plain: string;
  /** Figures told as pairs are strung together by commas: "killed six → seven, injured 13 → 15". */
  readonly isFigure: boolean;
};

/** All its forms say what it was or is. */
export function phrase(said: readonly string[], plain = said.at(-1) ?? '', isFigure = false): Phrase {
  const forms = [...new Set(said)];
  return { forms, telling: forms.length, plain, isFigure };
}

/** The last form, `short`, says only that it changed. */
export function orElse(telling: readonly string[], short: string): Phrase {
  const { forms } = phrase([...telling, short]);
  return { ...phrase(forms), telling: Math.max(1, forms.length - 1) };
}

/** `Anna Kowalska → Peter Hallam`; `“allegedly” taken out`. */
export function pairPhrase(label: string, before: string | null, after: string | null): Phrase {
  const plain = `${label} changed`;
  if (before !== null && after !== null) {
    const pair =
      label === 'name' ? `${plainWords(before)} → ${plainWords(after)}` : `${quoted(before)} → ${quoted(after)}`;
    return phrase(label === 'name' ? [pair] : [`${label} ${pair}`], plain);
  }
  const verb = before === null ? 'added' : 'removed';
  return phrase([`${label} ${verb}: ${quoted(before ?? after ?? '')}`], plain);
}

export const pairOf = ({ before, after }: Excerpt): string => `${quoted(before)} → ${quoted(after)}`;

/** Short enough to be read at a glance; in characters. */
export const GLANCE = 140;
