/**
 * Names in lines of their own, on a page whose markup calls nothing an author:
 *
 * 1. between the headline and the first paragraph, in a small box that says what the writer does or how to reach one, or when
 *    it was written: then the name must stand nowhere else, since a section's stands there too;
 * 2. under the last paragraph, as a story is signed in Vietnam, Japan, Russia or India.
 */
import type { AnyNode, Document } from 'domhandler';
import { eachElement, type Survey } from '../survey.ts';
import { textOf } from '../text.ts';
import { elementsNamed, isElement, isText, readsLikeProse, type PageElement } from '../page-element.ts';

/** The names a line holds when it holds nothing else. */
type NamesOf = (line: string) => readonly string[] | null;

export function findNameLines(
  root: Document,
  survey: Survey,
  headline: PageElement | null,
  namesOf: NamesOf,
  namesJob: (text: string) => boolean,
): readonly string[] {
  const above = headline ? namesAbove(root, survey, headline, namesOf, namesJob) : [];
  return above.length > 0 ? above : namesBelow(survey, namesOf);
}

function namesAbove(
  root: Document,
  survey: Survey,
  headline: PageElement,
  namesOf: NamesOf,
  namesJob: (text: string) => boolean,
): readonly string[] {
  // The first may be the standfirst, with the byline below it.
  const [, second] = survey.paragraphs.filter(({ order }) => order > headline.order);
  const until = Math.min(headline.order + MOST_BETWEEN, second?.order ?? Infinity);
  let names: readonly string[] = [];
  let page: string | null = null;
  const pageText = (): string => (page ??= textOf(root, MOST_READ));
  eachElement(root, (element) => {
    const { order, chars } = element;
    if (names.length > 0 || order <= headline.order || order >= until || chars < LEAST || chars > MOST) return;
    const found = holdsText(element) ? namesOf(textOf(element)) : null;
    if (found !== null && isOfWriter(element, namesJob, pageText)) names = found;
  });
  return names;
}

/** Whether the words are in capitals as names are and stand nowhere else: in scripts without capitals any two words look like a name. */
function standsAlone(line: PageElement, page: string): boolean {
  const words = textOf(line).replace(/[\s|,·•-]+$/u, '');
  return /\p{Lu}/u.test(words) && page.indexOf(words) === page.lastIndexOf(words);
}

/** A signature is set apart from the text: bold or slanted, or at the other end of the line. */
function namesBelow(survey: Survey, namesOf: NamesOf): readonly string[] {
  for (const paragraph of survey.paragraphs.toReversed()) {
    const below = elementsAfter(paragraph);
    if (below.some((line) => readsLikeProse(line))) continue;
    for (const line of below) {
      if (line.chars < LEAST || line.chars > MOST || line.linkChars > 0) continue;
      const isSetApart = /right/u.test(line.attribs['style'] ?? '') || line.children.some((child) => isSlanted(child));
      const names = isSetApart ? namesOf(textOf(line)) : null;
      if (names !== null) return names;
    }
  }
  return [];
}

const LEAST = 4;
const MOST = 80;
/** Elements between a headline and its byline. */
const MOST_BETWEEN = 80;
const MOST_IN_BOX = 200;
const MOST_READ = 400_000;

const holdsText = (element: PageElement): boolean =>
  element.children.some((child) => isText(child) && /\p{L}/u.test(child.data));

const isSlanted = (child: AnyNode): boolean => isElement(child) && /^(?:b|strong|i|em)$/u.test(child.name);

/** The next few elements beside one, a box of the site's among them; up to a picture, since a name below that took or made it. */
function elementsAfter(element: PageElement): readonly PageElement[] {
  const found: PageElement[] = [];
  for (let { next } = element; next && found.length < 3; next = next.next) {
    if (!isElement(next)) continue;
    if (next.media > 0) break;
    if (next.chars > 0) found.push(next);
  }
  return found;
}

/** Whether the smallest boxes around tell of somebody who writes. */
function isOfWriter(element: PageElement, namesJob: (text: string) => boolean, pageText: () => string): boolean {
  let box = element;
  for (let level = 0; level < 3; level++) {
    if (elementsNamed(box, 'a').some(({ attribs }) => CONTACT.test(attribs['href'] ?? ''))) return true;
    if (!box.parent || !isElement(box.parent) || box.parent.chars > MOST_IN_BOX) return false;
    box = box.parent;
    const text = textOf(box);
    if (namesJob(text) || (STAMP.test(text) && standsAlone(element, pageText()))) return true;
  }
  return false;
}

/** An address to write to, or a page about who writes. */
const CONTACT =
  /^mailto:|\/(?:authors?|autor(?:en|es|i)?|auteurs?|autore|staff|people|profiles?|reporters?|journalists?|redakce|yazar(?:lar)?|penulis|skribent)\//iu;

/** A year, or a time of day. */
const STAMP = /(?<!\d)(?:20[0-4]\d|(?:[01]?\d|2[0-3])[:.h][0-5]\d)(?!\d)/u;
