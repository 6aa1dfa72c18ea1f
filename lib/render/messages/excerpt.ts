import { plainLine } from './plain-text.ts';

/**
 * The words of a quotation that differ, with the words around them up to the next pause on either side: a whole
 * clause, so that no "not" before them is lost.
 */
export function quotedExcerpt(before: string, after: string): { readonly before: string; readonly after: string } {
  const one = unquoted(before).split(' ');
  const other = unquoted(after).split(' ');
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  while (start < shortest && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shortest - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  while (start > 0 && !endsInPause(one[start - 1])) start -= 1;
  while (end > 0 && !endsInPause(one.at(-1 - end))) end -= 1;
  const cut = (words: readonly string[]) =>
    words
      .slice(start, words.length - end)
      .join(' ')
      .replace(/[,;:.–—-]+$/u, '');
  return { before: cut(one), after: cut(other) };
}

const endsInPause = (word: string | undefined): boolean => word !== undefined && /[,;:.!?–—]["'”’)]*$/u.test(word);

const unquoted = (text: string): string => plainLine(text).replace(/^["“”„«']+|["“”»']+$/gu, '');
