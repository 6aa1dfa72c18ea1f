/**
 * The headline as the reader sees it, and the publisher's other headlines beside it.
 *
 * | the page says                                                      | the headline is      |
 * |--------------------------------------------------------------------|----------------------|
 * | an `<h2>` below the `<h1>` and above the text, in the very words of Open Graph or JSON-LD | the `<h2>` |
 * | an `<h2>` there in most of their words, and an `<h1>` in fewer        | the `<h2>`           |
 * | an `<h1>` that Open Graph or JSON-LD repeats                        | the `<h1>`           |
 * | an `<h1>` that is one of them with a section's name before it       | without that name    |
 * | Open Graph and JSON-LD (`<title>`, where there is none) agree against the `<h1>` | what they agree on |
 * | all differ                                                         | the `<h1>`; JSON-LD's where the `<h1>` is only a step in the trail of links |
 * | no `<h1>`                                                          | JSON-LD's, Open Graph's, marked up, `<title>` |
 *
 * Many German papers give the `<h1>` to the last step of the trail of links, for search engines, and set the headline
 * that the reader sees as an `<h2>` over the text (9 of 127 pages of 90 publishers, 2026-11).
 */
import type { Document } from 'domhandler';
import { isOffer } from '../body/phrases.ts';
import { eachElement, type Survey } from '../survey.ts';
import { textOf } from '../text.ts';
import { BLOCK_TAGS, isElement, type PageElement } from '../page-element.ts';
import type { JsonLdArticle } from './json-ld.ts';
import { letters } from './letters.ts';
import { MOST_CHARS, withoutSite } from './site-name.ts';
import { metaContent, type Found } from './sources.ts';

export type Headlines = {
  readonly headline: Found<string> | null;
  readonly h1: string | null;
  /** The heading over the text, where that is not the `<h1>`: kicker and all. */
  readonly h2: string | null;
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
  const ld = withoutSite(jsonLd?.headline ?? null, siteNames, []);
  const rawTitle = survey.title ? textOf(survey.title, MOST_CHARS) : null;
  const rawOpenGraph = metaContent(survey.meta, ['og:title', 'twitter:title', 'title', 'dc.title', 'parsely-title']);
  const heading = headlineElement(survey, [rawOpenGraph, ld, rawTitle]);
  const h1 = heading ? withoutSite(textOf(heading, MOST_CHARS), siteNames, []) : null;
  const known = [h1, ld].filter((text) => text !== null);
  const openGraph = withoutSite(rawOpenGraph, siteNames, known);
  const title = withoutSite(rawTitle, siteNames, known);
  const below = heading && headingBelow(survey, heading, [ld, openGraph]);
  const marked = survey.properties.get('headline')?.[0];
  const headline =
    found('h2', below?.headline ?? null) ??
    settle(h1 === null || heading === null ? null : { text: h1, isStep: isStep(heading) }, openGraph, ld, title) ??
    found('microdata', marked ? withoutSite(textOf(marked, MOST_CHARS), siteNames, []) : null) ??
    found('title', title);
  const element = below?.element ?? heading ?? elementSaying(root, [ld, openGraph, title]);
  return { headline, h1, h2: below?.text ?? null, openGraph, jsonLd: ld, element };
}

/** What most of the publisher's headlines agree on; where none do, what the reader sees. */
function settle(
  h1: SeenHeading | null,
  openGraph: string | null,
  ld: string | null,
  title: string | null,
): Found<string> | null {
  if (h1 === null) return found('json-ld', ld) ?? found('open-graph', openGraph);
  const seen = letters(h1.text);
  const others = [openGraph, ld ?? title].filter((text) => text !== null);
  if (others.some((text) => letters(text) === seen)) return found('h1', h1.text);
  const bare = others.find((text) => saysAfterKicker(seen, letters(text)));
  if (bare !== undefined) return found('h1', bare);
  const [one, other] = others;
  if (one !== undefined && other !== undefined && letters(one) === letters(other)) return found('open-graph', one);
  return (h1.isStep ? found('json-ld', ld) : null) ?? found('h1', h1.text);
}

