/**
 * Who wrote it, as separate names: no "By", no job titles, no dates, no addresses.
 * People in JSON-LD, in meta tags, in microdata, marked near the headline, in a line of their own (see name-lines.ts);
 * then the organisation JSON-LD names. The name of an account ("newsroom2", "Super User") is believed last.
 */
import type { Document } from 'domhandler';
import type { Survey } from '../survey.ts';
import { textOf } from '../text.ts';
import { isElement, type PageElement } from '../page-element.ts';
import type { JsonLdArticle } from './json-ld.ts';
import { plainText } from './json-ld.ts';
import { BY } from './by.ts';
import { letters } from './letters.ts';
import { findNameLines } from './name-lines.ts';
import type { Found } from './sources.ts';

const META = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'byl',
  'cxenseparse:author',
  'article.author',
  'authors',
  'og:article:author',
  'content_author',
];

export type BylinePlace = {
  readonly root: Document;
  readonly headline: PageElement | null;
  /** What the publisher calls itself, and its host's name. */
  readonly siteNames: readonly string[];
};

export function readByline(
  survey: Survey,
  jsonLd: JsonLdArticle | null,
  place: BylinePlace,
): Found<readonly string[]> | null {
  const stated = readNames(jsonLd?.authors ?? []);
  const tagged = readNames(
    META.map((name) => survey.meta.get(name) ?? []).find((values) => readNames(values).length > 0) ?? [],
  );
  const isPerson = (name: string): boolean =>
    !ORGANISATION.test(name) && !ACCOUNT.test(name) && !isSite(name, place.siteNames);
  if (stated.some(isPerson)) return { value: stated, from: 'json-ld' };
  if (tagged.some(isPerson)) return { value: tagged.filter(isPerson), from: 'meta' };
  const marked = readNames(near(survey.properties.get('author') ?? [], place.headline).map(nameOf)).filter(isPerson);
  if (marked.length > 0) return { value: marked, from: 'microdata' };
  const seen = visibleNames(survey, place.headline).filter((name) => isPerson(name) && PERSON.test(name));
  if (seen.length > 0) return { value: seen, from: 'visible' };
  const alone = findNameLines(
    place.root,
    survey,
    place.headline,
    (text) => {
      const names = readNames([text]);
      return names.length > 0 && names.every((name) => isPerson(name) && PERSON.test(name) && !ONE_CAPITAL.test(name))
        ? names
        : null;
    },
    (text) => NAMES_OFFICE.test(text),
  );
  if (alone.length > 0) return { value: alone, from: 'visible' };
  if (stated.length > 0) return { value: stated, from: 'json-ld' };
  const agencies = tagged.filter((name) => !isSite(name, place.siteNames));
  return agencies.length > 0 ? { value: agencies, from: 'meta' } : null;
}

/** "Sign up", "Read on": what a button says has one capital letter. */
const ONE_CAPITAL = /^\p{Lu}[^\p{Lu}]*$/u;

/** Two to five words that begin like names, or a name in characters that have no capitals. */
const PERSON =
  /^(?:(?:\p{Lu}[\p{L}\p{M}'’.-]*|d[eai]|del|van|von|der|den|al|el|bin|ben|la|le|[’'\p{Ll}]{1,3})(?:\s+|$)){2,5}$|^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}・\s]{2,8}$|^(?:[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]+\s+){1,3}[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]+$/u;

/** The distinct names in some texts. */
export function readNames(texts: readonly string[]): readonly string[] {
  const names = texts.flatMap((text) => splitNames(plainText(text) ?? ''));
  return [...new Map(names.map((name) => [letters(name), name])).values()].slice(0, 20);
}

/** Words of offices and agencies rather than of people. */
const ORGANISATION =
  /\b(?:redaktion\w*|redacción|redacao|redação|rédaction|redazione|redactie|redakce|redakcja|редакция|editorial|editors?|staff|news(?:room|desk)?|desk|team|agency|agence|agencia|agenzia|agentur|ajansı|press(?:e)?|online|media|correspondents?|reporters?|bureau|wire|admin|webmaster|gmbh|inc|ltd|services?|dpa|afp|ap|reuters|epa|efe|ansa|tass|pti|ani|xinhua|antara|aap|tt|ntb|ritzau|čtk|čtk|pap|apa|sda|kna|epd)\b|\.\w{2,3}$|新聞|新闻|通信|통신|뉴스|記者団/iu;

/** How content systems name accounts: one word without a capital letter, or what they come with. */
const ACCOUNT = /^(?:[a-z0-9._-]+|[Ss]uper ?[Uu]ser|[Aa]dministrator|\S*[Aa]dmin)$/u;

