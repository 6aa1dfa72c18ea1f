/** From bytes to text that a parser can take: the right charset, and nothing before the first tag. */
import { gunzipSync } from 'node:zlib';

/** A sitemap's own limit is 50 MB; nothing near that is news. */
const MAX_UNPACKED_BYTES = 32 * 1024 * 1024;

/**
 * The text of an XML, JSON or HTML document. What the bytes prove goes before what anybody declares: a byte order mark, then valid UTF-8, then
 * the document's own declaration, then the Content-Type, then Windows-1252. A gzip file (`sitemap.xml.gz`) is unpacked first, within bounds.
 * Null where it cannot be unpacked.
 */
export function documentText(body: Uint8Array, contentType: string | null): string | null {
  const bytes = isGzip(body) ? unpack(body) : body;
  if (bytes === null) return null;
  return cleaned(decode(bytes, contentType));
}

const isGzip = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b;

function unpack(body: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(body, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch (error) {
    // Too large, cut off or no gzip after all: the world's doing. Anything without a code is ours.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function decode(bytes: Uint8Array, contentType: string | null): string {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return new TextDecoder(mark).decode(bytes);
  const utf8 = decodeAs('utf-8', bytes, true);
  const declared = declaredCharset(bytes);
  // ISO-2022 is all ASCII octets, so that it passes as UTF-8.
  if (utf8 !== null && !/^iso-2022/i.test(declared ?? '')) return utf8;
  const named = [declared, /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1]];
  for (const charset of named) {
    // Bytes that are not UTF-8 cannot be what they are declared as.
    const text = charset === undefined || /^utf-?8$/i.test(charset) ? null : decodeAs(charset, bytes, false);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // No mark, but "<" with a zero beside it.
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : null;
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  return (/<\?xml[^>]*?encoding=["']([\w-]+)/i.exec(start) ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start))?.[1];
}

function decodeAs(charset: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch (error) {
    // A label nobody knows (RangeError), or bytes that are not that charset (TypeError).
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Without control characters no XML may hold, a document type (its entities are never wanted), and what stands before the first tag. */
function cleaned(text: string): string {
  const start = /^\s*https?:/i.test(text) ? text : text.replace(/^[^<{[]{0,2000}(?=[<{[])/, '');
  return withoutDocumentType(start).replaceAll(CONTROL, '');
}

/** The first alone, from where it begins: to look for the end of each of many that have none takes time by the square of their number. */
function withoutDocumentType(text: string): string {
  const at = text.search(/<!DOCTYPE/i);
  if (at < 0) return text;
  const documentType = /[^>[]*(?:\[[\s\S]*?\]\s*)?>/y;
  documentType.lastIndex = at;
  return documentType.test(text) ? text.slice(0, at) + text.slice(documentType.lastIndex) : text;
}

const CONTROL = /\p{Cc}(?<![\t\n\r])/gu;
