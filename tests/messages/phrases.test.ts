import { describe, expect, test } from 'vitest';
import type { Change, Fact, Figure } from '../../lib/change.ts';
import { renderAlert, smsPrefix, smsSize } from '../../lib/render/messages/index.ts';
import { phrasesOf } from '../../lib/compare/phrases/index.ts';
import { subjectLine } from '../../lib/render/messages/subject.ts';
import { articleOf, changeOf, comparisonFrom } from './article-of.ts';
import { CASES } from './cases.ts';

const figure = (text: string, noun: string | null, qualifier: string | null = null): Figure => ({
  text,
  type: 'count',
  value: null,
  unit: null,
  noun,
  qualifier,
});
const figures = (before: Figure | null, after: Figure | null): Fact => ({ kind: 'figure', before, after });
const killed = changeOf({
  kind: 'figure',
  before: 'The strike killed at least six people.',
  after: 'The strike killed at least seven people.',
  facts: [figures(figure('six', 'killed', 'at least'), figure('seven', 'killed', 'at least'))],
});
const injured = changeOf({
  kind: 'figure',
  before: 'It injured 13.',
  after: 'It injured 15.',
  facts: [figures(figure('13', 'injured'), figure('15', 'injured'))],
  passage: 1,
});
const quote = (
  before: string | null,
  after: string | null,
  speaker: string | null = 'Irene Valdos',
  rule = 'quote-words',
) => changeOf({ kind: 'quote', before, after, facts: [{ kind: 'quote', before, after, speaker }], passage: 2, rule });
const claim = (before: string, after: string, one: string | null, other: string | null) =>
  changeOf({ kind: 'claim', before, after, facts: [{ kind: 'claim', before: one, after: other }] });

const told = (changes: readonly Change[]) => ({
  comparison: comparisonFrom(changes),
  before: articleOf([]),
  after: articleOf([]),
  language: 'en',
});
const formsOf = (change: Change) => phrasesOf(told([change])).flatMap(({ forms }) => [...forms]);

