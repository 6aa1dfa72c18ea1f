import { expect, test } from 'vitest';
import { decodePage } from '../../lib/extract/charset.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each<[string, Uint8Array, string | undefined, string]>([
  ['UTF-8 without a word about it', utf8('<p>Käse</p>'), undefined, '<p>Käse</p>'],
  [
    'UTF-8 that calls itself latin-1',
    utf8('<meta charset="iso-8859-1"><p>Käse</p>'),
    undefined,
    '<meta charset="iso-8859-1"><p>Käse</p>',
  ],
  [
    'a byte-order mark before all else',
    bytes([0xef, 0xbb, 0xbf], [0xc3, 0xa4]),
    'text/html; charset=windows-1252',
    'ä',
  ],
  ['UTF-16 by its mark', bytes([0xff, 0xfe, 0x61, 0, 0xe4, 0]), undefined, 'aä'],
  ['the header’s charset', bytes('<p>K', [0xe4], 'se</p>'), 'text/html; charset=ISO-8859-15', '<p>Käse</p>'],
  [
    'the page’s own charset',
    bytes('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', [0xcf, 0xf0]),
    undefined,
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Пр',
  ],
  [
    'Shift_JIS by its declaration',
    bytes('<meta charset=shift_jis>', [0x93, 0xfa, 0x96, 0x7b]),
    undefined,
    '<meta charset=shift_jis>日本',
  ],
  ['nothing said and no UTF-8', bytes('K', [0xe4], 'se'), undefined, 'Käse'],
  ['an encoding there is not', bytes('K', [0xe4], 'se'), 'text/html; charset=klingon', 'Käse'],
  ['a character cut off at the end', bytes('a', [0xc3]), undefined, 'a'],
])('%s', (_, body, contentType, text) => {
  expect(decodePage(body, contentType)).toBe(text);
});
