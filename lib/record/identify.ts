/**
 * Which article a page is. Redirects and the publisher's canonical lead to one article with several addresses; a page
 * that turns out to be an article already followed under another address is merged into it, never followed twice.
 */
import type { Article } from '../article.ts';
import { canonicalUrl, trustedCanonical, type CanonicalUrl } from '../identity.ts';
import type { Page } from '../page.ts';
import { joinAliases, type RosterEntry } from '../roster.ts';

export type Identity =
  /** `alsoFollowedAs` was taken up under the address this article has moved to: the two are one. */
  | { readonly kind: 'own'; readonly entry: RosterEntry; readonly alsoFollowedAs: string | null }
  /** `into` is the article that has this address already. */
  | { readonly kind: 'merged'; readonly into: string };

/** `ownerOf` answers which followed article has an alias. Pure. */
export function identify(
  entry: RosterEntry,
  page: Page,
  article: Article,
  ownerOf: (alias: CanonicalUrl) => string | null,
): Identity {
  const canonical = article.canonicalUrl === null ? null : trustedCanonical(page.url, article.canonicalUrl);
  const found = [canonicalUrl(page.url), canonical].filter((alias) => alias !== null);
  // An article that has a history keeps it: only one just found can turn out to be another.
  const owner = found.map(ownerOf).find((articleId) => articleId !== null && articleId !== entry.articleId);
  if (owner !== undefined && owner !== null && entry.revision === 0) return { kind: 'merged', into: owner };
  const fresh = found.filter((alias) => !entry.aliases.includes(alias) && ownerOf(alias) === null);
  const aliases = joinAliases(entry.aliases, fresh);
  const alsoFollowedAs = owner !== undefined && hasMovedForGood(page) ? owner : null;
  return { kind: 'own', entry: { ...entry, aliases, url: permanentAddress(entry.url, page) }, alsoFollowedAs };
}

const isPermanent = (status: number): boolean => status === 301 || status === 308;

/** Or has not moved at all, and says by its canonical that it is the other one. */
const hasMovedForGood = (page: Page): boolean => page.redirects.every(({ status }) => isPermanent(status));

/** Follows the redirects as far as they are permanent (301, 308). */
function permanentAddress(url: string, page: Page): string {
  let address = url;
  for (const { status, url: next } of page.redirects) {
    if (!isPermanent(status)) break;
    address = next;
  }
  return address;
}
