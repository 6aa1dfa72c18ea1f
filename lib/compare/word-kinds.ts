/** Which words carry what a sentence says. */
import { OPENERS, type SentenceFacts } from './facts/index.ts';

type Lexeme = SentenceFacts['lexemes'][number];

/** Numbers and words that are not mere grammar. Short words are grammar in Latin letters and in hiragana. */
export function isContentWord({ kind, text, lower }: Lexeme): boolean {
  if (kind === 'number') return true;
  if (kind !== 'word' || FUNCTION_WORDS.has(lower) || CONTRACTION.test(lower)) return false;
  return !(lower.length <= 3 && (lower === text || OPENERS.has(lower)) && LETTERS_OF_GRAMMAR.test(lower));
}

const LETTERS_OF_GRAMMAR = /^(?:\p{Script=Latin}+|\p{Script=Hiragana}+)$/u;

/** "isn't", "he's", "they'll": grammar like the words it is made of. */
const CONTRACTION = /^(?:cannot|\p{L}+n't|(?:i|you|he|she|it|we|they|that|there|who|what)'(?:s|m|d|re|ve|ll))$/u;

/** The longer ones that a length of three does not catch. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'the its and that this these those with from into onto upon over under than then them they their theirs there here were been ' +
    'being have having does done which while when where what whom whose also both each such some very just more most much many ' +
    'only other about after before between during through until since because would could should will shall must might ' +
    'eine einen einer eines einem dass nicht sich auch noch nach beim über unter durch oder aber wenn wird werden wurde wurden ' +
    'sind haben hatte hatten dans avec pour mais sont était étaient cette leur leurs elle elles nous vous être avoir ' +
    'para pero como este esta estos estas está están fueron tiene había'
  ).split(' '),
);
