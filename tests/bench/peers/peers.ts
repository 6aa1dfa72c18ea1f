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

type Parsed = { readonly document: unknown; readonly close?: () => void };

const readability =
  (parse: (html: string, url: string) => Parsed) =>
  ({ url, bytes }: Page): Reading | null => {
    const { document, close } = parse(new TextDecoder().decode(bytes), url);
    const read = new Readability(document as never).parse();
    close?.();
    return (
      read && {
        text: textOf(read.content ?? ''),
        headline: read.title ?? null,
        byline: namesOf(read.byline),
        publishedAt: read.publishedTime ?? null,
      }
    );
  };

/** A window that is not closed is never given back. */
function jsdomOf(html: string, url: string): Parsed {
  const { window } = new JSDOM(html, { url });
  return { document: window.document, close: () => window.close() };
}

export const peers: readonly (readonly [
  name: string,
  extractor: (page: Page) => Reading | null | Promise<Reading | null>,
])[] = [
  ['Readability + linkedom', readability((html) => ({ document: parseHTML(html).document }))],
  ['Readability + jsdom', readability(jsdomOf)],
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
