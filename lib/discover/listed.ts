/** What a source says of one article: where it is, and when. */

export type Listed = {
  /** Absolute http(s) address as the source gives it. */
  readonly url: string;
  readonly title: string | null;
  /** ISO 8601 UTC; null where not given or not readable. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
};

/** What reading one source can end in. */
export type Listing =
  | { readonly kind: 'feed' | 'sitemap' | 'section'; readonly title: string | null; readonly listed: readonly Listed[] }
  | {
      readonly kind: 'sitemap-index';
      readonly children: readonly { readonly url: string; readonly updatedAt: string | null }[];
    }
  /** The bytes are none of these; `detail` says what they seem to be. */
  | { readonly kind: 'unreadable'; readonly detail: string };
