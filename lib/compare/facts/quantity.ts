import type { FigureType } from '../../change.ts';
import type { Measure } from './words/units.ts';

/** A number with what it is measured in, as far as the words next to it tell. */
export type Quantity = {
  /** Lexemes it takes. */
  readonly from: number;
  readonly to: number;
  readonly type: FigureType;
  readonly value: number | null;
  readonly unit: string | null;
  /** Equal for the same amount however it is written; with the unit, what a change of value is judged by. */
  readonly key: string;
  readonly measure: Measure | null;
  readonly weak: boolean;
  readonly vague: boolean;
  /** The two ends of "3-2" or "10–15"; which of the two it is, the sentence tells. */
  readonly pair: readonly [number, number] | null;
};

/** A bare number of so many lexemes. */
export const count = (from: number, to: number, value: number | null, key: string): Quantity => ({
  from,
  to,
  type: 'count',
  value,
  unit: null,
  key,
  measure: null,
  weak: false,
  vague: false,
  pair: null,
});
