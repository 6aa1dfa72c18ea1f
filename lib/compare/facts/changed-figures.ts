import type { Figure } from '../../change.ts';
import type { Days, FactChange } from './changed-facts.ts';
import { areContrary } from './contraries.ts';
import { isPartOfTime, type FigureSort, type FoundFigure } from './figures.ts';
import { movedAmong } from './exchanged.ts';
import { isMisspeltInPlace, isSlip } from './misspellings.ts';
import { pairInPlace } from './pairing.ts';
import { editIn, isCovered, unite, type Edit, type Placed, type Range, type Side } from './ranges.ts';
import { lexemesIn } from './lexemes.ts';
import { canBeSameDay, isSameButYear } from './same-day.ts';
import type { SentenceFacts } from './sentence-facts.ts';
import { isSameHour } from './zones.ts';

/**
 * How a figure changed. `notation-only` and `unit-conversion` say the same in another way; `relative-day-same` is a day
 * told from today that became a weekday, or back; the rest name what the altered value is of.
 */
export type FigureNature =
  Exclude<FigureSort, 'relative-day'> | 'notation-only' | 'qualifier' | 'unit-conversion' | 'relative-day-same';

/** The figures altered, put in or taken out. No altered digit goes untold. */
export function changedFigures(
  before: SentenceFacts,
  after: SentenceFacts,
  edits: readonly Edit[],
  days: Days,
): FactChange[] {
  const pairs = pairInPlace(before.figures, after.figures, edits, likeness);
  const changes: FactChange[] = [];
  const isKnown = (range: Range, side: Side): boolean =>
    isCovered(range, side === 'before' ? before.figures : after.figures);
  const second = new Set<FoundFigure>();
  for (const [one, other] of pairs.both) {
    const [come, gone] = [restOfPair(one, other, after.figures), restOfPair(other, one, before.figures)];
    if (come || gone) {
      for (const rest of [come, gone]) if (rest) second.add(rest);
      changes.push(changeOf(joined(one, gone, before.text), joined(other, come, after.text), 'notation-only', edits));
      continue;
    }
    const nature = natureOf(one, other, days);
    const edit = editIn(wholeOf(one), edits, 'before') ?? editIn(wholeOf(other), edits, 'after');
    if (nature !== null && !(edit && isSlip(edit, before, after, isKnown)))
      changes.push(changeOf(one, other, nature, edits));
  }
  const moved = movedAmong(sideOf(before), sideOf(after), pairs.removed, pairs.added, isSameFigure);
  for (const { gone, come, instead } of moved) {
    const nature = instead && natureOf(gone, instead, days);
    const fact = { kind: 'figure', before: gone.figure, after: instead?.figure ?? null } as const;
    if (nature) changes.push({ kind: 'figure', nature, before: gone.range, after: come.range, fact });
  }
  for (const figure of pairs.removed) {
    if (second.has(figure) || moved.some(({ gone }) => gone === figure) || isConversionOfNeighbour(figure, before))
      continue;
    if (!figure.weak && !isMisspeltAway(figure, before, after, edits, 'before'))
      changes.push(changeOf(figure, null, lostNature(figure), edits));
  }
  for (const figure of pairs.added) {
    if (second.has(figure) || moved.some(({ come }) => come === figure) || isConversionOfNeighbour(figure, after))
      continue;
    if (!figure.weak && !isMisspeltAway(figure, after, before, edits, 'after'))
      changes.push(changeOf(null, figure, lostNature(figure), edits));
  }
  const told = withNeighbours(changes, before, after);
  return [...told, ...untoldDigits(before, after, edits, told)];
}

/** "51-48" and "51 to 48": the second of two figures that the other side writes as one. */
function restOfPair(pair: FoundFigure, first: FoundFigure, figures: readonly FoundFigure[]): FoundFigure | null {
  const second = figures[figures.indexOf(first) + 1];
  return second && pair.figure.unit === first.figure.unit && pair.key === `${first.figure.value}–${second.figure.value}`
    ? second
    : null;
}

