/** Reads sitemaps and sitemap indexes, with Google's news extension. */
import { Parser } from 'htmlparser2';
import { readDate } from './dates.ts';
import type { Listed, Listing } from './listed.ts';

/** The protocol's own limit for one file. @see https://www.sitemaps.org/protocol.html */
const MAX_ENTRIES = 50_000;

/** `text` as `documentText` gives it: XML, or a text sitemap with one address a line. */
export function readSitemap(text: string, base: string): Listing {
  if (!text.trimStart().startsWith('<')) return readTextSitemap(text);
  const { root, entries } = readEntries(text);
  if (root === null) return { kind: 'unreadable', detail: 'no sitemap: neither <urlset> nor <sitemapindex>' };

  if (root === 'sitemapindex') {
    const children = entries.flatMap(({ fields }) => {
      const url = webUrl(fields.get('loc'), base);
      return url === null ? [] : [{ url, updatedAt: readDate(fields.get('lastmod')) }];
    });
    return { kind: 'sitemap-index', children };
  }
  const listed = entries.flatMap(({ fields }): Listed[] => {
    const url = webUrl(fields.get('loc'), base);
    if (url === null) return [];
    const publishedAt = readDate(fields.get('publication_date'));
    return [{ url, title: fields.get('title') ?? null, publishedAt, updatedAt: readDate(fields.get('lastmod')) }];
  });
  return { kind: 'sitemap', title: null, listed };
}

type Root = 'urlset' | 'sitemapindex';
type Entries = {
  readonly root: Root | null;
  readonly entries: readonly { readonly fields: ReadonlyMap<string, string> }[];
};

/** In one pass and without a tree: a sitemap may have 50,000 entries, and prefixes are what each publisher fancies. */
function readEntries(text: string): Entries {
  let root: Root | null = null;
  const entries: { fields: Map<string, string> }[] = [];
  let fields: Map<string, string> | null = null;
  let inside = '';
  const parser = new Parser(
    {
      onopentag(tag) {
        const name = localName(tag);
        inside = tag;
        if (name === 'urlset' || name === 'sitemapindex') root ??= name;
        else if ((name === 'url' || name === 'sitemap') && entries.length < MAX_ENTRIES) {
          fields = new Map();
          entries.push({ fields });
        }
      },
      ontext(data) {
        const name = fieldName(inside);
        if (fields === null || name === null) return;
        fields.set(name, (fields.get(name) ?? '') + data);
      },
      onclosetag(tag) {
        inside = '';
        const name = localName(tag);
        if (name === 'url' || name === 'sitemap') fields = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return { root, entries };
}

const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1).toLowerCase();

/** `image:loc` and `video:title` are not the page's own. */
function fieldName(tag: string): string | null {
  const prefix = tag.includes(':') ? tag.slice(0, tag.indexOf(':')).toLowerCase() : '';
  if (prefix === 'image' || prefix === 'video' || prefix === 'xhtml') return null;
  const name = localName(tag);
  return name === 'loc' || name === 'lastmod' || name === 'publication_date' || name === 'title' ? name : null;
}

function readTextSitemap(text: string): Listing {
  const urls = text
    .split(/\s+/)
    .slice(0, MAX_ENTRIES)
    .filter((line) => /^https?:\/\//i.test(line));
  const listed = urls.flatMap((line): Listed[] => {
    const url = webUrl(line, undefined);
    return url === null ? [] : [{ url, title: null, publishedAt: null, updatedAt: null }];
  });
  if (listed.length === 0) return { kind: 'unreadable', detail: 'no sitemap: neither XML nor a list of addresses' };
  return { kind: 'sitemap', title: null, listed };
}

function webUrl(text: string | undefined, base: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  const url = trimmed === '' ? null : URL.parse(trimmed, base);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null;
}
