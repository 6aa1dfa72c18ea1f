import { primaryLanguage } from './languages.ts';
import { isCapitalised, lexemesIn, phraseAt, phraseTable, rangeOf, type Lexeme, type PhraseTable } from './lexemes.ts';
import type { FoundName } from './names.ts';
import type { FoundQuote } from './quotes.ts';
import { countFirst, overlaps, type Range } from './ranges.ts';
import { DETERMINERS, isQuoted, neighbours, phraseAfter, phraseBefore } from './source-phrases.ts';
import { BODIES } from './words/sources.ts';
import { SAYINGS, type Saying, type SayingStrength } from './words/sayings.ts';

/** A verb of saying, or "according to", with whom it gives as the source. */
export type FoundAttribution = {
  /** The verb or phrase. */
  readonly range: Range;
  /** One form for all of the verb’s ("says" and "said" are "said"). */
  readonly verb: string;
  readonly strength: SayingStrength;
  /** Whether it is one in any company; others are told only against another verb of saying. */
  readonly sure: boolean;
  /** The source as the sentence names it, a pronoun too; null where it does not. */
  readonly speaker: { readonly range: Range; readonly text: string } | null;
};

/** The same source with the same verb, wherever it stands. */
export const isSameAttribution = (one: FoundAttribution, other: FoundAttribution): boolean =>
  one.verb === other.verb &&
  one.speaker?.text.toLowerCase() === other.speaker?.text.toLowerCase() &&
  one.speaker !== null;

/** Who says what in a sentence, outside its quotations. */
export function findAttributions(
  lexemes: readonly Lexeme[],
  text: string,
  language: string | null,
  quotes: readonly FoundQuote[],
  names: readonly FoundName[],
): readonly FoundAttribution[] {
  const primary = primaryLanguage(language);
  const table = tables.get(primary);
  if (!table) return [];
  const found: FoundAttribution[] = [];
  for (let at = 0; at < lexemes.length;) {
    const phrase = phraseAt(lexemes, at, table) ?? (primary === 'de' ? germanSoAt(lexemes, at) : null);
    const range = rangeOf(lexemes, at, phrase?.next ?? at + 1);
    if (!phrase || isQuoted(range, quotes) || isSuffered(lexemes, at)) {
      at += 1;
      continue;
    }
    const { verb, strength, sure } = phrase.meaning;
    const company = sure || isInCompany(lexemes, at, phrase.next, quotes);
    const speaker = speakerOf(lexemes, text, at, phrase.next, phrase.meaning, quotes, names, primary);
    found.push({ range, verb, strength, sure: company, speaker });
    at = phrase.next;
  }
  return found;
}

/** "was accused", "was found guilty": what happened to someone, and nothing they said. */
const isSuffered = (lexemes: readonly Lexeme[], at: number): boolean =>
  /^(?:accused|blamed|found)$/u.test(lexemes[at]?.lower ?? '') &&
  /^(?:is|are|was|were|be|been|being)$/u.test(lexemes[at - 1]?.lower ?? '');

/** “…“, so Petrow: a source after a comma, before a name or an article, where no verb follows. */
function germanSoAt(
  lexemes: readonly Lexeme[],
  at: number,
): { readonly meaning: Saying; readonly next: number } | null {
  const isSource =
    lexemes[at]?.text === 'so' &&
    lexemes[at - 1]?.text === ',' &&
    (isCapitalised(lexemes[at + 1]) || /^(?:der|die)$/u.test(lexemes[at + 1]?.lower ?? '')) &&
    (isCapitalised(lexemes[at + 1]) || isCapitalised(lexemes[at + 2]));
  return isSource ? { meaning: { strength: 'source', verb: 'so', sure: true }, next: at + 1 } : null;
}

const tables: ReadonlyMap<string, PhraseTable<Saying>> = new Map(
  [...SAYINGS].map(([language, rows]) => [language, phraseTable(new Map(rows))]),
);

/** Beside a quotation, before "that" or a colon: there "added" says something. */
function isInCompany(lexemes: readonly Lexeme[], at: number, next: number, quotes: readonly FoundQuote[]): boolean {
  const following = lexemes[next];
  if (following && ['that', ':', 'dass', 'que', 'che', 'dat', 'że', 'что', 'що'].includes(following.lower)) return true;
  const [start, end] = rangeOf(lexemes, at, next);
  const [before, after] = neighbours(start, quotes);
  return (
    (before !== undefined && start - before.range[1] <= BESIDE) ||
    (after !== undefined && after.range[0] - end <= BESIDE)
  );
}

