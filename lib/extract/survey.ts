/** One walk over the page that notes every element the metadata may be read from, in document order. */
import type { AnyNode, Document } from 'domhandler';
import { classWords } from './class-words.ts';
import { BY } from './metadata/by.ts';
import { textOf } from './text.ts';
import { isElement, isText, readsLikeProse, type PageElement } from './page-element.ts';

export type Survey = {
  readonly html: PageElement | null;
  readonly title: PageElement | null;
  readonly base: string | null;
  /** `<meta>` by name, property or itemprop in lower case: every content, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly PageElement[];
  readonly h1: readonly PageElement[];
  readonly h2: readonly PageElement[];
  /** Paragraphs of running text. */
  readonly paragraphs: readonly PageElement[];
  readonly times: readonly PageElement[];
  /** `<article>` elements. */
  readonly articles: readonly PageElement[];
  /** Whether a form asks for a password. */
  readonly hasPassword: boolean;
  /** Elements with an `itemprop` or RDFa `property`, by that name in lower case. */
  readonly properties: ReadonlyMap<string, readonly PageElement[]>;
  /** Elements whose rel, class or id names an author. */
  readonly authorMarks: readonly PageElement[];
  /** Short elements whose text begins with "By" in some language. */
  readonly bylines: readonly PageElement[];
  /** Short elements whose text holds four digits of a year. */
  readonly shortDates: readonly PageElement[];
  /** Elements whose class or id names a date. */
  readonly dateMarks: readonly PageElement[];
};

const AUTHOR_WORDS = new Set([
  'author',
  'authors',
  'byline',
  'autor',
  'autoren',
  'auteur',
  'autore',
  'writer',
  'reporter',
  'journalist',
  'contributor',
  'forfatter',
  'signature',
  'firma',
  'assinatura',
  'yazar',
  'penulis',
]);
const DATE_WORDS = new Set([
  'date',
  'datetime',
  'time',
  'timestamp',
  'published',
  'pubdate',
  'publish',
  'dateline',
  'datum',
  'fecha',
  'data',
  'entry-date',
  'postdate',
  'posted',
  'updated',
  'modified',
  'lastmod',
  'aktualisiert',
]);

export function surveyPage(root: Document): Survey {
  const meta = new Map<string, string[]>();
  const properties = new Map<string, PageElement[]>();
  const found = {
    html: null as PageElement | null,
    title: null as PageElement | null,
    base: null as string | null,
    links: [] as PageElement[],
    h1: [] as PageElement[],
    h2: [] as PageElement[],
    paragraphs: [] as PageElement[],
    times: [] as PageElement[],
    articles: [] as PageElement[],
    hasPassword: false,
    authorMarks: [] as PageElement[],
    dateMarks: [] as PageElement[],
    bylines: [] as PageElement[],
    shortDates: [] as PageElement[],
  };
  eachElement(root, (element) => {
    const { name, attribs } = element;
    switch (name) {
      case 'html':
        found.html ??= element;
        break;
      case 'title':
        found.title ??= element;
        break;
      case 'base':
        found.base ??= attribs['href'] ?? null;
        break;
      case 'meta':
        noteMeta(element, meta);
        return;
      case 'link':
        found.links.push(element);
        return;
      case 'p':
        if (readsLikeProse(element)) found.paragraphs.push(element);
        break;
      case 'h1':
      case 'h2':
        found[name].push(element);
        break;
      case 'time':
        found.times.push(element);
        break;
      case 'article':
        found.articles.push(element);
        break;
      case 'input':
        found.hasPassword ||= attribs['type'] === 'password';
        return;
      default:
        break;
    }
    for (const property of `${attribs['itemprop'] ?? ''} ${attribs['property'] ?? ''}`.toLowerCase().split(/\s+/u)) {
      if (property !== '') append(properties, property.replace(/^schema:/u, ''), element);
    }
    if (element.chars >= 6 && element.chars <= 100) noteShortText(element, found);
    if (attribs['class'] === undefined && attribs['id'] === undefined && attribs['rel'] === undefined) return;
    const words = classWords(element);
    if (attribs['rel'] === 'author' || has(words, AUTHOR_WORDS)) found.authorMarks.push(element);
    if (has(words, DATE_WORDS)) found.dateMarks.push(element);
  });
  return { ...found, meta, properties };
}

/** Calls `visit` for each element in document order, without recursion. */
export function eachElement(
  root: { readonly children: readonly AnyNode[] },
  visit: (element: PageElement) => void,
): void {
  const stack: AnyNode[] = [];
  for (let index = root.children.length - 1; index >= 0; index--) {
    const child = root.children[index];
    if (child) stack.push(child);
  }
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    visit(node);
    const { children } = node;
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child && isElement(child)) stack.push(child);
    }
  }
}

function noteShortText(
  element: PageElement,
  found: { readonly bylines: PageElement[]; readonly shortDates: PageElement[] },
): void {
  const first = element.firstChild;
  const text = first && isText(first) ? first.data.trim() : '';
  if (BY.test(`${text} x`) && /^\P{L}*[\p{Lu}\p{Lo}]/u.test(textOf(element).replace(BY, '')))
    found.bylines.push(element);
  if (element.direct > 0 && element.children.some((child) => isText(child) && YEAR.test(child.data)))
    found.shortDates.push(element);
}

const YEAR = /(?<!\d)(?:19[89]|20[0-4])\d(?!\d)/u;

function noteMeta(element: PageElement, meta: Map<string, string[]>): void {
  const { attribs } = element;
  const content = (attribs['content'] ?? attribs['value'] ?? '').trim();
  if (content === '') return;
  for (const key of new Set([attribs['property'], attribs['name'], attribs['itemprop'], attribs['http-equiv']])) {
    if (key !== undefined && key !== '') append(meta, key.toLowerCase().trim(), content);
  }
}

const has = (words: readonly string[], wanted: ReadonlySet<string>): boolean => words.some((word) => wanted.has(word));

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
