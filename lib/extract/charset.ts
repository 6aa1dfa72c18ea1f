/**
 * Bytes to text. In order: byte-order mark; text that is valid UTF-8, which no other encoding is by accident;
 * the header's charset; the page's own declaration; UTF-8 with a few errors; at last windows-1252, which maps every byte.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodePage(body: Uint8Array | string, contentType?: string): string {
  if (typeof body === 'string') return body.charCodeAt(0) === 0xfeff ? body.slice(1) : body;
  const marked = charsetOfMark(body);
  if (marked !== null) return decodeAs(marked, body) ?? '';
  const header = charsetIn(contentType ?? '');
  // Seven-bit encodings are valid UTF-8 too: only their declaration tells them.
  const isSevenBit = header !== null && /^(?:iso-2022|hz-gb|utf-?16|utf-?7)/iu.test(header);
  const strict = isSevenBit ? null : decodeStrictly(body);
  const declared = strict === null || strict.includes('\u001b$') ? declaredCharset(body) : null;
  if (strict !== null && !/^iso-2022/iu.test(declared ?? '')) return strict;
  for (const label of [header, declared, 'utf-8']) {
    const text = decodeAs(label, body);
    if (text !== null && !looksMisread(text)) return text;
  }
  return decodeAs(header ?? declared ?? 'windows-1252', body) ?? new TextDecoder('windows-1252').decode(body);
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
    // As a stream: a character cut off at the end is no error.
    return new TextDecoder('utf-8', { fatal: true }).decode(body, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** More replacement characters than a few slips among the text's other characters explain. */
function looksMisread(text: string): boolean {
  let marks = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1 && marks < 50; at = text.indexOf('\ufffd', at + 1)) marks++;
  return marks >= 50 || (marks > 0 && marks * 20 > (text.match(/[^\p{ASCII}]/gu)?.length ?? 0));
}