/** How near a quotation must stand to a verb of saying that is not sure by itself, in characters. */
const BESIDE = 40;

function speakerOf(
  lexemes: readonly Lexeme[],
  text: string,
  at: number,
  next: number,
  saying: Saying,
  quotes: readonly FoundQuote[],
  names: readonly FoundName[],
  primary: string,
): { readonly range: Range; readonly text: string } | null {
  const [start, end] = rangeOf(lexemes, at, next);
  const after = phraseAfter(lexemes, next, end, names, saying.strength === 'source', primary);
  const isSource =
    saying.strength === 'source' ||
    endsClause(lexemes, at, after, names, saying, primary) ||
    (primary === 'de' && isVerbSecond(lexemes, at));
  const before = phraseBefore(lexemes, at, start, quotes, names, primary);
  // "Lee said the two were there": what follows a verb is its subject only straight after a quotation, or as the clause’s last words.
  const range = isSource ? after : followsQuote(start, quotes) ? (before ?? after) : before;
  return range === null ? null : { range, text: text.slice(...range) };
}

/** "…, said X.", "Das sagte X, Sprecher …", "…, said the ministry.": who stands after the verb, a mark after them; in German a name after a comma always. */
function endsClause(
  lexemes: readonly Lexeme[],
  at: number,
  after: Range | null,
  names: readonly FoundName[],
  saying: Saying,
  primary: string,
): boolean {
  if (after === null) return false;
  const previous = lexemes[at - 1]?.lower ?? '';
  const from = countFirst(lexemes, ({ start }) => start < after[1]);
  const isParticle = primary === 'de' && GERMAN_PARTICLES.has(lexemes[from]?.lower ?? '');
  const next = lexemes[isParticle ? from + 1 : from];
  const isEnd = next === undefined || /^[,.;:(]$/u.test(next.text);
  if (names.some(({ range }) => overlaps(range, after)))
    return (primary === 'de' && previous === ',') || (isEnd && [',', 'das', 'dies'].includes(previous));
  // "…, stressed the importance.", "…, told the court.": an object.
  if (previous !== ',' || !isEnd || next?.text === ',' || saying.strength !== 'neutral') return false;
  return primary !== 'en' || (saying.verb === 'said' && isNoClause(lexemesIn(lexemes, after)));
}

/** "…, teilte das Ministerium mit": the half of a German verb that stands at the end. */
const GERMAN_PARTICLES: ReadonlySet<string> = new Set('an aus ein fest fort hin hinzu mit vor zu'.split(' '));

/** "said the roof fell" has a verb, as "said police", "said the driver" and "said the fire service" have not. */
const isNoClause = (source: readonly Lexeme[]): boolean =>
  source.filter(({ lower }) => !DETERMINERS.has(lower)).length === 1 || BODIES.has(source.at(-1)?.lower ?? '');

/** "Am Abend sagte X, …", "Das teilte die Polizei mit": where anything else stands before a German verb, its subject follows it. */
function isVerbSecond(lexemes: readonly Lexeme[], at: number): boolean {
  let first = at;
  while (first > 0 && lexemes[first - 1]?.kind !== 'mark') first -= 1;
  return first < at && ADVERBIAL_OPENERS.has(lexemes[first]?.lower ?? '');
}
const ADVERBIAL_OPENERS: ReadonlySet<string> = new Set(
  `am an anschließend auf aus außerdem bei beim bereits dabei danach daraufhin das dazu dies gegenüber gestern gleichzeitig heute hierzu
  im in inzwischen jedoch kürzlich mit nach noch schließlich seit später trotz unter vor während weiter zu zudem zugleich zuletzt zum
  zunächst zur zuvor`.split(/\s+/u),
);

/** “…,” said X: the verb comes straight after the quotation, and the subject after the verb. */
const followsQuote = (start: number, quotes: readonly FoundQuote[]): boolean => {
  const [before] = neighbours(start, quotes);
  return before !== undefined && start >= before.range[1] && start - before.range[1] <= 2;
};
