import { describe, expect, test } from 'vitest';
import { analyseSentence, splitSentences, type OpenQuote } from '../../../lib/compare/facts/index.ts';

/** Each row: a language, a sentence, and its figures as "qualifier text (type value unit) noun". */
const FIGURES: readonly (readonly [language: string, sentence: string, figures: readonly string[]])[] = [
  [
    'en',
    'Strikes killed at least six people and damaged 50 residential buildings.',
    ['at least six (count 6) killed', '50 (count 50) residential buildings'],
  ],
  [
    'en',
    'It cost $1.5 million, up 5 per cent from €20k.',
    ['$1.5 million (money 1500000 USD)', '5 per cent (percent 5 %)', '€20k (money 20000 EUR)'],
  ],
  [
    'en',
    'Ann Lee, 34, ran five miles at 14:05 on Monday, 26 November 2025.',
    [
      '34 (age 34 year)',
      'five miles (measure 5 mile)',
      '14:05 (time)',
      'Monday (date weekday)',
      '26 November 2025 (date)',
    ],
  ],
  ['en', 'The Senate voted 52-48 after City won 3-2.', ['52-48 (score)', '3-2 (score)']],
  ['en', 'Between 10 and 15 workers left in 2019.', ['10 and 15 (range) workers', '2019 (date 2019)']],
  ['en', '3. The coach watched Channel 13 at 7 Eleven.', []],
  [
    'de',
    'Rund 1.234,5 Mio. Euro flossen am 3. Oktober um 14.30 Uhr.',
    ['Rund 1.234,5 Mio. Euro (money 1234500000 EUR)', '3. Oktober (date)', '14.30 Uhr (time)'],
  ],
  [
    'de',
    'Zweihundertfünf Menschen starben, die 34-Jährige überlebte.',
    ['Zweihundertfünf (count 205) starben', '34-Jährige (age 34 year)'],
  ],
  [
    'fr',
    'Au moins quatre-vingt-dix-neuf blessés, 20 000 personnes et 1,5 million d’euros.',
    [
      'Au moins quatre-vingt-dix-neuf (count 99) blessés',
      '20 000 (count 20000) personnes',
      '1,5 million d’euros (money 1500000 EUR)',
    ],
  ],
  [
    'es',
    'Al menos treinta y un muertos el 3 de marzo; 1.200 personas.',
    ['Al menos treinta y un (count 31) muertos', '3 de marzo (date)', '1.200 (count 1200) personas'],
  ],
  ['ar', 'قتل ٣٥ شخصا', ['٣٥ (count 35) قتل']],
  ['en', 'The 28-point plan was rejected.', ['28 (count 28) points in the plan']],
  ['en', 'The four-time winner stayed at a five-star hotel.', ['four (count 4)', 'five (count 5)']],
  ['en', 'Flight 370 vanished over Highway 1.', ['370 (count 370) Flight', '1 (count 1) Highway']],
  ['en', 'Two Middle East experts met in Nashville, TN on a 5G call.', ['Two (count 2) Middle East experts']],
  [
    'en',
    'The fine was RM4.5 million, not Rs500 crore.',
    ['RM4.5 million (money 4500000 MYR)', 'Rs500 crore (money 5000000000 INR)'],
  ],
  ['en', 'It rose from 10 to 15 percent.', ['10 (percent 10 %)', '15 percent (percent 15 %)']],
  [
    'de',
    'Seit 2016 an der Spitze war es von 2020 bis 2025 einfach.',
    ['2016 (date 2016)', '2020 (date 2020)', '2025 (date 2025)'],
  ],
  ['de', 'Die 316 Lienzer Schüler fehlten.', ['316 (count 316) Lienzer Schüler']],
  ['fr', 'À 12 h 30, il devait 3,4 millions d’euros.', ['12 h 30 (time)', '3,4 millions d’euros (money 3400000 EUR)']],
  ['ja', '参加者は約3万人だった。', ['3万人 (count 30000)']],
  ['de', 'Die Gruppe wurde für die Klassen fünf bis 13 abgelöst.', ['fünf bis 13 (range) Klassen']],
  ['es', 'Plácido Domingo cantó el domingo.', ['domingo (date weekday)']],
  ['zh', '二十五人死亡。', ['二十五人 (count 25) 死亡']],
];

