/**
 * What other watchers make of two fetches of a page, as their documentation says they do it, in as few lines as show it:
 *
 * - changedetection.io and urlwatch: the page's text, line by line; any line that differs is told, as a unified diff (urlwatch's default).
 * - diffengine: Readability's title and text; told where their letters and digits differ, as the whole article with words marked.
 *
 * Neither is given filters: a watcher's owner can write some for each site, and here nobody has.
 */
import { Readability } from '@mozilla/readability';
import { createTwoFilesPatch, diffWordsWithSpace } from 'diff';
import { convert } from 'html-to-text';
import { parseHTML } from 'linkedom';

type Page = { readonly url: string; readonly html: string };
/** What a subscriber would be sent, or null where nothing would be. */
type Watcher = (before: Page, after: Page) => string | null;

const linesOf = ({ html }: Page): string =>
  convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
    ],
  })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

const byLines: Watcher = (before, after) => {
  const [one, other] = [linesOf(before), linesOf(after)];
  return one === other ? null : createTwoFilesPatch(before.url, after.url, `${one}\n`, `${other}\n`);
};

function readably({ html }: Page): { readonly title: string; readonly text: string } {
  const read = new Readability(parseHTML(html).document as never).parse();
  return { title: read?.title ?? '', text: read?.textContent ?? '' };
}

const fingerprint = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

const byFingerprint: Watcher = (before, after) => {
  const [one, other] = [readably(before), readably(after)];
  if (fingerprint(one.title + one.text) === fingerprint(other.title + other.text)) return null;
  const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const marked = diffWordsWithSpace(folded(one.text), folded(other.text), { timeout: 5_000 });
  const words = marked?.map(({ value, added, removed }) =>
    added ? `<ins>${value}</ins>` : removed ? `<del>${value}</del>` : value,
  );
  return `${other.title}\n${words?.join('') ?? folded(one.text) + folded(other.text)}`;
};

export const watchers: readonly (readonly [name: string, watcher: Watcher])[] = [
  ['line diff of the page’s text', byLines],
  ['Readability + fingerprint', byFingerprint],
];
