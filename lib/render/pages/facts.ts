/** The changes as a list of facts, gravest first, each with its words and the way to its place in the text. */
import { isAtLeast, type Comparison, type RedlineRow } from '../../change.ts';
import { excerptOf } from '../excerpt.ts';
import { nameOfKind, tellings, type Telling } from '../telling.ts';
import { html, type Content, type Markup } from './html.ts';
import { anchorOf, marks } from './redline.ts';
import type { ComparedView } from './view.ts';

/** The changes that matter, one a line, each with a way to its place in the text. */
export function facts(view: ComparedView): Content {
  const told = tellings(view.comparison);
  if (told.length === 0) return null;
  const line = (telling: Telling): Markup => fact(telling, view);
  const rest = told.slice(SHOWN_AT_ONCE);
  return html`<section aria-label="What changed">
    <ul class="facts">
      ${told.slice(0, SHOWN_AT_ONCE).map(line)}
    </ul>
    ${
      rest.length > 0 &&
      html`<details class="more">
        <summary>${rest.length} more</summary>
        <ul class="facts">
          ${rest.map(line)}
        </ul>
      </details>`
    }
  </section>`;
}

/** As many as can be taken in at a glance. */
const SHOWN_AT_ONCE = 7;

function fact(telling: Telling, view: ComparedView): Markup {
  const change = view.comparison.changes[telling.change];
  const anchor = placeOf(view.rows, telling.change);
  const go = anchor !== null && html` <a class="go" dir="ltr" href="#${anchor}">${placeName(anchor)}</a>`;
  const isFigure = telling.kind === 'figure' && telling.before !== null && telling.after !== null;
  const said = isFigure
    ? html`<span class="pair">${pair(telling.before, telling.after)}${go}</span>`
    : html`<span class="told" dir="${view.after.direction}"
        >${change === undefined ? pair(telling.before, telling.after) : marks(excerptOf(change))}${go}</span
      >`;
  return html`<li><span class="about">${aboutOf(telling)}</span>${said}</li>`;
}

/** "Quotation, Jim Townsend"; a figure is told by its noun alone. */
function aboutOf(telling: Telling): string {
  const name = nameOfKind(telling.kind);
  if (telling.kind === 'figure' || telling.about === name) return capital(telling.about);
  return `${capital(name)}, ${telling.about}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function pair(before: string | null, after: string | null): Markup {
  return html`${before !== null && html`<del>${before}</del>`}${
    before !== null && after !== null && html`<span class="to" aria-hidden="true">→</span>`
  }${after !== null && html`<ins>${after}</ins>`}`;
}

/** As the number in the margin has it. */
const placeName = (anchor: string): string => anchor.replace(/^p/u, 'paragraph ').replace(/^was/u, 'was paragraph ');

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
