/** The changes as a list of facts, gravest first, each with its words and the way to its place in the text. */
import { isAtLeast, type Change, type Comparison, type RedlineRow } from '../../change.ts';
import { excerptOf } from '../excerpt.ts';
import { nameOfKind } from '../../compare/phrases/kinds.ts';
import { tellings, type Telling } from '../telling.ts';
import { html, type Content, type Markup } from './html.ts';
import { anchorOf, marks } from './redline.ts';
import type { ComparedView } from './view.ts';

/**
 * The changes that matter, each with a way to its place in the text: a named figure as its two values, everything else as the
 * words around it, once for a passage however many changes it holds.
 */
export function facts(view: ComparedView): Content {
  const lines = linesOf(view);
  if (lines.length === 0) return null;
  const rest = lines.slice(SHOWN_AT_ONCE);
  return html`<section aria-label="What changed">
    <ul class="facts">
      ${lines.slice(0, SHOWN_AT_ONCE)}
    </ul>
    ${
      rest.length > 0 &&
      html`<details class="more">
        <summary>${rest.length} more</summary>
        <ul class="facts">
          ${rest}
        </ul>
      </details>`
    }
  </section>`;
}

/** As many as can be taken in at a glance. */
const SHOWN_AT_ONCE = 7;

function linesOf(view: ComparedView): readonly Markup[] {
  const { changes } = view.comparison;
  const told = tellings(view.comparison).filter((telling) => !standsAbove(telling, view));
  const pairs = new Map<string, Telling[]>();
  for (const telling of told.filter(isPair)) {
    const same = pairs.get(pairOf(telling)) ?? [];
    pairs.set(pairOf(telling), [...same, telling]);
  }
  const shown = new Set<number>();
  return told.flatMap((telling) => {
    if (isPair(telling)) {
      const same = pairs.get(pairOf(telling)) ?? [];
      return same[0] === telling ? figureLine(telling, same, view) : [];
    }
    const change = changes[telling.change];
    if (change === undefined || shown.has(change.passage)) return [];
    shown.add(change.passage);
    const together = told.filter((other) => !isPair(other) && changes[other.change]?.passage === change.passage);
    return passageLine(change, together, view);
  });
}

/** A figure that counts nothing nameable says nothing without the words around it. */
const isPair = ({ kind, about, before, after }: Telling): boolean =>
  kind === 'figure' && about !== nameOfKind('figure') && before !== null && after !== null;

/** A turnout that is given three times has moved once. */
const pairOf = ({ about, before, after }: Telling): string => [about, before, after].join('\n');

/** A rewritten headline is shown over the facts, with its marks; a figure in it is told where the text has it, if it has. */
function standsAbove(telling: Telling, { comparison, before, after }: ComparedView): boolean {
  if (before.headline === after.headline || comparison.changes[telling.change]?.part !== 'headline') return false;
  if (!isPair(telling)) return true;
  return tellings(comparison).some(
    (other) =>
      comparison.changes[other.change]?.part !== 'headline' &&
      other.before === telling.before &&
      other.after === telling.after,
  );
}

const figureLine = (telling: Telling, same: readonly Telling[], view: ComparedView): Markup =>
  html`<li>
    <span class="about">${capital(telling.about)}</span
    ><span class="pair"
      >${pair(telling.before, telling.after)}${placesOf(
        view.rows,
        same.map(({ change }) => change),
      )}</span
    >
  </li>`;

const passageLine = (change: Change, together: readonly Telling[], view: ComparedView): Markup =>
  html`<li>
    <span class="about">${capital(aboutOf(together))}</span
    ><span class="told" dir="${view.after.direction}"
      >${marks(excerptOf(change))}${placesOf(view.rows, [view.comparison.changes.indexOf(change)])}</span
    >
  </li>`;

/** "Quotation, Jim Townsend" where it is one; "claim, figure" where a passage holds several. */
function aboutOf(together: readonly Telling[]): string {
  const [first] = together;
  const names = [...new Set(together.map((telling) => nameOfKind(telling.kind)))];
  if (first === undefined || names.length > 1 || first.kind === 'figure') return names.join(', ');
  const speakers = [...new Set(together.map((telling) => telling.about))].filter((about) => about !== names[0]);
  return [...names, ...speakers].join(', ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function pair(before: string | null, after: string | null): Markup {
  return html`${before !== null && html`<del>${before}</del>`}${
    before !== null && after !== null && html`<span class="to" aria-hidden="true">→</span>`
  }${after !== null && html`<ins>${after}</ins>`}`;
}

/** Links to the blocks that changes are told in, named as the margin numbers them, each once. */
function placesOf(rows: readonly RedlineRow[], changes: readonly number[]): Content {
  const anchors = new Set(changes.flatMap((change) => placeOf(rows, change) ?? []));
  return [...anchors].map((anchor) => {
    const name = anchor.replace(/^p/u, 'paragraph ').replace(/^was/u, 'was paragraph ');
    return html` <a class="go" dir="ltr" href="#${anchor}">${name}</a>`;
  });
}

function placeOf(rows: readonly RedlineRow[], change: number): string | null {
  const told = rows.filter((row) => row.changes.includes(change));
  const row = told.find((candidate) => candidate.op === 'moved-to') ?? told[0];
  return row === undefined ? null : anchorOf(row);
}

/** What nobody is told of, on demand and marked as such. */
export function quietChanges(comparison: Comparison): Content {
  const quiet = comparison.changes.filter((change) => !isAtLeast(change.severity, 'minor'));
  if (quiet.length === 0) return null;
  const count = quiet.length === 1 ? '1 change' : `${quiet.length} changes`;
  return html`<details class="more">
    <summary>${count} of style or ignored, told to nobody</summary>
    <ul class="facts">
      ${quiet.map(
        (change) =>
          html`<li>
            <span class="about"
              >${capital(nameOfKind(change.kind))}, ${change.severity === 'none' ? 'ignored' : 'cosmetic'}</span
            ><span class="told">${marks(excerptOf(change))}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}
