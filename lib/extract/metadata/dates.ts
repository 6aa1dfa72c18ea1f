/**
 * When the article was published and changed. JSON-LD, then the meta tags that mean it, microdata, other meta tags,
 * `<time>`, the date the reader sees near the headline, the URL: the first that holds an instant wins, and a date
 * alone only when nothing holds an instant.
 */
import type { Survey } from '../survey.ts';
import { textOf } from '../text.ts';
import { isElement, type PageElement } from '../page-element.ts';
import { readInstant } from './instants.ts';
import type { JsonLdArticle } from './json-ld.ts';
import type { Found } from './sources.ts';
import { withVisibleUpdate } from './visible-update.ts';
import { readVisibleDate } from './visible-dates.ts';

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dcterms.created',
  'dc.date.issued',
];
const OTHER_META = [
  'dc.date',
  'dc.date.created',
  'dcterms.date',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'iso-8601-publish-date',
  'article_date_original',
  'creation_date',
  'published_at',
  'displaydate',
  'rnews:datepublished',
  'bt:pubdate',
  'vr:published_time',
  'originalpublicationdate',
  'article-publish-date',
  'date.release',
  'dcsext.articlefirstpublished',
  'timestamp',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'og:modified_time',
  'article:modified',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'cxenseparse:recs:moddate',
  'lastmod',
  'last-modified',
  'revision_date',
  'vr:modified_time',
];

export type DatePlace = {
  readonly url: string;
  readonly headline: PageElement | null;
  /** Whether 5/4/2025 is in May. */
  readonly monthFirst: boolean;
};

export function readPublished(survey: Survey, jsonLd: JsonLdArticle | null, place: DatePlace): Found<string> | null {
  const times = near(survey.times, place.headline).filter(isOwn);
  const marks = near(survey.dateMarks, place.headline).filter(
    (mark) => mark.chars > 5 && mark.chars < 80 && isOwn(mark),
  );
  return firstDate([
    ['json-ld', () => (jsonLd?.publishedAt === null || jsonLd === null ? [] : [jsonLd.publishedAt])],
    ['meta', () => contents(survey, PUBLISHED_META)],
    ['microdata', () => (survey.properties.get('datepublished') ?? []).map(stampOf)],
    ['meta', () => contents(survey, OTHER_META)],
    ['time', () => [...times, ...survey.times].map(stampOf)],
    ['visible', () => [...marks, ...times].map((mark) => readVisibleDate(textOf(mark), place.monthFirst) ?? '')],
    ['url', () => [dateInUrl(place.url)]],
    [
      'visible',
      () =>
        near(survey.shortDates, place.headline)
          .filter((line) => line.chars <= 60 && isOwn(line))
          .map((line) => readVisibleDate(textOf(line), place.monthFirst) ?? ''),
    ],
  ]);
}

/** What the metadata say, unless the reader sees the same or later: see visible-update.ts. */
export function readModified(
  survey: Survey,
  jsonLd: JsonLdArticle | null,
  place: DatePlace,
  publishedAt: string | null,
): Found<string> | null {
  const stated = firstDate([
    ['json-ld', () => (jsonLd?.modifiedAt === null || jsonLd === null ? [] : [jsonLd.modifiedAt])],
    ['meta', () => contents(survey, MODIFIED_META)],
    ['microdata', () => (survey.properties.get('datemodified') ?? []).map(stampOf)],
  ]);
  const marks = near([...survey.times, ...survey.dateMarks, ...survey.shortDates], place.headline).filter(isOwn);
  return withVisibleUpdate(stated, marks, { monthFirst: place.monthFirst, publishedAt });
}

const contents = (survey: Survey, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => survey.meta.get(name) ?? []);

/** Texts are read only once those before them held nothing. */
type DateSource = readonly [from: string, texts: () => readonly string[]];

function firstDate(sources: readonly DateSource[]): Found<string> | null {
  for (const [from, texts] of sources) {
    for (const text of texts()) {
      const value = readInstant(text);
      if (value !== null) return { value, from };
    }
  }
  for (const [from, texts] of sources) {
    const value = texts()
      .find((text) => DATE.test(text))
      ?.slice(0, 10);
    if (value !== undefined) return { value, from };
  }
  return null;
}

const DATE = /^(?:19[89]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/u;

/** Elements around the headline, those after it first; all of them when there is no headline. */
function near(elements: readonly PageElement[], headline: PageElement | null): readonly PageElement[] {
  if (!headline) return elements;
  const after = elements.filter(({ order }) => order > headline.order && order < headline.order + 250);
  const before = elements.filter(({ order }) => order < headline.order && order > headline.order - 60);
  return [...after, ...before];
}

/** Not in a link or a heading: those are the dates of other stories. */
function isOwn(element: PageElement): boolean {
  for (let node: PageElement | null = element, level = 0; node && level < 5; level++) {
    if (node.name === 'blockquote' || node.name === 'a') return false;
    if (/^(?:h[1-6]|li|aside|nav)$/u.test(node.name) && node.chars > element.chars) return false;
    node = node.parent && isElement(node.parent) ? node.parent : null;
  }
  return true;
}

function stampOf(element: PageElement): string {
  const { attribs } = element;
  return attribs['datetime'] ?? attribs['content'] ?? attribs['title'] ?? textOf(element);
}

/** `/2025/11/26/` or `/2025-11-26-`, or nothing. */
function dateInUrl(url: string): string {
  const match = /[/-](20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)/u.exec(url);
  return match ? `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}` : '';
}
