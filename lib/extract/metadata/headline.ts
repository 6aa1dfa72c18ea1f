/**
 * The headline as the reader sees it, and the publisher's other headlines beside it.
 *
 * | the page says                                            | the headline is      |
 * |----------------------------------------------------------|----------------------|
 * | an `<h1>` that the metadata do not contradict            | the `<h1>`           |
 * | an `<h1>` that is the others with a section name before  | without that name    |
 * | Open Graph and JSON-LD agree against the `<h1>`          | what they agree on   |
 * | all three differ                                         | JSON-LD's            |
 * | no `<h1>`                                                | JSON-LD's, Open Graph's, marked up, `<title>` |
 */
import type { Document } from 'domhandler';
import { eachElement, type Survey } from '../survey.ts';
import { textOf } from '../text.ts';
import { BLOCK_TAGS, type PageElement } from '../tree.ts';
import { plainText, type JsonLdArticle } from './json-ld.ts';
import { letters } from './letters.ts';
import { metaContent, type Found } from './sources.ts';

export type Headlines = {
  readonly headline: Found<string> | null;
  readonly h1: string | null;
  readonly openGraph: string | null;
  readonly jsonLd: string | null;
  /** The element that shows the headline on the page. */
  readonly element: PageElement | null;
};

export function readHeadlines(
  root: Document,
  survey: Survey,
  jsonLd: JsonLdArticle | null,
  siteNames: readonly string[],
): Headlines {
  const ld = clean(jsonLd?.headline ?? null, siteNames, []);
  const rawTitle = survey.title ? textOf(survey.title, MOST_CHARS) : null;
  const rawOpenGraph = metaContent(survey.meta, ['og:title', 'twitter:title', 'title', 'dc.title', 'parsely-title']);
  const heading = headlineElement(survey, [rawOpenGraph, ld, rawTitle]);
  const h1 = heading ? clean(textOf(heading, MOST_CHARS), siteNames, []) : null;
  const element =
    heading ?? elementSaying(root, [ld, clean(rawOpenGraph, siteNames, []), clean(rawTitle, siteNames, [])]);
  const known = [h1, ld].filter((text) => text !== null);
  const openGraph = clean(rawOpenGraph, siteNames, known);
  const title = clean(rawTitle, siteNames, known);
  const marked = survey.properties.get('headline')?.[0];
  const headline =
    settle(h1, openGraph, ld) ??
    found('microdata', marked ? clean(textOf(marked, MOST_CHARS), siteNames, []) : null) ??
    found('title', title);
  return { headline, h1, openGraph, jsonLd: ld, element };
}

function settle(h1: string | null, openGraph: string | null, ld: string | null): Found<string> | null {
  if (h1 === null) return found('json-ld', ld) ?? found('open-graph', openGraph);
  const [seen, graph, stated] = [h1, openGraph ?? '', ld ?? ''].map(letters);
  if (seen === undefined || graph === undefined || stated === undefined) return found('h1', h1);
  if (seen === graph || seen === stated) return found('h1', h1);
  for (const other of [openGraph, ld]) {
    const bare = other === null ? '' : letters(other);
    if (other !== null && bare.length > seen.length * 0.6 && seen.endsWith(bare)) return found('h1', other);
  }
  if (openGraph === null || ld === null) return found('h1', h1);
  return graph === stated ? found('open-graph', openGraph) : found('json-ld', ld);
}

const found = (from: string, value: string | null): Found<string> | null => (value === null ? null : { value, from });

/** The `<h1>` most like what the metadata call the article; the first with text when they say nothing. */
function headlineElement(survey: Survey, names: readonly (string | null)[]): PageElement | null {
  const wanted = names.filter((name) => name !== null).map((name) => wordSet(name.slice(0, MOST_CHARS)));
  let best: { element: PageElement; score: number } | null = null;
  for (const element of survey.h1.slice(0, 60)) {
    const words = wordSet(textOf(element, MOST_CHARS));
    if (words.size === 0) continue;
    const score = Math.max(0, ...wanted.map((other) => overlap(words, other)));
    if (!best || score > best.score + 0.05) best = { element, score };
  }
  if (!best) return null;
  return best.score >= 0.2 || survey.h1.length === 1 || wanted.length === 0 ? best.element : null;
}