function joined(figure: FoundFigure, rest: FoundFigure | null, text: string): FoundFigure {
  if (!rest) return figure;
  const range = unite(figure.range, rest.range);
  return { ...figure, range, figure: { ...figure.figure, value: null, text: text.slice(...range) } };
}

const sideOf = ({ lexemes, figures: found }: SentenceFacts) => ({ lexemes, found });

/** "The fire killed six people" → "six people were killed in the fire": one figure, of one thing, in another place. */
function isSameFigure(one: FoundFigure, other: FoundFigure): boolean {
  if (one.key !== other.key || one.bound !== other.bound || one.sort !== other.sort) return false;
  const [a, b] = [one.figure, other.figure];
  if (a.unit !== b.unit) return false;
  if (a.noun === b.noun) return true;
  return one.sort === 'casualty' && a.noun !== null && b.noun !== null && !areContrary(a.noun, b.noun, 'fates');
}

/** "10 miles (16km)", "£2bn ($2.6bn)": the same said once more, in brackets. */
function isConversionOfNeighbour(figure: FoundFigure, { figures, text }: SentenceFacts): boolean {
  const index = figures.indexOf(figure);
  return (
    [
      [figures[index - 1], figure],
      [figure, figures[index + 1]],
    ] as const
  ).some(([outside, inside]) => {
    if (!outside || !inside || !isSaidAgain(outside, inside)) return false;
    const [before, after] = [text.slice(wholeOf(outside)[1], wholeOf(inside)[0]), text.slice(wholeOf(inside)[1])];
    return /^\s?[([]$/u.test(before) && /^[)\]]/u.test(after);
  });
}

const isSaidAgain = (one: FoundFigure, other: FoundFigure): boolean =>
  one.figure.unit !== other.figure.unit &&
  one.figure.type === other.figure.type &&
  (one.figure.type === 'money' || isConversion(one, other) || isHourAgain(one, other));

/** "90 %" and "nine in ten", "33 %" and "a third". */
function isShareAgain(one: FoundFigure, other: FoundFigure): boolean {
  const [first, second] = [shareOf(one), shareOf(other)];
  return first !== null && second !== null && Math.abs(first - second) <= ROUNDED_SHARE;
}
const ROUNDED_SHARE = 0.005;

function shareOf({ figure: { type, value } }: FoundFigure): number | null {
  if (value === null) return null;
  if (type === 'percent') return value / 100;
  return type === 'count' && value > 0 && value < 1 ? value : null;
}

const isHourAgain = (one: FoundFigure, other: FoundFigure): boolean =>
  one.figure.type === 'time' &&
  other.figure.type === 'time' &&
  isSameHour({ key: one.key, zone: one.figure.unit }, { key: other.key, zone: other.figure.unit });

/** "July 1 2023" → "July 1 202": what is left of a figure, a space behind the rest of it, is told with it. */
function withNeighbours(changes: readonly FactChange[], before: SentenceFacts, after: SentenceFacts): FactChange[] {
  const taken = new Set<FactChange>();
  const told = changes.map((change) => {
    if (change.before === null || change.after === null) return change;
    return (['before', 'after'] as const).reduce((whole: FactChange, side) => {
      const end = whole[side]?.[1];
      const rest = changes.find(
        (one) => (one.before === null || one.after === null) && one[side]?.[0] === (end ?? 0) + 1,
      );
      if (!rest) return whole;
      taken.add(rest);
      return extended(whole, side, rest[side]?.[1] ?? 0, side === 'before' ? before.text : after.text);
    }, change);
  });
  return told.filter((change) => !taken.has(change));
}

/** A figure that goes on to `end` on one side. */
function extended(change: FactChange, side: Side, end: number, text: string): FactChange {
  const { fact } = change;
  const [start] = change[side] ?? [end];
  if (change.kind !== 'figure' || fact.kind !== 'figure' || fact[side] === null) return change;
  const figure = { ...fact[side], text: text.slice(start, end) };
  return { ...change, [side]: [start, end], fact: { ...fact, [side]: figure } };
}

