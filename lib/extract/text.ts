/** What a reader sees of an element, as one line of text. */
import { hasChildren, type AnyNode } from 'domhandler';
import { BLOCK_TAGS, isElement, isText } from './page-element.ts';

/** All text inside, white space folded to single spaces; a line break or block boundary is a space. Reads no further once `most` characters are found. */
export function textOf(root: AnyNode, most = Infinity): string {
  const parts: string[] = [];
  let length = 0;
  const stack: (AnyNode | string)[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if (isText(node)) {
      parts.push(length + node.data.length > most ? node.data.slice(0, most - length) : node.data);
      length += node.data.length;
      if (length >= most) break;
    } else if (hasChildren(node)) {
      const breaks = isElement(node) && (node.name === 'br' || BLOCK_TAGS.has(node.name));
      if (breaks) {
        parts.push(' ');
        stack.push(' ');
      }
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child) stack.push(child);
      }
    }
  }
  return foldSpaces(parts.join(''));
}

/** White space of every sort folded to single spaces. Other typography is the publisher's and is kept. */
export const foldSpaces = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The length of a text as of one in Latin letters: a character of a script that writes no spaces says as much as two or three. */
export const weightOf = (text: string): number => text.length + 1.5 * (text.match(DENSE_LETTERS)?.length ?? 0);

const DENSE_LETTERS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Ends as a sentence does, a quotation mark or bracket after it allowed. Thai and Lao write no full stops: there a line as long as a sentence is one. */
export const endsSentence = (text: string): boolean =>
  ENDS_SENTENCE.test(text) || (text.length >= 30 && WITHOUT_STOPS.test(text));

const ENDS_SENTENCE = /[.!?…。！？।؟:។။։።]["'”’»)\]」』]*$/u;
const WITHOUT_STOPS = /[\p{Script=Thai}\p{Script=Lao}]["'”’»)\]]*$/u;
