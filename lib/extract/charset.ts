/**
 * Bytes to text. In order: byte-order mark, the header's charset, the page's own `<meta>`, valid UTF-8, and at last
 * windows-1252, which maps every byte to something.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodePage(body: Uint8Array | string, contentType?: string): string {
  if (typeof body === 'string') return body.charCodeAt(0) === 0xfeff ? body.slice(1) : body;
  const marked = charsetOfMark(body);
  if (marked !== null) return decodeAs(marked, body) ?? '';
  const header = decodeAs(charsetIn(contentType ?? ''), body);
  // A header that says UTF-8 of bytes that are not is wrong as often as the page's own declaration is.
  if (header !== null && !looksMisread(header)) return header;
  const declared = decodeAs(declaredCharset(body), body);
  if (declared !== null && !looksMisread(declared)) return declared;
  return decodeStrictly(body) ?? header ?? declared ?? new TextDecoder('windows-1252').decode(body);
}

function charsetOfMark(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  return null;
}

const charsetIn = (text: string): string | null => /charset\s*=\s*["']?\s*([^\s"'/>;,]+)/iu.exec(text)?.[1] ?? null;

/** The charset a page declares in its first 4,096 bytes. A page that can be read as ASCII is not UTF-16, whatever it says. */
function declaredCharset(body: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(body.subarray(0, 4096));
  const declared = /<meta[^>]{0,300}charset/iu.test(start)
    ? charsetIn(start.slice(start.search(/<meta[^>]{0,300}charset/iu)))
    : (/^<\?xml[^>]{0,200}encoding\s*=\s*["']([^"']+)/iu.exec(start)?.[1] ?? null);
  return declared !== null && /^utf-?16/iu.test(declared) ? 'utf-8' : declared;
}

/** Null when there is no such encoding. Labels are WHATWG's: `latin1` and `iso-8859-1` are windows-1252. */
function decodeAs(label: string | null, body: Uint8Array): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).decode(body);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function decodeStrictly(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** More than a few replacement characters in the part that is looked at. */
function looksMisread(text: string): boolean {
  let marks = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1 && marks < 8; at = text.indexOf('\ufffd', at + 1)) marks++;
  return marks >= 8;
}
