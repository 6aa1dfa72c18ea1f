/**
 * Other extractors behind one signature. Install them first: `npm ci --prefix tests/bench/peers`.
 * Two of Postlight's dependencies come from git repositories; package.json puts the registry's own in their place, which it uses for
 * requests in a browser and for stories over several pages only.
 */
import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import Postlight from '@postlight/parser';
import { Defuddle } from 'defuddle/node';
import { JSDOM } from 'jsdom';
import { parseHTML } from 'linkedom';

type Page = { readonly url: string; readonly bytes: Uint8Array };
type Reading = {
  readonly text: string;
  readonly headline: string | null;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
};

/** Markup to text with a line break at the end of each block, as fair to glued lines as can be. */
const textOf = (html: string): string =>
  parseHTML(
    `<html><body>${html.replace(/<\/(?:p|div|h\d|li|blockquote|tr|figcaption)>|<br\s*\/?>/giu, '$&\n')}</body></html>`,
  ).document.body.textContent ?? '';
const namesOf = (byline: string | null | undefined): readonly string[] =>
  (byline ?? '')
    .replace(/^by\s+/iu, '')
    .split(/\s*(?:,|;|\s(?:and|und|et|y)\s)\s*/iu)
    .filter((name) => name !== '');

const readability =
  (documentOf: (html: string, url: string) => unknown) =>
  ({ url, bytes }: Page): Reading | null => {
    const read = new Readability(documentOf(new TextDecoder().decode(bytes), url) as never).parse();
    return (
      read && {
        text: textOf(read.content ?? ''),
        headline: read.title ?? null,
        byline: namesOf(read.byline),
        publishedAt: read.publishedTime ?? null,
      }
    );
  };

export const peers: readonly (readonly [
  name: string,
  extractor: (page: Page) => Reading | null | Promise<Reading | null>,
])[] = [
  ['Readability + linkedom', readability((html) => parseHTML(html).document)],
  ['Readability + jsdom', readability((html, url) => new JSDOM(html, { url }).window.document)],
  [
    'Defuddle + linkedom',
    async ({ url, bytes }) => {
      const read = await Defuddle(parseHTML(new TextDecoder().decode(bytes)).document as never, url);
      return {
        text: textOf(read.content),
        headline: read.title,
        byline: namesOf(read.author),
        publishedAt: read.published || null,
      };
    },
  ],
  [
    'article-extractor',
    async ({ url, bytes }) => {
      const read = await extractFromHtml(new TextDecoder().decode(bytes), url);
      return (
        read && {
          text: textOf(read.content ?? ''),
          headline: read.title ?? null,
          byline: namesOf(read.author),
          publishedAt: read.published || null,
        }
      );
    },
  ],
  [
    'Postlight',
    async ({ url, bytes }) => {
      const read = await Postlight.parse(url, { html: Buffer.from(bytes) });
      return {
        text: textOf(read.content ?? ''),
        headline: read.title,
        byline: namesOf(read.author),
        publishedAt: read.date_published,
      };
    },
  ],
];