describe('a change is told in few words, the fact first', () => {
  test.each<[string, Change, string]>([
    ['a figure with its qualifier', killed, 'killed "at least" six → seven'],
    ['a figure without one', injured, 'injured 13 → 15'],
    [
      'a figure whose qualifier went',
      changeOf({
        kind: 'figure',
        before: 'a',
        after: 'b',
        facts: [figures(figure('19', 'ships', 'at least'), figure('19', 'ships'))],
      }),
      'ships at least 19 → 19',
    ],
    [
      'a figure nobody can name, by its clause',
      changeOf({
        kind: 'figure',
        before: 'Halm Line will pay $1.5m to the families.',
        after: 'Halm Line will pay $15m to the families.',
        facts: [figures(figure('$1.5m', null), figure('$15m', null))],
      }),
      'now “Halm Line will pay $15m to the families”, was $1.5m',
    ],
    [
      'a figure of a long sentence, by the words around it',
      changeOf({
        kind: 'figure',
        before:
          'The survey found that fewer than 40% of the islanders who had been asked in the spring were in favour of it.',
        after:
          'The survey found that fewer than 60% of the islanders who had been asked in the spring were in favour of it.',
        facts: [figures(figure('40%', null, 'fewer than'), figure('60%', null, 'fewer than'))],
      }),
      'now “fewer than 60% of the islanders”, was fewer than 40%',
    ],
    [
      'a weekday, by what stands before it',
      changeOf({
        kind: 'figure',
        before:
          'The minister resigned on Monday after the report into the grounding of the ferry had been read in parliament.',
        after:
          'The minister resigned on Friday after the report into the grounding of the ferry had been read in parliament.',
        facts: [figures({ ...figure('Monday', null), type: 'date' }, { ...figure('Friday', null), type: 'date' })],
      }),
      'now “The minister resigned on Friday”, was Monday',
    ],
    [
      'a weekday that came',
      changeOf({
        kind: 'figure',
        before: 'The minister resigned.',
        after: 'The minister resigned on Friday.',
        facts: [figures(null, { ...figure('Friday', null), type: 'date' })],
      }),
      'Friday put in: “The minister resigned on Friday”',
    ],
    [
      'a German date, whose stop ends no clause',
      changeOf({
        kind: 'figure',
        before: 'Das Urteil fällt am 6. Juli.',
        after: 'Das Urteil fällt am 9. Juli.',
        facts: [figures({ ...figure('6. Juli', null), type: 'date' }, { ...figure('9. Juli', null), type: 'date' })],
      }),
      'now “Das Urteil fällt am 9. Juli”, was 6. Juli',
    ],
    [
      'a figure of a script without spaces, by its clause',
      changeOf({
        kind: 'figure',
        before: '気象庁によると、震源の深さは約30キロ、津波の心配はない。',
        after: '気象庁によると、震源の深さは約50キロ、津波の心配はない。',
        facts: [figures(figure('約30キロ', null), figure('約50キロ', null))],
      }),
      'now “震源の深さは約50キロ”, was 約30キロ',
    ],
    [
      'a figure that was put in',
      changeOf({ kind: 'figure', before: 'a', after: 'b', facts: [figures(null, figure('14', 'fishermen'))] }),
      '14 fishermen put in',
    ],
    [
      'a quotation, its whole clause',
      quote('“It was a real mess. We waited.”', '“It was a bit of a mess. We waited.”'),
      'quote altered (Irene Valdos): “It was a real mess” → “It was a bit of a mess”',
    ],
    ['a quotation that was dropped', quote('“It was a mess”', null), 'quote dropped (Irene Valdos): “It was a mess”'],
    ['a quotation of nobody', quote('“a mess”', '“a disaster”', null), 'quote altered: “a mess” → “a disaster”'],
    [
      'quotation marks taken off',
      quote('“betrayal”', null, null, 'quote-marks'),
      'quotation marks taken off “betrayal”',
    ],
    [
      'a negation, by what is now said',
      claim('She was aware of the report.', 'She was not aware of the report.', null, 'not'),
      'now “She was not aware of the report”, was “She was aware of the report”',
    ],
    [
      'words put in, with the rest of a quotation they stand in',
      claim('He called it “a matter for the board”.', 'He never called it “a matter for the board”.', null, 'never'),
      'now “He never called it ‘a matter for the board’”, was “He called it ‘a matter for the board’”',
    ],
    [
      'a name',
      changeOf({
        kind: 'name',
        before: 'a',
        after: 'b',
        facts: [{ kind: 'name', before: 'Anna Kowalska', after: 'Peter Hallam' }],
      }),
      'Anna Kowalska → Peter Hallam',
    ],
    [
      'a verb of saying',
      changeOf({
        kind: 'attribution',
        before: 'a',
        after: 'b',
        facts: [{ kind: 'attribution', before: 'said', after: 'claimed' }],
      }),
      'attribution “said” → “claimed”',
    ],
    [
      'a correction, by what was wrong',
      changeOf({
        kind: 'correction',
        part: 'notice',
        before: null,
        after: 'Correction: An earlier version of this article misstated the number of points. It is 19.',
      }),
      'correction added: “An earlier version of this article misstated the number of points. It is 19.”',
    ],
    [
      'a headline with what it was',
      changeOf({ kind: 'headline', part: 'headline', before: 'Six dead', after: 'Seven dead' }),
      'headline now “Seven dead”, was “Six dead”',
    ],
  ])('%s', (_, change, expected) => {
    expect(formsOf(change)[0]).toBe(expected);
  });

  test('shorter where there is no room', () => {
    expect(
      formsOf(
        quote(
          '“All told, after many hours on deck in the cold, this could just be a real mess. Yes.”',
          '“All told, after many hours on deck in the cold, this could just be a bit of a mess. Yes.”',
        ),
      ),
    ).toEqual([
      'quote altered (Irene Valdos): “this could just be a real mess” → “this could just be a bit of a mess”',
      'quote altered (Irene Valdos): “a real mess” → “a bit of a mess”',
      'quote altered: “a real mess” → “a bit of a mess”',
      'Valdos quote altered',
    ]);
  });

  test('and never inside a name', () => {
    const line = quote(
      '“They bought the old depot of the Northern Line in 2008 and sold it.”',
      '“They bought the old depot of the Northern Line in 2009 and sold it.”',
    );
    expect(formsOf(line).join(' ')).not.toMatch(/(?<!Northern )Line/u);
  });

  test('and never at the stop of a “Mr.”', () => {
    const notice = changeOf({
      kind: 'correction',
      part: 'notice',
      before: null,
      after:
        'Correction: An earlier version of this article said that Mr. Hask had been convicted. He has been charged.',
    });
    expect(formsOf(notice)[1]).toBe('correction added: earlier version “said that Mr. Hask had been convicted”');
    expect(formsOf(claim('Mr. Hask, 58, will pay.', 'Mr. Hask, 58, may pay.', 'will', 'may'))[0]).toContain('may pay');
    expect(formsOf(quote('“We saw Mr. Hask leave.”', '“We saw Mr. Hask run.”'))[0]).toContain('“We saw Mr. Hask run”');
  });

  test('but never so that a “not” before the altered words is lost', () => {
    const forms = formsOf(
      quote('“This was not by any means a real mess”', '“This was not by any means a complete mess”'),
    );
    expect(forms.filter((form) => form.includes('mess')).every((form) => form.includes('not'))).toBe(true);
  });
});

