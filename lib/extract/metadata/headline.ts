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
 * | no `<h1>`, or one that is the site's name                           | JSON-LD's (Open Graph's, where that is the same without a section's name), Open Graph's, marked up, the part of `<title>` that a heading repeats, `<title>` |
 * | nothing but a `<title>` that is the site's name                      | the last heading above the text |
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
import { isSiteName, MOST_CHARS, partsOf, withoutSite } from './site-name.ts';
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
  const heading = headlineElement(
    survey.h1.filter((element) => !isSiteName(textOf(element, MOST_CHARS), siteNames)),
    [rawOpenGraph, ld, rawTitle],
  );
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
    seenInTitle(root, survey, title, siteNames) ??
    found('title', title);
  const element = below?.element ?? heading ?? elementSaying(root, [headline?.value ?? null, ld, openGraph, title]);
  return { headline, h1, h2: below?.text ?? null, openGraph, jsonLd: ld, element };
}

/** What most of the publisher's headlines agree on; where none do, what the reader sees. */
function settle(
  h1: SeenHeading | null,
  openGraph: string | null,
  ld: string | null,
  title: string | null,
): Found<string> | null {
  if (h1 === null) {
    const isBare = ld !== null && openGraph !== null && saysAfterKicker(letters(ld), letters(openGraph));
    return isBare ? found('open-graph', openGraph) : (found('json-ld', ld) ?? found('open-graph', openGraph));
  }
  const seen = letters(h1.text);
  const others = [openGraph, ld ?? title].filter((text) => text !== null);
  if (others.some((text) => letters(text) === seen)) return found('h1', h1.text);
  const bare = others.find((text) => saysAfterKicker(seen, letters(text)));
  if (bare !== undefined) return found('h1', bare);
  const [one, other] = others;
  if (one !== undefined && other !== undefined && letters(one) === letters(other)) return found('open-graph', one);
  return (h1.isStep ? found('json-ld', ld) : null) ?? found('h1', h1.text);
}

/** On a page that has only a `<title>`: the part of it that the page shows, or the heading over the text where it names the site. */
function seenInTitle(
  root: Document,
  survey: Survey,
  title: string | null,
  siteNames: readonly string[],
): Found<string> | null {
  if (title === null) return null;
  const parts = partsOf(title);
  // The longest first: a section's name stands over the text as well.
  const shown =
    parts.length > 1
      ? parts
          .toSorted((one, other) => other.length - one.length)
          .slice(0, MOST_PARTS)
          .map((part) => elementSaying(root, [part]))
          .find((element) => element !== null)
      : undefined;
  if (shown) return found('title', textOf(shown, MOST_CHARS));
  const first = survey.paragraphs[0];
  if (!isSiteName(title, siteNames) || !first) return null;
  const above = survey.h2.filter(({ order, linkChars }) => order < first.order && linkChars === 0).at(-1);
  return above ? found('h2', textOf(above, MOST_CHARS)) : null;
}

/** Of a title's parts the longest are looked for. */
const MOST_PARTS = 3;

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
function headlineElement(h1: readonly PageElement[], names: readonly (string | null)[]): PageElement | null {
  const wanted = names.filter((name) => name !== null);
  let best: { element: PageElement; score: number } | null = null;
  for (const element of h1.slice(0, 60)) {
    const text = textOf(element, MOST_CHARS);
    if (wordSet(text).size === 0) continue;
    const score = likeness(text, wanted);
    if (!best || score > best.score + 0.05) best = { element, score };
  }
  if (!best || best.score >= 0.2 || wanted.length === 0) return best?.element ?? null;
  // A linked heading beside it is the name of a section or of another story.
  const unlinked = h1.filter(({ chars, linkChars }) => chars > 0 && linkChars === 0);
  return unlinked.length === 1 ? (unlinked[0] ?? null) : h1.length === 1 ? best.element : null;
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
      !(BLOCK_TAGS.has(element.name) || BOLD_TAGS.has(element.name))
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

/** What old pages set their headlines in. */
const BOLD_TAGS: ReadonlySet<string> = new Set(['b', 'strong', 'font']);

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