function isSite(name: string, siteNames: readonly string[]): boolean {
  const bare = letters(name);
  return siteNames.some(
    (site) =>
      site === bare ||
      (site.length >= 3 && bare.startsWith(site) && bare.length <= site.length + 12) ||
      (bare.length >= 4 && site.startsWith(bare)),
  );
}

/** Names marked near the headline: the first mark and those beside it; else a line that begins with "By". */
function visibleNames(survey: Survey, headline: PageElement | null): readonly string[] {
  const marks = smallest(near(survey.authorMarks, headline)).filter(({ chars }) => chars > 2 && chars < 120);
  for (const first of marks) {
    const group = marks.filter((mark) => mark.parent === first.parent || mark.parent?.parent === first.parent?.parent);
    const names = readNames(group.flatMap(namesIn)).filter((name) => PERSON.test(name) && !ORGANISATION.test(name));
    if (names.length > 0) return names;
  }
  const [line] = near(survey.bylines, headline);
  return line ? readNames(namesIn(line)) : [];
}

/** The links inside, when there are any; else the whole text. */
function namesIn(element: PageElement): readonly string[] {
  const links: string[] = [];
  const stack: PageElement[] = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.name === 'a' && node.chars > 3) links.unshift(textOf(node));
    else for (const child of node.children) if (isElement(child)) stack.push(child);
  }
  return links.length > 0 ? links : [textOf(element)];
}

/** Elements around the headline: a byline may stand above it. Who is named beside a picture took the picture. */
function near(elements: readonly PageElement[], headline: PageElement | null): readonly PageElement[] {
  if (!headline) return elements.slice(0, 3);
  return elements.filter(
    (element) =>
      element.order > headline.order - 40 && element.order < headline.order + 150 && !isPictureCredit(element),
  );
}

function isPictureCredit(element: PageElement): boolean {
  for (let node: unknown = element, level = 0; level < 6 && node && isElement(node as PageElement); level++) {
    if (/^(?:figure|figcaption)$/u.test((node as PageElement).name)) return true;
    node = (node as PageElement).parent;
  }
  return false;
}

/** Marked elements that hold no other marked one. */
function smallest(marks: readonly PageElement[]): readonly PageElement[] {
  const outer = new Set<unknown>();
  for (const mark of marks)
    for (let parent = mark.parent, level = 0; parent && level < 8; parent = parent.parent, level++) outer.add(parent);
  return marks.filter((mark) => !outer.has(mark));
}

const nameOf = (element: PageElement): string => element.attribs['content'] ?? namesIn(element).join(', ');

const AND = /\s*(?:[,;|/•·&\n]|\s[-–—]\s|\s(?:and|und|et|y|e|en|og|och|i|ve|dan|with|mit|und)\s)\s*/iu;
/** What a byline says of a person besides the name: an office. */
const OFFICE =
  'editor|correspondent|reporter|writer|journalist|columnist|contributor|producer|analyst|chief|director|professor|author|fellow|photographer|redakteur(?:in)?|korrespondent(?:in)?|chefredakteur(?:in)?|autor(?:in)?|journaliste|correspondante?|rédacteur|rédactrice|redactora?|periodista|corresponsal|inviato|giornalista|verslaggever|redacteur|journalistin';
const NAMES_OFFICE = new RegExp(`\\b(?:${OFFICE})\\b`, 'iu');
const JOB = new RegExp(
  `\\b(?:${OFFICE}|please enter|follow|email|twitter|published|updated|view|min read|more by|all articles|mehr (?:von|artikel)|abonnieren)\\b`,
  'iu',
);
/** An office that is written after a name, or around it. */
const OFFICE_AFTER = /\s*(?:기자|특파원|記者|记者|通讯员)$/u;

function splitNames(text: string): readonly string[] {
  if (/^https?:/iu.test(text) || text.length > 300) return [];
  const names = text
    .replace(/\([^)]*\)|\[[^\]]*\]|<[^>]*>|\S+@\S+/gu, ' ')
    .replace(BY, '')
    .split(AND)
    .map((name) =>
      name
        .replace(BY, '')
        .replace(/^\p{P}+|[,;:|）】]+$/gu, '')
        .replace(OFFICE_AFTER, '')
        .trim(),
    )
    .filter(
      (name) =>
        /\p{L}/u.test(name) &&
        name.length >= 2 &&
        name.length <= 60 &&
        !/\d{3,}|\d[./:]\d|https?:/u.test(name) &&
        !ONLY_BY.test(name),
    );
  const persons = names.filter((name) => !JOB.test(name));
  return persons.length > 0 ? persons : names.slice(0, 1);
}

const ONLY_BY = /^(?:by|von|par|por|di|da|de|door|av|af|text|author|autor|and|und|et|y|e|the)$/iu;