describe('a subject holds as many whole phrases as fit', () => {
  test('figures are strung together, the rest is set apart', () => {
    expect(
      subjectLine(
        'Example News',
        phrasesOf(
          told([
            killed,
            injured,
            quote(
              '“a real mess of things that nobody on the boat could have known”',
              '“a great mess of things that nobody on the boat could have known”',
            ),
          ]),
        ),
      ),
    ).toBe('Example News: killed "at least" six → seven, injured 13 → 15; Valdos quote altered');
  });

  test('what does not fit is counted', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      changeOf({
        kind: 'figure',
        before: 'a',
        after: 'b',
        passage: index,
        facts: [
          figures(figure(`${index}0 000`, 'residential buildings'), figure(`${index}5 000`, 'residential buildings')),
        ],
      }),
    );
    const subject = subjectLine('Example News', phrasesOf(told(many)));
    expect(subject).toBe(
      'Example News: residential buildings 00 000 → 05 000, residential buildings 10 000 → 15 000 + 7 more',
    );
    expect(subject.length).toBeLessThan(100);
  });

  test('a clause is not cut at the comma of a date', () => {
    const [first] = phrasesOf(
      told([
        claim(
          'Operators must send the list by October 16, 2026, to the office.',
          'Operators should send the list by October 16, 2026, to the office.',
          'must',
          'should',
        ),
      ]),
    );
    expect(first?.forms[1]).toBe('now “Operators should send the list by October 16, 2026”');
  });

  test('a name that changed throughout is told once, in full', () => {
    const name = (before: string, after: string, kind: 'name' | 'attribution' = 'name') =>
      changeOf({
        kind,
        rule: kind === 'name' ? 'name-replaced' : 'attribution-speaker',
        before,
        after,
        facts: [{ kind, before, after }],
      });
    const changes = [
      name('Dale', 'Dahl', 'attribution'),
      name('Jonas Dale', 'Jonas Dahl'),
      name('Mr Dale', 'Mr Dahl'),
      name('Ann Lee', 'Ann Ray'),
    ];
    expect(phrasesOf(told(changes)).map(({ forms }) => forms[0])).toEqual([
      'Jonas Dale → Jonas Dahl',
      'Ann Lee → Ann Ray',
    ]);
  });

  test('a figure that changed in several places is told once, and others of another noun beside it', () => {
    const turnout = (noun: string | null, passage: number) =>
      changeOf({
        kind: 'figure',
        before: 'Turnout was 61.3%.',
        after: 'Turnout was 63.1%.',
        passage,
        facts: [figures({ ...figure('61.3%', ''), noun }, { ...figure('63.1%', ''), noun })],
      });
    const said = (...nouns: (string | null)[]) =>
      subjectLine('Example News', phrasesOf(told(nouns.map((noun, passage) => turnout(noun, passage)))));
    expect(said('turnout', 'turnout', null)).toBe('Example News: turnout 61.3% → 63.1%');
    expect(said('turnout', 'postal votes')).toBe('Example News: turnout 61.3% → 63.1%, postal votes 61.3% → 63.1%');
  });

  test('a fact too long for any subject is named, not cut, and another told before it', () => {
    const long = changeOf({
      kind: 'figure',
      before: 'a',
      after: 'b',
      facts: [figures(figure('1 000 000', 'x'.repeat(120)), figure('2 000 000', 'x'.repeat(120)))],
    });
    expect(subjectLine('Example News', phrasesOf(told([long])))).toBe('Example News: figure changed');
    expect(subjectLine('Example News', phrasesOf(told([long, killed])))).toBe(
      'Example News: killed "at least" six → seven + 1 more',
    );
  });
});

