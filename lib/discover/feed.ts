/** Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, and JSON Feed. */
import { load } from 'cheerio/slim';
import { parseFeed } from 'feedsmith';
import { Parser } from 'htmlparser2';
import { unreachable } from '../errors.ts';
import { readDate } from './dates.ts';
import type { Listed, Listing } from './listed.ts';

/** More than any feed needs to announce what is new; a feed of a whole archive is read this far. */
const MAX_ENTRIES = 2_000;

/** The articles a feed lists. `text` as `documentText` gives it; `base` is the address it came from. */
export function readFeed(text: string, base: string): Listing {
  try {
    const { title, entries } = entriesOf(parse(text));
    return { kind: 'feed', title: plain(title), listed: entries.flatMap((entry) => listedOf(entry, base)) };
  } catch (error) {
    // feedsmith throws on what it does not take for a feed; broken ones still have their entries.
    const { title, entries } = rescue(text);
    const listed = entries.flatMap((entry) => listedOf(entry, base));
    if (listed.length > 0) return { kind: 'feed', title: plain(title), listed };
    return { kind: 'unreadable', detail: `no feed: ${error instanceof Error ? error.message : 'unreadable'}` };
  }
}

type Entry = {
  /** Candidates, best first; the first that is an http(s) address counts. */
  readonly urls: readonly (string | undefined)[];
  /** Against which relative addresses are read: the feed's own idea, if it has one. */
  readonly base: string | undefined;
  readonly title: string | undefined;
  readonly publishedAt: readonly (string | undefined)[];
  readonly updatedAt: readonly (string | undefined)[];
};

const parse = (text: string) => parseFeed(text, { maxItems: MAX_ENTRIES });

function entriesOf(parsed: ReturnType<typeof parse>): { title: string | undefined; entries: readonly Entry[] } {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((entry) => ({
          urls: [
            entry.link,
            alternate(entry.atom?.links),
            entry.guid?.isPermaLink === false ? undefined : absolute(entry.guid?.value),
          ],
          base: entry.xml?.base ?? parsed.feed.xml?.base ?? parsed.feed.link,
          title: entry.title,
          publishedAt: [entry.pubDate, entry.dc?.dates?.[0], entry.atom?.published, entry.dcterms?.created?.[0]],
          updatedAt: [entry.atom?.updated, entry.dcterms?.modified?.[0]],
        })),
      };
    case 'atom':
      return {
        title: parsed.feed.title?.value,
        entries: (parsed.feed.entries ?? []).map((entry) => ({
          urls: [alternate(entry.links), absolute(entry.id)],
          base: entry.xml?.base ?? parsed.feed.xml?.base,
          title: entry.title?.value,
          publishedAt: [entry.published],
          updatedAt: [entry.updated],
        })),
      };
    case 'rdf':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((entry) => ({
          urls: [entry.link, absolute(entry.rdf?.about)],
          base: entry.xml?.base ?? parsed.feed.xml?.base ?? parsed.feed.link,
          title: entry.title,
          publishedAt: [entry.dc?.dates?.[0], entry.dcterms?.created?.[0]],
          updatedAt: [entry.dcterms?.modified?.[0]],
        })),
      };
    case 'json':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((entry) => ({
          urls: [entry.url, absolute(entry.id), entry.external_url],
          base: parsed.feed.home_page_url,
          title: entry.title,
          publishedAt: [entry.date_published],
          updatedAt: [entry.date_modified],
        })),
      };
    default:
      return unreachable(parsed);
  }
}

type Link = { readonly href?: string | undefined; readonly rel?: string | undefined };

function alternate(links: readonly Link[] | undefined): string | undefined {
  const found =
    links?.find(({ rel }) => rel === 'alternate') ?? links?.find(({ rel }) => rel === undefined || rel === '');
  return found?.href;
}

/** Identifiers are addresses only where they say so whole. */
const absolute = (id: string | undefined): string | undefined => (/^https?:\/\//i.test(id ?? '') ? id : undefined);

function listedOf(entry: Entry, feedUrl: string): readonly Listed[] {
  const base = URL.parse(entry.base?.trim() ?? '', feedUrl)?.href ?? feedUrl;
  const url = entry.urls
    .filter((candidate) => candidate !== undefined && candidate.trim() !== '')
    .map((candidate) => URL.parse(candidate?.trim() ?? '', base))
    .find((parsed) => parsed?.protocol === 'https:' || parsed?.protocol === 'http:');
  if (url === undefined || url === null) return [];
  return [
    {
      url: url.href,
      title: plain(entry.title),
      publishedAt: firstDate(entry.publishedAt),
      updatedAt: firstDate(entry.updatedAt),
    },
  ];
}

const firstDate = (texts: readonly (string | undefined)[]): string | null =>
  texts.map(readDate).find((date) => date !== null) ?? null;

/** Titles hold markup where they should not, and entities twice over. */
function plain(title: string | undefined): string | null {
  const text = withoutMarkup(title ?? '')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : text;
}

function withoutMarkup(html: string): string {
  if (!/[<&]/.test(html)) return html;
  let text = '';
  new Parser({ ontext: (part) => void (text += part) }, { decodeEntities: true }).end(html);
  return text;
}

/** What there is in XML that is no well-formed feed: read tag by tag, as htmlparser2 forgives everything. */
function rescue(text: string): { readonly title: string | undefined; readonly entries: readonly Entry[] } {
  const $ = load(text, { xml: { xmlMode: true, lowerCaseTags: true, recognizeSelfClosing: true } });
  const entries = $('item, entry')
    .slice(0, MAX_ENTRIES)
    .toArray()
    .map((element) => {
      const text = (name: string) => $(element).children(name).first().text() || undefined;
      return {
        urls: [text('link'), $(element).children('link').attr('href'), absolute(text('guid')), absolute(text('id'))],
        base: undefined,
        title: text('title'),
        publishedAt: [text('pubdate'), text('dc\\:date'), text('published')],
        updatedAt: [text('updated'), text('atom\\:updated')],
      };
    });
  return { title: $('channel > title, feed > title').first().text(), entries };
}
