/**
 * The changes inside one matched pair of sentences: facts first, in the order quote, figure, attribution, name, claim; what no
 * fact explains is a rewriting or a matter of wording. Every altered word belongs to exactly one of them.
 */
import type { ChangeKind, Fact, Span } from '../change.ts';
import { isMisspelling, type SentenceFacts } from './facts/index.ts';
import type { Finding } from './fact-rules.ts';
import { policyRow, type RuleId } from './policy.ts';
import { readPair, type Open, type Reading } from './reading.ts';
import { ownedSpans, type OwnedEdit, type Piece } from './spans.ts';
import { isContentWord } from './word-kinds.ts';
import { isEmpty, isTypographyOnly, overlapping, type Edit, type Range } from './words.ts';

/** A change of one passage, before it is given its place in the article. */
export type Draft = {
  readonly rule: RuleId;
  readonly also: readonly ChangeKind[];
  readonly facts: readonly Fact[];
  readonly spans: readonly Span[];
};

const PRECEDENCE = ['quote', 'figure', 'attribution', 'name', 'claim'] as const;

/** Owner of what no fact explains. */
const REST = -1;

/** The changes of a pair of texts that differ; a single `typography` where marks, spaces and capitals alone do. */
export function passageChanges(before: string, after: string, reading: Reading, open: Open): Draft[] {
  const typography: Draft = { rule: 'typography', also: [], facts: [], spans: ownedSpans(before, after, [], REST) };
  if (isTypographyOnly(before, after)) return [typography];
  const read = readPair(before, after, reading, open);
  const { edits } = read;
  if (edits.length === 0) return [typography];

  const facts = read.changed.toSorted((a, b) => PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind));
  const content = { before: contentWords(read.before, read.after), after: contentWords(read.after, read.before) };
  const hasSameQuotes =
    read.before.quotes.length === read.after.quotes.length && facts.every(({ kind }) => kind !== 'quote');
  const passage: Passage = { before, after, facts, hasSameQuotes, content };
  const owned = settleRest(withoutClauses(ownEdits(edits, facts), passage), passage);
  const isRewritten = isRewriting(owned, passage);
  const told = isRewritten ? strongOnly(owned, facts) : owned;
  return ownersOf(told).map((owner) => draftOf(told, owner, passage, isRewritten));
}

type Sided<T> = { readonly before: T; readonly after: T };

type Passage = Sided<string> & {
  readonly facts: readonly Finding[];
  /** Whether nothing is quoted on one side alone. */
  readonly hasSameQuotes: boolean;
  /** Where the words stand that are not mere grammar. */
  readonly content: Sided<readonly Range[]>;
};

const SIDES = ['before', 'after'] as const;

/** But for what the other side says in other words: "convicted" says what "found guilty" does, and "says" what "said" does. */
function contentWords(own: SentenceFacts, other: SentenceFacts): Range[] {
  const wordsOf = ({ text, claims, attributions }: SentenceFacts) =>
    [...claims, ...attributions.map(({ verb, range }) => ({ key: `verb ${verb}`, range }))].map(({ key, range }) => ({
      key,
      range,
      text: text.slice(...range),
    }));
  const there = wordsOf(other);
  const reworded = wordsOf(own).filter(
    ({ key, text }) => there.some((one) => one.key === key) && there.every((one) => one.text !== text),
  );
  return own.lexemes
    .filter((lexeme) => isContentWord(lexeme))
    .map(({ start, end }): Range => [start, end])
    .filter((word) => !reworded.some(({ range }) => overlap(range, word) > 0));
}

/** Where two facts overlap, the first in precedence owns the words and the other goes along in `also`. */
function ownEdits(edits: readonly Edit[], facts: readonly Finding[]): OwnedEdit[] {
  const pieces = (range: Range, side: 'before' | 'after'): Piece[] => {
    if (isEmpty(range)) return [];
    const cuts = new Set(range);
    for (const fact of facts) for (const at of fact[side] ?? []) if (at > range[0] && at < range[1]) cuts.add(at);
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(0, -1).map((from, index) => {
      const to = places[index + 1] ?? range[1];
      return { from, to, owner: facts.findIndex((fact) => overlap(fact[side], [from, to]) > 0) };
    });
  };
  return edits.map((edit) => ({
    ...edit,
    pieces: { before: pieces(edit.before, 'before'), after: pieces(edit.after, 'after') },
  }));
}

const overlap = (one: Range | null, other: Range): number =>
  one === null ? 0 : Math.min(one[1], other[1]) - Math.max(one[0], other[0]);

const isIn = (edit: Edit, fact: Finding): boolean => SIDES.some((side) => overlap(fact[side], edit[side]) > 0);

