/** Claims: negation, certainty, hedges, quantifiers, the law's words; and names. */
import type { SentencePair } from './sentence-pair.ts';

export const CLAIMS: readonly SentencePair[] = [
  ['many and numerous', 'Many officials accept the plan.', 'Numerous officials accept the plan.', 'minor wording'],
  ['often and frequently', 'Crews often work at night.', 'Crews frequently work at night.', 'minor wording'],
  ['nur and lediglich', 'Er war nur ein Gast.', 'Er war lediglich ein Gast.', 'minor wording', 'de'],
  [
    'wird and könnte in the passive',
    'Die Linie wird im Winter eingestellt.',
    'Die Linie könnte im Winter eingestellt werden.',
    'notable claim',
    'de',
  ],
  [
    'alle and einige at the start',
    'Alle Besatzungen wurden bezahlt.',
    'Einige Besatzungen wurden bezahlt.',
    'notable claim',
    'de',
  ],
  ['not put in', 'The minister was aware of the report.', 'The minister was not aware of the report.', 'major claim'],
  [
    'not taken out',
    'The minister was not aware of the report.',
    'The minister was aware of the report.',
    'major claim',
  ],
  [
    'a contraction',
    'The board was ready to pay for the damage.',
    'The board wasn’t ready to pay for the damage.',
    'major claim',
  ],
  [
    'never put in',
    'The ship had been inspected before the voyage.',
    'The ship had never been inspected before the voyage.',
    'major claim',
  ],
  [
    'no put in',
    'There was evidence of sabotage on board.',
    'There was no evidence of sabotage on board.',
    'major claim',
  ],
  [
    'without for with',
    'The crew sailed with a licence that winter.',
    'The crew sailed without a licence that winter.',
    'major claim',
  ],
  [
    'allowed to forbidden',
    'Swimming in the old harbour is allowed in summer.',
    'Swimming in the old harbour is forbidden in summer.',
    'major claim',
  ],
  [
    'not only a contraction',
    'The board did not reply to our questions.',
    'The board didn’t reply to our questions.',
    'minor wording',
  ],
  [
    'nicht put in',
    'Der Minister war über den Bericht informiert.',
    'Der Minister war über den Bericht nicht informiert.',
    'major claim',
    'de',
  ],
  [
    'ne … pas put in',
    'Le ministre était au courant du rapport.',
    'Le ministre n’était pas au courant du rapport.',
    'major claim',
    'fr',
  ],
  [
    'no put in, Spanish',
    'El ministro conocía el informe del puerto.',
    'El ministro no conocía el informe del puerto.',
    'major claim',
    'es',
  ],
  [
    'keinen for einen',
    'Es gab einen Hinweis auf Sabotage an Bord.',
    'Es gab keinen Hinweis auf Sabotage an Bord.',
    'major claim',
    'de',
  ],
  // Contraries
  [
    'rose to fell',
    'Harbour traffic rose in the second quarter.',
    'Harbour traffic fell in the second quarter.',
    'notable claim',
  ],
  [
    'approved to rejected',
    'The council approved the plan on the pier.',
    'The council rejected the plan on the pier.',
    'notable claim',
  ],
  [
    'before to after',
    'The ferry left before the storm that night.',
    'The ferry left after the storm that night.',
    'notable claim',
  ],
  [
    'innocent to guilty',
    'The captain was found innocent by the court.',
    'The captain was found guilty by the court.',
    'major claim',
  ],
  [
    'stieg to sank',
    'Der Umsatz stieg im zweiten Quartal leicht.',
    'Der Umsatz sank im zweiten Quartal leicht.',
    'notable claim',
    'de',
  ],
  // Certainty
  [
    'allegedly dropped',
    'The driver allegedly ignored two red lights.',
    'The driver ignored two red lights.',
    'major claim',
  ],
  [
    'alleged dropped',
    'The alleged attacker lived nearby with his family.',
    'The attacker lived nearby with his family.',
    'major claim',
  ],
  [
    'confirmed to suspected',
    'It is the third confirmed case on the island.',
    'It is the third suspected case on the island.',
    'major claim',
  ],
  [
    'suspected dropped',
    'Police arrested a suspected arsonist on the pier.',
    'Police arrested an arsonist on the pier.',
    'major claim',
  ],
  [
    'mutmaßlich dropped',
    'Der mutmaßliche Täter wohnte in der Nähe.',
    'Der Täter wohnte in der Nähe.',
    'major claim',
    'de',
  ],
  // The law
  [
    'charged to convicted',
    'The former treasurer was charged with fraud.',
    'The former treasurer was convicted of fraud.',
    'major claim',
  ],
  ['arrested to charged', 'Two men were arrested over the fire.', 'Two men were charged over the fire.', 'major claim'],
  [
    'convicted to acquitted',
    'The captain was convicted by the court in May.',
    'The captain was acquitted by the court in May.',
    'major claim',
  ],
  // Hedges
  [
    'will to may',
    'The ferry line will close its winter service.',
    'The ferry line may close its winter service.',
    'notable claim',
  ],
  [
    'could to will',
    'The storm could reach the coast by dawn.',
    'The storm will reach the coast by dawn.',
    'notable claim',
  ],
  [
    'reportedly put in',
    'The owner sold the ship in March.',
    'The owner reportedly sold the ship in March.',
    'notable claim',
  ],
  [
    'likely put in',
    'The bridge will stay closed until spring.',
    'The bridge will likely stay closed until spring.',
    'notable claim',
  ],
  [
    'vermutlich put in',
    'Das Feuer wurde gelegt, heißt es im Bericht.',
    'Das Feuer wurde vermutlich gelegt, heißt es im Bericht.',
    'notable claim',
    'de',
  ],
  // Quantifiers
  [
    'all to some',
    'All residents have been offered new homes.',
    'Some residents have been offered new homes.',
    'notable claim',
  ],
  [
    'most to many',
    'Most shops stayed closed after the storm.',
    'Many shops stayed closed after the storm.',
    'notable claim',
  ],
  // Look-alikes
  [
    '“may” the month',
    'The pier opens in May after the winter.',
    'The pier opens in June after the winter.',
    'notable figure',
  ],
  ['“no” in a number', 'She lives at No. 5 Harbour Street.', 'She lives at No. 5 Harbour Road.', 'major name'],
];

