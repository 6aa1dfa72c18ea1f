/** When the article was published and changed. Machine-readable stamps first, in the order they were seen to be right. */
import type { Survey } from '../survey.ts';
import { textOf } from '../text.ts';
import type { PageElement } from '../tree.ts';
import { readInstant } from './instants.ts';
import type { JsonLdArticle } from './json-ld.ts';
import { firstOf, type Found, type Source } from './sources.ts';

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dc.date.created',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'article.published',
  'article:published',
  'og:published_time',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'iso-8601-publish-date',
  'article_date_original',
  'creation_date',
  'last-modified',
  'published_at',
  'timestamp',
  'displaydate',
  'rnews:datepublished',
  'bt:pubdate',
  'vr:published_time',
  'shareaholic:article_published_time',
  'originalpublicationdate',
  'article-publish-date',
  'dcterms.date',
  'date.release',
  'dcsext.articlefirstpublished',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'og:modified_time',
  'article:modified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'last-modified',
  'revision_date',
  'vr:modified_time',
  'shareaholic:article_modified_time',
];

export function readPublished(survey: Survey, jsonLd: JsonLdArticle | null): Found<string> | null {
  return firstOf(
    stampSources(survey, jsonLd?.publishedAt ?? null, PUBLISHED_META, 'datepublished', timesFirst(survey)),
  );
}

export function readModified(survey: Survey, jsonLd: JsonLdArticle | null): Found<string> | null {
  return firstOf(stampSources(survey, jsonLd?.modifiedAt ?? null, MODIFIED_META, 'datemodified', []));
}

function stampSources(
  survey: Survey,
  jsonLd: string | null,
  names: readonly string[],
  property: string,
  times: readonly PageElement[],
): readonly Source<string>[] {
  const meta = names.flatMap((name) => survey.meta.get(name) ?? []);
  const marked = (survey.properties.get(property) ?? []).map(stampOf);
  return [
    ['json-ld', () => (jsonLd === null ? null : readInstant(jsonLd))],
    ['meta', () => firstInstant(meta)],
    ['microdata', () => firstInstant(marked)],
    ['time', () => firstInstant(times.map(stampOf))],
  ];
}

/** `<time>` elements, those marked as the publication's before the others. */
function timesFirst(survey: Survey): readonly PageElement[] {
  const marked = survey.times.filter(
    (time) => 'pubdate' in time.attribs || /publi|posted|entry-date/iu.test(time.attribs['class'] ?? ''),
  );
  return [...marked, ...survey.times];
}

function stampOf(element: PageElement): string {
  const { attribs } = element;
  return attribs['datetime'] ?? attribs['content'] ?? attribs['title'] ?? textOf(element);
}

function firstInstant(texts: readonly string[]): string | null {
  for (const text of texts) {
    const instant = readInstant(text);
    if (instant !== null) return instant;
  }
  return null;
}