const mapOwners = (edit: OwnedEdit, ownerOf: (owner: number) => number): OwnedEdit => {
  const map = (pieces: readonly Piece[]): Piece[] => pieces.map((piece) => ({ ...piece, owner: ownerOf(piece.owner) }));
  return { ...edit, pieces: { before: map(edit.pieces.before), after: map(edit.pieces.after) } };
};

/** Content words of an edit that nobody owns, on the side that has more of them. */
const restSize = (edit: OwnedEdit, passage: Passage): number => {
  const [gone, come] = [restWords(edit, 'before', passage), restWords(edit, 'after', passage)];
  return areForms(gone, come, passage) ? 0 : Math.max(gone.length, come.length);
};

const restWords = (edit: OwnedEdit, side: 'before' | 'after', { content }: Passage): Range[] =>
  edit.pieces[side]
    .filter((piece) => piece.owner === REST)
    .flatMap(({ from, to }) => overlapping(content[side], [from, to], (word) => word));

/**
 * As many content words beside a fact are a clause: what it holds is told with it, not one by one. Fewer do where the clause was
 * put in or taken out than where it took another's place.
 */
const CLAUSE = 2;
const CLAUSE_IN_PLACE = 4;

function withoutClauses(owned: readonly OwnedEdit[], passage: Passage): OwnedEdit[] {
  return owned.map((edit) => {
    const isOneSided = isEmpty(edit.before) || isEmpty(edit.after);
    if (restSize(edit, passage) < (isOneSided ? CLAUSE : CLAUSE_IN_PLACE)) return edit;
    // A toll is what its clause is about.
    const toll = isOneSided ? passage.facts.findIndex((fact) => fact.rule === 'figure-toll' && isIn(edit, fact)) : -1;
    if (toll !== -1) return mapOwners(edit, () => toll);
    return mapOwners(edit, (owner) => {
      const fact = passage.facts[owner];
      return fact && fact.before !== null && fact.after !== null ? owner : REST;
    });
  });
}

/**
 * What no fact explains but cannot stand alone goes with a fact: a noun's plural beside its number, "was" to "were" further
 * on. At most one content word a side in the fact's own edit; none elsewhere.
 */
function settleRest(owned: readonly OwnedEdit[], passage: Passage): OwnedEdit[] {
  const owners = owned.map(
    (edit) => [...edit.pieces.before, ...edit.pieces.after].find((piece) => piece.owner !== REST)?.owner ?? REST,
  );
  return owned.map((edit, index) => {
    const own = owners[index] ?? REST;
    const host = own === REST ? nearest(owners, index) : own;
    if (host === REST || restSize(edit, passage) > (own === REST ? 0 : 1)) return edit;
    return mapOwners(edit, (owner) => (owner === REST ? host : owner));
  });
}

function nearest(owners: readonly number[], index: number): number {
  for (let distance = 1; distance < owners.length; distance += 1)
    for (const at of [index - distance, index + distance]) if ((owners[at] ?? REST) !== REST) return owners[at] ?? REST;
  return REST;
}

/** More than this share of the content words of both sides: the sentence was rewritten. */
const REWRITTEN_SHARE = 0.25;
/** One word for another (two of both sides) is wording however short the sentence. */
const LEAST_REWRITTEN_WORDS = 3;

function isRewriting(owned: readonly OwnedEdit[], passage: Passage): boolean {
  const { content } = passage;
  const unexplained = alteredWords(owned, passage);
  if (unexplained < LEAST_REWRITTEN_WORDS) return false;
  const altered = alteredWords(strongOnly(owned, passage.facts), passage);
  return altered > REWRITTEN_SHARE * (content.before.length + content.after.length);
}

/** Whether each word stands for the one in its place: misspelt, or with the ending that another number or a denial asks for. */
const areForms = (gone: readonly Range[], come: readonly Range[], passage: Passage): boolean =>
  gone.length === come.length &&
  gone.every((word, index) => isMisspelt(passage, word, come[index]) || isInflected(passage, word, come[index]));

/** "zarzutów" → "zarzuty", "zginęły" → "zginęło": most of the word is the same, and an ending took another's place. */
function isInflected({ before, after }: Passage, one: Range, other: Range = [0, 0]): boolean {
  const [a, b] = [before.slice(...one), after.slice(...other)].map((word) => withoutAccents(word.toLowerCase()));
  if (a === undefined || b === undefined) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const longer = Math.max(a.length, b.length);
  return same >= LEAST_STEM && longer - same <= LONGEST_ENDING && same >= longer * STEM_SHARE;
}
const LEAST_STEM = 3;
const LONGEST_ENDING = 3;
const STEM_SHARE = 0.6;

