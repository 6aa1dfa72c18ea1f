/**
 * The article as schema.org JSON-LD describes it. Publishers nest it in `@graph`, in arrays, under a WebPage's
 * `mainEntity`, write it twice, and write it with unescaped line breaks: all of that is read.
 */
import { LIMITS } from '../limits.ts';
import { textOf } from '../text.ts';
import { parsePage, type PageScript } from '../tree.ts';

/** A JSON value whose shape the publisher chose. */
export type JsonObject = { readonly [key: string]: unknown };

export type JsonLdArticle = {
  readonly types: readonly string[];
  readonly source: JsonObject;
  readonly headline: string | null;
  readonly alternativeHeadline: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly section: string | null;
  readonly topics: readonly string[];
  readonly language: string | null;
  readonly url: string | null;
  readonly image: string | null;
  readonly imageCaption: string | null;
  readonly articleBody: string | null;
  readonly isFree: boolean | null;
  /** The publisher's name. */
  readonly publisher: string | null;
};

export type JsonLd = {
  /** The object that best describes the page's article, if one does. */
  readonly article: JsonLdArticle | null;
  /** Every schema.org type on the page. */
  readonly types: ReadonlySet<string>;
};

const ARTICLE_TYPE = /(?:Article|BlogPosting|LiveBlogPosting|Report|Review|SocialMediaPosting|NewsItem)$/u;
/** Nested objects that describe something else than the page's article. */
const ELSEWHERE = new Set([
  'isPartOf',
  'hasPart',
  'mentions',
  'citation',
  'itemListElement',
  'relatedLink',
  'liveBlogUpdate',
  'comment',
  'review',
  'isBasedOn',
  'publisher',
  'author',
  'about',
  'subjectOf',
  'blogPost',
]);

export function readJsonLd(scripts: readonly PageScript[]): JsonLd {
  const types = new Set<string>();
  const articles: JsonObject[] = [];
  const persons = new Map<string, string>();
  let seen = 0;
  for (const script of scripts) {
    if (!/ld\+json/u.test(script.type)) continue;
    const stack: { value: unknown; elsewhere: boolean }[] = [{ value: parseLoosely(script.text), elsewhere: false }];
    for (let next = stack.pop(); next && seen < LIMITS.jsonObjects; next = stack.pop()) {
      const { value, elsewhere } = next;
      if (Array.isArray(value)) {
        for (let index = value.length - 1; index >= 0; index--) stack.push({ value: value[index], elsewhere });
      } else if (isObject(value)) {
        seen++;
        const own = typesOf(value);
        for (const type of own) types.add(type);
        const id = value['@id'];
        const name = value['name'];
        if (typeof id === 'string' && typeof name === 'string') persons.set(id, name);
        if (!elsewhere && own.some((type) => ARTICLE_TYPE.test(type))) articles.push(value);
        for (const key of Object.keys(value).reverse()) {
          const inner = value[key];
          if (typeof inner === 'object' && inner !== null) {
            stack.push({ value: inner, elsewhere: elsewhere || ELSEWHERE.has(key) });
          }
        }
      }
    }
  }
  return { article: mostComplete(articles, persons), types };
}

/** Of several descriptions of one article the fullest leads and the others fill its gaps. */
function mostComplete(articles: readonly JsonObject[], persons: ReadonlyMap<string, string>): JsonLdArticle | null {
  const read = articles.map((source) => readArticle(source, persons));
  const weight = (article: JsonLdArticle): number =>
    (article.headline === null ? 0 : 4) +
    (article.publishedAt === null ? 0 : 3) +
    (article.authors.length === 0 ? 0 : 2) +
    (article.articleBody === null ? 0 : 2) +
    (article.types.includes('Review') ? -3 : 0) +
    (article.description === null ? 0 : 1);
  const [first, ...rest] = read.sort((a, b) => weight(b) - weight(a));
  if (!first) return null;
  return rest.filter((other) => sameStory(first, other)).reduce(fillGaps, first);
}

const sameStory = (one: JsonLdArticle, other: JsonLdArticle): boolean =>
  one.headline === null || other.headline === null || one.headline === other.headline;

