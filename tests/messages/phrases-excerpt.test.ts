/** The stretch of a sentence that differs. Of `{old|new}` each side has its own; what is expected is written the same way. */
import { describe, expect, test } from 'vitest';
import { alteredAlone, alteredClause, alteredNearby, leavesOpen } from '../../lib/compare/phrases/excerpt.ts';

const sides = (text: string): readonly [string, string] => [
  text.replace(/\{(.*?)\|.*?\}/gu, '$1'),
  text.replace(/\{.*?\|(.*?)\}/gu, '$1'),
];
const excerptOf = (text: string) => {
  const [before, after] = sides(text);
  return { before, after };
};

describe('the clause', () => {
  test.each([
    [
      'In May, the ship sailed from Halm with {six|nine} aboard, the owners said on Friday.',
      'the ship sailed from Halm with {six|nine} aboard',
    ],
    ['In {2021|2022}, the ship sailed from Halm.', 'In {2021|2022}, the ship sailed from Halm'],
    ['The ship sailed from the port of Halm, in {2021|2022}.', 'The ship sailed from the port of Halm, in {2021|2022}'],
    ['In May, on {6|7} June, in the rain, it sailed at last.', 'on {6|7} June, in the rain'],
    ['Then, in the {rain|snow} there, it sailed at last.', 'in the {rain|snow} there'],
    ['The ship sailed, it is said, in May {2021|2022}, from Halm', 'in May {2021|2022}, from Halm'],
    [
      'The ship sailed with {six,|nine} and the owners were glad of it.',
      'The ship sailed with {six,|nine} and the owners were glad of it',
    ],
    ['The ship sailed with {six;|nine:} the owners were glad of it.', 'The ship sailed with {six|nine}'],
    ['A ship came – with {six|nine} of them – by boat.', 'with {six|nine} of them'],
    ['They came - {six|nine} of them - by boat.', 'They came - {six|nine} of them - by boat'],
    ['It {must|may} be sent by October 16, 2026, to the office.', 'It {must|may} be sent by October 16, 2026'],
    ['It {must|may} be sent by October 16, and to the office.', 'It {must|may} be sent by October 16'],
    ['It {must|may} be sent by vote 1,216, 2026 or later, he said.', 'It {must|may} be sent by vote 1,216'],
    [
      'He said on {Friday|Monday} that Mr. Hask was late for it. It rained.',
      'He said on {Friday|Monday} that Mr. Hask was late for it',
    ],
    [
      'The U.S. ship sailed for the port at {six|nine}. It was late.',
      'The U.S. ship sailed for the port at {six|nine}',
    ],
    ['震源の深さは約{30|50}キロ、津波の心配はない。', '震源の深さは約{30|50}キロ'],
    ['{same|same}', '{same|same}'],
    ['a {b|b c}', 'a {b|b c}'],
    ['a b{ a b|}', 'a b{ a b|}'],
  ])('%s', (text, expected) => {
    expect(alteredClause(...sides(text))).toEqual(excerptOf(expected));
  });
});

describe('a quotation is closed', () => {
  const said = 'We lost {six|nine} of them, and we are sad';
  test.each([
    [`She said: “${said},” and left.`, said],
    [`She said: "${said}," and left.`, said],
    [`Sie sagte: „${said}“ und ging.`, said],
    [`Elle a dit: «${said}» puis elle partit.`, said],
    ['She said, “We are sad, we lost {six|nine} of them,” and left at once.', 'We are sad, we lost {six|nine} of them'],
    ['He said, “We are sad, “we” lost {six|nine} of them', '“we” lost {six|nine} of them'],
    ['“We lost {six|nine} of them', 'We lost {six|nine} of them'],
    ['It was a {real|great} “mess” of things', 'It was a {real|great} “mess” of things'],
    ['“It was a {real|great} mess”.', 'It was a {real|great} mess'],
    ['““It was a {real|great} mess””.', 'It was a {real|great} mess'],
    // What is longer than anybody reads is not taken in for the sake of a mark.
    [`He lost {six|nine} of the men, “${'w, '.repeat(40)}end” and left.`, 'He lost {six|nine} of the men'],
  ])('%s', (text, expected) => {
    expect(alteredClause(...sides(text))).toEqual(excerptOf(expected));
  });

  test.each([
    ['a "b" c', false],
    ['a "b c', true],
    ['“a”', false],
    ['“a', true],
    ['„a“', false],
    ['„a', true],
    ['«a»', false],
    ['«a', true],
    ['a»', true],
    ['"“a', true],
    ['no marks', false],
  ])('or left open: %s', (text, expected) => {
    expect(leavesOpen(text)).toBe(expected);
  });
});