/** Content words of both sides that nobody owns; a word and its misspelling or other form are none, nor one that only changed its place. */
function alteredWords(owned: readonly OwnedEdit[], passage: Passage): number {
  const stays = new Map<string, number>();
  let altered = 0;
  for (const edit of owned) {
    const [gone, come] = [restWords(edit, 'before', passage), restWords(edit, 'after', passage)];
    if (areForms(gone, come, passage) || isSameLetters(passage, edit)) continue;
    altered += gone.length + come.length;
    for (const [ranges, text, sign] of [
      [gone, passage.before, 1],
      [come, passage.after, -1],
    ] as const)
      for (const range of ranges) {
        const word = text
          .slice(...range)
          .toLowerCase()
          .replace(/['’]s$/u, '');
        const count = stays.get(word) ?? 0;
        if (count * sign < 0) altered -= 2;
        stays.set(word, count + sign);
      }
  }
  return altered;
}

/** "Co-operate" and "cooperate", "health care" and "healthcare". */
const isSameLetters = ({ before, after }: Passage, edit: Edit): boolean =>
  lettersIn(before, edit.before) === lettersIn(after, edit.after);
const lettersIn = (text: string, range: Range): string =>
  text
    .slice(...range)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

function isMisspelt({ before, after }: Passage, one: Range, other: Range = [0, 0]): boolean {
  const [a, b] = [before.slice(...one).toLowerCase(), after.slice(...other).toLowerCase()];
  return isMisspelling(a, b) || withoutAccents(a) === withoutAccents(b);
}

const withoutAccents = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

/**
 * In a rewritten sentence only what is sure keeps a change of its own: a figure or a quotation that stands on both sides.
 * Names and hedges come and go with the words around them; they are told inside the rewriting.
 */
const strongOnly = (owned: readonly OwnedEdit[], facts: readonly Finding[]): OwnedEdit[] =>
  owned.map((edit) =>
    mapOwners(edit, (owner) => {
      const fact = facts[owner];
      return fact?.isStrong === true ? owner : REST;
    }),
  );

/** In precedence; what is left comes last. */
function ownersOf(owned: readonly OwnedEdit[]): number[] {
  const owners = new Set(owned.flatMap((edit) => [...edit.pieces.before, ...edit.pieces.after]).map((p) => p.owner));
  return [...owners].sort((a, b) => (a === REST ? Infinity : a) - (b === REST ? Infinity : b));
}

function draftOf(owned: readonly OwnedEdit[], owner: number, passage: Passage, isRewritten: boolean): Draft {
  const { before, after, facts } = passage;
  const owners = ownersOf(owned);
  const fact = facts[owner];
  const inside = facts.filter((other, index) => !owners.includes(index) && holderOf(other, owned) === owner);
  const told = [...(fact ? [fact] : []), ...inside];
  const rule = fact ? fact.rule : isRewritten ? 'rewritten-sentence' : restRule(inside, owned, passage);
  const own = policyRow(rule).kind;
  return {
    rule,
    also: kindsOf(told).filter((kind) => kind !== own),
    facts: told.map((one) => one.fact),
    spans: ownedSpans(before, after, owned, owner),
  };
}

function restRule(inside: readonly Finding[], owned: readonly OwnedEdit[], passage: Passage): RuleId {
  if (kindsOf(inside).length > 0) return 'clause-with-fact';
  return isOfMarks(owned, passage) ? 'typography' : 'wording';
}

/** A quotation that lost its last sentence closes with another one now: a mark that stands elsewhere, and the same words quoted. */
const isOfMarks = (owned: readonly OwnedEdit[], passage: Passage): boolean =>
  passage.hasSameQuotes &&
  SIDES.every((side) =>
    owned
      .flatMap((edit) => edit.pieces[side])
      .every(({ from, to, owner }) => owner !== REST || !/[\p{L}\p{N}\p{S}]/u.test(passage[side].slice(from, to))),
  );

/** The kinds of changed facts, without repeats; wording and typography are no facts. */
export function kindsOf(changed: readonly Finding[]): ChangeKind[] {
  const kinds = changed.map((change) => policyRow(change.rule).kind);
  return [...new Set(kinds)].filter((kind) => kind !== 'wording' && kind !== 'typography');
}

/** The owner of most of the altered characters of a fact that owns none itself. */
function holderOf(fact: Finding, owned: readonly OwnedEdit[]): number | null {
  const shares = new Map<number, number>();
  for (const side of SIDES)
    for (const edit of owned)
      for (const { from, to, owner } of edit.pieces[side]) {
        const shared = overlap(fact[side], [from, to]);
        if (shared > 0) shares.set(owner, (shares.get(owner) ?? 0) + shared);
      }
  return [...shares].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? null;
}
