/** What a revision rests on, for whoever wants to check it. */
import { html, safeHref, type Content, type Markup } from './html.ts';
import { time } from './times.ts';
import type { Archived, RevisionView } from './view.ts';

/** What the revision rests on: addresses, stamps, archived bytes and the chain of hashes. */
export function evidence(view: RevisionView): Markup {
  const href = safeHref(view.url);
  const rows: readonly (readonly [string, Content])[] = [
    [
      'Article',
      href === null ? view.url : html`<a class="outward" href="${href}" rel="noreferrer noopener">${view.url}</a>`,
    ],
    ...(view.kind === 'compared'
      ? ([
          ['Publisher’s date', stamps(view.before.publishedAt, view.after.publishedAt)],
          ['Publisher’s “modified”', stamps(view.before.modifiedAt, view.after.modifiedAt)],
          [
            'Words',
            `${view.comparison.wordsAdded} added, ${view.comparison.wordsRemoved} removed (${percent(view.comparison.changedShare)} of the text)`,
          ],
          ['Page before', archived(view.archived.before)],
          ['Page after', archived(view.archived.after)],
        ] as const)
      : view.kind === 'first-sighting'
        ? ([['Page', archived(view.archived)]] as const)
        : []),
    ['Hash of this revision', view.hash !== null && html`<code>${view.hash}</code>`],
    ['Hash of the one before', view.previousHash !== null && html`<code>${view.previousHash}</code>`],
    ['A return', view.kind === 'compared' && view.returnsTo !== null && `to the wording of revision ${view.returnsTo}`],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== false);
  return html`<section aria-labelledby="record">
    <h2 id="record">The record</h2>
    <dl class="record">
      ${known.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

function stamps(before: string | null, after: string | null): Content {
  if (before === null && after === null) return null;
  if (before === after) return html`${stamp(after)} (not moved)`;
  return html`${stamp(before)} → ${stamp(after)}`;
}

const stamp = (instant: string | null): Content => (instant === null ? 'none' : time(instant));

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function archived(page: Archived | null): Content {
  if (page === null) return null;
  const name = html`<code>${page.sha256.slice(0, 16)}…</code>`;
  const link =
    page.href === null
      ? html`<code>pages/${page.sha256}.html.gz</code>`
      : html`<a href="${page.href}">archived bytes ${name}</a>`;
  return html`${link}${page.fetchedAt !== null && html`, fetched ${time(page.fetchedAt)}`}`;
}