/** Those of one value belong together, then those of one type. */
function likeness(one: FoundFigure, other: FoundFigure): number {
  const sameKey = one.key === other.key ? 4 : 0;
  const sameType = one.figure.type === other.figure.type ? 2 : 0;
  const sameNoun = one.figure.noun !== null && one.figure.noun === other.figure.noun ? 1 : 0;
  return sameKey + sameType + sameNoun - (one.weak !== other.weak ? 0.5 : 0);
}

function natureOf(one: FoundFigure, other: FoundFigure, days: Days): FigureNature | null {
  const sameUnit = one.figure.unit === other.figure.unit;
  const sameValue = one.key === other.key && sameUnit;
  if (sameValue) {
    if (one.bound !== other.bound) return isPartLeftOut(one, other) ? null : 'qualifier';
    return one.figure.text === other.figure.text || (one.weak && other.weak) ? null : 'notation-only';
  }
  if (!sameUnit && (isConversion(one, other) || isHourAgain(one, other) || isShareAgain(one, other)))
    return 'unit-conversion';
  if (one.figure.type === 'date' && other.figure.type === 'date') return dayNature(one, other, days);
  if (one.key === other.key && one.figure.type === 'percent' && other.figure.type === 'percent') return 'percent';
  // One of a casualty figure's sides may say so while the other leaves it to the reader.
  if (one.sort === 'casualty' || other.sort === 'casualty') return 'casualty';
  return lostNature(weighs(other) < weighs(one) ? other : one);
}

/** "In late March" → "in March". */
const isPartLeftOut = (one: FoundFigure, other: FoundFigure): boolean =>
  (one.bound === null || other.bound === null) && isPartOfTime(one.bound ?? other.bound ?? '');

/** Of two figures that are not of one sort ("5%" → "Monday") the one that counts for more names the alteration, whichever came first. */
const IN_ORDER: readonly FigureSort[] = [
  'money',
  'vote',
  'percent',
  'score',
  'date',
  'weekday',
  'relative-day',
  'time',
];
const weighs = ({ sort, figure }: FoundFigure): number =>
  IN_ORDER.includes(sort) ? IN_ORDER.indexOf(sort) : IN_ORDER.length + Number(figure.type === 'count');

function dayNature(one: FoundFigure, other: FoundFigure, days: Days): FigureNature {
  const written = [days.before, days.after ?? days.before] as const;
  const sorts = [one.sort, other.sort];
  if (sorts[0] === sorts[1] && one.weak === other.weak) {
    if (isSameButYear(one.key, other.key, written)) return 'relative-day-same';
    return sorts[0] === 'weekday' ? 'weekday' : 'date';
  }
  const isSame = canBeSameDay(one.key, other.key, written);
  // "Today" is said of most weekdays, "last week" of most days, where nothing tells.
  const isLoose = one.weak || other.weak || !sorts.includes('date');
  return (isSame ?? isLoose)
    ? 'relative-day-same'
    : sorts.includes('weekday') && !sorts.includes('date')
      ? 'weekday'
      : 'date';
}

/** Five miles and eight kilometres: the same within what rounding to the digits given allows. */
function isConversion(one: FoundFigure, other: FoundFigure): boolean {
  if (!one.measure || !other.measure || one.measure.dimension !== other.measure.dimension) return false;
  if (one.figure.value === null || other.figure.value === null) return false;
  if (one.measure.dimension === 'temperature') return isSameTemperature(one, other);
  const [first, second] = [one.figure.value * one.measure.worth, other.figure.value * other.measure.worth];
  return Math.abs(first - second) <= ROUNDING * Math.max(Math.abs(first), Math.abs(second));
}
const ROUNDING = 0.06;

function isSameTemperature(one: FoundFigure, other: FoundFigure): boolean {
  const celsius = ({ figure }: FoundFigure): number =>
    figure.unit === '°F' ? ((figure.value ?? 0) - 32) / 1.8 : (figure.value ?? 0);
  return Math.abs(celsius(one) - celsius(other)) <= 1;
}

