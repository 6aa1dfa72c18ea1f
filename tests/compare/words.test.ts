/** Which words are shown as gone and come: whole words, where a reader would set the marks, whichever way round. */
import { describe, expect, it } from 'vitest';
import { wordEdits, type Edit } from '../../lib/compare/words.ts';

const drawn = (before: string, after: string): string => {
  let [text, at] = ['', 0];
  for (const edit of wordEdits(before, after, 'en')) {
    const [gone, come] = [before.slice(...edit.before), after.slice(...edit.after)];
    text += before.slice(at, edit.before[0]) + (gone && `[-${gone}-]`) + (come && `{+${come}+}`);
    [, at] = edit.before;
  }
  return text + before.slice(at);
};

const mirrored = (edits: readonly Edit[]): Edit[] =>
  edits.map(({ before, after }) => ({ before: after, after: before }));

describe('a run put in stands where it reads best', () => {
  it.each([
    ['in the middle', 'He was aware of it.', 'He was not aware of it.', 'He was {+not +}aware of it.'],
    ['at the end', 'The ferry sank.', 'The ferry sank today.', 'The ferry sank{+ today+}.'],
    ['at the beginning', 'Police were warned.', 'Three police were warned.', '{+Three +}Police were warned.'],
    [
      'after the mark and up to it, of several places',
      'They sell bread, rolls, rye bread.',
      'They sell bread, rolls, white bread, rolls, rye bread.',
      'They sell bread, rolls, {+white bread, rolls, +}rye bread.',
    ],
    [
      'with its commas',
      'He met the mayor, who was late, and the keeper.',
      'He met the mayor, who was late, and the pilot, who was late, and the keeper.',
      'He met the mayor, who was late, {+and the pilot, who was late, +}and the keeper.',
    ],
    ['a word said twice', 'It was very cold.', 'It was very very cold.', 'It was very {+very +}cold.'],
    [
      'no further back than its own length',
      'a b c d e f g h i. a.',
      'a b c d e f g h i. a b c d e f g h i. a.',
      'a b c d e f g h i. {+a b c d e f g h i. +}a.',
    ],
    [
      'as a whole sentence',
      'In the town a fire broke out. In the village a barn fell.',
      'In the town a fire broke out. In the town a shop burned. In the village a barn fell.',
      'In the town a fire broke out. {+In the town a shop burned. +}In the village a barn fell.',
    ],
    [
      'as a sentence that begins like the next',
      'The mayor spoke. The crowd left.',
      'The mayor spoke. The crowd sang. The crowd left.',
      'The mayor spoke. {+The crowd sang. +}The crowd left.',
    ],
    [
      'as a clause that begins like the next',
      'At noon the mayor spoke, the crowd left.',
      'At noon the mayor spoke, at noon the crowd sang, the crowd left.',
      'At noon the mayor spoke, {+at noon the crowd sang, +}the crowd left.',
    ],
    [
      'a member of a list',
      'A small boat, a boat.',
      'A small boat, a big boat, a boat.',
      'A small boat, {+a big boat, +}a boat.',
    ],
    [
      'across a stop',
      'A fire broke out. Nobody was hurt.',
      'A fire broke out on Monday. It was out by noon. Nobody was hurt.',
      'A fire broke out{+ on Monday. It was out by noon+}. Nobody was hurt.',
    ],
    [
      'with the brackets around it',
      'The ferry sank.',
      'The ferry (an old one) sank.',
      'The ferry{+ (an old one)+} sank.',
    ],
    [
      'with the commas around it',
      'The ferry sank.',
      'The ferry, an old one, sank.',
      'The ferry{+, an old one,+} sank.',
    ],
    [
      'with the comma before it',
      'The ferry sank off the cape.',
      'The ferry, unlit sank off the cape.',
      'The ferry{+, unlit+} sank off the cape.',
    ],
    [
      'after a comma that stays',
      'The ferry, sank.',
      'The ferry, an old one, sank.',
      'The ferry, {+an old one, +}sank.',
    ],
    ['where nothing stood', '', 'Three police were warned.', '{+Three police were warned.+}'],
    [
      'brackets in one place, words in another',
      'The ferry (old) sank.',
      'The ferry sank and old burned.',
      'The ferry[- (old)-] sank{+ and old burned+}.',
    ],
    ['at the end, without a stop', 'The ferry sank', 'The ferry sank today', 'The ferry sank{+ today+}'],
    [
      'quotation marks of another house',
      'He said ‘no’ to it all.',
      'He said “no” to it.',
      'He said ‘no’ to it[- all-].',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(drawn(before, after)).toBe(expected);
    expect(wordEdits(after, before, 'en')).toEqual(mirrored(wordEdits(before, after, 'en')));
  });
});

describe('texts with very many edits', () => {
  const words = (letter: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${letter}${at}`);
  const cut = (before: readonly string[], after: readonly string[]): string[] =>
    wordEdits(before.join(' '), after.join(' '), 'en').map((edit) =>
      [before.join(' ').slice(...edit.before), after.join(' ').slice(...edit.after)]
        .map((text) => text.trim().replace(/ .* /u, ' … '))
        .join(' > '),
    );
  it('are held apart by words that stand once on each side, in order', () => {
    const before = [
      'the',
      ...words('a', 160),
      'harbour',
      ...words('b', 9),
      'the',
      'pier',
      'storm',
      ...words('c', 8),
      'x',
    ];
    const after = ['a', 'storm', ...words('d', 160), 'harbour', 'the', 'the', ...words('e', 8), 'pier', 'y'];
    expect(cut(before, after)).toEqual(['the … a159 > a … d159', 'b0 … b8 > ', ' > the … e7', 'storm … x > y']);
    expect(cut(after, before)).toEqual(['a … d159 > the … a159', ' > b0 … b8', 'the … e7 > ', 'y > storm … x']);
  });
  it('and are one edit where no word does', () => {
    expect(cut(words('a', 200), words('b', 200))).toEqual(['a0 … a199 > b0 … b199']);
  });
});
