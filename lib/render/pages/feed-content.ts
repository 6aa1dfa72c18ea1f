/** A revision as HTML for a feed's entry: no classes, no styles, only marks that every reader of feeds knows. */
import type { RedlineRow } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { AVAILABILITY_WORDS } from '../describe.ts';
import { foldUnchanged } from '../folds.ts';
import { sayInterval } from '../interval.ts';
import { countOf } from '../../compare/phrases/kinds.ts';
import { lacksNotice } from '../lacks-notice.ts';
import { chips } from '../telling.ts';
import { html, toText, type Content } from './html.ts';
import { marks } from './redline.ts';
import type { RevisionView } from './view.ts';

/** Every altered block in full, with the headings they stand under; runs of unchanged blocks are counted. */
export function feedContent(view: RevisionView): string {
  return toText(html`${when(view)}${contentOf(view)}`);
}

const when = (view: RevisionView): Content =>
  view.changedBy !== null && html`<p>${sayInterval(view.unchangedAt, view.changedBy)}</p>`;

function contentOf(view: RevisionView): Content {
  switch (view.kind) {
    case 'first-sighting':
      return html`<p>First seen.</p>`;
    case 'availability':
      return html`<p>${AVAILABILITY_WORDS[view.after]}: ${view.detail}</p>`;
    case 'compared': {
      const { comparison, rows } = view;
      const kinds = chips(comparison).map((chip) => countOf(chip.kind, chip.count));
      const notice = lacksNotice(comparison) ? ' · no correction notice seen' : '';
      return html`<p><b>${comparison.severity.toUpperCase()}</b>${notice} · ${kinds.join(', ')}</p>
        ${foldUnchanged(rows, comparison).map((fold) => {
          if (fold.kind === 'shown') return block(fold.row);
          return fold.paragraphs > 0 && html`<p><small>⋯ ${fold.paragraphs} unchanged</small></p>`;
        })}`;
    }
    default:
      return unreachable(view);
  }
}

function block(row: RedlineRow): Content {
  const words = marks(row.spans);
  if (row.kind === 'headline') return html`<h2>${words}</h2>`;
  if (row.kind === 'heading') return html`<h3>${words}</h3>`;
  const moved = row.op === 'moved-from' ? 'moved from here: ' : row.op === 'moved-to' ? 'moved here: ' : null;
  return html`<p>${moved !== null && html`<i>${moved}</i>`}${words}</p>`;
}
