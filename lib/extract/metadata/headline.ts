/** The headline as the reader sees it, and the publisher's other headlines beside it. */
import type { Survey } from '../survey.ts';
import { foldSpaces, textOf } from '../text.ts';
import type { PageElement } from '../tree.ts';
import type { JsonLdArticle } from './json-ld.ts';
import { plainText } from './json-ld.ts';
import { metaContent, type Found } from './sources.ts';

export type Headlines = {
  readonly headline: Found<string> | null;
  readonly h1: string | null;
  readonly openGraph: string | null;
  readonly jsonLd: string | null;
  /** The element that shows the headline on the page. */
  readonly element: PageElement | null;
};

export function readHeadlines(survey: Survey, jsonLd: JsonLdArticle | null): Headlines {
  const siteNames = siteNamesOf(survey);
  const openGraph = clean(
    metaContent(survey.meta, ['og:title', 'twitter:title', 'title', 'dc.title', 'parsely-title']),
    siteNames,
  );
  const ld = clean(jsonLd?.headline ?? null, siteNames);
  const title = clean(survey.title ? textOf(survey.title) : null, siteNames);
  const element = headlineElement(survey, [openGraph, ld, title]);
  const h1 = element ? clean(textOf(element), siteNames) : null;
  const marked = survey.properties.get('headline')?.[0];
  const found = (
    [
      ['h1', h1],
      ['json-ld', ld],
      ['open-graph', openGraph],
      ['microdata', marked ? clean(textOf(marked), siteNames) : null],
      ['title', title],
    ] as const
  ).find(([, value]) => value !== null);
  return {
    headline: found?.[1] ? { value: found[1], from: found[0] } : null,
    h1,
    openGraph,
    jsonLd: ld,
    element,
  };
}

/** The `<h1>` most like what the metadata call the article; the first with text when they say nothing. */
function headlineElement(survey: Survey, names: readonly (string | null)[]): PageElement | null {
  const wanted = names.filter((name) => name !== null).map(wordSet);
  let best: { element: PageElement; score: number } | null = null;
  for (const element of survey.h1) {
    const words = wordSet(textOf(element));
    if (words.size === 0) continue;
    const score = Math.max(0, ...wanted.map((other) => overlap(words, other)));
    if (!best || score > best.score + 0.05) best = { element, score };
  }
  if (!best) return null;
  return best.score >= 0.2 || survey.h1.length === 1 || wanted.length === 0 ? best.element : null;
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

function siteNamesOf(survey: Survey): readonly string[] {
  const names = ['og:site_name', 'application-name', 'twitter:site', 'apple-mobile-web-app-title'].flatMap(
    (name) => survey.meta.get(name) ?? [],
  );
  return names.map((name) => name.replace(/^@/u, '').trim().toLowerCase()).filter((name) => name !== '');
}

/** Without markup, and without the site's name at the end or the beginning. */
function clean(text: string | null, siteNames: readonly string[]): string | null {
  if (text === null) return null;
  const plain = plainText(text);
  if (plain === null) return null;
  return foldSpaces(withoutSiteName(plain, siteNames)) || null;
}

const SEPARATOR = /\s+[|·•–—\-:»«]\s+|\s*\|\s*/u;

function withoutSiteName(text: string, siteNames: readonly string[]): string {
  let rest = text;
  for (let cut = lastCut(rest); cut; cut = lastCut(rest)) {
    const tail = letters(rest.slice(cut.end));
    if (
      tail !== '' &&
      !siteNames.some(
        (name) => letters(name) === tail || letters(name).startsWith(tail) || tail.startsWith(letters(name)),
      )
    )
      break;
    rest = rest.slice(0, cut.start);
  }
  return rest;
}

function lastCut(text: string): { start: number; end: number } | null {
  let last: { start: number; end: number } | null = null;
  for (const match of text.matchAll(new RegExp(SEPARATOR, 'gu')))
    last = { start: match.index, end: match.index + match[0].length };
  return last && last.start > 0 ? last : null;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
