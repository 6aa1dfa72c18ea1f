/**
 * What a text message costs: 160 septets of the GSM 7-bit alphabet, or 70 UTF-16 units where one character is
 * outside it. An own table: the libraries there are count segments, but do not say how to write a text within the
 * alphabet without changing its meaning, which takes the same table (sms-segments-calculator is the tests' referee).
 * @see 3GPP TS 23.038, 6.2.1 (default alphabet, extension table) and TS 23.040, 9.2.3.24.1 (concatenation)
 */

export type SmsSize = {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets in GSM-7 (an extension character is two), UTF-16 units in UCS-2. */
  readonly units: number;
  readonly segments: number;
};

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '^{}\\[~]|€\f';

const SEPTETS: ReadonlyMap<string, number> = new Map([
  ...Array.from(BASIC, (character) => [character, 1] as const),
  ...Array.from(EXTENSION, (character) => [character, 2] as const),
]);

/** Most units of one segment, alone and as part of several. */
const ROOM = {
  'GSM-7': { alone: 160, part: 153 },
  'UCS-2': { alone: 70, part: 67 },
} as const;

export const isGsm7 = (text: string): boolean => Array.from(text).every((character) => SEPTETS.has(character));

export function smsSize(text: string): SmsSize {
  const encoding = isGsm7(text) ? 'GSM-7' : 'UCS-2';
  const costs = Array.from(text, (character) => SEPTETS.get(character) ?? 0);
  const widths = encoding === 'GSM-7' ? costs : Array.from(text, (character) => character.length);
  const units = widths.reduce((sum, width) => sum + width, 0);
  const { alone, part } = ROOM[encoding];
  return {
    encoding,
    units,
    segments: units <= alone ? 1 : partsOf(widths, part),
  };
}

/** A character of two units never straddles two segments. */
function partsOf(widths: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}

/**
 * The text in the GSM 7-bit alphabet as far as that keeps its meaning: typography and accents are given up, letters of
 * another script, and signs that have no plain form, are not. A text that cannot be written so is returned as it is,
 * with its accents, since it will be sent as UCS-2 anyway.
 */
export function toGsm7(text: string): string {
  const spaced = text
    .normalize('NFC')
    .replace(/ ?[—―] ?/gu, ' - ')
    .replace(/(\p{N}?)([½¼¾⅓⅔])/gu, (_, whole: string, part: string) => `${whole}${whole && ' '}${FRACTIONS.get(part)}`)
    .replace(/ ?°(?=[CF]\b)/gu, ' deg ')
    .replace(/°/gu, ' deg');
  const written = Array.from(spaced, (character) => (SEPTETS.has(character) ? character : plainForm(character))).join(
    '',
  );
  return isGsm7(written) ? written : text;
}

function plainForm(character: string): string {
  const known = PLAIN_FORMS.get(character);
  if (known !== undefined) return known;
  const bare = character.normalize('NFD').replace(/\p{Mn}/gu, '');
  // A space that is not the plain one: no-break, thin, ideographic.
  if (/^\p{Zs}$/u.test(character)) return ' ';
  return /^[A-Za-z]$/u.test(bare) ? bare : character;
}

/** "2½" must not become "21/2". */
const FRACTIONS: ReadonlyMap<string, string> = new Map([
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⅓', '1/3'],
  ['⅔', '2/3'],
]);

const PLAIN_FORMS: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’‚‛′ʼ`´', (mark) => [mark, "'"] as const),
  ...Array.from('“”„‟″«»', (mark) => [mark, '"'] as const),
  ...Array.from('‐‑‒–−', (dash) => [dash, '-'] as const),
  ['‹', "'"],
  ['›', "'"],
  ['…', '...'],
  ['→', '->'],
  ['←', '<-'],
  ['↔', '<->'],
  ['•', '-'],
  ['·', '-'],
  ['×', 'x'],
  ['²', '^2'],
  ['³', '^3'],
  ['₹', 'Rs '],
  ['₽', 'RUB '],
  ['₴', 'UAH '],
  ['₺', 'TRY '],
  ['₩', 'KRW '],
  ['₪', 'ILS '],
  ['≈', '~'],
  ['≤', '<='],
  ['≥', '>='],
  ['™', '(TM)'],
  ['®', '(R)'],
  ['©', '(C)'],
  ['¢', 'c'],
  ['₂', '2'],
  ['№', 'No.'],
  ['ª', 'a'],
  ['º', 'o'],
  ['Œ', 'OE'],
  ['œ', 'oe'],
  ['Ł', 'L'],
  ['ł', 'l'],
  ['Đ', 'D'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['Ð', 'D'],
  ['þ', 'th'],
  ['Þ', 'Th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ẞ', 'SS'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
]);
