import { isSameAttribution, type FoundAttribution } from './attributions.ts';
import type { FactChange } from './changed-facts.ts';
import { isCapitalised, lexemesIn, type Lexeme } from './lexemes.ts';
import { isMisspelling } from './misspellings.ts';
import { pairInPlace } from './pairing.ts';
import type { FoundQuote } from './quotes.ts';
import { firstEndingAfter, imageOf, unite, type Edit, type Range } from './ranges.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/**
 * How a quotation changed: its words; only marks inside it, or how a number is written; a misspelling inside it, a “[sic]” or a contraction
 * written out; its quotation marks put on or taken off the same words; or it is new, or gone.
 */
export type QuoteNature =
  'words' | 'marks-only' | 'misspelling' | 'marks-added' | 'marks-removed' | 'added' | 'removed';

/** The quotations altered, each once however many of its words were. */
export function changedQuotes(before: SentenceFacts, after: SentenceFacts, edits: readonly Edit[]): FactChange[] {
  if (before.quotes.length !== after.quotes.length && saysAlike(quotedIn(before), quotedIn(after))) return [];
  const pairs = pairInPlace(before.quotes, after.quotes, edits, (one, other) => sharedWords(one, before, other, after));
  const changes: FactChange[] = [];
  for (const [one, other] of pairs.both) {
    const nature = natureOf(one, before, other, after);
    if (nature === 'words' && isMarkedElsewhere(one, before, other, after, edits)) {
      const isLonger = other.words[1] - other.words[0] > one.words[1] - one.words[0];
      changes.push(changeOf(before, one, after, other, isLonger ? 'marks-added' : 'marks-removed'));
    } else if (nature !== null) changes.push(changeOf(before, one, after, other, nature));
  }
  for (const quote of pairs.removed) {
    const there = placeOf(quote, before, after, imageOf(quote.range, edits, 'before'));
    const change = changeOf(before, quote, after, there.words, there.words ? 'marks-removed' : 'removed');
    changes.push(there.whole ? { ...change, before: there.whole.own, after: there.whole.opposite } : change);
  }
  for (const quote of pairs.added) {
    const there = placeOf(quote, after, before, imageOf(quote.range, edits, 'after'));
    const change = changeOf(before, there.words, after, quote, there.words ? 'marks-added' : 'added');
    changes.push(there.whole ? { ...change, before: there.whole.opposite, after: there.whole.own } : change);
  }
  return changes;
}

/** “A and B,” he said. → “A,” he said, “and B.”: all that is quoted, whoever stands in between. */
const quotedIn = (facts: SentenceFacts): readonly string[] =>
  facts.quotes.flatMap(({ words }) => wordsIn(facts, words));

/** “no choice but to close” → “no choice” but to close: what the one quotes stands in the other’s sentence, inside its marks or out. */
const isMarkedElsewhere = (
  one: FoundQuote,
  before: SentenceFacts,
  other: FoundQuote,
  after: SentenceFacts,
  edits: readonly Edit[],
): boolean =>
  saysAlike(wordsIn(before, one.words), wordsIn(after, imageOf(one.words, edits, 'before'))) &&
  saysAlike(wordsIn(after, other.words), wordsIn(before, imageOf(other.words, edits, 'after')));

/**
 * What became of a quotation that is one on its own side alone: the same words without marks, or much the same told in other
 * words, and then the `whole` with whoever said it, since that travels with it: “We will not pay,” said Lee. → Lee said the
 * club would not pay.
 */
function placeOf(
  quote: FoundQuote,
  own: SentenceFacts,
  opposite: SentenceFacts,
  image: Range,
): { readonly words: Range | null; readonly whole: { readonly own: Range; readonly opposite: Range } | null } {
  const quoted = wordsIn(own, quote.words);
  const there = wordsIn(opposite, image);
  if (quoted.length > 0 && saysAlike(quoted, there)) return { words: image, whole: null };
  if (!isParaphrase(quoted, there)) return { words: null, whole: null };
  const whole = { own: quote.range, opposite: image };
  for (const one of own.attributions)
    for (const other of opposite.attributions)
      if (isSameAttribution(one, other)) {
        whole.own = unite(whole.own, withSpeaker(one));
        whole.opposite = unite(whole.opposite, withSpeaker(other));
      }
  return { words: image, whole };
}

/** "We will", "they would": most of the words stay, if more than a phrase. */
const isParaphrase = (quoted: readonly string[], there: readonly string[]): boolean => {
  const shared = new Set(quoted).intersection(new Set(there)).size;
  return shared >= LEAST_SHARED && shared * 2 >= new Set(quoted).size;
};
const LEAST_SHARED = 3;

const withSpeaker = ({ range, speaker }: FoundAttribution): Range =>
  speaker === null ? range : unite(range, speaker.range);

