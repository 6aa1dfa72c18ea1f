/**
 * What reading one page can end in. Everything the world may serve is a value here, never an exception.
 */
import type { Article } from './article.ts';

/** The bytes of a page and what HTTP said of them. */
export type ExtractInput = {
  /** Absolute URL the page was fetched from, after redirects. */
  readonly url: string;
  /** The undecoded bytes (after content coding), or text already decoded. */
  readonly body: Uint8Array | string;
  /** The `Content-Type` header, for its charset. */
  readonly contentType?: string | undefined;
};

/** Selectors from the watchlist that override any part (CSS, as cheerio understands it). */
export type ExtractRules = {
  readonly headline?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly byline?: string | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  /** The element or elements that hold the body. */
  readonly body?: string | undefined;
  /** Elements to drop before reading. */
  readonly drop?: readonly string[] | undefined;
};

/** The article on a page, or what the page is instead, with a `detail` for people. Never an exception, whatever the bytes. */
export type ExtractOutcome =
  | { readonly kind: 'extracted'; readonly article: Article; readonly warnings: readonly string[] }
  /** A page that is fine but is no article. */
  | {
      readonly kind: 'not-an-article';
      readonly why: 'home-page' | 'section-page' | 'media-page' | 'not-html' | 'no-text';
      readonly detail: string;
    }
  /** Only the publisher's offer to subscribe is there, or so little text that it cannot be compared. */
  | { readonly kind: 'paywalled'; readonly headline: string | null; readonly detail: string }
  /** Something stands between the reader and the page. */
  | {
      readonly kind: 'blocked';
      readonly why: 'bot-challenge' | 'consent' | 'login' | 'region';
      readonly detail: string;
    }
  /** An error page, whatever its status said (a soft 404), or a stored fetcher's error text. */
  | {
      readonly kind: 'error-page';
      readonly why: 'not-found' | 'server-error' | 'fetcher-error';
      readonly detail: string;
    }
  | { readonly kind: 'needs-scripts'; readonly detail: string }
  | { readonly kind: 'truncated'; readonly detail: string }
  | { readonly kind: 'too-large'; readonly detail: string };

/** One region or block of a page and what became of it, for `extract --explain`. */
export type Explanation = {
  readonly verdict: 'kept' | 'dropped';
  /** A CSS path a person can paste into a watchlist. */
  readonly path: string;
  readonly why: string;
  /** The first 80 characters of its text. */
  readonly text: string;
};
