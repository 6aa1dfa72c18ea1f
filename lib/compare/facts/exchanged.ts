import type { Lexeme } from './lexemes.ts';
import { firstEndingAfter, isCovered, overlaps, type Placed, type Range } from './ranges.ts';

type Side<Found extends Placed> = { readonly lexemes: readonly Lexeme[]; readonly found: readonly Found[] };

/** What is told as taken out in one place and put in in another: the same thing, which stands elsewhere in its sentence. */
export type MovedFound<Found> = {
  readonly gone: Found;
  readonly come: Found;
  /** What stands now where the moved one stood, where the two changed places; null where the sentence is only put otherwise. */
  readonly instead: Found | null;
};

/**
 * Those of `removed` that are among `added`. "Smith beat Jones" → "Jones beat Smith" says another thing; "police in Leeds" →
 * "Leeds police" and "France and Spain" → "Spain and France" say the same.
 */
export function movedAmong<Found extends Placed>(
  before: Side<Found>,
  after: Side<Found>,
  removed: readonly Found[],
  added: readonly Found[],
  isSame: (one: Found, other: Found) => boolean,
): MovedFound<Found>[] {
  const rest = new Set(added);
  if (removed.length === 0 || added.length === 0) return [];
  const isSameFrame = frameOf(before) === frameOf(after);
  return removed.flatMap((gone) => {
    const come = [...rest].find((other) => isSame(gone, other));
    if (!come) return [];
    rest.delete(come);
    const [from, to] = [before.found.indexOf(gone), after.found.indexOf(come)];
    const isExchange = from !== to && isSameFrame && !areListed(before, from, to);
    return [{ gone, come, instead: isExchange ? (after.found[from] ?? null) : null }];
  });
}

/** The words around the things found. */
const frameOf = <Found extends Placed>({ lexemes, found }: Side<Found>): string => {
  const words: string[] = [];
  let last: Placed | undefined;
  for (const { start, end, lower } of lexemes) {
    const range: Range = [start, end];
    const next = firstEndingAfter(found, start);
    const here = next && overlaps(next.range, range) ? next : undefined;
    if (!here) words.push(lower);
    else if (here !== last) words.push('#');
    last = here;
  }
  return words.join(' ');
};

/** Nothing but "and" and commas stands between the two. */
function areListed<Found extends Placed>({ lexemes, found }: Side<Found>, one: number, other: number): boolean {
  const [first, second] = [found[Math.min(one, other)], found[Math.max(one, other)]];
  if (!first || !second) return true;
  return lexemes
    .filter(({ start, end }) => start >= first.range[1] && end <= second.range[0] && !isCovered([start, end], found))
    .every(({ kind, lower }) => kind === 'mark' || CONJUNCTIONS.has(lower));
}

/** Words that join what may stand in any order. */
export const CONJUNCTIONS: ReadonlySet<string> = new Set(
  'and or but und oder aber et ou mais y e o pero ed en of i a и или і та ve'.split(' '),
);