/** Words and numbers, without marks; a figure by its value, so that "six" and "6" say alike. */
function wordsIn(facts: SentenceFacts, range: Range): readonly string[] {
  const words: string[] = [];
  let figureEnd = 0;
  for (const { kind, lower, start } of lexemesIn(facts.lexemes, range)) {
    if (start < figureEnd) continue;
    const figure = firstEndingAfter(facts.figures, start);
    if (figure && !figure.weak && figure.range[0] === start && figure.range[1] <= range[1]) {
      words.push(`${figure.key} ${figure.figure.unit ?? ''}`);
      figureEnd = figure.range[1];
    } else if (kind === 'word' || kind === 'number' || kind === 'symbol') words.push(lower);
  }
  return words;
}

const saysAlike = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, index) => word === other[index]);

function sharedWords(one: FoundQuote, before: SentenceFacts, other: FoundQuote, after: SentenceFacts): number {
  return new Set(wordsIn(before, one.words)).intersection(new Set(wordsIn(after, other.words))).size;
}

function natureOf(one: FoundQuote, before: SentenceFacts, other: FoundQuote, after: SentenceFacts): QuoteNature | null {
  const first = wordsIn(before, one.words);
  const second = wordsIn(after, other.words);
  if (saysAlike(first, second)) return markedIn(before, one) === markedIn(after, other) ? null : 'marks-only';
  const isSameSpeech =
    saysAlike(first.flatMap(spokenAs), second.flatMap(spokenAs)) ||
    saysAlike(first.map(withoutApostrophe), second.map(withoutApostrophe));
  return isSameSpeech || isOnlyMisspelt(before, one, after, other) ? 'misspelling' : 'words';
}

const markedIn = (facts: SentenceFacts, quote: FoundQuote): string =>
  lexemesIn(facts.lexemes, quote.words)
    .map(({ lower }) => lower)
    .join(' ');

/** "don't" as "do not"; an editor's "[sic]" was not said. */
const spokenAs = (word: string): readonly string[] => {
  if (word === 'sic') return [];
  if (word === "won't") return ['will', 'not'];
  if (word === 'cannot' || word === "can't") return ['can', 'not'];
  return word
    .replace(/n't$/u, ' not')
    .replace(/'(?:ll|re|ve|m)$/u, (end) => WRITTEN_OUT[end] ?? end)
    .replace(/^(he|she|it|that|there|what|who|here|where)'s$/u, '$1 is')
    .split(' ');
};
const withoutApostrophe = (word: string): string => word.replace("'", '');
const WRITTEN_OUT: Readonly<Record<string, string>> = { "'ll": ' will', "'re": ' are', "'ve": ' have', "'m": ' am' };

/** One or two words in lower case misspelt on one side, and nothing else: another name is other words. */
function isOnlyMisspelt(before: SentenceFacts, one: FoundQuote, after: SentenceFacts, other: FoundQuote): boolean {
  const [first, second] = [spelledIn(before, one), spelledIn(after, other)];
  if (first.length !== second.length) return false;
  const differing = first.flatMap((word, index) => {
    const match = second[index];
    return !match || word.lower === match.lower ? [] : [[word, match] as const];
  });
  return (
    differing.length <= 2 &&
    differing.every(
      ([one, other]) => !isCapitalised(one) && !isCapitalised(other) && isMisspelling(one.lower, other.lower),
    )
  );
}

const spelledIn = (facts: SentenceFacts, quote: FoundQuote): readonly Lexeme[] =>
  lexemesIn(facts.lexemes, quote.words).filter(({ kind, lower }) => kind !== 'mark' && lower !== 'sic');

function changeOf(
  before: SentenceFacts,
  one: FoundQuote | Range | null,
  after: SentenceFacts,
  other: FoundQuote | Range | null,
  nature: QuoteNature,
): FactChange {
  const [first, second] = [rangeOf(one), rangeOf(other)];
  const speaker = speakerOf(other) ?? speakerOf(one);
  return {
    kind: 'quote',
    nature,
    before: first,
    after: second,
    fact: {
      kind: 'quote',
      before: first && wordsOf(before, one),
      after: second && wordsOf(after, other),
      speaker,
    },
  };
}

const isQuote = (place: FoundQuote | Range | null): place is FoundQuote => place !== null && 'words' in place;
const rangeOf = (place: FoundQuote | Range | null): Range | null => (isQuote(place) ? place.range : place);
const speakerOf = (place: FoundQuote | Range | null): string | null => (isQuote(place) ? place.speaker : null);
const wordsOf = (facts: SentenceFacts, place: FoundQuote | Range | null): string | null => {
  const range = isQuote(place) ? place.words : place;
  return range === null ? null : facts.text.slice(...range).trim();
};
