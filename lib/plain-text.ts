/**
 * What a page says, made safe to stand in a plain-text message: it can start no line of its own, reorder what stands
 * around it, hide itself, or pass for a mark of our redline.
 */

/** One line: control characters and line ends become spaces, bidirectional controls and invisible characters go. */
export const plainLine = (text: string): string => withoutControls(text).trim();

/** As `plainLine`, for a run inside a redline: its brackets cannot be taken for `[-…-]` and `{+…+}`; spaces at its ends stay. */
export function plainRun(text: string): string {
  return withoutControls(text)
    .replace(/\[-|\{\+/gu, ([bracket = '', sign = '']) => `${bracket} ${sign}`)
    .replace(/-\]|\+\}/gu, ([sign = '', bracket = '']) => `${sign} ${bracket}`);
}

/**
 * `plainLine` inside a first-strong isolate where it holds right-to-left letters or digits, so that "6 → 7" beside
 * it still reads from left to right. @see https://www.unicode.org/reports/tr9/ (2.4 explicit directional isolates)
 */
export function plainWords(text: string): string {
  const line = plainLine(text);
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line;
}

/** In quotation marks; a quotation inside gets single ones, so that where ours end is plain. */
export function quoted(text: string): string {
  const words = plainWords(text);
  const inside = /^["“„«]([^"“”„«»]*)["“”»]$/u.exec(words)?.[1] ?? words;
  const opened = inside.replace(/(?<![\p{L}\p{N}.,;:!?…)])["“”„«»](?=\S)/gu, '‘');
  return `“${opened.replace(/["“”„«»]/gu, '’')}”`;
}

/** A web address as it can stand in a message: parsed and percent-encoded; null for anything but http and https. */
export function plainUrl(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/u.test(parsed.protocol) && parsed.username === '' ? parsed.href : null;
}

/**
 * Cut at a word, with an ellipsis: for names and headlines, never for what changed. A quotation is left whole or out,
 * and a number stays with what it counts.
 */
export function shortened(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(0, room - 1);
  const words = text.charAt(room - 1) === ' ' ? cut : cut.slice(0, Math.max(cut.lastIndexOf(' '), 0));
  const whole = tidied(beforeOpenQuotation(words).replace(/(?:\s+\p{Sc}?\d[\d.,]*)+$/u, ''));
  return `${whole === '' ? tidied(cut).toWellFormed() : whole}…`;
}

function beforeOpenQuotation(text: string): string {
  const opening = Math.max(text.lastIndexOf('“'), text.lastIndexOf('„'), text.lastIndexOf('«'), oddStraightMark(text));
  const isOpen = opening >= 0 && !/["”»“]/u.test(text.slice(opening + 1));
  return isOpen ? text.slice(0, opening) : text;
}

/** The last `"` where their number is odd: it opens. */
const oddStraightMark = (text: string): number => (text.split('"').length % 2 === 0 ? text.lastIndexOf('"') : -1);

const tidied = (text: string): string => text.replace(/[\s,;:.–—-]+$/u, '');

const withoutControls = (text: string): string =>
  text.toWellFormed().replace(LINE_END_OR_CONTROL, ' ').replace(INVISIBLE, '').replace(/\s+/gu, ' ');

const LINE_END_OR_CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/**
 * Bidirectional embeddings, overrides, isolates and marks, zero-width spaces and joiners that no script needs, soft
 * hyphens, annotation and tag characters. The joiners U+200C and U+200D stay: Persian and Indic words need them.
 */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
