import type { OpenQuote } from './facts/index.ts';
import { analyse, type Reading } from './reading.ts';
import type { Unit } from './units.ts';

/**
 * The quotation open where a unit begins, left so by the sentences before it in its block. Each block is read at most once, and
 * of it only the sentences with marks.
 */
export function openQuotes(units: readonly Unit[], reading: Reading): (index: number) => OpenQuote | null {
  const known = new Map<number, OpenQuote | null>();
  return (index) => {
    const at = known.get(index);
    if (at !== undefined) return at;
    let first = index;
    while (first > 0 && units[first - 1]?.block === units[index]?.block) first -= 1;
    let open: OpenQuote | null = null;
    for (let unit = first; unit < units.length && units[unit]?.block === units[index]?.block; unit += 1) {
      known.set(unit, open);
      const text = units[unit]?.text ?? '';
      if (HAS_MARKS.test(text)) open = analyse(text, reading, open).open;
    }
    return known.get(index) ?? null;
  };
}

/** Quotation marks, or the dash that opens speech. */
export const HAS_MARKS = /[“”„«»「」『』"‘]|^[—–―]/u;