/** The first element that says just what the metadata call the article, on a page without an `<h1>`. */
function elementSaying(root: Document, names: readonly (string | null)[]): PageElement | null {
  const wanted = new Set(names.map((name) => letters(name ?? '')).filter((name) => name.length >= 10));
  const most = Math.max(0, ...names.map((name) => name?.length ?? 0)) + 5;
  let first: PageElement | null = null;
  let isSettled = false;
  if (wanted.size === 0) return null;
  eachElement(root, (element) => {
    if (
      isSettled ||
      element.chars < 10 ||
      element.chars > most ||
      element.name === 'title' ||
      !BLOCK_TAGS.has(element.name)
    )
      return;
    // A heading before any other element: the headline is often said once more in a bar at the top.
    const isHeading = /^h[1-6]$/u.test(element.name);
    if ((first === null || isHeading) && wanted.has(letters(textOf(element, MOST_CHARS)))) {
      first = element;
      isSettled = isHeading;
    }
  });
  return first;
}

const wordSet = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common / Math.max(1, Math.max(one.size, other.size));
}

/** What the site calls itself, as letters alone: its own tags, its publisher in JSON-LD, and the label of its host. */
export function siteNamesOf(survey: Survey, jsonLd: JsonLdArticle | null, url: string): readonly string[] {
  const names = [
    'og:site_name',
    'application-name',
    'twitter:site',
    'apple-mobile-web-app-title',
    'publisher',
    'dc.publisher',
  ].flatMap((name) => survey.meta.get(name) ?? []);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|m|amp|edition|news)\./u, '') : '';
  const labels = host.split('.').slice(0, -1);
  const publisher = jsonLd?.publisher ?? null;
  return [...new Set([...names, host, labels.join(''), ...labels, publisher ?? ''].map(letters))].filter(
    (name) => name.length >= 2 && name !== 'co' && name !== 'com',
  );
}

/** Without markup, and without the site's name at the end or the beginning. `known` are wordings without it. */
function clean(text: string | null, siteNames: readonly string[], known: readonly string[]): string | null {
  const plain = text === null ? null : (plainText(text.slice(0, MOST_CHARS))?.slice(0, MOST_CHARS) ?? null);
  if (plain === null) return null;
  const same = known.find(
    (other) =>
      plain.length > other.length &&
      plain.startsWith(other) &&
      /^\s*[|·•–—\-:*»<｜：]/u.test(plain.slice(other.length)),
  );
  return same ?? withoutSiteName(plain, siteNames);
}

/** No headline is longer; hostile ones are. */
const MOST_CHARS = 1000;

const SEPARATOR = /\s+[|·•–—\-:»«*/]\s+|\s*[|｜]\s*/gu;

function withoutSiteName(text: string, siteNames: readonly string[]): string {
  let rest = text;
  for (let round = 0; round < 3; round++) {
    const cuts = [...rest.matchAll(SEPARATOR)];
    const last = cuts.at(-1);
    const first = cuts[0];
    if (last && last.index > 0 && isSite(rest.slice(last.index + last[0].length), siteNames))
      rest = rest.slice(0, last.index);
    else if (first && first.index > 0 && isSite(rest.slice(0, first.index), siteNames))
      rest = rest.slice(first.index + first[0].length);
    else break;
  }
  return rest;
}

function isSite(part: string, siteNames: readonly string[]): boolean {
  const bare = letters(part);
  if (bare === '') return true;
  return siteNames.some(
    (site) =>
      site === bare ||
      (site.length >= 4 && (bare.startsWith(site) || bare.endsWith(site)) && bare.length <= site.length + 8) ||
      (bare.length >= 4 && site.startsWith(bare)),
  );
}
