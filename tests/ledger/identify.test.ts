import { describe, expect, test } from 'vitest';
import { canonicalUrl } from '../../lib/identity.ts';
import type { Page } from '../../lib/page.ts';
import { identify } from '../../lib/record/index.ts';
import { articleOf } from '../messages/article-of.ts';
import { entryOf, pageOf } from './parts.ts';
import { ARTICLE_URL } from './story.ts';

const MOVED = 'https://news.example/world/harbour-fire-kills-six';
const THIRD = 'https://news.example/world/harbour-fire-what-we-know';
const to = (status: number, url: string): Page['redirects'][number] => ({ status, url });

type Given = {
  readonly redirects?: Page['redirects'];
  readonly canonical?: string;
  readonly revision?: number;
  readonly owners?: Record<string, string>;
};

function identified({ redirects = [], canonical, revision = 1, owners = {} }: Given) {
  const page = pageOf({ redirects, url: redirects.at(-1)?.url ?? ARTICLE_URL });
  const entry = entryOf({ revision });
  const owned = new Map([[ARTICLE_URL, entry.articleId], ...Object.entries(owners)]);
  const article = articleOf([], { canonicalUrl: canonical ?? null });
  return identify(entry, page, article, (alias) => owned.get(alias) ?? null);
}

const short = (url: string): string => ({ [ARTICLE_URL]: 'first', [MOVED]: 'moved', [THIRD]: 'third' })[url] ?? url;

describe('an article with a history', () => {
  test.each<
    [string, Given, { readonly url: string; readonly aliases: readonly string[]; readonly also: string | null }]
  >([
    ['that stands where it stood', {}, { url: 'first', aliases: ['first'], also: null }],
    [
      'that has moved for good is asked for where it is now',
      { redirects: [to(301, MOVED)] },
      { url: 'moved', aliases: ['first', 'moved'], also: null },
    ],
    ['as by a 308', { redirects: [to(308, MOVED)] }, { url: 'moved', aliases: ['first', 'moved'], also: null }],
    [
      'that is elsewhere for the moment is asked for where it was',
      { redirects: [to(302, MOVED)] },
      { url: 'first', aliases: ['first', 'moved'], also: null },
    ],
    [
      'is followed as far as it moved for good',
      { redirects: [to(301, MOVED), to(307, THIRD)] },
      { url: 'moved', aliases: ['first', 'third'], also: null },
    ],
    [
      'and no further, whatever comes behind',
      { redirects: [to(302, MOVED), to(301, THIRD)] },
      { url: 'first', aliases: ['first', 'third'], also: null },
    ],
    [
      'has the address its publisher calls it by',
      { canonical: MOVED },
      { url: 'first', aliases: ['first', 'moved'], also: null },
    ],
    [
      'not one on a stranger’s site',
      { canonical: 'https://other.example/world/harbour-fire-kills-six' },
      { url: 'first', aliases: ['first'], also: null },
    ],
    [
      'is one with the article taken up where it has moved to',
      { redirects: [to(301, MOVED)], owners: { [MOVED]: 'another' } },
      { url: 'moved', aliases: ['first'], also: 'another' },
    ],
    [
      'and with the one its publisher says it is',
      { canonical: MOVED, owners: { [MOVED]: 'another' } },
      { url: 'first', aliases: ['first'], also: 'another' },
    ],
    [
      'not with one it leads to for the moment',
      { redirects: [to(302, MOVED)], owners: { [MOVED]: 'another' } },
      { url: 'first', aliases: ['first'], also: null },
    ],
    [
      'not even in part',
      { redirects: [to(301, MOVED), to(302, THIRD)], owners: { [THIRD]: 'another' } },
      { url: 'moved', aliases: ['first'], also: null },
    ],
  ])('%s', (_, given, { url, aliases, also }) => {
    const identity = identified(given);
    if (identity.kind !== 'own') throw new Error(`it was merged into ${identity.into}`);
    expect({
      url: short(identity.entry.url),
      aliases: identity.entry.aliases.map(short),
      also: identity.alsoFollowedAs,
    }).toEqual({ url, aliases, also });
  });
});

describe('an article just found', () => {
  test.each<[string, Given, string]>([
    [
      'is the one followed where it leads to',
      { redirects: [to(302, MOVED)], owners: { [MOVED]: 'another' } },
      'another',
    ],
    ['is the one its publisher says it is', { canonical: MOVED, owners: { [MOVED]: 'another' } }, 'another'],
    ['is itself where nobody has its address', { redirects: [to(302, MOVED)] }, 'itself'],
  ])('%s', (_, given, expected) => {
    const identity = identified({ ...given, revision: 0 });
    expect(identity.kind === 'merged' ? identity.into : 'itself').toBe(expected);
  });
});

test('these addresses are in their canonical form', () => {
  for (const url of [ARTICLE_URL, MOVED, THIRD]) expect(canonicalUrl(url)).toBe(url);
});
