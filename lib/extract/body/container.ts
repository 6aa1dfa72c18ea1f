/** The element that holds the body: where the prose is densest, then as far up as the same text goes on. */
import type { AnyNode } from 'domhandler';
import { namesBody } from '../class-words.ts';
import { textOf } from '../text.ts';
import { BLOCK_TAGS, isElement, readsLikeProse, type PageElement } from '../page-element.ts';
import { isCorrection } from './notices.ts';
import { isOffer as saysOffer } from './phrases.ts';

/** Finds the body below `root`, leaving out what `isDropped` says. */
export function findContainer(
  root: PageElement,
  isDropped: (element: PageElement) => boolean,
  language: string | null,
): PageElement | null {
  const blocks = proseBlocks(root, isDropped, language);
  const scores = new Map<PageElement, number>();
  const inside = new Map<PageElement, number>();
  const holders = new Set<PageElement>();
  for (const block of blocks) {
    const value = valueOf(block);
    if (block.name === 'p' && block.parent && isElement(block.parent)) holders.add(block.parent);
    let level = 0;
    for (let parent = holderOf(block); parent; parent = parent === root ? null : parentOf(parent)) {
      if (block.name !== 'li') inside.set(parent, (inside.get(parent) ?? 0) + value);
      if (level < SHARES.length) scores.set(parent, (scores.get(parent) ?? 0) + value * (SHARES[level] ?? 0));
      level++;
    }
  }
  let best: PageElement | null = null;
  let bestScore = 0;
  for (const [element, score] of scores) {
    const weighted = score * hint(element);
    if (weighted > bestScore) {
      best = element;
      bestScore = weighted;
    }
  }
  return best === null ? null : climb(best, root, inside, holders);
}

/** A paragraph counts wholly for its parent, less for those further out. */
const SHARES = [1, 0.7, 0.4, 0.2] as const;

function proseBlocks(
  root: PageElement,
  isDropped: (element: PageElement) => boolean,
  language: string | null,
): readonly PageElement[] {
  const found: PageElement[] = [];
  const stack: AnyNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node) || node.prose === 0 || (node !== root && isDropped(node))) continue;
    if (BLOCK_TAGS.has(node.name) && readsLikeProse(node) && !saysAnother(node, language)) found.push(node);
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
  return found;
}

/** A banner's text is no sign of where the story is, nor is a correction: it stands wherever the publisher has a place for it. */
function saysAnother(block: PageElement, language: string | null): boolean {
  if (block.chars <= 300 && saysOffer(textOf(block, 301))) return true;
  // Among other paragraphs it widens nothing, and most need not be asked.
  const isAlone = block.parent !== null && isElement(block.parent) && block.parent.proseBlocks <= 1;
  return isAlone && block.chars <= 600 && isCorrection(textOf(block, 601), language);
}

/** Long blocks count for more, up to a length; a text in a bare `<div>` is its own container too. */
const valueOf = (block: PageElement): number =>
  Math.min(block.direct - block.directLink, 1200) * (block.name === 'li' ? 0.4 : 1);

const holderOf = (block: PageElement): PageElement | null =>
  block.name === 'div' || block.name === 'section' || block.name === 'td' || block.name === 'article'
    ? block.direct > 400
      ? block
      : parentOf(block)
    : parentOf(block);

const parentOf = (element: PageElement): PageElement | null =>
  element.parent && isElement(element.parent) ? element.parent : null;

function hint(element: PageElement): number {
  const { name, attribs } = element;
  let factor = 1;
  if (/articlebody/iu.test(attribs['itemprop'] ?? attribs['property'] ?? '')) factor *= 1.5;
  else if (namesBody(element)) factor *= 1.3;
  if (name === 'article') factor *= 1.15;
  if (name === 'body' || name === 'html') factor *= 0.7;
  if (name === 'li' || name === 'td' || name === 'figure') factor *= 0.8;
  if (element.linkChars > element.chars * 0.4) factor *= 0.5;
  return factor;
}

/** Goes up while the parent holds a good deal more prose, or paragraphs of its own: a body split among several elements. */
function climb(
  from: PageElement,
  root: PageElement,
  inside: ReadonlyMap<PageElement, number>,
  holders: ReadonlySet<PageElement>,
): PageElement {
  let current = from;
  let reached = from;
  for (let level = 0; level < 6; level++) {
    const parent = parentOf(current);
    if (!parent || current === root || parent.name === 'html') break;
    const own = inside.get(current) ?? 0;
    const more = (inside.get(parent) ?? 0) - own;
    const goesOn = more > own * 0.2 || holders.has(parent);
    if (goesOn && parent.linkChars < parent.chars * 0.35) reached = parent;
    current = parent;
    if (more > own * 2) break;
  }
  return reached;
}
