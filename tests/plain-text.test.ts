import { expect, test } from 'vitest';
import { plainLine, plainUrl, plainWords, quoted, shortened } from '../lib/plain-text.ts';

test.each([
  ['at a word', 'Ferry runs aground off Halm island', 25, 'Ferry runs aground off…'],
  ['not at all where it fits', 'Ferry runs aground', 18, 'Ferry runs aground'],
  ['without what a comma leaves', 'Ferry runs aground, again and again', 20, 'Ferry runs aground…'],
  ['before a quotation that would stay open', 'Captain “had not slept for two days”', 28, 'Captain…'],
  ['after one that is closed', 'Captain “had not slept” for two whole days', 34, 'Captain “had not slept” for two…'],
  ['before a straight quotation', 'Captain "had not slept for two days"', 28, 'Captain…'],
  ['before a number that lost what it counts', 'Halm Line to pay $1.5 million to families', 25, 'Halm Line to pay…'],
  ['inside a word longer than the room', 'Donaudampfschifffahrtsgesellschaft', 12, 'Donaudampfs…'],
])('a headline is shortened %s', (_, text, room, expected) => {
  expect(shortened(text, room)).toBe(expected);
  expect(shortened(text, room).length).toBeLessThanOrEqual(room);
});

test.each([
  ['line ends become spaces', 'a\r\nBcc: b\u2028c', 'a Bcc: b c'],
  ['overrides and invisible marks go', 'a\u202Eb\u200Bc\u2066d\uFEFF', 'abcd'],
  ['joiners of Persian words stay', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ['half a character is marked', 'a\uD800b', 'a\uFFFDb'],
])('a line of a page is plain: %s', (_, text, expected) => {
  expect(plainLine(text)).toBe(expected);
});

test('right-to-left words stand in an isolate, so that figures beside them keep their order', () => {
  expect(plainWords('أشخاص')).toBe('\u2068أشخاص\u2069');
  expect(plainWords('people')).toBe('people');
});

test.each([
  ['words get our marks', 'a mess', '“a mess”'],
  ['in place of their own', '«un désastre»', '“un désastre”'],
  ['a quotation inside gets single ones', '"We heard the rocks," said Orme.', '“‘We heard the rocks,’ said Orme.”'],
  ['German ones too', 'Er sagte: „Nein.“ Dann ging er.', '“Er sagte: ‘Nein.’ Dann ging er.”'],
])('%s', (_, text, expected) => {
  expect(quoted(text)).toBe(expected);
});

test.each([
  ['a web address is encoded', 'https://news.example/a b\n?q="x"', 'https://news.example/a%20b?q=%22x%22'],
  ['a script is none', 'javascript:alert(1)', null],
  ['nor an address with a password', 'https://user:pw@news.example/', null],
  ['nor no address', 'not an address', null],
])('%s', (_, url, expected) => {
  expect(plainUrl(url)).toBe(expected);
});
