/**
 * What a page says, made safe to stand in one line of a plain-text message: it can start no new line, reorder what
 * stands around it, hide itself, or pass for a mark of our redline.
 */

/** One line: control characters and line ends become spaces, bidirectional overrides and invisible characters go. */
export function plainLine(text: string): string {
  return text.toWellFormed().replace(LINE_END_OR_CONTROL, ' ').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** As `plainLine`, for text inside a redline: its own brackets cannot be taken for `[-…-]` and `{+…+}`. Outer spaces are kept. */
export function plainRun(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_END_OR_CONTROL, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .replace(/\[-|\{\+/gu, ([bracket = '', sign = '']) => `${bracket} ${sign}`)
    .replace(/-\]|\+\}/gu, ([sign = '', bracket = '']) => `${sign} ${bracket}`);
}

/** A web address as it can stand in a message: parsed and percent-encoded; null for anything but http and https. */
export function plainUrl(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/u.test(parsed.protocol) && parsed.username === '' ? parsed.href : null;
}

const LINE_END_OR_CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/**
 * Bidirectional embeddings, overrides, isolates and marks, zero-width spaces and joins that no script needs, soft
 * hyphens, annotation and tag characters. The joiners U+200C and U+200D stay: Persian and Indic words need them.
 */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;
