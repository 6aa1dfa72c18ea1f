/** Boxes about something else, told from a line in them: a label, a linked heading, an offer. */
import { isElement, isText, type PageElement } from '../page-element.ts';
import { textOf } from '../text.ts';
import { isOffer, isReadMoreLabel } from './phrases.ts';
import { LINKED_HEADING, SITE_LINE, type TidyContext, type Verdict } from './verdict.ts';

/** A box that says "Read more" or "Subscribe", or has a linked heading, is about something else. */
export function dropLabelledBoxes(verdicts: readonly Verdict[], context: TidyContext): void {
  const boxes = new Set<PageElement>();
  for (const verdict of verdicts) {
    const { text, element } = verdict.unit;
    if (isReadMoreLabel(text)) {
      verdict.dropped ??= 'the label of another story';
      // Below a text of its own box it leads to more of that, as under each entry of a list.
      if (element.prose === 0 || startsWith(element, text)) boxes.add(boxAround(element, context, 800));
    } else if (verdict.dropped === LINKED_HEADING) boxes.add(boxAround(element, context, 400));
    // A line of a text parted by line breaks has no box of its own.
    else if (verdict.dropped === SITE_LINE && isOffer(text) && element.direct <= text.length * 2)
      boxes.add(boxAround(element, context, 1200));
  }
  for (const box of offerBoxes(verdicts, context)) boxes.add(box);
  if (boxes.size === 0) return;
  for (const verdict of verdicts) {
    if (verdict.dropped === null && isInside(verdict.unit.element, boxes))
      verdict.dropped = 'in a box about something else';
  }
}

/** Small elements at least half of whose words are the site's, an offer among them. */
function offerBoxes(verdicts: readonly Verdict[], { containers, around }: TidyContext): readonly PageElement[] {
  const offered = new Map<PageElement, { chars: number; holdsOffer: boolean }>();
  for (const { unit, dropped } of verdicts) {
    if (dropped !== SITE_LINE) continue;
    let node: PageElement | null = unit.element;
    for (let level = 0; node && level < 6 && !containers.includes(node) && !around.has(node); level++) {
      const sum = offered.get(node) ?? { chars: 0, holdsOffer: false };
      offered.set(node, { chars: sum.chars + unit.text.length, holdsOffer: sum.holdsOffer || isOffer(unit.text) });
      node = node.parent && isElement(node.parent) ? node.parent : null;
    }
  }
  return [...offered].flatMap(([box, { chars, holdsOffer }]) =>
    holdsOffer && box.chars <= 800 && chars >= box.chars * 0.5 ? [box] : [],
  );
}

/** The largest element around that is still small beside an article. */
function boxAround(element: PageElement, { containers, around }: TidyContext, most: number): PageElement {
  let box = element;
  for (
    let parent = box.parent;
    parent && isElement(parent) && !containers.includes(parent) && !around.has(parent);
    parent = parent.parent
  ) {
    // Running text belongs to a label that stands above it, not to one that stands among it; and only once.
    const addsProse = parent.prose > box.prose;
    const isCard = parent.chars <= 300 && parent.proseBlocks <= 1 && parent.linkChars > parent.chars * 0.2;
    const addsWords = parent.chars - parent.linkChars - (box.chars - box.linkChars) > 30;
    if ((addsWords || addsProse) && !isCard && !isFirst(box)) break;
    if (addsProse && (box.prose > 0 || box.chars > element.chars)) break;
    if (parent.chars > most || parent.proseBlocks > 3 || parent.holdsBody) break;
    box = parent;
  }
  return box;
}

const startsWith = (element: PageElement, text: string): boolean => textOf(element, text.length * 2).startsWith(text);

/** Whether nothing a reader sees stands before a child. */
function isFirst(child: PageElement): boolean {
  let before = child.prev;
  while (before && !(isElement(before) ? before.chars > 0 : isText(before) && /\S/u.test(before.data)))
    before = before.prev;
  return before === null;
}

export function isInside(element: PageElement, boxes: ReadonlySet<PageElement>): boolean {
  for (let node: unknown = element, level = 0; level < 12 && node && isElement(node as PageElement); level++) {
    if (boxes.has(node as PageElement)) return true;
    node = (node as PageElement).parent;
  }
  return false;
}

/** The largest element that a label heads. */
export function boxBelow(label: PageElement, { containers, around }: TidyContext): PageElement {
  let box = label;
  for (let { parent } = box; parent && isElement(parent) && isFirst(box); parent = parent.parent) {
    if (containers.includes(parent) || around.has(parent)) break;
    box = parent;
  }
  return box;
}