describe('a text', () => {
  const alert = CASES[0]?.alertFor('sms');
  if (alert?.kind !== 'text') throw new Error('the first case is one of text');
  const textOf = (changes: readonly Change[], smsSegments = 1, change: Partial<typeof alert> = {}) =>
    `${smsPrefix('StopPress')}${renderAlert({ ...alert, comparison: comparisonFrom(changes), ...change }, { senderName: 'StopPress', smsSegments }).body}`;

  test('of two figures fits one segment and names both', () => {
    expect(textOf([killed, injured])).toBe(
      'STOPPRESS> Example News: killed "at least" six -> seven, injured 13 -> 15. No correction notice. Ferry runs aground off Halm... https://sp.example/r/a7Kq2',
    );
  });

  test('of a quotation says what it was and is', () => {
    expect(textOf([quote('“It was a real mess.”', '“It was a bit of a mess.”')])).toBe(
      'STOPPRESS> Example News: QUOTE altered (Irene Valdos): "It was a real mess" -> "It was a bit of a mess". No correction notice. https://sp.example/r/a7Kq2',
    );
  });

  test('keeps the remark where it costs only words, and gives it up for a fact', () => {
    const mess = quote('“It was a real mess of a day.”', '“It was a small mess of a day.”');
    expect(textOf([mess])).toContain('"a real mess" -> "a small mess". No correction notice.');
    const name = changeOf({
      kind: 'name',
      before: 'a',
      after: 'b',
      passage: 5,
      facts: [{ kind: 'name', before: 'Anna Kowalska of Lundmouth', after: 'Peter Hallam of Lundmouth' }],
    });
    expect(textOf([killed, injured, name])).not.toContain('No correction notice');
  });

  test('keeps the qualifier of a figure before the remark', () => {
    const publicationName = 'The Example News of Lundmouth';
    const text = textOf([killed, injured], 1, { publicationName, diffUrl: `https://sp.example/${'r'.repeat(45)}` });
    expect(text).toContain('killed "at least" six -> seven');
    expect(text).not.toContain('No correction notice');
  });

  test('says more where more segments are allowed', () => {
    const text = textOf([killed, injured], 2);
    expect(text).toContain('Ferry runs aground off Halm island in heavy swell');
    expect(smsSize(text).segments).toBeLessThanOrEqual(2);
  });

  test('in Cyrillic keeps the fact and the link in one segment', () => {
    const change = changeOf({
      kind: 'figure',
      before: 'a',
      after: 'b',
      facts: [figures(figure('шестеро', 'загинули'), figure('7', 'загинули'))],
    });
    const text = textOf([change]);
    expect(smsSize(text)).toMatchObject({ encoding: 'UCS-2', segments: 1 });
    expect(text).toContain('загинули шестеро → 7');
    expect(text.endsWith('https://sp.example/r/a7Kq2')).toBe(true);
  });

  test('leaves a link out that would leave no room for the fact', () => {
    const url = `https://news.example/${'long-slug-'.repeat(14)}`;
    expect(textOf([killed, injured], 1, { url, diffUrl: null })).not.toContain('https');
  });
});
