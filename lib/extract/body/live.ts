/** Live blogs: which elements are posts, and one post as one block. */
import type { AnyNode } from 'domhandler';
import { classWords } from '../class-words.ts';
import { readInstant } from '../metadata/instants.ts';
import { textOf } from '../text.ts';
import { isElement, type PageElement } from '../page-element.ts';
import { tidyPost } from './tidy.ts';
import type { Unit } from './units.ts';

const NAMES: ReadonlySet<string> = new Set(
  `live-post livepost liveblog-post live-blog-post liveblogpost liveblog-entry live-entry live-update liveupdate live-blog-entry
  liveblog-item live-item lb-post lb-item ticker-entry tickerentry ticker-item live-feed-item liveticker-entry liveticker-item liveticker-post`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
/** Fewer like elements than this are no live blog; on a page that does not call itself one, fewer than the second. */
const LEAST_POSTS = 2;
const LEAST_UNNAMED = 3;

/**
 * The posts inside a container: named as such; or alike siblings each with a time, on a page that says it is a live blog
 * or where they have a heading each and are most of the text.
 */
export function findPosts(container: PageElement, saysLiveBlog: boolean): ReadonlySet<PageElement> {
  const named = new Set<PageElement>();
  const timed = new Map<PageElement, PageElement[]>();
  const stack: AnyNode[] = [container];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (node !== container && node.chars > 0 && isNamedPost(node)) {
      named.add(node);
      continue;
    }
    if (node !== container && node.parent && isElement(node.parent) && mayBePost(node)) {
      const siblings = timed.get(node.parent) ?? [];
      siblings.push(node);
      timed.set(node.parent, siblings);
    }
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
  if (named.size >= LEAST_POSTS) return named;
  const [most = []] = [...timed.values()].sort((one, other) => other.length - one.length);
  if (most.length < LEAST_POSTS || !(saysLiveBlog || readsLikeLiveBlog(most, container))) return new Set();
  return new Set([...most, ...shortPosts(most)]);
}

/** Posts of a line, too short to read like running text: elements of the same name and classes beside the others, with a time. */
function shortPosts(posts: readonly PageElement[]): readonly PageElement[] {
  const [first] = posts;
  if (!first?.parent) return [];
  const { name, attribs } = first;
  return first.parent.children
    .filter((sibling) => isElement(sibling))
    .filter(
      (sibling) =>
        sibling.name === name &&
        sibling.attribs['class'] === attribs['class'] &&
        sibling.proseBlocks === 0 &&
        startsWithTime(sibling),
    );
}

/** A block of running text with a time near its top. */
const mayBePost = (element: PageElement): boolean =>
  element.proseBlocks > 0 && /^(?:article|li|section|div)$/u.test(element.name) && startsWithTime(element);

const startsWithTime = (element: PageElement): boolean => timeOf(element) !== null || CLOCK.test(textOf(element, 30));

const CLOCK = /^(?:\p{L}+\s)?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)/u;

function readsLikeLiveBlog(posts: readonly PageElement[], container: PageElement): boolean {
  const prose = posts.reduce((sum, post) => sum + post.prose, 0);
  return (
    posts.length >= LEAST_UNNAMED &&
    prose >= container.prose * 0.6 &&
    posts.every((post) => post.name === posts[0]?.name && hasHeading(post))
  );
}

/** A heading before any paragraph. */
function hasHeading(element: PageElement): boolean {
  const stack: AnyNode[] = [...element.children].reverse();
  for (let node = stack.pop(), seen = 0; node && seen < 60; node = stack.pop(), seen++) {
    if (!isElement(node)) continue;
    if (/^h[2-6]$/u.test(node.name) && node.chars > 0) return true;
    if (node.name === 'p' && node.proseBlocks > 0) return false;
    for (const child of node.children.toReversed()) stack.push(child);
  }
  return false;
}

function isNamedPost(element: PageElement): boolean {
  const { attribs } = element;
  if (/liveblogupdate/iu.test(attribs['itemprop'] ?? '')) return true;
  if (attribs['class'] === undefined || element.chars < 20 || !/^(?:article|li|section|div)$/u.test(element.name))
    return false;
  return classWords(element).some((word) => NAMES.has(word));
}

/** The first `<time datetime>` inside, near the top. */
function timeOf(element: PageElement): string | null {
  const stack: AnyNode[] = [...element.children].reverse();
  for (let node = stack.pop(), seen = 0; node && seen < 60; node = stack.pop(), seen++) {
    if (!isElement(node)) continue;
    const stamp = node.attribs['datetime'] ?? node.attribs['data-timestamp'];
    const instant = stamp === undefined ? null : readInstant(stamp);
    if (instant !== null) return instant;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
  return null;
}

/** Whether an element heads a post, a level or two inside it. */
export function isPostHeader(element: PageElement, posts: ReadonlySet<PageElement>): boolean {
  if (element.name !== 'header' && !/^h[1-6]$/u.test(element.name)) return false;
  for (let node: unknown = element.parent, level = 0; level < 3 && node && isElement(node as AnyNode); level++) {
    if (posts.has(node as PageElement)) return true;
    node = (node as PageElement).parent;
  }
  return false;
}

/** The lines of a post as one: its heading, then its paragraphs, a line each. Null when nothing is left. */
export function mergePost(element: PageElement, units: readonly Unit[]): Unit | null {
  const kept = tidyPost(units, element).filter(({ kind }) => kind !== 'caption' && kind !== 'table-row');
  if (kept.length === 0) return null;
  const [first] = kept;
  const { id, 'data-id': dataId, 'data-post-id': postId } = element.attribs;
  return {
    kind: 'post',
    text: kept.map(({ text }) => text).join('\n'),
    element,
    post: {
      id: id ?? postId ?? dataId ?? null,
      publishedAt: timeOf(element),
      heading: first?.kind === 'heading' ? first.text : null,
    },
    links: kept.flatMap(({ links }) => links),
    linkChars: kept.reduce((sum, { linkChars }) => sum + linkChars, 0),
    boldChars: 0,
  };
}
