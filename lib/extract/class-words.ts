/**
 * What an element's class and id say, as lower-case words: `css-1x2y styles_relatedLinks__aB3d` says `related`,
 * `links`, `related-links`. Hashes are dropped as far as they can be told from words.
 */
import type { Element } from 'domhandler';

/** Single words and neighbouring pairs joined by a hyphen, in order. */
export function classWords(element: Element): readonly string[] {
  const { attribs } = element;
  const text = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
  if (text === ' ') return NONE;
  const known = KNOWN.get(text);
  if (known) return known;
  const words = wordsOf(text.slice(0, MAX_CHARS));
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  KNOWN.set(text, words);
  return words;
}

/** Whether an element is named as the body of an article. */
export function namesBody(element: Element): boolean {
  const { attribs } = element;
  const property = attribs['itemprop'] ?? attribs['property'];
  if (property !== undefined && /articlebody/iu.test(property)) return true;
  return classWords(element).some((word) => BODY_WORDS.has(word));
}

/** Words that name the body itself. */
const BODY_WORDS: ReadonlySet<string> = new Set(
  `
  article-body articlebody article-content articlecontent article-text articletext article-main article-copy article-detail articlepage-body
  story-body storybody story-content storycontent story-text storytext story-copy
  post-content postcontent post-body postbody post-text entry-content entrycontent entry-body entry-text
  body-text bodytext body-copy bodycopy body-content content-body contentbody content-text content-article content-post main-content
  news-text newstext news-body news-content newsbody newscontent text-content richtext rich-text wysiwyg
  article-paragraphs artikel-text artikeltext article-wrapper texte corps cuerpo testo text-body full-text fulltext detail-text detail-content detail-body
  `
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Words that name a standfirst. */
export const STANDFIRST_WORDS: ReadonlySet<string> = new Set([
  'standfirst',
  'lead',
  'lede',
  'dek',
  'deck',
  'subtitle',
  'sub-title',
  'sub-headline',
  'sub-heading',
  'subheadline',
  'subhead',
  'subheading',
  'summary',
  'intro',
  'excerpt',
  'chapo',
  'sottotitolo',
  'entradilla',
  'ingress',
  'preamble',
  'abstract',
  'strapline',
  'leadtext',
  'sapo',
  'leed',
  'leadparagraph',
  'manchet',
  'perex',
  'underrubrik',
  'vorspann',
  'sommario',
  'bajada',
  'tagline',
  'underline',
  'introduction',
  'description',
  'teaser',
  'announce',
  'anons',
  'spot',
  'copete',
  'chapeau',
  'catenaccio',
  'einleitung',
  'inleiding',
  'zajawka',
  'anotace',
]);

const CAMEL = /[a-z][A-Z]/u;
const NONE: readonly string[] = [];
const MAX_CHARS = 600;
const MAX_MARKS = 5;
/** Class lists repeat within a page and between pages of one publisher. Cleared when full, so memory stays flat. */
const MAX_KNOWN = 4000;
const KNOWN = new Map<string, readonly string[]>();

function wordsOf(text: string): readonly string[] {
  const words = new Set<string>();
  for (const name of text.split(/\s+/u)) {
    // A whole sentence in an id is a heading's anchor, not a name.
    if ((name.match(/[-_]/gu)?.length ?? 0) > MAX_MARKS && name.length > 40) continue;
    let previous = '';
    // `module_name__hash` and `name-module--hash`: what follows the double mark is a hash when it holds a digit or mixed case.
    const readable = name.replace(
      /(?:__|--|_)(?=[\w-]{4,8}$)(?=[\w-]*\d|[\w-]*[a-z][A-Z]|[A-Z]+[a-z]+[A-Z])[\w-]+$/u,
      '',
    );
    for (const part of readable.split(/[^A-Za-z]+/u)) {
      for (const word of CAMEL.test(part) ? part.split(/(?<=[a-z])(?=[A-Z])/u) : [part]) {
        if (word === '') continue;
        const lower = word.toLowerCase();
        words.add(lower);
        if (previous !== '') words.add(`${previous}-${lower}`);
        previous = lower;
      }
    }
  }
  return [...words];
}