export const NAMES: readonly SentencePair[] = [
  [
    'a German noun is none',
    'Das Boot lag an der Brücke im alten Hafen.',
    'Das Schiff lag an der Brücke im alten Hafen.',
    'minor wording',
    'de',
  ],
  [
    'nor the first word of a sentence',
    'Fishermen found the wreck at dawn.',
    'Sailors found the wreck at dawn.',
    'minor wording',
  ],
  ['a person', 'The inquiry will be led by Anna Kowalska.', 'The inquiry will be led by Peter Hallam.', 'major name'],
  ['a surname', 'Residents met Anna Kowalska at the pier.', 'Residents met Anna Lindqvist at the pier.', 'major name'],
  [
    'a place',
    'The ferry sank off Northport on its way south.',
    'The ferry sank off Eastmouth on its way south.',
    'major name',
  ],
  [
    'a company',
    'The pier was built by Harlow Marine in the sixties.',
    'The pier was built by Benning Works in the sixties.',
    'major name',
  ],
  [
    'a name inside a longer sentence',
    'Talks between Kyiv and Moscow resumed in the evening.',
    'Talks between Kyiv and Minsk resumed in the evening.',
    'major name',
  ],
  [
    'respelled',
    'The award went to Jessica Dussalt for her work.',
    'The award went to Jessica Dussault for her work.',
    'notable name',
  ],
  [
    'an accent',
    'The poet Jose Alvarez read from his work.',
    'The poet José Álvarez read from his work.',
    'minor wording',
  ],
  [
    'a name put in',
    'The inquiry will be led by a former judge next month.',
    'The inquiry will be led by a former judge, Anna Kowalska, next month.',
    'notable name',
  ],
  [
    'a German name among capitals',
    'Die Untersuchung leitet Anna Kowalska im Frühjahr.',
    'Die Untersuchung leitet Anna Lindqvist im Frühjahr.',
    'major name',
    'de',
  ],
  [
    'a French name',
    'L’enquête sera menée par Anna Kowalska.',
    'L’enquête sera menée par Claire Fontaine.',
    'major name',
    'fr',
  ],
  // Look-alikes
  [
    'a title before a name',
    'President Anna Kowalska opened the pier.',
    'Premier Anna Kowalska opened the pier.',
    'minor wording',
  ],
];
