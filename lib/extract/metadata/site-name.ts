/** The site's own name, told from the words of a headline it is put beside. */
import type { Survey } from '../survey.ts';
import { plainText, type JsonLdArticle } from './json-ld.ts';
import { letters } from './letters.ts';

/** What the site calls itself, as letters alone: its own tags, its publisher in JSON-LD, and the label of its host. */
export function siteNamesOf(survey: Survey, jsonLd: JsonLdArticle | null, url: string): readonly string[] {
  const names = [
    'og:site_name',
    'application-name',
    'twitter:site',
    'apple-mobile-web-app-title',
    'publisher',
    'dc.publisher',
  ].flatMap((name) => survey.meta.get(name) ?? []);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|m|amp|edition|news)\./u, '') : '';
  const labels = host.split('.').slice(0, -1);
  const publisher = jsonLd?.publisher ?? null;
  return [...new Set([...names, host, labels.join(''), ...labels, publisher ?? ''].map(letters))].filter(
    (name) => name.length >= 2 && name !== 'co' && name !== 'com',
  );
}

/** Without markup, and without the site's name at the end or the beginning. `known` are wordings without it. */
export function withoutSite(
  text: string | null,
  siteNames: readonly string[],
  known: readonly string[],
): string | null {
  const plain = text === null ? null : (plainText(text.slice(0, MOST_CHARS))?.slice(0, MOST_CHARS) ?? null);
  if (plain === null) return null;
  const same = known.find(
    (other) =>
      plain.length > other.length &&
      plain.startsWith(other) &&
      /^\s*[|·•–—\-:*»<｜：]/u.test(plain.slice(other.length)),
  );
  return same ?? withoutSiteName(plain, siteNames);
}

/** No headline is longer; hostile ones are. */
export const MOST_CHARS = 1000;

/** Whether a text is what the site calls itself and no more; accents count for nothing, since a host's name has none. */
export function isSiteName(text: string, siteNames: readonly string[]): boolean {
  const bare = withoutAccents(letters(text));
  return bare !== '' && siteNames.some((site) => withoutAccents(site) === bare);
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** What a `<title>` puts together: a headline, a section, the site. */
export const partsOf = (title: string): readonly string[] => title.split(SEPARATOR);

const SEPARATOR = /\s+[|·•–—\-:»«*/]\s+|\s*[|｜]\s*/gu;

function withoutSiteName(text: string, siteNames: readonly string[]): string {
  let rest = text;
  for (let round = 0; round < 3; round++) {
    const cuts = [...rest.matchAll(SEPARATOR)];
    const last = cuts.at(-1);
    const first = cuts[0];
    if (last && last.index > 0 && isSite(rest.slice(last.index + last[0].length), siteNames))
      rest = rest.slice(0, last.index);
    else if (first && first.index > 0 && isSite(rest.slice(0, first.index), siteNames))
      rest = rest.slice(first.index + first[0].length);
    else break;
  }
  return rest;
}

function isSite(part: string, siteNames: readonly string[]): boolean {
  const bare = letters(part);
  if (bare === '') return true;
  return siteNames.some(
    (site) =>
      site === bare ||
      (site.length >= 4 && (bare.startsWith(site) || bare.endsWith(site)) && bare.length <= site.length + 8) ||
      (bare.length >= 4 && site.startsWith(bare)),
  );
}
