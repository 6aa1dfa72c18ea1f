/** One request and its answer over HTTP/1.1, within its bounds of time and size. Redirects and meaning are for lib/adapters/http.ts. */
import { request as plainRequest, type Agent as PlainAgent, type IncomingMessage } from 'node:http';
import { request as secureRequest, type Agent as SecureAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Failure } from '../page.ts';
import { NonPublicAddressError } from './http-addresses.ts';

export type Exchange = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly agents: { readonly plain: PlainAgent; readonly secure: SecureAgent };
  /** Null: the system's, for an origin that was opted in. */
  readonly lookup: LookupFunction | null;
  readonly timeouts: Timeouts;
  readonly maxBodyBytes: number;
};

/** Milliseconds. `whole` runs from the first byte sent to the last one received. */
export type Timeouts = { readonly connectMs: number; readonly firstByteMs: number; readonly wholeMs: number };

export type Answer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly header: (name: string) => string | null;
      /** As sent, still coded; empty but for a 2xx. */
      readonly body: Uint8Array;
    }
  | { readonly kind: 'refused'; readonly detail: string }
  | {
      readonly kind: 'failed';
      readonly why: Failure;
      readonly detail: string;
      readonly status: number | null;
      /** A kept-alive connection the server had closed meanwhile: asking again on a new one is no repetition. */
      readonly stale: boolean;
    };

/** Of all headers of an answer. Security policies and lists of what to load first go beyond Node's own 16 KiB; browsers take 256. */
const MAX_HEADER_BYTES = 64 * 1024;

/** Never rejects for anything a server or a network does. */
export function exchange({ url, headers, agents, lookup, timeouts, maxBodyBytes }: Exchange): Promise<Answer> {
  return new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    const options = { headers, maxHeaderSize: MAX_HEADER_BYTES, ...(lookup === null ? {} : { lookup }) };
    const request = secure
      ? secureRequest(url, { ...options, agent: agents.secure })
      : plainRequest(url, { ...options, agent: agents.plain });

    let status: number | null = null;
    const settle = (answer: Answer) => {
      clearTimeout(phase);
      clearTimeout(whole);
      resolve(answer);
    };
    const fail = (why: Failure, detail: string) => {
      settle({ kind: 'failed', why, detail, status, stale: false });
      request.destroy();
    };
    const timeOut = (ms: number, what: string) =>
      setTimeout(() => fail('timeout', `${what} took over ${Math.round(ms)} ms`), ms);

    let phase = timeOut(timeouts.connectMs, 'connecting');
    const whole = timeOut(timeouts.wholeMs, 'the whole answer');
    const awaitFirstByte = () => {
      clearTimeout(phase);
      phase = timeOut(timeouts.firstByteMs, 'the first byte');
    };

    request.on('socket', (socket) => {
      if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', awaitFirstByte);
      else awaitFirstByte();
    });

    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error instanceof NonPublicAddressError) return settle({ kind: 'refused', detail: error.message });
      const stale = request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      return settle({ kind: 'failed', ...failureOf(error), status, stale });
    });

    request.on('response', (response) => {
      clearTimeout(phase);
      status = response.statusCode ?? 0;
      const header = (name: string) => headerOf(response, name);
      const answer = (body: Uint8Array) => settle({ kind: 'answer', status: status ?? 0, header, body });
      if (status < 200 || status > 299) {
        drain(response);
        return answer(new Uint8Array());
      }
      return collect(response, maxBodyBytes, answer, fail);
    });
    request.end();
  });
}

/** Small enough to read to its end and keep the connection. */
const WORTH_DRAINING_BYTES = 64 * 1024;
const DRAIN_MS = 2_000;

/** The bodies of redirects and errors are not looked at; a short one is read so that its connection can be used again. */
function drain(response: IncomingMessage): void {
  const stop = setTimeout(() => response.destroy(), DRAIN_MS);
  let bytes = 0;
  response.on('data', (chunk: Uint8Array) => {
    bytes += chunk.byteLength;
    if (bytes > WORTH_DRAINING_BYTES) response.destroy();
  });
  response.on('error', () => response.destroy());
  response.on('close', () => clearTimeout(stop));
}

function collect(
  response: IncomingMessage,
  maxBodyBytes: number,
  answer: (body: Uint8Array) => void,
  fail: (why: Failure, detail: string) => void,
): void {
  const promised = Number(headerOf(response, 'content-length'));
  if (promised > maxBodyBytes) return fail('too-large', `${promised} bytes announced, ${maxBodyBytes} taken at most`);

  const chunks: Uint8Array[] = [];
  let bytes = 0;
  response.on('data', (chunk: Uint8Array) => {
    bytes += chunk.byteLength;
    chunks.push(chunk);
    if (bytes > maxBodyBytes) fail('too-large', `over ${maxBodyBytes} bytes`);
  });
  response.on('end', () => answer(Buffer.concat(chunks)));
  // "aborted": the connection ended before the length or the last chunk that was promised.
  response.on('error', (error) => fail('truncated', `${error.message} after ${bytes} bytes`));
  return undefined;
}

/** Repeated headers are joined, as RFC 9110, section 5.3 allows; Node drops repetitions of those that may stand once only. */
function headerOf(response: IncomingMessage, name: string): string | null {
  const value = response.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}

function failureOf(error: NodeJS.ErrnoException): { readonly why: Failure; readonly detail: string } {
  const code = error.code ?? '';
  const detail = code === '' || error.message.includes(code) ? error.message : `${code}: ${error.message}`;
  if (/^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/.test(code)) return { why: 'dns', detail };
  if (code === 'ETIMEDOUT') return { why: 'timeout', detail };
  if (/^(?:HPE_|ERR_HTTP|ERR_INVALID)/.test(code)) return { why: 'malformed', detail };
  if (/^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_|CRL_|INVALID_)/.test(code))
    return { why: 'tls', detail };
  return { why: 'connection', detail };
}