const lostNature = ({ sort, qualifier }: FoundFigure): FigureNature =>
  sort === 'relative-day' ? 'date' : sort === 'other-count' && qualifier === null ? 'other-count' : sort;

function changeOf(
  one: FoundFigure | null,
  other: FoundFigure | null,
  nature: FigureNature,
  edits: readonly Edit[],
): FactChange {
  return {
    kind: 'figure',
    nature,
    before: one && extentOf(one, nature, edits, 'before'),
    after: other && extentOf(other, nature, edits, 'after'),
    fact: { kind: 'figure', before: one?.figure ?? null, after: other?.figure ?? null },
  };
}

const wholeOf = ({ range, qualifier }: FoundFigure): Range => (qualifier === null ? range : unite(range, qualifier));

/** The value, and its qualifier where that was altered too. */
function extentOf(figure: FoundFigure, nature: FigureNature, edits: readonly Edit[], side: Side): Range {
  const { range, qualifier } = figure;
  return qualifier !== null && (nature === 'qualifier' || editIn(qualifier, edits, side) !== undefined)
    ? unite(range, qualifier)
    : range;
}

/** A number word lost to a slip of the keys ("seven" → "sevne") is no change of figure. */
function isMisspeltAway(
  figure: FoundFigure,
  own: SentenceFacts,
  opposite: SentenceFacts,
  edits: readonly Edit[],
  side: Side,
): boolean {
  const hasDigits = /\p{Nd}/u.test(figure.figure.text);
  return !hasDigits && isMisspeltInPlace(figure.range, own, opposite, edits, side);
}

/**
 * Digits altered outside anything known as a figure ("G7" → "G8", "18F") are told as they stand, where there are some
 * on either side. Only the numbers of list entries and names are left out.
 */
function untoldDigits(
  before: SentenceFacts,
  after: SentenceFacts,
  edits: readonly Edit[],
  told: readonly FactChange[],
): FactChange[] {
  const [one, other] = [knownNumbers(before, told, 'before'), knownNumbers(after, told, 'after')];
  return edits.flatMap((edit): FactChange[] => {
    const [first, second] = [digitsIn(before, edit.before, one), digitsIn(after, edit.after, other)];
    const changes: FactChange[] = [];
    for (let index = 0; index < Math.min(first.length, second.length); index += 1) {
      const [gone, come] = [first[index], second[index]];
      if (!gone || !come || digits(gone.figure.text) === digits(come.figure.text)) continue;
      changes.push({
        kind: 'figure',
        nature: 'other-count',
        before: gone.range,
        after: come.range,
        fact: { kind: 'figure', before: gone.figure, after: come.figure },
      });
    }
    return changes;
  });
}

const digits = (text: string): string => text.replaceAll(/\P{Nd}+/gu, ' ').trim();

/** The places of numbers that are told already, or are part of a name ("Channel 13") or of a list. */
function knownNumbers(facts: SentenceFacts, told: readonly FactChange[], side: Side): readonly Placed[] {
  const [first, second] = facts.lexemes;
  const isList = first?.kind === 'number' && /^[.)]$/u.test(second?.text ?? '');
  const ranges = told.flatMap((change) => (change[side] === null ? [] : [change[side]]));
  const names = facts.names.filter(({ isNumbered }) => isNumbered).map(({ range }) => range);
  return [...(isList ? [[first.start, first.end] as const] : []), ...ranges, ...names]
    .toSorted((one, other) => one[0] - other[0])
    .map((range) => ({ range }));
}

function digitsIn(
  facts: SentenceFacts,
  edit: Range,
  known: readonly Placed[],
): readonly { readonly range: Range; readonly figure: Figure }[] {
  return lexemesIn(facts.lexemes, edit).flatMap(({ start, end, text }) => {
    const range: Range = [start, end];
    if (!/\p{Nd}/u.test(text) || isCovered(range, known) || isCovered(range, facts.figures)) return [];
    return [{ range, figure: { text, type: 'count' as const, value: null, unit: null, noun: null, qualifier: null } }];
  });
}
