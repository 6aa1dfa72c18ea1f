/** What a fetch can end in. A page is the server's answer with its bytes; everything else carries its facts. */

/** What a server gave to ask "has it changed?" with (RFC 9110, section 8.8). */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/** A server’s answer with its bytes. */
export type Page = {
  /** After redirects. */
  readonly url: string;
  readonly requestedUrl: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly validators: Validators;
  /** After content decoding, as served otherwise. */
  readonly body: Uint8Array;
  /** ISO 8601 UTC: when the last byte was in. */
  readonly fetchedAt: string;
  /** The chain, in order, without the first URL. A permanent one (301, 308) moves the article's address. */
  readonly redirects: readonly { readonly status: number; readonly url: string }[];
};

export const FAILURES = [
  'timeout',
  'dns',
  'tls',
  'connection',
  'server-error',
  'too-large',
  'too-many-redirects',
  'truncated',
  'malformed',
] as const;
export type Failure = (typeof FAILURES)[number];

/** What a fetch ended in; `fetchedAt` is ISO 8601 UTC. Whatever the world does is a value here, never an exception. */
export type FetchOutcome =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'not-modified'; readonly fetchedAt: string; readonly validators: Validators }
  /** 404. */
  | { readonly kind: 'missing'; readonly status: number; readonly fetchedAt: string }
  /** 410, and 451 (unavailable for legal reasons). */
  | { readonly kind: 'gone'; readonly status: number; readonly fetchedAt: string }
  /** The server will not serve us: 401, 402, 403, 429 and the like. */
  | {
      readonly kind: 'blocked';
      readonly status: number;
      readonly fetchedAt: string;
      readonly retryAfterSeconds: number | null;
    }
  /** We will not ask: robots.txt, a non-public address, another scheme, credentials in the URL. */
  | {
      readonly kind: 'refused';
      readonly why: 'robots' | 'address' | 'scheme' | 'credentials';
      readonly detail: string;
      readonly fetchedAt: string;
    }
  | {
      readonly kind: 'failed';
      readonly why: Failure;
      readonly detail: string;
      readonly status: number | null;
      readonly fetchedAt: string;
      readonly retryAfterSeconds: number | null;
    };

export type FetchRequest = {
  readonly url: string;
  readonly validators: Validators;
  /** Asked before a redirect is followed; false ends the fetch as refused by robots.txt. */
  readonly mayFollow?: (url: string) => Promise<boolean>;
};

/** The port: fetches one URL politely, within bounds. Never rejects for anything the world does. */
export type FetchPage = (request: FetchRequest) => Promise<FetchOutcome>;
