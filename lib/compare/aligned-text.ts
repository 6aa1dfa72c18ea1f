/** Which sentence of running text, and which row of a table, became which: the alignment, and what only its neighbours tell. */
import type { Article } from '../article.ts';
import { align, type Alignment, type Group } from './align/index.ts';
import type { OpenQuote } from './facts/index.ts';
import { openQuotes } from './open-quotes.ts';
import type { Reading } from './reading.ts';
import type { Unit } from './units.ts';

export type TextSide = {
  readonly article: Article;
  readonly units: readonly Unit[];
  /** The quotation that is open where a unit begins. */
  readonly openAt: (unit: number) => OpenQuote | null;
};

export const textSide = (article: Article, units: readonly Unit[], reading: Reading): TextSide => ({
  article,
  units,
  openAt: openQuotes(units, reading),
});

/** Which sentence of the one became which of the other. */
export function alignText(before: TextSide, after: TextSide): Alignment {
  const alignment = align(
    before.units.map((unit) => unit.key),
    after.units.map((unit) => unit.key),
  );
  return withQuotations(withTrimmed(withNeighbours(alignment, before, after), before, after), before, after);
}

/**
 * Marks put around several sentences, or taken off them, are one change: sentences that stayed neighbours and of which the
 * second begins inside a quotation on one side alone are told together.
 */
function withQuotations(alignment: Alignment, before: TextSide, after: TextSide): Alignment {
  const groups: Group[] = [];
  for (const group of alignment.groups) {
    const last = groups.at(-1);
    const [first, second] = [group.before[0] ?? NaN, group.after[0] ?? NaN];
    const isNext =
      last !== undefined &&
      !(last.exact && group.exact) &&
      !last.moved &&
      !group.moved &&
      last.before.at(-1) === first - 1 &&
      last.after.at(-1) === second - 1 &&
      before.units[first - 1]?.block === before.units[first]?.block &&
      after.units[second - 1]?.block === after.units[second]?.block;
    if (isNext && (before.openAt(first) === null) !== (after.openAt(second) === null)) {
      groups[groups.length - 1] = {
        before: [...last.before, ...group.before],
        after: [...last.after, ...group.after],
        exact: false,
        moved: false,
      };
    } else groups.push(group);
  }
  return groups.length === alignment.groups.length ? alignment : { ...alignment, groups };
}

/**
 * “It was late. It was dark,” she said. → “It was late,” she said.: the sentence that went, or came, has given its neighbour
 * who said it. They belong together.
 */
function withTrimmed(alignment: Alignment, before: TextSide, after: TextSide): Alignment {
  const [removed, added] = [new Set(alignment.removed), new Set(alignment.added)];
  const groups = alignment.groups.map((group) => {
    const [last, match] = [group.before.at(-1) ?? NaN, group.after.at(-1) ?? NaN];
    if (removed.has(last + 1) && endsAlike(before, last + 1, after, match)) {
      removed.delete(last + 1);
      return { ...group, before: [...group.before, last + 1] };
    }
    if (added.has(match + 1) && endsAlike(after, match + 1, before, last)) {
      added.delete(match + 1);
      return { ...group, after: [...group.after, match + 1] };
    }
    return group;
  });
  return { groups, removed: [...removed], added: [...added] };
}

/** Whether a sentence that begins inside a quotation goes on after it as the other does, and its neighbour did not. */
function endsAlike(side: TextSide, lone: number, other: TextSide, match: number): boolean {
  const tail = tailOf(side.units[lone]);
  return (
    tail !== null &&
    side.openAt(lone) !== null &&
    side.units[lone - 1]?.block === side.units[lone]?.block &&
    !side.units[lone - 1]?.key.endsWith(tail) &&
    tailOf(other.units[match]) === tail
  );
}

/** What follows the last closing mark, if it has words. */
const tailOf = (unit: Unit | undefined): string | null =>
  /["”»“]([^"”»“]*\p{L}[^"”»“]*)$/u.exec(unit?.key ?? '')?.[1] ?? null;

/**
 * A heading written anew has no word in common with the old one, nor has “No.” with “Yes.” or £20 with £60, nor enough of them a short row of a table: the
 * text that stayed beside it says that it is one.
 */
function withNeighbours(alignment: Alignment, before: TextSide, after: TextSide): Alignment {
  const partner = new Map<number, readonly number[]>([
    ...alignment.groups.flatMap((group) => group.before.map((index) => [index, group.after] as const)),
    // Where both texts begin, and where both end.
    [-1, [-1]],
    [before.units.length, [after.units.length]],
  ]);
  const added = new Set(alignment.added);
  const groups = alignment.removed.flatMap((index): Group[] => {
    const unit = before.units[index];
    if (!unit) return [];
    const places = [(partner.get(index - 1)?.at(-1) ?? NaN) + 1, (partner.get(index + 1)?.[0] ?? NaN) - 1];
    const place = places.find((at) => {
      const match = after.units[at];
      return (
        added.has(at) && match?.kind === unit.kind && (isSameRow(unit, match) || [unit, match].every(isKnownByPlace))
      );
    });
    if (place === undefined) return [];
    added.delete(place);
    partner.set(index, [place]);
    return [{ before: [index], after: [place], exact: false, moved: false }];
  });
  if (groups.length === 0) return alignment;
  const paired = new Set(groups.flatMap((group) => group.before));
  return {
    groups: [...alignment.groups, ...groups].sort((a, b) => (a.after[0] ?? 0) - (b.after[0] ?? 0)),
    removed: alignment.removed.filter((index) => !paired.has(index)),
    added: [...added],
  };
}

/** "Norland | 9" and "Norland | 12". */
const isSameRow = (one: Unit, other: Unit): boolean =>
  one.kind === 'table-row' && /\p{L}/u.test(firstCell(one)) && firstCell(one) === firstCell(other);
const firstCell = ({ key }: Unit): string => key.split('|')[0] ?? '';

const isKnownByPlace = ({ kind, text }: Unit): boolean =>
  kind === 'heading' || SHORT_QUOTATION.test(text) || NUMBER_ALONE.test(text);
const NUMBER_ALONE = /^\P{L}*\p{Nd}\P{L}*$/u;
const SHORT_QUOTATION = /^["“„«‘'](?:[\p{L}\p{M}\p{N}’'-]+[\s,]*){1,4}[.!?…]?["”“»’'][.!?]?$/u;
