/** An element with the measures taken while the page is parsed, and what is asked of elements everywhere. */
import { Element, Text, type AnyNode } from 'domhandler';
import { namesBody } from './class-words.ts';

/** An element with the measures taken while it was parsed. Lengths are in characters, trimmed per text node. */
export class PageElement extends Element {
  /** Its place among the page's elements. */
  order = 0;
  /** All text inside. */
  chars = 0;
  /** The part of `chars` inside links. */
  linkChars = 0;
  /** Text directly in this block, not in a block inside it. */
  direct = 0;
  directLink = 0;
  /** Characters of inner blocks that read like running text: long, and little of it linked. */
  prose = 0;
  /** Blocks that read like running text. */
  proseBlocks = 0;
  /** Images, videos and embedded frames inside. */
  media = 0;
  /** Whether a field inside asks for an e-mail address. */
  asksForAddress = false;
  /** Whether a social-media post is embedded inside. */
  holdsEmbed = false;
  /** Whether something inside is named as the body and holds more than a teaser's text. */
  holdsBody = false;
}

export const isElement = (node: AnyNode): node is PageElement => node instanceof PageElement;
export const isText = (node: AnyNode): node is Text => node instanceof Text;

/** Elements that begin and end a line of text. Anything else is inline. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul amp-sidebar amp-accordion'
  ).split(' '),
);

/** Passes an element's measures on to its parent when it ends. */
export function measure(element: PageElement, parent: PageElement | null): void {
  const isBlock = BLOCK_TAGS.has(element.name);
  if (MEDIA.has(element.name)) element.media++;
  if (isEmbed(element)) element.holdsEmbed = true;
  if (element.name === 'input') element.asksForAddress = asksForAddress(element);
  if (isBlock && element.proseBlocks >= 2 && element.prose >= 200 && !element.holdsBody)
    element.holdsBody = namesBody(element);
  if (isBlock && readsLikeProse(element)) {
    element.prose += element.direct - element.directLink;
    element.proseBlocks++;
  }
  if (!parent) return;
  parent.chars += element.chars;
  parent.linkChars += element.linkChars;
  parent.prose += element.prose;
  parent.proseBlocks += element.proseBlocks;
  parent.media += element.media;
  parent.holdsBody ||= element.holdsBody;
  parent.holdsEmbed ||= element.holdsEmbed;
  parent.asksForAddress ||= element.asksForAddress;
  if (isBlock) return;
  parent.direct += element.direct;
  parent.directLink += element.directLink;
}

const asksForAddress = ({ attribs }: PageElement): boolean =>
  attribs['type'] === 'email' || /e-?mail/iu.test(`${attribs['name'] ?? ''} ${attribs['placeholder'] ?? ''}`);

const EMBED_NAME =
  /\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed|threads-embed|text-post-media|reddit-embed|reddit-card)\b/u;

/** Whether an element is a social-media post, as the networks' own scripts mark it. */
export function isEmbed(element: PageElement): boolean {
  const names = element.attribs['class'];
  return names !== undefined && EMBED_NAME.test(names);
}

const MEDIA: ReadonlySet<string> = new Set(['img', 'amp-img', 'video', 'amp-video', 'iframe', 'picture', 'object']);

/** At least a line long, a third of it in scripts that write no spaces; and not mostly links. */
export function readsLikeProse(element: PageElement): boolean {
  if (element.directLink >= element.direct * 0.5) return false;
  return element.direct >= 60 || (element.direct >= 24 && isDense(element));
}

/** Whether an element's first text is written in characters that say as much as two or three Latin ones. */
function isDense(element: PageElement): boolean {
  for (const child of element.children) {
    const text = isText(child) ? child.data.trim() : '';
    if (text.length >= 8)
      return DENSE_SCRIPT.test(text.charAt(text.length >> 1)) || DENSE_SCRIPT.test(text.charAt(text.length >> 2));
  }
  return false;
}

const DENSE_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Elements of one name inside, in the page's order, the root included. */
export function elementsNamed(root: PageElement, name: string): readonly PageElement[] {
  const found: PageElement[] = [];
  const stack: AnyNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (node.name === name) found.push(node);
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
  return found;
}