type SeenHeading = {
  readonly text: string;
  /** Whether it is the last step of a trail of links rather than a heading over the text. */
  readonly isStep: boolean;
};

/** Whether a heading stands in a navigation or a list. */
function isStep(element: PageElement): boolean {
  for (let node: unknown = element.parent, level = 0; level < 6 && node && isElement(node as PageElement); level++) {
    if (/^(?:nav|li|ol|ul)$/u.test((node as PageElement).name)) return true;
    node = (node as PageElement).parent;
  }
  return false;
}

const found = (from: string, value: string | null): Found<string> | null => (value === null ? null : { value, from });

/** The `<h1>` most like what the metadata call the article; one like none of it only when it stands alone. */
function headlineElement(survey: Survey, names: readonly (string | null)[]): PageElement | null {
  const wanted = names.filter((name) => name !== null);
  let best: { element: PageElement; score: number } | null = null;
  for (const element of survey.h1.slice(0, 60)) {
    const text = textOf(element, MOST_CHARS);
    if (wordSet(text).size === 0) continue;
    const score = likeness(text, wanted);
    if (!best || score > best.score + 0.05) best = { element, score };
  }
  if (!best || best.score >= 0.2 || wanted.length === 0) return best?.element ?? null;
  // A linked heading beside it is the name of a section or of another story.
  const unlinked = survey.h1.filter(({ chars, linkChars }) => chars > 0 && linkChars === 0);
  return unlinked.length === 1 ? (unlinked[0] ?? null) : survey.h1.length === 1 ? best.element : null;
}

type HeadingBelow = {
  readonly element: PageElement;
  readonly text: string;
  /** The headline in it; null where the publisher's others agree on another. */
  readonly headline: string | null;
};

/**
 * The heading over the text that one of the publisher's other headlines repeats word for word, where the `<h1>` is a step in
 * the trail of links or says something else. Failing that, the one most like them: a headline is often rewritten on the page
 * before it is in the metadata, and readers see it none the less.
 */
function headingBelow(survey: Survey, h1: PageElement, names: readonly (string | null)[]): HeadingBelow | null {
  const known = names.filter((name) => name !== null);
  const seen = textOf(h1, MOST_CHARS);
  const isRepeated = known.some((name) => letters(name) === letters(seen));
  const overText = survey.h2
    .filter(({ order, linkChars }) => order > h1.order && linkChars === 0)
    .slice(0, MOST_BELOW)
    .filter((element) => !survey.paragraphs.some((one) => isBetween(h1, one, element) && !isOffer(textOf(one, 301))))
    .map((element) => ({ element, text: textOf(element, MOST_CHARS) }));
  for (const one of overText) {
    const headline = known.find((name) => saysAfterKicker(letters(one.text), letters(name)));
    if (headline !== undefined) return isStep(h1) || letters(headline) !== letters(seen) ? { ...one, headline } : null;
  }
  const least = isStep(h1) ? LIKE : Math.max(LIKE, likeness(seen, known) + 0.01);
  const like = overText.find(({ text }) => likeness(text, known) >= least);
  return like ? { ...like, headline: isRepeated ? null : like.text } : null;
}

/** The share of words that a headline still has in common with its other wording after an editor's change. */
const LIKE = 0.5;

/** The most that a text has in common with one of these, from 0 to 1. */
const likeness = (text: string, names: readonly string[]): number =>
  Math.max(0, ...names.map((name) => overlap(wordSet(text), wordSet(name.slice(0, MOST_CHARS)))));

/** A headline has few headings before it; a hostile page has thousands. */
const MOST_BELOW = 20;

const isBetween = (above: PageElement, element: PageElement, below: PageElement): boolean =>
  element.order > above.order && element.order < below.order;

/** Whether `words` are the headline, a section's name or the like before it allowed. */
const saysAfterKicker = (words: string, bare: string): boolean =>
  bare.length >= 10 && bare.length > words.length * 0.6 && words.endsWith(bare);

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
