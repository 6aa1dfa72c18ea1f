/** Figures that moved more than once or not, followed through an article's revisions: "killed" 6 → 7 → 9. */
import * as z from 'zod';
import type { Figure } from '../change.ts';
import type { TextRevision } from '../revision.ts';

const trailPointSchema = z.object({ number: z.int(), text: z.string(), value: z.number() }).readonly();
export type TrailPoint = z.infer<typeof trailPointSchema>;

/** One figure that became another, with the revisions it stood in: small enough to keep, and all a trail is made of. */
export const figureMoveSchema = z
  .object({
    key: z.string(),
    about: z.string(),
    unit: z.string().nullable(),
    from: trailPointSchema,
    to: trailPointSchema,
  })
  .readonly();
export type FigureMove = z.infer<typeof figureMoveSchema>;

/** One figure through the revisions in which it changed, with the one it started from. At least two points. */
export type FigureTrail = {
  readonly about: string;
  readonly unit: string | null;
  readonly points: readonly TrailPoint[];
};

/** The figures a revision moved. Those that count nothing nameable, or have no single value, make no trail. */
export function figureMoves({ number, comparison, comparedWith }: TextRevision): readonly FigureMove[] {
  const facts = (comparison?.changes ?? []).flatMap((change) => change.facts);
  return facts.flatMap((fact) => {
    if (fact.kind !== 'figure' || fact.before === null || fact.after === null) return [];
    const from = pointOf(fact.before, comparedWith?.number ?? number - 1);
    const to = pointOf(fact.after, number);
    const { type, unit, noun } = fact.after;
    if (from === null || to === null || from.value === to.value || noun === null) return [];
    return [{ key: `${type} ${unit ?? ''} ${noun.toLocaleLowerCase()}`, about: noun, unit, from, to }];
  });
}

/**
 * A move continues a trail if it counts the same thing in the same unit and starts from the value the trail had
 * reached. `moves` in the order of their revisions. Longest first.
 */
export function figureTrails(moves: readonly FigureMove[]): readonly FigureTrail[] {
  const trails: { key: string; about: string; unit: string | null; points: TrailPoint[] }[] = [];
  for (const { key, about, unit, from, to } of moves) {
    const trail = trails.find((one) => one.key === key && one.points.at(-1)?.value === from.value);
    if (trail === undefined) trails.push({ key, about, unit, points: [from, to] });
    else if (trail.points.at(-1)?.number !== to.number) trail.points.push(to);
  }
  return trails
    .map(({ about, unit, points }) => ({ about, unit, points }))
    .toSorted((a, b) => b.points.length - a.points.length);
}

const pointOf = (figure: Figure, number: number): TrailPoint | null =>
  figure.value === null ? null : { number, text: figure.text, value: figure.value };
