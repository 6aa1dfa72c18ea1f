/** The page of one revision: what changed and whether it matters, then the text, then the evidence. */
import type { AvailabilityState } from '../../availability.ts';
import type { Span } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { AVAILABILITY_WORDS } from '../describe.ts';
import { renderFrame } from './frame.ts';
import { html, safeHref, type Content, type Markup } from './html.ts';
import { evidence } from './evidence.ts';
import { facts, pair, quietChanges } from './facts.ts';
import { marks, plainText, redline } from './redline.ts';
import { badge, verdict } from './verdict.ts';
import { interval, time } from './times.ts';
import type { AvailabilityView, ComparedView, FirstSightingView, RevisionView } from './view.ts';

/** One self-contained HTML file. */
export function renderRevisionPage(view: RevisionView): string {
  const { publicationName, headline, number, trail } = view;
  const here = number === null ? 'Comparison' : `Revision ${number}`;
  return renderFrame({
    title: [headline, publicationName === null ? here : `${publicationName}, ${here.toLowerCase()}`].join(' · '),
    trail: [
      ...(trail.overview === null ? [] : [{ name: 'All publications', href: trail.overview }]),
      ...(trail.publication?.href ? [trail.publication] : []),
      ...(trail.timeline === null ? [] : [{ name: 'Timeline', href: trail.timeline }]),
      { name: here, href: null },
    ],
    body: html`${contentOf(view)} ${evidence(view)} ${pager(view)}`,
  });
}

function contentOf(view: RevisionView): Content {
  switch (view.kind) {
    case 'compared':
      return compared(view);
    case 'first-sighting':
      return firstSighting(view);
    case 'availability':
      return availability(view);
    default:
      return unreachable(view);
  }
}

function compared(view: ComparedView): Content {
  const { comparison, rows, before, after } = view;
  const rewritten = before.headline !== after.headline;
  return html`${kicker(view)}
    <h1 dir="${after.direction}" ${langOf(after.language)}>${view.headline}</h1>
    ${
      rewritten &&
      html`<p class="was">
        <span>Headline was:</span>
        <span class="words" dir="${before.direction}" ${langOf(before.language)}>${headlineBefore(view)}</span>
      </p>`
    }
    ${whenOf(view)} ${verdict(comparison)} ${comparison.changes.length === 0 && html`<p>Nothing changed.</p>`}
    ${facts(view)}
    <section aria-labelledby="text">
      <h2 id="text">The text${view.number !== null && `, as of revision ${view.number}`}</h2>
      ${redline(rows, comparison, after)}
    </section>
    ${quietChanges(comparison)}`;
}

/** With a mark on the words that went; all of it where none of them stayed. */
function headlineBefore({ comparison, before }: ComparedView): Markup {
  const spans = comparison.changes.find(({ part }) => part === 'headline')?.spans ?? [];
  const went = spans.flatMap((span): Span[] => {
    if (span.kind === 'added') return [];
    return [span.kind === 'same' ? { kind: 'same', text: span.text } : span];
  });
  return went.some(({ kind }) => kind === 'same') ? marks(went) : html`<del>${before.headline}</del>`;
}

function firstSighting(view: FirstSightingView): Content {
  return html`${kicker(view)}
    <h1 dir="${view.article.direction}" ${langOf(view.article.language)}>${view.headline}</h1>
    ${view.changedBy !== null && html`<p class="when">First seen ${time(view.changedBy)}</p>`}
    <section aria-labelledby="text">
      <h2 id="text">The text as first seen</h2>
      ${plainText(view.article)}
    </section>`;
}

function availability(view: AvailabilityView): Content {
  return html`${kicker(view)}
    <h1>${view.headline}</h1>
    ${whenOf(view)}
    <ul class="verdict" aria-label="How grave">
      ${badge(view.severity)}
      <li>availability</li>
    </ul>
    <ul class="facts">
      <li>
        <span class="about">${AVAILABILITY_WORDS[view.after]}</span
        ><span class="pair">${pair(STATE_WORDS[view.before], STATE_WORDS[view.after])}</span>
      </li>
      <li><span class="about">What was seen</span><span class="told">${view.detail}</span></li>
    </ul>
    ${
      view.lastSeen !== null &&
      html`<section aria-labelledby="text">
        <h2 id="text">The text as last seen</h2>
        <details class="fold">
          <summary>Show ${view.lastSeen.blocks.length} paragraphs</summary>
          ${plainText(view.lastSeen)}
        </details>
      </section>`
    }`;
}

const STATE_WORDS = {
  live: 'live',
  missing: 'not found',
  gone: 'gone',
  redirected: 'redirected away',
  paywalled: 'behind a paywall',
  blocked: 'refused',
} as const satisfies Record<AvailabilityState, string>;

function kicker(view: RevisionView): Markup {
  const what =
    view.number === null
      ? 'Comparison'
      : view.kind === 'compared' && view.from !== null && view.from !== view.number - 1
        ? `Revision ${view.number} against revision ${view.from}`
        : `Revision ${view.number}`;
  const href = safeHref(view.url);
  const link =
    href !== null && html` · <a class="outward" href="${href}" rel="noreferrer noopener">Read the article</a>`;
  return html`<p class="kicker">
    ${view.publicationName !== null && html`<b>${view.publicationName}</b> · `}${what}${link}
  </p>`;
}

const whenOf = (view: RevisionView): Content =>
  view.changedBy !== null && html`<p class="when">${interval(view.unchangedAt, view.changedBy)}</p>`;

const langOf = (language: string | null): Content => language !== null && html` lang="${language}"`;

function pager(view: RevisionView): Content {
  const { previous, next, timeline } = view.trail;
  if (previous === null && next === null && timeline === null) return null;
  return html`<nav class="pager" aria-label="Revisions of this article">
    ${
      previous !== null && html`<a href="${previous}" rel="prev">← Earlier revision</a>`
    }${timeline !== null && html`<a href="${timeline}">All revisions</a>`}${
      next !== null && html`<a href="${next}" rel="next">Later revision →</a>`
    }
  </nav>`;
}
