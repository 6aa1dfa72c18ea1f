/** The publisher's word on its own change, in whatever box it stands: an aside, a footnote, the foot of the article. */
import type { AnyNode } from 'domhandler';
import { noticeOf } from '../../notice.ts';
import { textOf } from '../text.ts';
import { BLOCK_TAGS, isElement, type PageElement } from '../page-element.ts';

/** Whether a box that its markup names as something else opens with a notice, and so is kept. */
export function isNoticeBox(element: PageElement, reason: string, language: string | null): boolean {
  return MAY_HOLD_NOTICE.test(reason) && opensWithNotice(element, language);
}

/** Boxes with a notice after the body, as far up as the headline's own surroundings. Bounded: small boxes alone are opened. */
export function noticesBelow(
  container: PageElement,
  reasonFor: (element: PageElement) => string | null,
  language: string | null,
): readonly PageElement[] {
  const found: PageElement[] = [];
  let node = container;
  for (let level = 0; level < LEVELS && node.parent && isElement(node.parent); level++) {
    const { parent } = node;
    const siblings = parent.children.slice(parent.children.indexOf(node) + 1);
    for (const sibling of siblings.slice(0, MOST_SIBLINGS))
      if (isElement(sibling)) collect(sibling, reasonFor, language, found);
    node = parent;
  }
  return found;
}

function collect(
  root: PageElement,
  reasonFor: (element: PageElement) => string | null,
  language: string | null,
  found: PageElement[],
): void {
  if (root.chars > MOST_AROUND) return;
  const stack: AnyNode[] = [root];
  for (let node = stack.pop(), seen = 0; node && seen < MOST_OPENED; node = stack.pop()) {
    if (!isElement(node) || node.chars < LEAST) continue;
    seen++;
    const reason = reasonFor(node);
    if (reason !== null && !MAY_HOLD_NOTICE.test(reason)) continue;
    if (opensWithNotice(node, language)) found.push(node);
    else for (const child of node.children.toReversed()) stack.push(child);
  }
}

/** Not what is hidden, a navigation, a dialogue or the readers' comments. */
const MAY_HOLD_NOTICE =
  /^(?:<(?:aside|footer|header|address)>$|class "(?!comment|disqus|livefyre|respond|kommentar|related|recommend))/u;
const LEAST = 15;
const MOST = 1500;
const MOST_AROUND = 4000;
const LEVELS = 5;
const MOST_SIBLINGS = 200;
const MOST_OPENED = 100;

/** At the front of a small box with few links. */
function opensWithNotice(element: PageElement, language: string | null): boolean {
  const { name, chars, linkChars } = element;
  if (chars < LEAST || chars > MOST || linkChars > chars * 0.3 || !BLOCK_TAGS.has(name)) return false;
  return isCorrection(textOf(element, 400), language);
}

/** Whether a text is a correction, clarification or editor's note. An update is one in the story alone: stamps and teasers open with the word. */
export function isCorrection(text: string, language: string | null): boolean {
  const notice = noticeOf(text, language);
  return notice !== null && notice.kind !== 'update' && notice.kind !== 'bare-update' && notice.says.length > 10;
}
