/** The page of one article: its life as charts, and every revision of it. */
import type { AvailabilityState } from '../../availability.ts';
import type { FigureTrail } from '../figure-trails.ts';
import { AVAILABILITY_WORDS } from '../describe.ts';
import { renderFrame } from './frame.ts';
import { html, safeHref, type Content } from './html.ts';
import { lifeChart } from './life-chart.ts';
import { articleList, linked } from './lists.ts';
import { time } from './times.ts';
import { trailChart } from './trail-chart.ts';
import type { RevisionLine, Trail } from './view.ts';

export type TimelineView = {
  readonly publicationName: string;
  readonly headline: string;
  readonly direction: 'ltr' | 'rtl';
  readonly language: string | null;
  readonly url: string;
  readonly trail: Trail;
  /** Oldest first. */
  readonly lines: readonly RevisionLine[];
  readonly figures: readonly FigureTrail[];
  readonly availability: { readonly state: AvailabilityState; readonly since: string };
  /** What walking the chain of hashes found: whether each revision carries the hash of the one before. */
  readonly chain: { readonly kind: 'intact' } | { readonly kind: 'broken'; readonly at: number };
  readonly compare: Compare;
};

/** How two revisions are chosen: by a form that a server answers, or from pages made beforehand, which are against the first text. */
export type Compare =
  | { readonly kind: 'form'; readonly action: string }
  | {
      readonly kind: 'links';
      readonly pairs: readonly { readonly name: string; readonly href: string }[];
      /** What compares any two, for a reader who has it. */
      readonly elsewhere: string | null;
    };

/** One self-contained HTML file. */
export function renderTimeline(view: TimelineView): string {
  const { publication, overview } = view.trail;
  return renderFrame({
    title: `${view.headline} · ${view.publicationName}, every revision`,
    trail: [
      ...(overview === null ? [] : [{ name: 'All publications', href: overview }]),
      ...(publication?.href ? [publication] : []),
      { name: 'Timeline', href: null },
    ],
    body: html`${top(view)} ${charts(view)}
      <section aria-labelledby="revisions">
        <h2 id="revisions">Every revision, latest first</h2>
        ${articleList(view.lines.toReversed())}
      </section>
      ${compareSection(view)} ${recordSection(view)}`,
  });
}

function top(view: TimelineView): Content {
  const changed = view.lines.length - 1;
  const grave = view.lines.filter((line) => line.severity === 'major').length;
  const silent = view.lines.filter((line) => line.unannounced).length;
  const href = safeHref(view.url);
  const { state, since } = view.availability;
  return html`<p class="kicker">
      <b>${view.publicationName}</b>${
        href !== null && html` · <a class="outward" href="${href}" rel="noreferrer noopener">Read the article</a>`
      }
    </p>
    <h1 dir="${view.direction}" ${view.language !== null && html`lang="${view.language}"`}>${view.headline}</h1>
    ${
      state !== 'live' &&
      html`<ul class="verdict" aria-label="Availability">
        <li class="seen">${AVAILABILITY_WORDS[state]} since ${time(since)}</li>
      </ul>`
    }
    <ul class="numbers">
      <li><b>${changed}</b><span>${changed === 1 ? 'revision' : 'revisions'} since first seen</span></li>
      <li><b>${grave}</b><span>major</span></li>
      <li><b>${silent}</b><span>with no correction notice seen</span></li>
    </ul>`;
}

function charts(view: TimelineView): Content {
  const life = lifeChart(view.lines);
  if (life === null) return null;
  const numbers = view.lines.map((line) => line.number);
  return html`<section aria-labelledby="life-heading">
    <h2 id="life-heading">Its life</h2>
    <figure>
      ${life}
      <figcaption>Words that came in and went out with each revision, and its time (UTC).</figcaption>
    </figure>
    ${
      view.figures.length > 0 &&
      html`<figure>
        ${view.figures.slice(0, MOST_TRAILS).map((trail, index) => trailChart(trail, numbers, `trail-${index}`))}
        <figcaption>Figures that moved, from revision to revision.</figcaption>
      </figure>`
    }
  </section>`;
}

/** More lines than this are no longer compared at a glance. */
const MOST_TRAILS = 4;

function compareSection(view: TimelineView): Content {
  const { compare, lines } = view;
  if (lines.length < 3) return null;
  if (compare.kind === 'links') {
    if (compare.pairs.length === 0) return null;
    return html`<section aria-labelledby="compare">
      <h2 id="compare">Everything since first seen</h2>
      <p class="pairs">
        The text as first seen, against
        ${compare.pairs.map(({ name, href }, index) => html`${index > 0 && ', '}${linked(name, href)}`)}.
      </p>
      <p class="note">
        Each revision’s own page compares it with the one
        before.${compare.elsewhere !== null && html` Any two are compared by <code>${compare.elsewhere}</code>.`}
      </p>
    </section>`;
  }
  const choices = (chosen: number | undefined): Content =>
    lines.map(
      ({ number }) =>
        html`<option value="${number}" ${number === chosen && html`selected`}>revision ${number}</option>`,
    );
  return html`<section aria-labelledby="compare">
    <h2 id="compare">Compare any two</h2>
    <form action="${compare.action}" method="get">
      <label
        >From
        <select name="from">
          ${choices(lines[0]?.number)}
        </select></label
      >
      <label
        >to
        <select name="to">
          ${choices(lines.at(-1)?.number)}
        </select></label
      >
      <button type="submit">Compare</button>
    </form>
  </section>`;
}

function recordSection(view: TimelineView): Content {
  const { state, since } = view.availability;
  const availability = state === 'live' ? 'Can be read' : AVAILABILITY_WORDS[state];
  const chain =
    view.chain.kind === 'intact'
      ? 'Intact: each revision carries the hash of the one before'
      : `Broken at revision ${view.chain.at}: it does not carry the hash of the one before`;
  return html`<section aria-labelledby="record">
    <h2 id="record">The record</h2>
    <dl class="record">
      <dt>Availability</dt>
      <dd>${availability}, since ${time(since)}</dd>
      <dt>Chain of hashes</dt>
      <dd>${chain}</dd>
      <dt>Article</dt>
      <dd>${view.url}</dd>
    </dl>
  </section>`;
}
