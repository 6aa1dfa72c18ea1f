/** The ways in which servers are seen to misbehave, as routes for a test's origin. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Route, Served } from './origin.ts';

export const html = (body: string): Served => ({ body: `<!doctype html><title>t</title><p>${body}</p>` });

/** Octets beyond ASCII go out raw, as servers send them. */
export const redirect = (location: string, status = 302): Served => ({
  status,
  headers: { location: Buffer.from(location, 'utf8').toString('latin1') },
});

/** Takes the request and says nothing. */
export const silent: Route = () => undefined;

export const slowFirstByte =
  (ms: number, body = 'late'): Route =>
  (_request, response) => {
    setTimeout(() => response.end(body), ms);
  };

/** One octet at a time, for ever. */
export const slowDrip =
  (everyMs: number): Route =>
  (_request, response) => {
    const timer = setInterval(() => response.write('.'), everyMs);
    response.on('close', () => clearInterval(timer));
  };

/** As fast as the reader takes it, for ever. */
export const endless: Route = (_request, response) => {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
};

/** Promises more octets than it sends, then closes. */
export const wrongLength = (promised: number, body: string): Route =>
  raw(`HTTP/1.1 200 OK\r\ncontent-length: ${promised}\r\n\r\n${body}`);

/** A chunked body without its last chunk. */
export const cutChunks: Route = raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n');

/** What stands here goes out as it is, and the connection is closed. */
export function raw(octets: string): Route {
  return (request) => void request.socket.end(octets);
}

/** Closes the connection instead of answering. */
export const hangUp: Route = (request) => void request.socket.destroy();

/** Answers, promises to keep the connection, and closes it without a word as soon as it is idle. */
export const halfClose =
  (body: string): Route =>
  (request, response) => {
    response.writeHead(200, { connection: 'keep-alive' });
    response.end(body, () => request.socket.end());
  };

const CODINGS = {
  gzip: gzipSync,
  br: brotliCompressSync,
  deflate: deflateSync,
  'deflate-raw': deflateRawSync,
} as const;
export type Coding = keyof typeof CODINGS;

export const encode = (coding: Coding, body: string | Uint8Array): Uint8Array => CODINGS[coding](body);

export const coded = (coding: Coding, body: string | Uint8Array): Served => ({
  headers: { 'content-encoding': coding.replace('-raw', '') },
  body: encode(coding, body),
});

/** `mib` MiB of nothing, in a few kilobytes. */
export const bomb = (coding: Coding, mib: number): Served => coded(coding, new Uint8Array(mib * 1024 * 1024));

/** Answers 304 where the request names the validator, 200 with it where not. */
export const conditional =
  (validator: { readonly etag?: string; readonly 'last-modified'?: string }, body: string): Route =>
  (request, response) => {
    const same =
      (validator.etag !== undefined && request.headers['if-none-match'] === validator.etag) ||
      (validator['last-modified'] !== undefined && request.headers['if-modified-since'] === validator['last-modified']);
    response.writeHead(same ? 304 : 200, validator);
    response.end(same ? undefined : body);
  };
