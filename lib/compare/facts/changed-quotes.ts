import type { FactChange } from './changed-facts.ts';
import { lexemesIn } from './lexemes.ts';
import { isMisspelling } from './misspellings.ts';
import { pairInPlace } from './pairing.ts';
import type { FoundQuote } from './quotes.ts';
import { imageOf, type Edit, type Range } from './ranges.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/**
 * How a quotation changed: its words; only marks inside it; a misspelling inside it; its quotation marks put on or
 * taken off the same words; or it is new, or gone.
 */
export type QuoteNature =
  'words' | 'marks-only' | 'misspelling' | 'marks-added' | 'marks-removed' | 'added' | 'removed';

/** The quotations altered, each once however many of its words were. */
export function changedQuotes(before: SentenceFacts, after: SentenceFacts, edits: readonly Edit[]): FactChange[] {
  const pairs = pairInPlace(before.quotes, after.quotes, edits, (one, other) => sharedWords(one, before, other, after));
  const changes: FactChange[] = [];
  for (const [one, other] of pairs.both) {
    const nature = natureOf(one, before, other, after);
    if (nature !== null) changes.push(changeOf(before, one, after, other, nature));
  }
  for (const quote of pairs.removed) {
    const image = imageOf(quote.range, edits, 'before');
    const stays = saysAlike(wordsIn(before, quote.words), wordsIn(after, image));
    changes.push(changeOf(before, quote, after, stays ? image : null, stays ? 'marks-removed' : 'removed'));
  }
  for (const quote of pairs.added) {
    const image = imageOf(quote.range, edits, 'after');
    const stays = saysAlike(wordsIn(after, quote.words), wordsIn(before, image));
    changes.push(changeOf(before, stays ? image : null, after, quote, stays ? 'marks-added' : 'added'));
  }
  return changes;
}

const wordsIn = (facts: SentenceFacts, range: Range): readonly string[] =>
  lexemesIn(facts.lexemes, range)
    .filter(({ kind }) => kind === 'word' || kind === 'number' || kind === 'symbol')
    .map(({ lower }) => lower);

const saysAlike = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && one.length === other.length && one.every((word, index) => word === other[index]);

function sharedWords(one: FoundQuote, before: SentenceFacts, other: FoundQuote, after: SentenceFacts): number {
  return new Set(wordsIn(before, one.words)).intersection(new Set(wordsIn(after, other.words))).size;
}

function natureOf(one: FoundQuote, before: SentenceFacts, other: FoundQuote, after: SentenceFacts): QuoteNature | null {
  const first = wordsIn(before, one.words);
  const second = wordsIn(after, other.words);
  if (saysAlike(first, second)) {
    const marks = (facts: SentenceFacts, quote: FoundQuote): string =>
      lexemesIn(facts.lexemes, quote.words)
        .map(({ lower }) => lower)
        .join(' ');
    return marks(before, one) === marks(after, other) ? null : 'marks-only';
  }
  return isOnlyMisspelt(first, second) ? 'misspelling' : 'words';
}

/** One or two lower-case words misspelt on one side, and nothing else. */
function isOnlyMisspelt(first: readonly string[], second: readonly string[]): boolean {
  if (first.length !== second.length) return false;
  const differing = first.flatMap((word, index) =>
    word === second[index] ? [] : [[word, second[index] ?? ''] as const],
  );
  return differing.length <= 2 && differing.every(([one, other]) => isMisspelling(one, other));
}

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
