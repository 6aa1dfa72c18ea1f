/**
 * What two texts are compared by: the same words, told apart from the style they are set in. The text as
 * published is what is stored and shown; this is only what is matched.
 */

/**
 * Folds typography and nothing else: invisible characters, spaces, the style of quotation marks, dashes and
 * ellipses, presentation forms, left-over entities, and letters that a house writes with their marks or without
 * (Russian ё, Italian "E'"). Digits, signs, decimal marks, currency and the presence of quotation marks survive, so two texts that differ in any of them still differ. Idempotent, linear.
 */
export function foldTypography(text: string): string {
  if (isPlain(text)) return text;
  return text
    .replace(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(LEFT_OVER_ENTITY, (entity, name?: string) => ENTITIES.get(name ?? 'amp') ?? entity)
    .replace(/ {2,}/gu, ' ')
    .replace(/(?<=^|\s|[(\p{Ps}]) ?([«‹]) /gu, '$1')
    .replace(/ ([»›])(?=$|\s|[\p{Po}\p{Pe}])/gu, '$1')
    .replace(DOUBLE_MARK, '"')
    .replace(SINGLE_MARK, "'")
    .replace(/(?<![\p{L}\p{N}])E'(?=\s|$)/gu, 'È')
    .replace(/[ёЁ]/gu, (letter) => (letter === 'ё' ? 'е' : 'Е'))
    .replace(/…/gu, '...')
    .replace(/\.(?: \.){2,}/gu, (dots) => dots.replaceAll(' ', ''))
    .replace(HYPHEN_OR_MINUS, '-')
    .replace(/\s+/gu, ' ')
    .replace(/(?: ?(?:[—―⸺⸻]|-{2,}))+ ?/gu, ' - ')
    .replace(/(?<=[\p{L}\p{N}"')\]]) (?=[!?;:%])/gu, '')
    .replace(SPACE_INSIDE_CJK, '')
    .trim();
}

/** Most text needs no folding: printable ASCII, and none of the sequences folded below. Two quick looks; one pattern for both is slow. */
const isPlain = (text: string): boolean => PRINTABLE_ASCII.test(text) && !FOLDED_ASCII.test(text);
const PRINTABLE_ASCII = /^[ -~]*$/u;
const FOLDED_ASCII = /^ | {2}|--|&| [!?;:%]|\. \.| $/u;

/** Soft hyphen, zero-width and bidirectional marks, variation selectors, byte-order mark, Arabic tatweel. */
const INVISIBLE =
  /[\u00AD\u0640\u061C\u180E]|[\u200B-\u200F\u202A-\u202E]|[\u2060-\u2064\u2066-\u2069]|\uFE0E|\uFE0F|\uFEFF/gu;

/**
 * Where NFKC changes only the look of a letter: Latin ligatures, Arabic presentation forms, full and half width.
 * Elsewhere it would turn 10² into 102 and ½ into 1⁄2.
 */
const PRESENTATION_FORMS = /[\uFB00-\uFB06\uFB1D-\uFDFF\uFE70-\uFEFC\uFF01-\uFFEE]+/gu;

/** Entities escaped once too often by a publisher's system. A space may stand before the semicolon in French text. */
const LEFT_OVER_ENTITY =
  /&(?:amp ?;)*(quot|apos|nbsp|shy|lsquo|rsquo|ldquo|rdquo|laquo|raquo|ndash|mdash|hellip|#0?39|#34|#160|#8211|#8212|#8216|#8217|#8220|#8221|#8230) ?;|&(?:amp ?;)+/gu;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['shy', ''],
  ['lsquo', "'"],
  ['rsquo', "'"],
  ['ldquo', '"'],
  ['rdquo', '"'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['#39', "'"],
  ['#039', "'"],
  ['#34', '"'],
  ['#160', ' '],
  ['#8211', '–'],
  ['#8212', '—'],
  ['#8216', "'"],
  ['#8217', "'"],
  ['#8220', '"'],
  ['#8221', '"'],
  ['#8230', '…'],
]);

const DOUBLE_MARK = /[“”„‟«»「」『』〝〞〟″]/gu;
const SINGLE_MARK = /[‘’‚‛‹›ʼ′`´]/gu;
/** Hyphens, figure and en dash, minus sign: a range or a negative number reads the same with any of them. */
const HYPHEN_OR_MINUS = /[‐‑‒–−﹣]/gu;
/** A line break in the markup of a language that writes no spaces. */
const SPACE_INSIDE_CJK =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。])/gu;
