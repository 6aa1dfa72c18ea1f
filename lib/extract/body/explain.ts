/** Why each region was set aside and each line kept or not, in the page's order: a table to write selectors from. */
import type { Explanation } from '../../extraction.ts';
import { cssPath } from '../css-path.ts';
import type { PageElement } from '../page-element.ts';
import { textOf } from '../text.ts';
import type { Opening } from './opening.ts';
import type { Unit } from './units.ts';
import type { Verdict } from './verdict.ts';

export type BodyReading = Opening & {
  /** Regions set aside for their markup, and why. */
  readonly regions: readonly (readonly [element: PageElement, why: string])[];
  /** Lines between the headline and the body. */
  readonly opening: readonly Unit[];
  /** Lines of the body. */
  readonly verdicts: readonly Verdict[];
  /** Notices below the body. */
  readonly below: readonly Unit[];
};

export function explainBody(reading: BodyReading): readonly Explanation[] {
  const { regions, opening, verdicts, below, standfirst, lead, fromBody } = reading;
  const isStandfirst = (unit: Unit): boolean => standfirst?.from === 'page' && standfirst.text.includes(unit.text);
  const told: readonly Told[] = [
    ...regions.map(([element, why]): Told => ({ element, verdict: 'dropped', why, text: textOf(element, 80) })),
    ...opening.map((unit): Told => {
      if (isStandfirst(unit)) return kept(unit, 'standfirst');
      return lead.includes(unit) ? kept(unit) : dropped(unit, 'between the headline and the text');
    }),
    ...verdicts.map(({ unit, dropped: why }): Told => {
      if (why !== null) return dropped(unit, why);
      return kept(unit, fromBody.includes(unit) ? 'standfirst' : unit.kind);
    }),
    ...below.map((unit) => kept(unit)),
  ];
  return told
    .toSorted((one, other) => one.element.order - other.element.order)
    .map(({ element, verdict, why, text }) => ({ verdict, path: cssPath(element), why, text: text.slice(0, 80) }));
}

type Told = Pick<Explanation, 'verdict' | 'why' | 'text'> & { readonly element: PageElement };

const kept = ({ element, text, kind }: Unit, why: string = kind): Told => ({ element, verdict: 'kept', why, text });
const dropped = ({ element, text }: Unit, why: string): Told => ({ element, verdict: 'dropped', why, text });
