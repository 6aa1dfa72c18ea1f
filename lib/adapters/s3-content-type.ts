/** What a browser or a feed reader is told a key holds; the site is served from the bucket as it lies there. */
const BY_ENDING = {
  atom: 'application/atom+xml; charset=utf-8',
  css: 'text/css; charset=utf-8',
  gz: 'application/gzip',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
} as const satisfies Record<string, string>;

/**
 * By the ending of the key; anything else is bytes, which no browser runs or renders. Only a revision's public page, at
 * `r/<token>`, has no ending: its address stands in text messages, where each character counts.
 */
export const contentTypeOf = (key: string): string =>
  /(?:^|\/)r\/[A-Za-z0-9_-]+$/.test(key) ? BY_ENDING.html : byEnding(key);

const byEnding = (key: string): string =>
  Object.entries(BY_ENDING).find(([ending]) => key.endsWith(`.${ending}`))?.[1] ?? 'application/octet-stream';
