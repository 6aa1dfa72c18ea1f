/**
 * The real `FetchPage`: Node's own HTTP client with keep-alive, redirects followed by hand so that every hop is checked, every
 * answer bounded in time and size, and no connection outside the public internet (docs/adr/0010-http-client.md).
 */
import { Agent as PlainAgent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { ConfigError } from '../errors.ts';
import { retryAfterSeconds } from '../fetch/index.ts';
import type { Failure, FetchOutcome, FetchPage, FetchRequest, Page, Validators } from '../page.ts';
import { guardedLookup, isPublicAddress, literalAddress, type Resolve } from './http-addresses.ts';
import { decodeBody } from './http-decode.ts';
import { exchange, type Answer, type Timeouts } from './http-exchange.ts';

export type HttpOptions = {
  /** Names the project, its version and the operator's contact. */
  readonly userAgent: string;
  /** Origins ("http://127.0.0.1:4000") that may be non-public: for fixtures and tests. */
  readonly allowNonPublic?: readonly string[];
  readonly timeouts?: Partial<Timeouts>;
  /** As sent, before decoding. */
  readonly maxBodyBytes?: number;
  readonly maxDecodedBytes?: number;
  readonly now: () => Date;
  /** The system's resolver unless given: tests bring one that rebinds. */
  readonly resolve?: Resolve;
};

const TIMEOUTS: Timeouts = { connectMs: 10_000, firstByteMs: 20_000, wholeMs: 45_000 };
/** The largest news pages seen are near 5 MB decoded; feeds reach that too. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MAX_DECODED_BYTES = 20 * 1024 * 1024;
const MAX_REDIRECTS = 10;
const IDLE_SOCKET_MS = 30_000;

/** @throws {ConfigError} where the User-Agent cannot stand in a header */
export function createHttpFetcher(options: HttpOptions): FetchPage {
  if (!isHeaderValue(options.userAgent)) throw new ConfigError(`This cannot be a User-Agent: ${options.userAgent}`);
  const agents = {
    plain: new PlainAgent({ keepAlive: true, maxFreeSockets: 1, timeout: IDLE_SOCKET_MS }),
    secure: new SecureAgent({ keepAlive: true, maxFreeSockets: 1, timeout: IDLE_SOCKET_MS }),
  };
  const lookup = guardedLookup(options.resolve);
  const allowed = new Set(options.allowNonPublic);
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const maxBodyBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
  const maxDecodedBytes = options.maxDecodedBytes ?? MAX_DECODED_BYTES;

  async function ask(url: URL, validators: Validators, timeouts: Timeouts): Promise<Answer> {
    const optedIn = allowed.has(url.origin);
    // A literal is never looked up, so it is checked here; the URL parser has turned every notation into one.
    const literal = literalAddress(url.hostname);
    if (!optedIn && literal !== null && !isPublicAddress(literal))
      return { kind: 'refused', detail: `${literal} is not a public address` };

    const headers = requestHeaders(options.userAgent, validators);
    const once = () => exchange({ url, headers, agents, lookup: optedIn ? null : lookup, timeouts, maxBodyBytes });
    const answer = await once();
    return answer.kind === 'failed' && answer.stale ? once() : answer;
  }

  return async function fetchPage(request: FetchRequest): Promise<FetchOutcome> {
    const redirects: { status: number; url: string }[] = [];
    const visited = new Set<string>();
    const started = performance.now();
    let url = URL.parse(request.url);
    for (;;) {
      const refusal = refuse(url, request.url, options.now());
      if (refusal !== null || url === null) return refusal ?? refusedScheme(request.url, options.now());
      visited.add(url.href);

      // Redirects share one bound: ten slow ones would take ten times as long.
      const wholeMs = timeouts.wholeMs - (performance.now() - started);
      const answer = await ask(url, request.validators, { ...timeouts, wholeMs: Math.max(1, wholeMs) });
      const at = options.now();
      if (answer.kind === 'refused')
        return { kind: 'refused', why: 'address', detail: answer.detail, fetchedAt: at.toISOString() };
      if (answer.kind === 'failed') return failed(answer.why, answer.detail, answer.status, null, at);

      const location = REDIRECTS.has(answer.status) ? answer.header('location') : null;
      if (location === null) {
        const decoded = await decodeBody(answer.body, answer.header('content-encoding') ?? undefined, maxDecodedBytes);
        if (decoded.kind === 'undecodable') return failed(decoded.why, decoded.detail, answer.status, null, at);
        return outcomeOf(answer, { url: url.href, request, redirects, body: decoded.body, at });
      }
      const next = URL.parse(latin1ToUtf8(location), url.href);
      if (next === null) return failed('malformed', `redirected to “${location}”`, answer.status, null, at);
      next.hash = '';
      redirects.push({ status: answer.status, url: next.href });
      // No cookies are kept, so an address met again will answer as it did.
      if (redirects.length > MAX_REDIRECTS || visited.has(next.href))
        return failed(
          'too-many-redirects',
          `${redirects.length} redirects, the last to ${next.href}`,
          answer.status,
          null,
          at,
        );
      if (request.mayFollow !== undefined && !(await request.mayFollow(next.href))) {
        const detail = `robots.txt disallows ${next.href}, where ${url.href} leads`;
        return { kind: 'refused', why: 'robots', detail, fetchedAt: at.toISOString() };
      }
      url = next;
    }
  };
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function requestHeaders(userAgent: string, { etag, lastModified }: Validators): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/feed+json;q=0.9,*/*;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
    // No preference: a publisher's own language is the one that is followed.
    'accept-language': '*',
    // What a server said is repeated to it only where it can be no more than a header's value.
    ...(etag !== null && isHeaderValue(etag) ? { 'if-none-match': etag } : {}),
    ...(lastModified !== null && isHeaderValue(lastModified) ? { 'if-modified-since': lastModified } : {}),
  };
}

/** No control characters and nothing beyond Latin-1: it cannot end a header or begin one. */
const isHeaderValue = (text: string): boolean => /^[\x20-\x7e\x80-\xff]+$/.test(text);

/** Node reads headers as Latin-1; addresses sent as raw UTF-8 are put right. */
function latin1ToUtf8(text: string): string {
  if (!/[\x80-\xff]/.test(text)) return text;
  const utf8 = Buffer.from(text, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? text : utf8;
}

function refuse(url: URL | null, given: string, at: Date): FetchOutcome | null {
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    return refusedScheme(url?.href ?? given, at);
  if (url.username === '' && url.password === '') return null;
  const detail = `the address carries credentials for ${url.host}`;
  return { kind: 'refused', why: 'credentials', detail, fetchedAt: at.toISOString() };
}

const refusedScheme = (url: string, at: Date): FetchOutcome => ({
  kind: 'refused',
  why: 'scheme',
  detail: `“${url.slice(0, 200)}” is no http(s) address`,
  fetchedAt: at.toISOString(),
});

const failed = (
  why: Failure,
  detail: string,
  status: number | null,
  retryAfterSeconds: number | null,
  at: Date,
): FetchOutcome => ({ kind: 'failed', why, detail, status, retryAfterSeconds, fetchedAt: at.toISOString() });

type Facts = {
  readonly url: string;
  readonly request: FetchRequest;
  readonly redirects: Page['redirects'];
  readonly body: Uint8Array;
  readonly at: Date;
};

function outcomeOf(answer: Extract<Answer, { kind: 'answer' }>, facts: Facts): FetchOutcome {
  const { status, header } = answer;
  const { request, at } = facts;
  const fetchedAt = at.toISOString();
  const retryAfter = retryAfterSeconds(header('retry-after'), at);
  const validators = { etag: header('etag'), lastModified: header('last-modified') };

  if (status === 304) return notModified(request.validators, validators, at);
  if (status === 404) return { kind: 'missing', status, fetchedAt };
  if (status === 410 || status === 451) return { kind: 'gone', status, fetchedAt };
  if (status === 408) return failed('timeout', 'HTTP 408', status, retryAfter, at);
  if (status === 425 || status >= 500) return failed('server-error', `HTTP ${status}`, status, retryAfter, at);
  if (status >= 400 || isChallenge(header))
    return { kind: 'blocked', status, fetchedAt, retryAfterSeconds: retryAfter };
  if (status >= 300) return failed('malformed', `HTTP ${status} without an address`, status, null, at);
  if (status === 204 || status === 205 || status === 206)
    return failed('malformed', `HTTP ${status} to a request for a page`, status, null, at);

  const { url, redirects, body } = facts;
  return {
    kind: 'page',
    page: {
      url,
      requestedUrl: request.url,
      status,
      contentType: header('content-type'),
      validators,
      body,
      fetchedAt,
      redirects,
    },
  };
}

function notModified(asked: Validators, answered: Validators, at: Date): FetchOutcome {
  if (asked.etag === null && asked.lastModified === null)
    return failed('malformed', 'HTTP 304 to an unconditional request', 304, null, at);
  const validators = {
    etag: answered.etag ?? asked.etag,
    lastModified: answered.lastModified ?? asked.lastModified,
  };
  return { kind: 'not-modified', fetchedAt: at.toISOString(), validators };
}

/** Cloudflare's and AWS WAF's own word that what follows is a challenge, whatever the status. */
const isChallenge = (header: (name: string) => string | null): boolean =>
  header('cf-mitigated') === 'challenge' || /challenge|captcha/.test(header('x-amzn-waf-action') ?? '');