/** Each row: a language, a sentence, and its quotations as "speaker: words". */
const QUOTES: readonly (readonly [language: string, sentence: string, quotes: readonly string[]])[] = [
  ['en', '“This could be a mess,” Townsend said.', ['Townsend: This could be a mess,']],
  ['en', '“It is,” said Ann Lee, a farmer.', ['Ann Lee: It is,']],
  ['en', "He called the workers' plan 'a mess' and didn't stop.", ['?: a mess']],
  ['en', '‘We don’t know,’ he said.', ['?: We don’t know,']],
  ['en', '"He said \'no\' twice," Lee said.', ["Lee: He said 'no' twice,"]],
  ['en', 'The theme ‘The Medium is the Message‘, a famous statement.', ['?: The Medium is the Message']],
  ['en', 'He called it “a mess“ and left.', ['?: a mess']],
  ['en', 'Rock ’n’ roll in the ’90s.', []],
  ['de', '„Das ist falsch“, sagte Weber.', ['Weber: Das ist falsch']],
  ['de', 'Er nannte es »falsch« und ging.', ['?: falsch']],
  ['fr', '« Nous partons », a dit Durand.', ['Durand: Nous partons']],
  ['fr', 'L’homme n’a pas dit d’où.', []],
  ['es', '«Sí», dijo López.', ['López: Sí']],
  ['ja', '首相は「行く」と述べた。', ['?: 行く']],
];

/** Each row: a language, a sentence, and whom it gives as its source. */
const SOURCES: readonly (readonly [language: string, sentence: string, speaker: string | null])[] = [
  ['en', 'The minister would say nothing.', 'minister'],
  ['en', '“It was fine,” said the head of the agency.', 'the head of the agency'],
  ['en', 'John Smith, an adviser to Sen. Thom Tillis, said so.', 'John Smith'],
  ['en', 'Geingob never said the word.', 'Geingob'],
  ['en', '“A restrictor would be good,” Field said.', 'Field'],
  ['en', 'There may be some weakness, said Juan Perez, a trader.', 'Juan Perez'],
  ['en', 'Amer, in Gaza, stressed the importance.', 'Amer'],
  ['de', 'Das sagte Tim Stein, Sprecher der Reederei, im Interview.', 'Tim Stein'],
  ['de', 'Er sei ein schwacher Politiker, so Nikolai Petrow, Gast der Stiftung.', 'Nikolai Petrow'],
  ['de', 'Eine Genehmigung war nötig, sagte Reynard am Dienstag.', 'Reynard'],
];

describe('what a sentence says', () => {
  test.each(SOURCES)('who says so (%s): %s', (language, sentence, speaker) =>
    expect(analyseSentence(sentence, language).attributions[0]?.speaker?.text ?? null).toBe(speaker),
  );

  test.each(FIGURES)('figures (%s): %s', (language, sentence, figures) => {
    const found = analyseSentence(sentence, language).figures.filter(({ weak }) => !weak);
    expect(
      found.map(({ figure }) => {
        const { qualifier, text, type, value, unit, noun } = figure;
        const worth = [type, value, unit].filter((part) => part !== null).join(' ');
        return [qualifier, text, `(${worth})`, noun].filter((part) => part !== null).join(' ');
      }),
    ).toEqual(figures);
  });

  test.each(QUOTES)('quotations (%s): %s', (language, sentence, quotes) => {
    const found = analyseSentence(sentence, language).quotes;
    expect(found.map(({ words, speaker }) => `${speaker ?? '?'}: ${sentence.slice(...words).trim()}`)).toEqual(quotes);
  });

  test('a quotation runs on over sentences until it is closed', () => {
    const sentences = splitSentences('“We came,” Lee said. “We saw. We left again.” Nobody asked.', 'en');
    let open: OpenQuote | null = null;
    const quoted = sentences.map((sentence) => {
      const facts = analyseSentence(sentence, 'en', open);
      open = facts.open;
      return facts.quotes.map(({ words }) => sentence.slice(...words).trim());
    });
    expect(quoted).toEqual([['We came,'], ['We saw.'], ['We left again.'], []]);
  });
});
