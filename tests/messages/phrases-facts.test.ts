/** Facts in few words, in all their lengths: the fullest first, the last where nothing else fits. */
import { describe, expect, test } from 'vitest';
import type { Change, Fact, Figure, FigureType } from '../../lib/change.ts';
import { phrasesOf } from '../../lib/compare/phrases/index.ts';
import { articleOf, changeOf, comparisonFrom } from './article-of.ts';

const formsOf = (...changes: readonly Change[]) =>
  phrasesOf({
    comparison: comparisonFrom(changes),
    before: articleOf(['x']),
    after: articleOf(['x']),
    language: 'en',
  }).map(({ forms }) => [...forms]);

type Sides<Side> = readonly [before: Side | null, after: Side | null];

const figure = (
  text: string,
  noun: string | null = null,
  qualifier: string | null = null,
  type: FigureType = 'count',
): Figure => ({ text, type, value: null, unit: null, noun, qualifier });

describe('a figure', () => {
  const held = 'The boat held them in all.';
  const heldSome = 'The boat held about 14 of them in all.';
  test.each<[string, Sides<Figure>, Sides<string>, readonly string[]]>([
    ['that came', [null, figure('14', 'fishermen')], ['a', 'b'], ['14 fishermen put in']],
    ['that went', [figure('14', 'fishermen'), null], ['a', 'b'], ['14 fishermen taken out']],
    [
      'that went and counts nothing nameable',
      [figure('14', null, 'About'), null],
      [heldSome, held],
      ['about 14 taken out: “The boat held about 14 of them in all”', 'about 14 taken out'],
    ],
    [
      'that came and counts nothing nameable',
      [null, figure('14')],
      [held, heldSome],
      ['14 put in: “The boat held about 14 of them in all”', '14 put in'],
    ],
    [
      'that came with its sentence',
      [null, figure('14')],
      [null, heldSome],
      ['14 put in: “The boat held about 14 of them in all”', '14 put in'],
    ],
    [
      'that went with its sentence',
      [figure('14'), null],
      [heldSome, null],
      ['14 taken out: “The boat held about 14 of them in all”', '14 taken out'],
    ],
    ['at the start of a sentence', [figure('Six', 'dead'), figure('Seven', 'dead')], ['a', 'b'], ['dead six → seven']],
    [
      'that is a date, with its capital',
      [figure('May 6', 'trial', null, 'date'), figure('June 6', 'trial', null, 'date')],
      ['a', 'b'],
      ['trial May 6 → June 6'],
    ],
    [
      'that was qualified',
      [figure('six', 'dead'), figure('six', 'dead', 'At least')],
      ['a', 'b'],
      ['dead six → at least six'],
    ],
    ['with a noun on one side', [figure('six', 'dead'), figure('seven')], ['a', 'b'], ['dead six → seven']],
    [
      'with its qualifier and without a noun',
      [figure('six', null, 'About'), figure('seven', null, 'about')],
      ['There were about six of them on the boat.', 'There were about seven of them on the boat.'],
      ['now “There were about seven of them on the boat”, was about six', '"about" six → seven', 'six → seven'],
    ],
    [
      'that stands in its sentence twice',
      [figure('6'), figure('7')],
      ['There were 6 of them on the boat and 6 ashore.', 'There were 7 of them on the boat and 7 ashore.'],
      ['now “There were 7 of them on the boat and 7 ashore”, was 6', '6 → 7'],
    ],
    ['with nothing around it', [figure('6'), figure('7')], ['6', '7'], ['6 → 7']],
    ['with too little around it', [figure('600'), figure('700')], ['In 600 b.', 'In 700 b.'], ['600 → 700']],
    [
      'in a sentence that was altered elsewhere too, by what it counts',
      [figure('6'), figure('7')],
      [
        'The small boat held 6 of the sailors from Halm on Monday.',
        'The big boat held 7 of the sailors from Halm on Friday.',
      ],
      [
        'now “The big boat held 7 of the sailors from Halm on Friday”, was 6',
        'now “The big boat held 7 of the sailors”, was 6',
        '6 → 7',
      ],
    ],
    [
      'that is a time, by what stands before it',
      [figure('6pm', null, null, 'time'), figure('7pm', null, null, 'time')],
      [
        'The minister resigned after a long day at 6pm with the report into the grounding of the ferry read out in parliament.',
        'The minister resigned after a long day at 7pm with the report into the grounding of the ferry read out in parliament.',
      ],
      [
        'now “a long day at 7pm”, was 6pm',
        'now “a long day at 7pm with the report into the grounding”, was 6pm',
        'now “day at 7pm”, was 6pm',
        'now “day at 7pm with the report”, was 6pm',
        '6pm → 7pm',
      ],
    ],
  ])('%s', (_, sides, [before, after], expected) => {
    const fact: Fact = { kind: 'figure', before: sides[0], after: sides[1] };
    expect(formsOf(changeOf({ kind: 'figure', before, after, facts: [fact] }))).toEqual([expected]);
  });
});

