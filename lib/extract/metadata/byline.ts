/** Who wrote it, as separate names: no "By", no titles, no dates, no addresses. */
import type { Survey } from '../survey.ts';
import { textOf } from '../text.ts';
import type { PageElement } from '../tree.ts';
import type { JsonLdArticle } from './json-ld.ts';
import { plainText } from './json-ld.ts';
import { firstOf, type Found } from './sources.ts';

const META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author_name',
  'cxenseparse:author',
  'article.author',
  'authors',
  'og:article:author',
  'twitter:data1',
];

export function readByline(survey: Survey, jsonLd: JsonLdArticle | null): Found<readonly string[]> | null {
  return firstOf<readonly string[]>([
    ['json-ld', () => namesOrNull(jsonLd?.authors ?? [])],
    [
      'meta',
      () =>
        namesOrNull(
          META.filter((name) => name !== 'twitter:data1')
            .map((name) => survey.meta.get(name) ?? [])
            .find((values) => namesOrNull(values) !== null) ?? [],
        ),
    ],
    ['microdata', () => namesOrNull((survey.properties.get('author') ?? []).map(nameOf))],
    ['visible', () => namesOrNull(smallest(survey.authorMarks).slice(0, 6).map(nameOf))],
  ]);
}

/** Marked elements that hold no other marked one. */
function smallest(marks: readonly PageElement[]): readonly PageElement[] {
  const outer = new Set<unknown>();
  for (const mark of marks) for (let parent = mark.parent; parent; parent = parent.parent) outer.add(parent);
  return marks.filter((mark) => !outer.has(mark) && mark.chars > 0 && mark.chars < 120);
}

const nameOf = (element: PageElement): string => element.attribs['content'] ?? textOf(element);

/** The distinct names in some texts; null when there is none. */
export function namesOrNull(texts: readonly string[]): readonly string[] | null {
  const names = texts.flatMap((text) => splitNames(plainText(text) ?? ''));
  const distinct = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
  return distinct.length === 0 ? null : distinct;
}

const BY = /^(?:written\s+by|by|von|par|por|di|da|door|av|af|od|autor(?:in)?|text|tekst|от|oleh|tarafından)\s*:?\s+/iu;
const AND = /\s*(?:[,;|/•·]|\s(?:and|und|et|y|e|en|og|och|i|ve|&)\s)\s*/iu;

function splitNames(text: string): readonly string[] {
  if (/^https?:/iu.test(text) || /@\w+\.\w/u.test(text)) return [];
  return text
    .replace(BY, '')
    .split(AND)
    .map((name) => name.replace(BY, '').trim())
    .filter((name) => /\p{L}/u.test(name) && name.length <= 60 && !/\d{2,}|https?:/u.test(name));
}
