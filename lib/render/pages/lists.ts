/** Revisions as a list: when, how grave, whose and what, each a link to its page. */
import { html, type Content, type Markup } from './html.ts';
import { time } from './times.ts';
import type { RevisionLine } from './view.ts';

/** What is said under a line: what changed, unless the list is about one thing. */
type Said = (line: RevisionLine) => Content;
const summary: Said = (line) => line.summary;
/** In its own words. */
export const notice: Said = (line) => line.notice ?? line.summary;
export const headlines: Said = (line) =>
  line.headlineBefore === null ? line.summary : html`was <del>${line.headlineBefore}</del>`;

/** The revisions of one article: its headline would be said again and again. */
export const articleList = (lines: readonly RevisionLine[]): Markup =>
  list(
    lines,
    (line) =>
      html`${top(line, `revision ${line.number}`)}
        <p class="said">${linked(line.summary, line.href)}</p>`,
  );

/** A section with a heading and a list of revisions of many articles, or what to say where the list is empty. */
export function listSection(title: string, lines: readonly RevisionLine[], empty: string, said = summary): Markup {
  const id = title.toLowerCase().replaceAll(/[^a-z]+/gu, '-');
  const entry = (line: RevisionLine): Content =>
    html`${top(line, line.publicationName)}<span class="title">${linked(line.headline, line.href)}</span>
      <p class="said">${said(line)}</p>`;
  const rest = lines.slice(SHOWN_AT_ONCE);
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${lines.length === 0 ? html`<p class="note">${empty}</p>` : list(lines.slice(0, SHOWN_AT_ONCE), entry)}${
      rest.length > 0 &&
      html`<details class="more">
        <summary>${rest.length} more</summary>
        ${list(rest, entry)}
      </details>`
    }
  </section>`;
}

/** More of each list would push the next off the screen. */
const SHOWN_AT_ONCE = 6;

export const linked = (text: string, href: string | null): Content =>
  href === null ? text : html`<a href="${href}">${text}</a>`;

const list = (lines: readonly RevisionLine[], entry: (line: RevisionLine) => Content): Markup =>
  html`<ul class="list">
    ${lines.map((line) => html`<li>${entry(line)}</li>`)}
  </ul>`;

const top = (line: RevisionLine, whose: string): Markup =>
  html`<div class="top">
    ${line.severity !== 'none' && html`<span class="sev ${line.severity}">${line.severity}</span>`}<span>${time(line.fetchedAt)}</span>${whose !== '' && html`<span>${whose}</span>`}${line.unannounced && html`<b>no correction notice seen</b>`}
  </div>`;
