/**
 * An article's text where the markup has none: JSON-LD's `articleBody`, or the state object a page hands its scripts
 * (`__NEXT_DATA__` and the like), searched for the longest run of paragraphs. Bounded by LIMITS.
 */
import type { Block } from '../article.ts';
import { LIMITS } from './limits.ts';
import { isObject, parseStrictly, plainText } from './metadata/json-ld.ts';
import { readUnits } from './body/units.ts';
import { isElement, PageElement } from './page-element.ts';
import { parsePage, type PageScript } from './tree.ts';

/** Blocks of a text that may hold markup or line breaks. */
export function blocksOfText(text: string, url: string): readonly Block[] {
  if (/<(?:p|div|br|h[1-6]|li|blockquote)\b/iu.test(text)) {
    const root = new PageElement('div', {});
    for (const child of parsePage(text).root.children) {
      root.children.push(child);
      if (isElement(child)) root.chars += child.chars;
    }
    const isDropped = ({ name }: PageElement): boolean => name === 'figure' || name === 'aside';
    return readUnits(root, { isDropped, url }).map(({ kind, text, level, links }) => ({
      kind,
      text,
      ...(level === undefined ? {} : { level }),
      ...(links.length > 0 ? { links } : {}),
    }));
  }
  return text
    .split(/\s*\n\s*/u)
    .map((line) => plainText(line))
    .filter((line) => line !== null)
    .map((line) => ({ kind: 'paragraph', text: line }));
}

/** The text of the article in the page's state objects, one paragraph a line; null when there is none. */
export function textInState(scripts: readonly PageScript[]): string | null {
  let best = '';
  for (const { type, text } of scripts) {
    if (/ld\+json/u.test(type) || text.length < 500 || text.length > LIMITS.jsonChars) continue;
    const state = parseState(text, type);
    if (state === null) continue;
    const found = longestText(state);
    if (found.length > best.length) best = found;
  }
  return best.length >= 200 ? best : null;
}

/** `<script type="application/json">`, or a statement that assigns one object. */
function parseState(text: string, type: string): unknown {
  if (/json/u.test(type)) return parseStrictly(text);
  const assigned = /^\s*(?:window\.|self\.|var |let |const )?[\w$.[\]"']{2,60}\s*=\s*(?=[{[])/u.exec(text);
  if (!assigned) return null;
  return parseStrictly(text.slice(assigned[0].length).replace(/;?\s*$/u, ''));
}

/** Keys under which systems keep the words of a paragraph, and those of whole texts. */
const WORDS = new Set([
  'text',
  'content',
  'value',
  'html',
  'body',
  'paragraph',
  'articleBody',
  'body_html',
  'bodyHtml',
  'bodyText',
  'description_html',
  'full_text',
  'copy',
  'data',
  'markup',
]);

/** The longest single text, or list of paragraphs, in a state object. Walks without recursion. */
function longestText(state: unknown): string {
  let best = '';
  let seen = 0;
  const stack: unknown[] = [state];
  while (stack.length > 0 && seen < LIMITS.jsonObjects) {
    const value = stack.pop();
    seen++;
    if (Array.isArray(value)) {
      const list = paragraphsIn(value);
      if (list.length > best.length) best = list;
      for (const entry of value) if (typeof entry === 'object' && entry !== null) stack.push(entry);
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        const inner = value[key];
        if (typeof inner === 'string' && WORDS.has(key) && inner.length > best.length && isProse(inner)) best = inner;
        else if (typeof inner === 'object' && inner !== null) stack.push(inner);
      }
    }
  }
  return best;
}

/** The paragraphs of a list like `[{ type: 'paragraph', text: '…' }, …]` or `['…', '…']`. */
function paragraphsIn(list: readonly unknown[]): string {
  if (list.length < 2) return '';
  const lines = list.flatMap((entry) => {
    if (typeof entry === 'string') return isProse(entry) ? [entry] : [];
    if (!isObject(entry)) return [];
    const words = [...WORDS].map((key) => entry[key]).find((value) => typeof value === 'string' && value.length > 40);
    return typeof words === 'string' && isProse(words) ? [words.replace(/\s*\n\s*/gu, ' ')] : [];
  });
  return lines.length >= 2 ? lines.join('\n') : '';
}

/** Words and sentence ends, and no code or address. */
const isProse = (text: string): boolean =>
  text.length >= 40 &&
  /[.!?。！？।؟]/u.test(text) &&
  !/^(?:https?:|data:|\/|\{|\[|function\b)/u.test(text) &&
  !/[{};]\s*\n|=>|function\s*\(/u.test(text.slice(0, 400));
