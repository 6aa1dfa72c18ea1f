/** Undoes content codings (RFC 9110, section 8.4), never beyond a size: a few kilobytes can hold gigabytes. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

export type Decoded =
  | { readonly kind: 'decoded'; readonly body: Uint8Array }
  | { readonly kind: 'undecodable'; readonly why: 'too-large' | 'truncated' | 'malformed'; readonly detail: string };

/** More layers than any server uses; each is a bomb's chance to multiply. */
const MAX_CODINGS = 3;

const decoders = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
  deflate: promisify(inflate),
  'deflate-raw': promisify(inflateRaw),
} as const;

/** `contentEncoding` as the header says, last applied last. */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | undefined,
  maxDecodedBytes: number,
): Promise<Decoded> {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim().replace(/^x-/, ''))
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'none');
  if (codings.length > MAX_CODINGS) return undecodable('malformed', `${codings.length} content codings`);

  let decoded = body;
  for (const coding of codings.toReversed()) {
    // An empty body under any coding is an empty body; servers send them with 200.
    if (decoded.byteLength === 0) break;
    const decode = decoderFor(coding, decoded);
    if (decode === null) return undecodable('malformed', `content coding “${coding}” was not asked for`);
    try {
      decoded = await decode(decoded, { maxOutputLength: maxDecodedBytes });
    } catch (error) {
      return whyUndecodable(error, coding, maxDecodedBytes);
    }
  }
  return decoded.byteLength > maxDecodedBytes
    ? undecodable('too-large', `over ${maxDecodedBytes} bytes`)
    : { kind: 'decoded', body: decoded };
}

function decoderFor(coding: string, body: Uint8Array) {
  // "deflate" is the zlib format; many servers send the bare stream. Its first octet tells (RFC 1950, section 2.2: CM = 8).
  if (coding === 'deflate') return ((body[0] ?? 0) & 0x0f) === 8 ? decoders.deflate : decoders['deflate-raw'];
  return coding === 'gzip' || coding === 'br' ? decoders[coding] : null;
}

function whyUndecodable(error: unknown, coding: string, maxDecodedBytes: number): Decoded {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'ERR_BUFFER_TOO_LARGE')
    return undecodable('too-large', `${coding}: over ${maxDecodedBytes} bytes decoded`);
  if (error.code === 'Z_BUF_ERROR') return undecodable('truncated', `${coding}: ends too soon`);
  return undecodable('malformed', `${coding}: ${error.message}`);
}

const undecodable = (why: 'too-large' | 'truncated' | 'malformed', detail: string): Decoded => ({
  kind: 'undecodable',
  why,
  detail,
});
