/** Figures that moved more than once or not, followed through an article's revisions: "killed" 6 → 7 → 9. */
import type { Figure } from '../change.ts';
import type { Revision } from '../revision.ts';

export type TrailPoint = { readonly number: number; readonly text: string; readonly value: number };

/** One figure through the revisions in which it changed, with the one it started from. At least two points. */
export type FigureTrail = {
  readonly about: string;
  readonly unit: string | null;
  readonly points: readonly TrailPoint[];
};

/**
 * A change continues a trail if it counts the same thing in the same unit and starts from the value the trail had
 * reached. Figures that count nothing nameable, or have no single value, make no trail. Longest first.
 */
export function figureTrails(revisions: readonly Revision[]): readonly FigureTrail[] {
  const trails: { key: string; about: string; unit: string | null; points: TrailPoint[] }[] = [];
  for (const revision of revisions) {
    if (revision.kind !== 'text' || revision.comparison === null) continue;
    const from = revision.comparedWith?.number ?? revision.number - 1;
    for (const fact of revision.comparison.changes.flatMap((change) => change.facts)) {
      if (fact.kind !== 'figure' || fact.before === null || fact.after === null) continue;
      const [before, after] = [pointOf(fact.before, from), pointOf(fact.after, revision.number)];
      if (before === null || after === null || before.value === after.value) continue;
      const key = keyOf(fact.after);
      if (key === null) continue;
      const trail = trails.find((one) => one.key === key && one.points.at(-1)?.value === before.value);
      if (trail === undefined) {
        trails.push({ key, about: fact.after.noun ?? '', unit: fact.after.unit, points: [before, after] });
      } else if (trail.points.at(-1)?.number !== revision.number) {
        trail.points.push(after);
      }
    }
  }
  return trails
    .map(({ about, unit, points }) => ({ about, unit, points }))
    .toSorted((a, b) => b.points.length - a.points.length);
}

const pointOf = (figure: Figure, number: number): TrailPoint | null =>
  figure.value === null ? null : { number, text: figure.text, value: figure.value };

const keyOf = (figure: Figure): string | null =>
  figure.noun === null ? null : `${figure.type} ${figure.unit ?? ''} ${figure.noun.toLocaleLowerCase()}`;
