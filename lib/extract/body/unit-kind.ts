/** What a line's markup says it is: caption, heading, list item, quotation, or a paragraph. */
import type { BlockKind } from '../../article.ts';
import { classWords } from '../class-words.ts';
import { endsSentence } from '../text.ts';
import { BLOCK_TAGS, elementsNamed, isElement, type PageElement } from '../page-element.ts';

export function kindOf(element: PageElement, raw: string, root: PageElement): BlockKind {
  let kind: BlockKind | null = null;
  let level = 0;
  for (let node: PageElement | null = element; node && level < 8; level++) {
    const { name } = node;
    if (name === 'figcaption' || name === 'caption' || name === 'figure') return 'caption';
    if (name === 'blockquote') return 'quotation';
    if (name === 'pre') return 'preformatted';
    if (/^h[1-6]$/u.test(name)) kind ??= 'heading';
    if (name === 'li' || name === 'dd' || name === 'dt') kind ??= 'list-item';
    if (level < 2 && kind === null && BLOCK_TAGS.has(name) && isNamedCaption(node)) return 'caption';
    node = node.parent && isElement(node.parent) ? node.parent : null;
  }
  return kind ?? (isBesideMedia(element, raw.trim(), root) ? 'caption' : 'paragraph');
}

/** Whether an element's markup or what it holds is called a caption, or it stands in a figure. */
export function isMarkedCaption(element: PageElement): boolean {
  if (element.children.some((child) => isElement(child) && isNamedCaption(child))) return true;
  for (let node: PageElement | null = element, level = 0; node && level < 4; level++) {
    if (node.name === 'figcaption' || node.name === 'figure' || isNamedCaption(node)) return true;
    node = node.parent && isElement(node.parent) ? node.parent : null;
  }
  return false;
}

/** Whether an element named as a caption is one: in a figure, or in a box with its picture and little else. */
export function isCaptionOfPicture(element: PageElement): boolean {
  if (element.name === 'figcaption') return true;
  if (!isNamedCaption(element)) return false;
  let box = element;
  for (let level = 0; level < 3 && box.parent && isElement(box.parent); level++) {
    box = box.parent;
    if (box.name === 'figure') return true;
    if (box.media > 0) return box.chars <= element.chars + 80;
  }
  return false;
}

const isNamedCaption = (element: PageElement): boolean => classWords(element).some((word) => CAPTION_WORDS.has(word));

/** The address of the first picture in the smallest box around a caption that holds one. */
export function imageNear(element: PageElement, root: PageElement): string | null {
  let box: PageElement = element;
  for (let level = 0; box.media === 0 && level < 5; level++) {
    if (box === root || !box.parent || !isElement(box.parent)) return null;
    box = box.parent;
  }
  for (const picture of [...elementsNamed(box, 'img'), ...elementsNamed(box, 'amp-img')]) {
    const { attribs } = picture;
    const source = attribs['data-src'] ?? attribs['data-lazy-src'] ?? attribs['data-original'] ?? attribs['src'];
    if (source !== undefined && source !== '' && !source.startsWith('data:')) return source.trim();
  }
  return null;
}

/** A short text that shares its box with a picture and little else. */
function isBesideMedia(element: PageElement, text: string, root: PageElement): boolean {
  if (text.length > 400) return false;
  if (element === root) return false;
  if (element.media > 0) {
    // A run among others in a block of texts and pictures: which is whose cannot be told.
    if (element.chars > text.length * 2 + 80) return false;
    const isSentence = endsSentence(text);
    return element.name === 'p' ? text.length < 160 && !isSentence : text.length < 160 || !isSentence;
  }
  if (text.length <= 250 && followsPicture(element) && CREDIT_AT_END.test(text)) return true;
  let box: PageElement | null = element;
  while (box?.media === 0) {
    const parent: PageElement | null = box.parent && isElement(box.parent) ? box.parent : null;
    if (!parent || parent === root || parent.chars - parent.linkChars > text.length + 80) return false;
    box = parent;
  }
  return true;
}

/** "… . 本报记者 李强 摄", "… (Foto: Arne Petersen)". */
const CREDIT_AT_END =
  /(?:摄|攝|撮影|供图|供圖)[）)]?$|(?<!\p{L})(?:photo|fotos?|image|bild|imagen|crédit|credit|ảnh|фото|φωτογραφία|사진|写真|图|圖|الصورة|תצלום|zdjęcie|kuva)\s*(?:[:=：/]|by|©).{1,60}$/iu;

/** Whether the element before it is a picture and no more. */
function followsPicture(element: PageElement): boolean {
  let before = element.prev;
  while (before && !(isElement(before) && (before.chars > 0 || before.media > 0))) before = before.prev;
  return before !== null && isElement(before) && before.media > 0 && before.chars === 0;
}

const CAPTION_WORDS = new Set([
  'caption',
  'captions',
  'wp-caption-text',
  'image-caption',
  'photo-caption',
  'figcaption',
  'credit',
  'credits',
  'photo-credit',
  'image-credit',
  'bildunterschrift',
  'legende',
  'didascalia',
  'cutline',
]);

export function levelOf(element: PageElement): number {
  for (
    let node: PageElement | null = element;
    node;
    node = node.parent && isElement(node.parent) ? node.parent : null
  ) {
    const match = /^h([1-6])$/u.exec(node.name);
    if (match) return Math.max(2, Number(match[1]));
  }
  return 2;
}
