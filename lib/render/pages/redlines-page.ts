/** Several revisions on one page, one under the other: each told as in a feed. */
import { feedContent } from './feed-content.ts';
import { renderFrame } from './frame.ts';
import { html, trusted } from './html.ts';
import type { RevisionView } from './view.ts';

/** One self-contained HTML file. */
export const renderRedlines = (title: string, views: readonly RevisionView[]): string =>
  renderFrame({
    title: `Stop Press · ${title}`,
    trail: [],
    body: html`<h1>${title}</h1>
      ${views.length === 0 && html`<p>None.</p>`}
      ${views.map(
        (view) =>
          html`<article class="told" dir="${view.kind === 'compared' ? view.after.direction : 'auto'}">
            <h2>${view.headline}${view.number !== null && `, revision ${view.number}`}</h2>
            ${trusted(feedContent(view))}
          </article>`,
      )}`,
  });
