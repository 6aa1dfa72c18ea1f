/** The benchmarks' score: multisets of 4-token shingles, averaged over pages (see the benchmarks' README). */

export type Shingles = { readonly tp: number; readonly fp: number; readonly fn: number };

const SIZE = 4;

export function scoreText(gold: string, predicted: string): Shingles {
  const wanted = shinglesOf(gold);
  const got = shinglesOf(predicted);
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const [shingle, count] of got) {
    const other = wanted.get(shingle) ?? 0;
    tp += Math.min(count, other);
    fp += Math.max(0, count - other);
  }
  for (const [shingle, count] of wanted) fn += Math.max(0, count - (got.get(shingle) ?? 0));
  const sum = tp + fp + fn;
  return sum === 0 ? { tp: 0, fp: 0, fn: 0 } : { tp: tp / sum, fp: fp / sum, fn: fn / sum };
}

function shinglesOf(text: string): ReadonlyMap<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  // A text shorter than a shingle is one shingle.
  const last = Math.max(tokens.length - SIZE, tokens.length === 0 ? -1 : 0);
  for (let index = 0; index <= last; index++) {
    const shingle = tokens.slice(index, index + SIZE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

export type Averages = { readonly f1: number; readonly precision: number; readonly recall: number };

export function averageScores(pages: readonly Shingles[]): Averages {
  const precision = mean(pages.filter(({ tp, fp }) => tp + fp > 0).map(({ tp, fp }) => tp / (tp + fp)));
  const recall = mean(pages.filter(({ tp, fn }) => tp + fn > 0).map(({ tp, fn }) => tp / (tp + fn)));
  return { precision, recall, f1: harmonic(precision, recall) };
}

export const harmonic = (one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * one * other) / (one + other);
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** How headlines and names are compared: letters and digits, lower case. */
export const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** F1 over two sets of names; two empty sets agree. */
export function scoreNames(gold: readonly string[], predicted: readonly string[]): number {
  const wanted = new Set(gold.map(letters).filter((name) => name !== ''));
  const got = new Set(predicted.map(letters).filter((name) => name !== ''));
  if (wanted.size === 0 && got.size === 0) return 1;
  const common = [...got].filter((name) => wanted.has(name)).length;
  return (2 * common) / (wanted.size + got.size);
}