describe('who says so', () => {
  test.each<[string, string | null, string | null, string | null, string, readonly string[]]>([
    [
      'a verb of somebody named',
      'said',
      'claimed',
      'Tomas Reyk',
      'attribution',
      ['Tomas Reyk “said” → “claimed”', 'Reyk “said” → “claimed”', 'attribution changed'],
    ],
    [
      'a verb of somebody not named',
      'said',
      'claimed',
      'police',
      'attribution',
      ['attribution “said” → “claimed”', 'attribution changed'],
    ],
    [
      'another speaker',
      'Tomas Reyk',
      'Erik Dahlin',
      null,
      'attribution-speaker',
      ['said by Tomas Reyk → Erik Dahlin', 'speaker changed'],
    ],
    ['one that came', null, 'police said', null, 'attribution', ['attribution added: “police said”']],
    ['one that went', 'police said', null, null, 'attribution', ['attribution removed: “police said”']],
    ['a speaker that came', null, 'police', null, 'attribution-speaker', ['attribution added: “police”']],
  ])('%s', (_, before, after, speaker, rule, expected) => {
    const facts: readonly Fact[] = [{ kind: 'attribution', before, after, speaker }];
    expect(formsOf(changeOf({ kind: 'attribution', rule, before: 'x', after: 'y', facts }))).toEqual([expected]);
  });
});

describe('a quotation', () => {
  const quote = (
    [before, after]: Sides<string>,
    speaker: string | null,
    { rule = 'quote-words', facts = [], text = [before, after] }: QuoteParts = {},
  ) =>
    formsOf(
      changeOf({
        kind: 'quote',
        rule,
        before: text[0],
        after: text[1],
        facts: [{ kind: 'quote', before, after, speaker }, ...facts],
      }),
    )[0];
  type QuoteParts = { readonly rule?: string; readonly facts?: readonly Fact[]; readonly text?: Sides<string> };

  test.each<[Sides<string>, string | null, readonly string[]]>([
    [[null, '“A mess”'], 'Irene Valdos', ['quote added (Irene Valdos): “A mess”', 'Valdos quote added']],
    [[null, '“A mess”'], null, ['quote added: “A mess”', 'quote added']],
    [[null, '“A mess”'], 'the police', ['quote added (the police): “A mess”', 'quote added']],
    [['"A mess"', null], 'Irene Valdos', ['quote dropped (Irene Valdos): “A mess”', 'Valdos quote dropped']],
  ])('%j of %s', (sides, speaker, expected) => {
    expect(quote(sides, speaker)).toEqual(expected);
  });

  test('of which a fact was altered', () => {
    const facts: readonly Fact[] = [{ kind: 'figure', before: figure('six', 'ships'), after: figure('nine', 'ships') }];
    expect(quote(['“We lost six ships”', '“We lost nine ships”'], 'Irene Valdos', { facts })).toEqual([
      'quote altered (Irene Valdos): “We lost six ships” → “We lost nine ships”',
      'quote altered (Irene Valdos): “lost six ships” → “lost nine ships”',
      'quote altered: “lost six ships” → “lost nine ships”',
      'Valdos quote: ships six → nine',
      'Valdos quote altered',
    ]);
  });

  test.each<[string, Sides<string>, Sides<string>, string | null, readonly string[]]>([
    [
      'marks put on',
      [null, '“betrayal”'],
      ['a betrayal of', 'a “betrayal” of'],
      'Irene Valdos',
      ['quotation marks put on “betrayal” (Irene Valdos)', 'quotation marks put on (Irene Valdos)'],
    ],
    [
      'marks taken off',
      ['“betrayal”', null],
      ['a “betrayal” of', 'a betrayal of'],
      null,
      ['quotation marks taken off “betrayal”', 'quotation marks taken off'],
    ],
    [
      'other marks',
      ['“betrayal”', '"betrayal"'],
      ['a “betrayal” of', 'a "betrayal" of'],
      null,
      ['quotation marks changed “betrayal”', 'quotation marks changed'],
    ],
    [
      'marks of many words',
      [`“${'x'.repeat(70)}”`, null],
      [`“${'x'.repeat(70)}”`, null],
      null,
      [`quotation marks taken off “${'x'.repeat(70)}”`, 'quotation marks taken off'],
    ],
    [
      'marks of too many',
      [`“${'x'.repeat(71)}”`, null],
      [`“${'x'.repeat(71)}”`, null],
      'Irene Valdos',
      ['quotation marks taken off (Irene Valdos)'],
    ],
  ])('%s', (_, sides, text, speaker, expected) => {
    expect(quote(sides, speaker, { rule: 'quote-marks', text })).toEqual(expected);
  });
});