describe('the words nearby', () => {
  const ships = 'They had seen all of the {six|nine} old ships of the line of the north in the bay.';
  const crew = 'In the whole of the autumn the crew saw {six|nine} great ships';
  const line =
    'In the year before they had bought the old Great Northern Central Line {depot|station} at last for it all.';
  test.each<[number, number, string, string]>([
    [2, 2, ships, 'of the {six|nine} old ships'],
    [1, 1, ships, 'the {six|nine} old'],
    [2, 0, ships, 'of the {six|nine}'],
    // No stretch ends in "of the", however many short words follow each other.
    [4, 4, ships, 'They had seen all of the {six|nine} old ships of the line of the north'],
    [2, 2, 'The whole crew of it saw {six|nine} of 1,200 boats in the great bay.', 'it saw {six|nine} of 1,200 boats'],
    // So few words are not worth leaving out.
    [
      2,
      2,
      'In the bay they saw {six|nine} great old ships go by',
      'In the bay they saw {six|nine} great old ships go by',
    ],
    [2, 2, 'Once in the bay they saw {six|nine} great old ships of war go by', 'they saw {six|nine} great old ships'],
    [
      2,
      2,
      'And then in the bay they saw {six|nine} great old grey proud ships go by',
      'they saw {six|nine} great old grey proud',
    ],
    // Nothing that turns the meaning is lost.
    [
      2,
      2,
      'They had not in those long days of the autumn seen {six|nine} ships',
      'not in those long days of the autumn seen {six|nine} ships',
    ],
    [
      1,
      1,
      'They had not in those long days of the autumn seen {six|nine} ships',
      'not in those long days of the autumn seen {six|nine} ships',
    ],
    [2, 2, `${crew} not afraid of the storm that came over them.`, 'crew saw {six|nine} great ships not afraid'],
    [1, 1, `${crew} not afraid of the storm that came over them.`, 'saw {six|nine} great ships not afraid'],
    [
      1,
      1,
      `${crew} that were lost there and never found again by them.`,
      'saw {six|nine} great ships that were lost there and never found',
    ],
    // None begins inside a name, but where every letter counts.
    [2, 2, line, 'Great Northern Central Line {depot|station} at last for it all'],
    [1, 1, line, 'Line {depot|station} at'],
    [
      2,
      2,
      'In the year before it came, said Ann: Lee {was|is} not at last in the old town again.',
      'Lee {was|is} not at last in the old town again',
    ],
    [
      2,
      2,
      'The crew said on the day “we saw about {six|nine} of those boats that day” in the great bay.',
      'saw about {six|nine} of those',
    ],
  ])('%i and %i: %s', (reach, reachAfter, text, expected) => {
    expect(alteredNearby(...sides(text), reach, reachAfter)).toEqual(excerptOf(expected));
  });
});

test.each([
  ['The ferry {|to the isle }was late.', 'to the isle'],
  ['The {|old }ferry was late.', null],
  ['The {|old slow }ferry was late.', null],
  ['The {|big old slow }ferry was late.', 'big old slow'],
  ['The {old|big slow grey} ferry was late.', null],
  ['The ferry was late.', null],
])('words by themselves: %s', (text, expected) => {
  const [before, after] = sides(text);
  expect(alteredAlone(before, after)).toEqual(expected === null ? null : { before: '', after: expected });
  expect(alteredAlone(after, before)).toEqual(expected === null ? null : { before: expected, after: '' });
});
