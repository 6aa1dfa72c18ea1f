/**
 * Which article an address means. A canonical URL is a name, not an address: it leaves out everything that differs between the
 * ways to one story, so it is compared and hashed, and never fetched.
 */
import { getDomain } from 'tldts';
import { contentHash } from './hash.ts';

/** A URL in the one form all addresses of an article share. Made by `canonicalUrl` alone. */
export type CanonicalUrl = string & { readonly brand: 'CanonicalUrl' };

/** Parameters that say where a reader came from, not what is read. Publishers' own campaign codes are among them. */
const TRACKING =
  /^(?:utm_.*|fb_.*|mc_[ce]id|pk_.*|mtm_.*|hsa_.*|_hs.*|at_.*|ns_.*|ga_.*|oly_.*|vero_.*|wt[._].*|wt_?mc|trk.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igshid|igsh|li_fat_id|mkt_tok|srsltid|_ga|_gl|cmp|cmpid|cid|camp|campaign|icid|ncid|ocid|smid|smtyp|soc_src|soc_trk|s_cid|sref|sh|share|shared|ref|ref_src|ref_url|referrer|referer|source|src|spm|xtor|ito|taid|wpisrc|wpmm|ftag|rss|from|feature|partner|mod|amp|amp_.*|amp;.*|usqp|outputtype|m|mobile|nocache|cb|_)$/i;

/** Parameters above that name the article where they stand alone on a script's path (`/story.php?cid=…`) are kept there. */
const SCRIPT_PATH = /\.(?:php|aspx?|cfm|cgi|jsp|do)$/i;
const MAY_NAME_AN_ARTICLE = /^(?:cid|m|mod|sh|ref|source|src|from)$/i;

/** Labels at the front of a host that lead to another rendition of the same article. */
const RENDITION_LABELS = /^(?:(?:www\d?|m|mobile|amp|touch|wap)\.)+/;

const INDEX_PAGE = /\/(?:index|default)\.(?:html?|php|aspx?)$/i;

/** No article's address is longer; what is kept of an article, and the time it takes to read its address, grow with it. */
const MAX_CHARACTERS = 4_096;

/**
 * The canonical form of an http(s) address, or null for anything else (other schemes, no host, not an address at all, too long for one).
 * The same article's tracking parameters, fragment, AMP and mobile variants, trailing slash, default port, index page and
 * scheme all fall away; the order of what is left of the query does not matter. Idempotent.
 */
export function canonicalUrl(url: string, base?: string): CanonicalUrl | null {
  const parsed = URL.parse(url.trim(), base);
  if (parsed === null || !isWeb(parsed) || parsed.href.length > MAX_CHARACTERS) return null;
  const cached = URL.parse(withoutAmpCache(parsed));
  if (cached === null) return null;

  const path = canonicalPath(cached.pathname);
  const query = canonicalQuery(cached.searchParams, path);
  // http and https are one article; a port of its own is a server of its own, where the scheme may matter.
  const scheme = cached.port === '' ? 'https:' : cached.protocol;
  const host = canonicalHost(cached.hostname) + (cached.port === '' ? '' : `:${cached.port}`);
  return `${scheme}//${host}${path}${query}` as CanonicalUrl;
}

/** `<publication>-<16 hexadecimal digits>`: made once, at first sighting, and never changed. */
export const articleId = (publicationId: string, url: CanonicalUrl): string =>
  `${publicationId}-${contentHash(url).slice(0, 16)}`;

/**
 * What a page's `rel=canonical` may be believed to say: another address of the same article, or null. A page is believed about its
 * own registrable domain only (the Public Suffix List with its private part: two blogs of one host are strangers), and not when it
 * points at a home page or a section, as templates gone wrong do for every story at once.
 */
export function trustedCanonical(pageUrl: string, relCanonical: string | null): CanonicalUrl | null {
  if (relCanonical === null) return null;
  const page = canonicalUrl(pageUrl);
  const claimed = canonicalUrl(relCanonical, pageUrl);
  if (page === null || claimed === null) return null;
  if (claimed === page) return claimed;
  if (siteOf(claimed) !== siteOf(page)) return null;
  return isSectionLike(new URL(claimed)) || dropsIdentity(new URL(page), new URL(claimed)) ? null : claimed;
}

/** The registrable domain, or the host itself where there is none (an address, `localhost`). */
export function siteOf(url: string): string {
  const { host, hostname } = new URL(url);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? host;
}

/** A home page or the root of a section by its path: no segment has a number in it, or words enough to be a headline. */
export function isSectionLike(url: URL): boolean {
  if (url.search !== '') return false;
  const segments = url.pathname.split('/').filter(Boolean);
  return segments.length <= 3 && segments.every((segment) => !/\d/.test(segment) && segment.split(/[-_]/).length <= 3);
}

/** These two never lack a host: without one they are no address. */
const isWeb = (url: URL): boolean => url.protocol === 'https:' || url.protocol === 'http:';

/** Google's and the AMP project's caches carry the publisher's own address in their path. */
function withoutAmpCache(url: URL): string {
  const inPath = url.hostname.endsWith('.cdn.ampproject.org')
    ? /^\/[a-z]\/(s\/)?(.+)$/
    : /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname)
      ? /^\/amp\/(s\/)?(.+)$/
      : null;
  const match = inPath?.exec(url.pathname) ?? null;
  return match === null ? url.href : `${match[1] === undefined ? 'http' : 'https'}://${match[2]}${url.search}`;
}

function canonicalHost(hostname: string): string {
  const host = hostname.replace(/\.$/, '');
  const domain = getDomain(host, { allowPrivateDomains: true });
  if (domain === null) return host;
  const labels = host.slice(0, host.length - domain.length);
  return labels.replace(RENDITION_LABELS, '') + domain;
}

function canonicalPath(pathname: string): string {
  let path = pathname;
  for (let before = ''; before !== path;) {
    before = path;
    path = path
      .replace(/;jsessionid=[^/]*/i, '')
      .replace(INDEX_PAGE, '/')
      .replace(/\/{2,}/g, '/')
      .replace(/(?<=.)\/$/, '')
      .replace(/^\/amp(?=\/.)/i, '')
      .replace(/(?<=.)\/amp(?:\.html?)?$/i, '')
      .replace(/\.amp(\.html?)?$/i, '$1')
      .replace(/%[0-9a-f]{2}/gi, plainOctet);
  }
  return path;
}

/** RFC 3986, section 6.2.2: hexadecimal in capitals, and unreserved characters not encoded at all. */
function plainOctet(octet: string): string {
  const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
  return /[A-Za-z0-9._~-]/.test(character) ? character : octet.toUpperCase();
}

function canonicalQuery(parameters: URLSearchParams, path: string): string {
  const onScript = SCRIPT_PATH.test(path) || path === '/';
  const kept = [...parameters].filter(
    ([name]) => name !== '' && (!TRACKING.test(name) || (onScript && MAY_NAME_AN_ARTICLE.test(name))),
  );
  kept.sort(([a, x], [b, y]) => compareCodeUnits(a, b) || compareCodeUnits(x, y));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}

const compareCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `/story.php?id=7` claiming to be `/story.php`: what names the article would be lost, and every story would be one. */
const dropsIdentity = (page: URL, claimed: URL): boolean =>
  page.search !== '' && claimed.search === '' && page.pathname === claimed.pathname && SCRIPT_PATH.test(page.pathname);