function fillGaps(article: JsonLdArticle, other: JsonLdArticle): JsonLdArticle {
  return {
    ...article,
    headline: article.headline ?? other.headline,
    description: article.description ?? other.description,
    authors: article.authors.length > 0 ? article.authors : other.authors,
    publishedAt: article.publishedAt ?? other.publishedAt,
    modifiedAt: article.modifiedAt ?? other.modifiedAt,
    articleBody: article.articleBody ?? other.articleBody,
    section: article.section ?? other.section,
    language: article.language ?? other.language,
    isFree: article.isFree ?? other.isFree,
  };
}

function readArticle(source: JsonObject, persons: ReadonlyMap<string, string>): JsonLdArticle {
  const image = firstOf(source['image']);
  return {
    types: typesOf(source),
    source,
    headline: textIn(source['headline']) ?? textIn(source['name']),
    alternativeHeadline: textIn(source['alternativeHeadline']),
    description: textIn(source['description']),
    authors: namesIn(source['author'] ?? source['creator'], persons),
    publishedAt: textIn(source['datePublished']) ?? textIn(source['dateCreated']),
    modifiedAt: textIn(source['dateModified']),
    section: textIn(firstOf(source['articleSection'])),
    topics: listIn(source['keywords']),
    language: textIn(source['inLanguage']) ?? textIn(member(source['inLanguage'], 'alternateName')),
    url:
      textIn(source['url']) ?? textIn(source['mainEntityOfPage']) ?? textIn(member(source['mainEntityOfPage'], '@id')),
    image: typeof image === 'string' ? image : textIn(member(image, 'url')),
    imageCaption: textIn(member(image, 'caption')) ?? textIn(member(image, 'description')),
    articleBody: longTextIn(source['articleBody']) ?? longTextIn(source['text']),
    isFree: truth(source['isAccessibleForFree']),
    publisher: textIn(member(firstOf(source['publisher']), 'name')),
  };
}

/** JSON as publishers write it: wrapped in comments or CDATA, with raw control characters or trailing commas. */
function parseLoosely(text: string): unknown {
  if (text.length > LIMITS.jsonChars) return null;
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/u, '');
  return (
    parseStrictly(bare) ??
    parseStrictly(
      bare
        .replace(/\p{Cc}+/gu, ' ')
        .replace(/,\s*(?=[}\]])/gu, '')
        .replace(/;\s*$/u, ''),
    )
  );
}

export function parseStrictly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typesOf = (value: JsonObject): readonly string[] =>
  [value['@type']].flat().flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/u, '')] : []));

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? (value as readonly unknown[])[0] : value);
const member = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

/** A string without markup and entities, or null. */
function textIn(value: unknown): string | null {
  const single = firstOf(value);
  const text = isObject(single) ? single['@value'] : single;
  if (typeof text !== 'string') return null;
  return plainText(text);
}

/** Text that may hold markup or entities, as a reader would see it. */
export function plainText(text: string): string | null {
  const plain = /[<&]/u.test(text) ? textOf(parsePage(text).root) : text.replace(/\s+/gu, ' ').trim();
  return plain === '' ? null : plain;
}

/** A long text keeps its line breaks: they are its paragraphs. */
function longTextIn(value: unknown): string | null {
  const text = Array.isArray(value) ? value.filter((part) => typeof part === 'string').join('\n') : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

function namesIn(value: unknown, persons: ReadonlyMap<string, string>): readonly string[] {
  return [value]
    .flat(2)
    .flatMap((author) => {
      if (typeof author === 'string') return [plainText(author) ?? ''];
      if (!isObject(author)) return [];
      const id = author['@id'];
      const name = author['name'] ?? (typeof id === 'string' ? persons.get(id) : undefined);
      return [name].flat().flatMap((text) => (typeof text === 'string' ? [plainText(text) ?? ''] : []));
    })
    .filter((name) => name !== '');
}

const listIn = (value: unknown): readonly string[] =>
  [value]
    .flat()
    .flatMap((entry) => (typeof entry === 'string' ? entry.split(',') : []))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const truth = (value: unknown): boolean | null =>
  value === true || /^true$/iu.test(String(value))
    ? true
    : value === false || /^false$/iu.test(String(value))
      ? false
      : null;
