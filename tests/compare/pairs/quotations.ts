/** Quotations and who said them. */
import type { SentencePair } from './sentence-pair.ts';

export const QUOTATIONS: readonly SentencePair[] = [
  [
    'marks taken off several sentences',
    '“The pier was sound. We looked at it in May. Nobody complained,” Hallam said.',
    'The pier was sound. We looked at it in May. Nobody complained, Hallam said.',
    'notable quote',
  ],
  [
    'the source given after the clause',
    'The pier may be in for some weakness, said Juan Perez, an engineer at the port.',
    'The pier may be in for some weakness, said Anna Kowalska, an engineer at the port.',
    'major attribution',
  ],
  [
    'the source given after the verb in German',
    'Das sagte Tim Stein, Sprecher der Reederei, im Interview.',
    'Das sagte Tobias Krenz, Sprecher der Reederei, im Interview.',
    'major attribution',
    'de',
  ],
  [
    'a word inside',
    '“This could just be a real mess,” Townsend said.',
    '“This could just be a bit of a mess,” Townsend said.',
    'major quote',
  ],
  [
    'a word inside plain marks',
    'He called it "a great day" for the town.',
    'He called it "a good day" for the town.',
    'major quote',
  ],
  [
    'a word dropped inside',
    '“We are very sorry for the delay,” she said.',
    '“We are sorry for the delay,” she said.',
    'major quote',
  ],
  [
    'a word put in',
    '“We will rebuild the pier,” Hallam said.',
    '“We will never rebuild the pier,” Hallam said.',
    'major quote +claim',
  ],
  [
    'a number inside',
    '“We lost 13 boats that night,” Hallam said.',
    '“We lost 15 boats that night,” Hallam said.',
    'major quote +figure',
  ],
  [
    'a name inside',
    '“I spoke to Kowalska on the phone,” he said.',
    '“I spoke to Lindqvist on the phone,” he said.',
    'major quote +name',
  ],
  [
    '“not” inside',
    '“I did know about it,” she told reporters.',
    '“I did not know about it,” she told reporters.',
    'major quote +claim',
  ],
  [
    'the end of a quotation cut',
    '“It was a mess and nobody helped us,” she said.',
    '“It was a mess,” she said.',
    'major quote',
  ],
  [
    'single marks',
    'She said ‘the harbour is closed’ and left.',
    'She said ‘the harbour is empty’ and left.',
    'major quote',
  ],
  [
    'the words of a short phrase',
    'Peskov described the process as “serious” on Wednesday.',
    'Peskov described the process as “constructive” on Wednesday.',
    'major quote',
  ],
  ['two sentences inside', '“It broke. We ran,” he said.', '“It broke. We hid,” he said.', 'major quote'],
  [
    'German marks',
    'Sie sagte: „Das war ein schwerer Fehler.“',
    'Sie sagte: „Das war ein kleiner Fehler.“',
    'major quote',
    'de',
  ],
  [
    'French marks',
    'Elle a parlé d’une « erreur grave » du conseil.',
    'Elle a parlé d’une « erreur légère » du conseil.',
    'major quote',
    'fr',
  ],
  [
    'Spanish marks',
    'El alcalde habló de un «error grave» del consejo.',
    'El alcalde habló de un «error leve» del consejo.',
    'major quote',
    'es',
  ],
  ['Japanese marks', '首相は「増税はしない」と述べた。', '首相は「減税はしない」と述べた。', 'major quote', 'ja'],
  // A misspelling inside, a mark inside
  [
    'a misspelling inside',
    '“We will definately rebuild the pier,” Hallam said.',
    '“We will definitely rebuild the pier,” Hallam said.',
    'minor quote',
  ],
  [
    'a comma inside',
    '“We came, and we saw it burn,” she said.',
    '“We came and we saw it burn,” she said.',
    'cosmetic typography',
  ],
  ['straight to curly', '"It was a mess," she said.', '“It was a mess,” she said.', 'cosmetic typography'],
  ['double to single', '“It was a mess,” she said.', '‘It was a mess,’ she said.', 'cosmetic typography'],
  // Marks on the same words
  [
    'scare quotes put on',
    'Critics called the scheme a betrayal of the island.',
    'Critics called the scheme a “betrayal” of the island.',
    'notable quote',
  ],
  [
    'scare quotes taken off',
    'Critics called the scheme a “betrayal” of the island.',
    'Critics called the scheme a betrayal of the island.',
    'notable quote',
  ],
  [
    'quotation to paraphrase',
    'The minister said the plan was “dead in the water” on Monday.',
    'The minister said the plan was dead in the water on Monday.',
    'notable quote',
  ],
  // Around a quotation
  [
    'a word outside',
    '“It was a mess,” she told reporters quietly.',
    '“It was a mess,” she told reporters calmly.',
    'minor wording',
  ],
  [
    'a figure outside',
    '“It was a mess,” said one of 13 survivors.',
    '“It was a mess,” said one of 15 survivors.',
    'major figure',
  ],
  [
    'an apostrophe',
    'The workers’ union met in the harbour hall.',
    "The workers' union met in the harbour hall.",
    'cosmetic typography',
  ],
  // Verbs of saying
  [
    'said to claimed',
    'The company said the valve had been inspected.',
    'The company claimed the valve had been inspected.',
    'notable attribution',
  ],
  [
    'said to admitted',
    'The mayor said the bridge was unsafe.',
    'The mayor admitted the bridge was unsafe.',
    'notable attribution',
  ],
  [
    'confirmed to claimed',
    'Police confirmed the road was closed at noon.',
    'Police claimed the road was closed at noon.',
    'notable attribution',
  ],
  [
    'insisted to said',
    '“We paid in full,” the owner insisted.',
    '“We paid in full,” the owner said.',
    'notable attribution',
  ],
  [
    'German verb',
    'Der Betreiber sagte, das Ventil sei geprüft worden.',
    'Der Betreiber behauptete, das Ventil sei geprüft worden.',
    'notable attribution',
    'de',
  ],
  [
    'Spanish verb',
    'La empresa dijo que la válvula fue revisada.',
    'La empresa aseguró que la válvula fue revisada.',
    'notable attribution',
    'es',
  ],
  // Speakers
  [
    'the speaker of a quotation',
    '“The valve was inspected,” said Maria Lindqvist.',
    '“The valve was inspected,” said Peter Hallam.',
    'major attribution',
  ],
  [
    'the speaker before the quotation',
    'Maria Lindqvist said: “The valve was inspected.”',
    'Peter Hallam said: “The valve was inspected.”',
    'major attribution',
  ],
  [
    'the speaker of a report',
    'Lindqvist said the valve had been inspected.',
    'Hallam said the valve had been inspected.',
    'major attribution',
  ],
];
