/** How grave a comparison is, whether a notice was seen, and the kinds of change: what a glance must give. */
import { isAtLeast, type Comparison, type Severity } from '../../change.ts';
import { lacksNotice } from '../lacks-notice.ts';
import { chips } from '../telling.ts';
import { html, type Content, type Markup } from './html.ts';

export const badge = (severity: Severity): Markup => html`<li class="badge ${severity}">${severity.toUpperCase()}</li>`;

/** How grave it is, whether a notice was seen, and a chip for each kind of change. */
export function verdict(comparison: Comparison): Content {
  if (comparison.changes.length === 0) return null;
  const isMissed = lacksNotice(comparison);
  const seen = isMissed
    ? 'No correction notice seen'
    : comparison.announced === 'notice'
      ? 'Announced by a notice'
      : null;
  return html`<ul class="verdict" aria-label="How grave, and what kinds of change">
    ${badge(comparison.severity)}${seen !== null && html`<li class="seen">${seen}</li>`}${
      isMissed &&
      comparison.announced === 'metadata-only' &&
      html`<li class="quiet">only the page’s “modified” stamp moved</li>`
    }${chips(comparison).map((chip) =>
      isAtLeast(chip.severity, 'minor')
        ? html`<li>${chip.label}</li>`
        : html`<li class="quiet">${chip.label}, cosmetic</li>`,
    )}
  </ul>`;
}
