/** What a publication did, and what all of them did: the revisions worth looking at first. */
import { activityChart, type Day } from './activity-chart.ts';
import { renderFrame } from './frame.ts';
import { html, type Content, type Markup } from './html.ts';
import { headlines, linked, listSection, notice } from './lists.ts';
import { time } from './times.ts';
import type { Href, RevisionLine } from './view.ts';

/** What stands out among many revisions. Lists are short, latest or most first. */
export type Highlights = {
  readonly articles: number;
  readonly revisions: number;
  readonly major: number;
  readonly unannouncedMajor: number;
  readonly days: readonly Day[];
  readonly recent: readonly RevisionLine[];
  readonly unannounced: readonly RevisionLine[];
  readonly corrections: readonly RevisionLine[];
  readonly headlines: readonly RevisionLine[];
  readonly withdrawn: readonly RevisionLine[];
  readonly mostRevised: readonly { readonly headline: string; readonly href: Href; readonly revisions: number }[];
};

export type Feeds = readonly { readonly name: string; readonly href: string }[];

export type PublicationView = {
  readonly name: string;
  readonly overview: Href;
  readonly feeds: Feeds;
  readonly highlights: Highlights;
};

export type OverviewView = {
  /** When it was drawn, ISO 8601 UTC. */
  readonly asOf: string;
  readonly feeds: Feeds;
  readonly highlights: Highlights;
  readonly publications: readonly PublicationLine[];
};

export type PublicationLine = {
  readonly name: string;
  readonly href: Href;
  readonly articles: number;
  readonly revisions: number;
  readonly major: number;
  /** When anything of it was last committed, a first sighting too; null for never. */
  readonly lastAt: string | null;
  /** Nothing for so long that something may have stopped. */
  readonly silent: boolean;
};

export function renderPublicationPage(view: PublicationView): string {
  return renderFrame({
    title: `${view.name} · what it changed`,
    trail: [
      ...(view.overview === null ? [] : [{ name: 'All publications', href: view.overview }]),
      { name: view.name, href: null },
    ],
    feeds: view.feeds,
    wide: true,
    body: html`<h1>${view.name}</h1>
      ${highlights(view.highlights, false)} ${feedList(view.feeds)}`,
  });
}

export function renderOverviewPage(view: OverviewView): string {
  const silent = view.publications.filter((publication) => publication.silent);
  return renderFrame({
    title: 'Stop Press · what was changed',
    trail: [],
    feeds: view.feeds,
    wide: true,
    body: html`<h1>What was changed</h1>
      <p class="when">As of ${time(view.asOf)}</p>
      ${
        silent.length > 0 &&
        html`<p class="alarm">
          <b>Silent:</b> ${
            silent.length === view.publications.length && silent.length > MOST_SILENT
              ? `all ${silent.length} publications`
              : html`${silent
                  .slice(0, MOST_SILENT)
                  .map((one, index) => html`${index > 0 && ', '}${linked(one.name, one.href)}`)}${
                  silent.length > MOST_SILENT && ` and ${silent.length - MOST_SILENT} more`
                }`
          }.
          Nothing new or changed was seen there for two days or more.
        </p>`
      }
      ${highlights(view.highlights, true)} ${publicationTable(view.publications)} ${feedList(view.feeds)}`,
  });
}

/** The rest is in the table of publications. */
const MOST_SILENT = 8;

/** Among several publications (`isNamed`) each line says whose it is. */
function highlights(view: Highlights, isNamed: boolean): Markup {
  const whose = (lines: readonly RevisionLine[]) =>
    isNamed ? lines : lines.map((line) => ({ ...line, publicationName: '' }));
  const days = activityChart(view.days);
  return html`<ul class="numbers">
      <li><b>${view.articles}</b><span>${view.articles === 1 ? 'article' : 'articles'} followed</span></li>
      <li><b>${view.revisions}</b><span>${view.revisions === 1 ? 'revision' : 'revisions'} since first seen</span></li>
      <li><b>${view.major}</b><span>major</span></li>
      <li><b>${view.unannouncedMajor}</b><span>major, no notice seen</span></li>
    </ul>
    ${
      days !== null &&
      html`<figure>
        ${days}
        <figcaption>Revisions by day (UTC). The solid foot of a column is the major ones.</figcaption>
      </figure>`
    }
    <div class="columns">
      <div>
        ${listSection('Major, with no correction notice seen', whose(view.unannounced).map(plain), 'None.')}
        ${listSection('Latest', whose(view.recent), 'No revision yet. Every article was seen once, and none has changed.')}
      </div>
      <div>
        ${listSection(
          'Corrections and notices',
          whose(view.corrections),
          'No publisher’s notice was added, altered or removed.',
          notice,
        )}
        ${listSection('Headlines rewritten', whose(view.headlines), 'No headline was rewritten.', headlines)}
        ${view.withdrawn.length > 0 && listSection('Withdrawn or out of reach', whose(view.withdrawn), '')}
        ${mostRevised(view)}
      </div>
    </div>`;
}

/** What a list is of need not be said of each line. */
const plain = (line: RevisionLine): RevisionLine => ({ ...line, unannounced: false });

function mostRevised(view: Highlights): Content {
  if (view.mostRevised.length === 0) return null;
  return html`<section aria-labelledby="most-revised">
    <h2 id="most-revised">Most revised</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Article</th>
          <th scope="col">Revisions</th>
        </tr>
      </thead>
      <tbody>
        ${view.mostRevised.map(
          ({ headline, href, revisions }) =>
            html`<tr>
              <td>${linked(headline, href)}</td>
              <td class="num">${revisions}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function publicationTable(publications: readonly PublicationLine[]): Content {
  if (publications.length === 0) return null;
  return html`<section aria-labelledby="publications">
    <h2 id="publications">Publications</h2>
    <div class="scroll" role="region" aria-label="Table of publications" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Publication</th>
            <th scope="col">Articles</th>
            <th scope="col">Revisions</th>
            <th scope="col">Major</th>
            <th scope="col">Last seen to move</th>
          </tr>
        </thead>
        <tbody>
          ${publications.map(
            (one) =>
              html`<tr>
                <td>${linked(one.name, one.href)}</td>
                <td class="num">${one.articles}</td>
                <td class="num">${one.revisions}</td>
                <td class="num">${one.major}</td>
                <td>${one.lastAt === null ? 'never' : time(one.lastAt)}${one.silent && ' (silent)'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function feedList(feeds: Feeds): Content {
  if (feeds.length === 0) return null;
  return html`<section aria-labelledby="feeds">
    <h2 id="feeds">Feeds</h2>
    <ul class="feeds">
      ${feeds.map(({ name, href }) => html`<li><a href="${href}">${name}</a></li>`)}
    </ul>
  </section>`;
}
