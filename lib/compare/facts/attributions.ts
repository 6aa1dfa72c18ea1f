import { primaryLanguage } from './languages.ts';
import { isCapitalised, lexemesIn, phraseAt, phraseTable, rangeOf, type Lexeme, type PhraseTable } from './lexemes.ts';
import type { FoundName } from './names.ts';
import type { FoundQuote } from './quotes.ts';
import { countFirst, firstEndingAfter, overlaps, type Range } from './ranges.ts';
import { openersIn } from './sentence-openers.ts';
import { COMMON_OPENINGS } from './words/common-openings.ts';
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

const isQuoted = (range: Range, quotes: readonly FoundQuote[]): boolean => {
  const quote = firstEndingAfter(quotes, range[0]);
  return quote !== undefined && overlaps(quote.words, range);
};

/** The quotation that begins before a place and the one that begins after it. */
function neighbours(point: number, quotes: readonly FoundQuote[]): readonly (FoundQuote | undefined)[] {
  const index = countFirst(quotes, ({ range }) => range[0] < point);
  return [quotes[index - 1], quotes[index]];
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

const DETERMINERS: ReadonlySet<string> = new Set(
  'a an des du the unos one this that his her their its der die das ein eine le la les un une el los las una il lo gli i uno o os as um uma de het een'.split(
    ' ',
  ),
);
const PRONOUNS: ReadonlySet<string> = new Set(
  'he she they it we i you who er sie es wir ich il elle ils elles on nous je él ella ellos ellas ele ela hij zij lui lei'.split(
    ' ',
  ),
);

function phraseAfter(
  lexemes: readonly Lexeme[],
  next: number,
  end: number,
  names: readonly FoundName[],
  isSource: boolean,
  primary: string,
): Range | null {
  const name = names[countFirst(names, ({ range }) => range[0] < end)];
  const first = lexemes[next];
  if (!first || first.kind !== 'word') return null;
  // Italian "i" is an article.
  if (PRONOUNS.has(first.lower) && first.text !== 'i') return rangeOf(lexemes, next, next + 1);
  if (name && name.range[0] === first.start) return name.range;
  if (!isSource && ![DETERMINERS, COMMON_OPENINGS].some((words) => words.has(first.lower)) && !isCapitalised(first))
    return null;
  let to = next + 1;
  // "the head of the agency" is one source.
  while (
    to < next + 7 &&
    lexemes[to]?.kind === 'word' &&
    (to < next + 4 || isOf(lexemes[to - 2])) &&
    continues(lexemes, to, primary)
  )
    to += 1;
  return name && name.range[0] <= (lexemes[to - 1]?.end ?? 0) + 1
    ? [first.start, name.range[1]]
    : rangeOf(lexemes, next, to);
}

function phraseBefore(
  lexemes: readonly Lexeme[],
  at: number,
  start: number,
  quotes: readonly FoundQuote[],
  names: readonly FoundName[],
  primary: string,
): Range | null {
  const previous = lexemes[at - 1];
  if (!previous) return null;
  let back = at - 1;
  while (back > at - 4 && isAuxiliary(lexemes[back])) back -= 1;
  const last = lexemes[back];
  if (!last) return null;
  const direct = lexemes[back - 1];
  // “…,” Field said: a capital between a quotation and its verb is who spoke, name or not.
  if (isCapitalised(last) && direct?.kind === 'mark' && neighbours(start, quotes)[0]?.range[1] === direct.end)
    return [last.start, last.end];
  if (PRONOUNS.has(last.lower)) return [last.start, last.end];
  const before = names[countFirst(names, ({ range }) => range[1] <= start) - 1];
  const near = before && !isQuoted(before.range, quotes) ? before : undefined;
  if (near && neighbours(start, quotes)[0] !== neighbours(near.range[1], quotes)[0]) {
    return bareSource(lexemes, last, primary);
  }
  if (last.text === ',')
    return beforeApposition(lexemes, back, names) ?? (near && start - near.range[1] <= APPOSITION ? near.range : null);
  if (near && near.range[1] >= last.start) return near.range;
  return bareSource(lexemes, last, primary);
}

/** What may stand between a subject and its verb: "has", "would", "later", "repeatedly". */
const isAuxiliary = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'word' &&
  !isCapitalised(lexeme) &&
  (AUXILIARIES.has(lexeme.lower) || (/.{3}ly$/u.test(lexeme.lower) && !NOUNS_IN_LY.has(lexeme.lower)));
const NOUNS_IN_LY: ReadonlySet<string> = new Set([
  'anomaly',
  'assembly',
  'bully',
  'family',
  'rally',
  'reply',
  'supply',
]);
const AUXILIARIES: ReadonlySet<string> = new Set(
  `again also always can could did did even ever first had has have having initially just later may might must never not now
  often once only previously publicly recently should since still then too twice will would
  auch dann hat habe haben hatte hatten immer nie nun nur später wird würde
  a ait ont avait aussi ensuite ha han había también`.split(/\s+/u),
);

/** "Jim Townsend, a fellow at the Center, said": the name before the comma that opens the apposition. */
function beforeApposition(lexemes: readonly Lexeme[], closing: number, names: readonly FoundName[]): Range | null {
  for (let index = closing - 1; index > 0; index -= 1) {
    const lexeme = lexemes[index];
    if (lexeme?.kind === 'mark' && lexeme.text !== ',' && !/^[-.’']$/u.test(lexeme.text)) return null;
    if (lexeme?.text !== ',') continue;
    const end = lexemes[index - 1]?.end;
    return names.find(({ range }) => range[1] === end)?.range ?? null;
  }
  return null;
}

/**
 * "police said", "the fire service said", "Local media said": a noun in lower case that is a source, by a table, by its article, or as
 * all that its clause has before the verb; with the words that tell it from others of its kind.
 */
function bareSource(lexemes: readonly Lexeme[], last: Lexeme, primary: string): Range | null {
  const at = countFirst(lexemes, ({ start }) => start < last.start);
  let first = compoundFrom(lexemes, at);
  if (first === at && !isNounLike(last, primary)) return null;
  for (let words = 0; words < MODIFIERS && isNounLike(lexemes[first - 1], primary); words += 1)
    first = compoundFrom(lexemes, first - 1);
  const opener = lexemes[first - 1];
  const isWhole = opener === undefined || opener.kind === 'mark';
  const isNamed = DETERMINERS.has(opener?.lower ?? '') || (isWhole && first < at && primary === 'en');
  return isNamed || COMMON_OPENINGS.has(last.lower) ? [lexemes[first]?.start ?? last.start, last.end] : null;
}

/** "the Russian state news agency": as many words may stand between an article and its noun. */
const MODIFIERS = 3;

/** Where "passer-by" and "35-year-old" begin. */
function compoundFrom(lexemes: readonly Lexeme[], at: number): number {
  let first = at;
  while (lexemes[first - 1]?.text === '-' && !lexemes[first - 1]?.spaced && !lexemes[first]?.spaced) first -= 2;
  return first;
}

const isNounLike = (lexeme: Lexeme | undefined, primary: string): boolean =>
  lexeme?.kind === 'word' &&
  ![STOPS, DETERMINERS, PRONOUNS, openersIn(primary)].some((words) => words.has(lexeme.lower)) &&
  !isAuxiliary(lexeme);

/** How far back over "…, a senior fellow at the institute, said" the name may stand, in characters. */
const APPOSITION = 200;

const isOf = (lexeme: Lexeme | undefined): boolean => OF.has(lexeme?.lower ?? '');
const OF: ReadonlySet<string> = new Set('of der des von du de della del'.split(' '));

const continues = (lexemes: readonly Lexeme[], at: number, primary: string): boolean => {
  const lower = lexemes[at]?.lower ?? '';
  // "nach Angaben der Polizei gegen 21 Uhr": a German source ends with its noun, if none belongs to it.
  const isBeyond =
    (primary === 'de' && isCapitalised(lexemes[at - 1]) && !isCapitalised(lexemes[at])) ||
    WITHOUT_ARTICLES.has(primary);
  // "according to police the bridge is safe": another noun begins.
  if (DETERMINERS.has(lower) && !isOf(lexemes[at]) && !isOf(lexemes[at - 1])) return false;
  return (!STOPS.has(lower) && !isBeyond) || (isOf(lexemes[at]) && lexemes[at + 1]?.kind === 'word');
};

/** Where nothing tells how far a source goes, its first word is what it is. */
const WITHOUT_ARTICLES: ReadonlySet<string> = new Set(['pl', 'ru', 'uk']);

const STOPS: ReadonlySet<string> = new Set(
  `and or but that which in on at to of for from by with as is was were be been not it this there when while
  und oder aber dass in auf an zu von mit für als war ist wird et ou mais que dans à pour par avec est qui y o pero en por con`.split(
    /\s+/u,
  ),
);
