/** Revisions as a list: when, how grave, whose and what, each a link to its page. */
import { html, type Content, type Markup } from './html.ts';
import { time } from './times.ts';
import type { RevisionLine } from './view.ts';

/** `headlines` says each article's headline; on an article's own page that would be said again and again. */
export function revisionList(lines: readonly RevisionLine[], options: { readonly headlines: boolean }): Markup {
  return html`<ul class="list">
    ${lines.map(
      (line) =>
        html`<li>
          <div class="top">
            ${severity(line)}<span>${time(line.fetchedAt)}</span>${
              options.headlines
                ? html`<span>${line.publicationName}</span>`
                : html`<span>revision ${line.number}</span>`
            }${line.unannounced && html`<span>no correction notice seen</span>`}
          </div>
          ${options.headlines && html`<span class="title">${linked(line.headline, line.href)}</span>`}
          <p class="said">${options.headlines ? line.summary : linked(line.summary, line.href)}</p>
        </li>`,
    )}
  </ul>`;
}

/** A section with a heading and a list, or what to say where the list is empty. */
export function listSection(title: string, lines: readonly RevisionLine[], empty: string): Markup {
  const id = title.toLowerCase().replaceAll(/[^a-z]+/gu, '-');
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${lines.length === 0 ? html`<p class="note">${empty}</p>` : revisionList(lines, { headlines: true })}
  </section>`;
}

export const linked = (text: string, href: string | null): Content =>
  href === null ? text : html`<a href="${href}">${text}</a>`;

const severity = (line: RevisionLine): Content =>
  line.severity !== 'none' && html`<span class="sev ${line.severity}">${line.severity}</span>`;