describe('a claim', () => {
  test.each<[Sides<string>, Sides<string>, readonly string[]]>([
    [
      ['She will resign.', 'She may resign.'],
      ['will', 'may'],
      [
        'now “She may resign”, was “She will resign”',
        'now “She may resign”',
        '“She will resign” → “She may resign”',
        '“will” → “may”',
      ],
    ],
    [
      ['He allegedly took it.', 'He took it.'],
      ['allegedly', null],
      [
        'now “He took it”, was “He allegedly took it”',
        '“He allegedly took it” → “He took it”',
        '“He allegedly took” → “He took”',
        '“allegedly” taken out',
      ],
    ],
    [
      ['He took it.', 'He allegedly took it.'],
      [null, 'allegedly'],
      [
        'now “He allegedly took it”, was “He took it”',
        'now “He allegedly took it”',
        '“He took it” → “He allegedly took it”',
        '“He took” → “He allegedly took”',
        '“allegedly” put in',
      ],
    ],
    [[null, 'He allegedly took it.'], [null, 'allegedly'], ['“allegedly” put in']],
    [['He allegedly took it.', null], ['allegedly', null], ['“allegedly” taken out']],
    [[null, 'x'], [null, null], ['claim changed']],
    [
      [
        'The minister of the northern islands will resign in the spring with all of the members of her cabinet and staff.',
        'The minister of the northern islands may resign in the spring with all of the members of her cabinet and staff.',
      ],
      ['will', 'may'],
      [
        'now “The minister of the northern islands may resign in the spring”, was “The minister of the northern islands will resign in the spring”',
        'now “The minister of the northern islands may resign in the spring”',
        '“northern islands will resign in the spring” → “northern islands may resign in the spring”',
        '“islands will resign” → “islands may resign”',
        '“will” → “may”',
      ],
    ],
  ])('%j', ([before, after], [gone, came], expected) => {
    const facts: readonly Fact[] = [{ kind: 'claim', before: gone, after: came }];
    expect(formsOf(changeOf({ kind: 'claim', before, after, facts }))).toEqual([expected]);
  });
});

describe('names', () => {
  const name = (before: string | null, after: string | null, passage = 0, kind: 'name' | 'figure' = 'name') =>
    changeOf({
      kind,
      before: 'Rovers beat Town on Friday.',
      after: 'Town beat Rovers on Friday.',
      passage,
      facts: [{ kind: 'name', before, after }],
    });
  const swapped = [
    'now “Town beat Rovers on Friday”, was “Rovers beat Town on Friday”',
    'now “Town beat Rovers on Friday”',
    '“Rovers beat Town on Friday” → “Town beat Rovers on Friday”',
    '“Rovers beat Town on” → “Town beat Rovers on”',
    'name changed',
  ];
  test.each<[string, readonly Change[], readonly (readonly string[])[]]>([
    ['one that came', [name(null, 'Ann Lee')], [['name added: “Ann Lee”']]],
    ['one that went', [name('Ann Lee', null)], [['name removed: “Ann Lee”']]],
    [
      'that changed places are told once',
      [name('Rovers', null), name('Town', null), name(null, 'Town'), name(null, 'Rovers')],
      [swapped],
    ],
    [
      'that changed places beside another kind',
      [name('Rovers', null, 0, 'figure'), name('Rovers', null), name(null, 'Rovers')],
      [['figure changed'], swapped],
    ],
    [
      'of two sentences have not',
      [name('Rovers', null), name(null, 'Rovers', 1)],
      [['name removed: “Rovers”'], ['name added: “Rovers”']],
    ],
    [
      'one gone and another come have not',
      [name('Rovers', null), name(null, 'Town')],
      [['name removed: “Rovers”'], ['name added: “Town”']],
    ],
    [
      'where one was replaced have not',
      [name('Rovers', null), name(null, 'Rovers'), name('Ann Lee', 'Jo Ray')],
      [['name removed: “Rovers”'], ['name added: “Rovers”'], ['Ann Lee → Jo Ray']],
    ],
  ])('%s', (_, changes, expected) => {
    expect(formsOf(...changes)).toEqual(expected);
  });
});
