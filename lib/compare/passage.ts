/**
 * The changes inside one matched pair of sentences: facts first, in the order quote, figure, attribution, name, claim; what no
 * fact explains is a rewriting or a matter of wording. Every altered word belongs to exactly one of them.
 */
import type { ChangeKind, Fact, Span } from '../change.ts';
import type { FactChange } from './reading.ts';
import { tokenise } from './facts/index.ts';
import { policyRow, type RuleId } from './policy.ts';
import { isContentWord, isMisspelling } from './word-kinds.ts';
import { ownedSpans, type OwnedEdit, type Piece } from './spans.ts';
import { isEmpty, type Edit, type Range } from './words.ts';
import { isStrong, ruleForFact } from './fact-rules.ts';

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

/** The changes of a pair of texts that differ in `edits`; a single `typography` where there are none. */
export function passageChanges(
  before: string,
  after: string,
  edits: readonly Edit[],
  changed: readonly FactChange[],
  language: string | null,
): Draft[] {
  if (before === after) return [];
  if (edits.length === 0)
    return [{ rule: 'typography', also: [], facts: [], spans: ownedSpans(before, after, [], REST) }];

  const facts = [...changed].sort((a, b) => PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind));
  const words = { before: contentRanges(before, language), after: contentRanges(after, language) };
  const owned = settleRest(ownEdits(edits, facts), words);
  const rest = restOf(owned, words, before, after);
  if (rest.isRewriting) return rewriting(before, after, owned, facts);

  const owners = ownersOf(owned);
  return owners.map((owner) => draftOf(before, after, owned, owner, facts, rest.rule));
}

/** Where two facts overlap, the first in precedence owns the words and the other goes along in `also`. */
function ownEdits(edits: readonly Edit[], facts: readonly FactChange[]): OwnedEdit[] {
  const side = (range: Range, which: 'before' | 'after'): Piece[] => {
    if (isEmpty(range)) return [];
    const cuts = new Set<number>([range[0], range[1]]);
    for (const fact of facts)
      for (const [from, to] of fact[which])
        for (const at of [from, to]) if (at > range[0] && at < range[1]) cuts.add(at);
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(0, -1).map((from, index) => {
      const to = places[index + 1] ?? range[1];
      return { from, to, owner: facts.findIndex((fact) => fact[which].some(([f, t]) => f < to && from < t)) };
    });
  };
  return edits.map((edit) => {
    const pieces = { before: side(edit.before, 'before'), after: side(edit.after, 'after') };
    return { ...edit, pieces };
  });
}

type ContentWords = { readonly before: readonly Range[]; readonly after: readonly Range[] };

function contentRanges(text: string, language: string | null): Range[] {
  return tokenise(text, language)
    .filter((token) => isContentWord(token))
    .map((token) => [token.start, token.start + token.text.length]);
}

const contentIn = (pieces: readonly { from: number; to: number }[], words: readonly Range[]): Range[] =>
  words.filter(([from, to]) => pieces.some((piece) => piece.from < to && from < piece.to));

/**
 * What no fact explains but cannot stand alone goes with a fact: a noun's plural beside its number, "was" to "were" further
 * on. At most one content word a side in the fact's own edit; none elsewhere.
 */
function settleRest(owned: readonly OwnedEdit[], words: ContentWords): OwnedEdit[] {
  const factOf = (edit: OwnedEdit): number =>
    [...edit.pieces.before, ...edit.pieces.after].find((piece) => piece.owner !== REST)?.owner ?? REST;
  const withFact = owned.map(factOf);
  return owned.map((edit, index) => {
    const rest = (side: 'before' | 'after'): Piece[] => edit.pieces[side].filter((piece) => piece.owner === REST);
    const content = Math.max(
      contentIn(rest('before'), words.before).length,
      contentIn(rest('after'), words.after).length,
    );
    const own = withFact[index] ?? REST;
    const host = own === REST ? nearest(withFact, index) : own;
    if (host === REST || content > (own === REST ? 0 : 1)) return edit;
    const settle = (pieces: readonly Piece[]): Piece[] =>
      pieces.map((piece) => (piece.owner === REST ? { ...piece, owner: host } : piece));
    return { ...edit, pieces: { before: settle(edit.pieces.before), after: settle(edit.pieces.after) } };
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

function restOf(
  owned: readonly OwnedEdit[],
  words: ContentWords,
  before: string,
  after: string,
): { rule: RuleId; isRewriting: boolean } {
  let altered = 0;
  for (const edit of owned) {
    const gone = contentIn(
      edit.pieces.before.filter((piece) => piece.owner === REST),
      words.before,
    );
    const come = contentIn(
      edit.pieces.after.filter((piece) => piece.owner === REST),
      words.after,
    );
    const textOf = (text: string, ranges: readonly Range[]): string =>
      ranges.map((range) => text.slice(...range)).join(' ');
    if (!isMisspelling(textOf(before, gone), textOf(after, come))) altered += gone.length + come.length;
  }
  const isRewriting =
    altered >= LEAST_REWRITTEN_WORDS && altered > REWRITTEN_SHARE * (words.before.length + words.after.length);
  return { rule: isRewriting ? 'rewritten-sentence' : 'wording', isRewriting };
}

/**
 * In a rewritten sentence only what is sure keeps a change of its own: a figure or a quotation that stands on both sides.
 * Names and hedges come and go with the words around them; they are told inside the rewriting.
 */
function rewriting(before: string, after: string, owned: readonly OwnedEdit[], facts: readonly FactChange[]): Draft[] {
  const strong = facts.map((fact) => isStrong(fact));
  const demoted = owned.map((edit) => {
    const demote = (pieces: readonly Piece[]): Piece[] =>
      pieces.map((piece) => (strong[piece.owner] === true ? piece : { ...piece, owner: REST }));
    return { ...edit, pieces: { before: demote(edit.pieces.before), after: demote(edit.pieces.after) } };
  });
  return ownersOf(demoted).map((owner) => draftOf(before, after, demoted, owner, facts, 'rewritten-sentence'));
}

function ownersOf(owned: readonly OwnedEdit[]): number[] {
  const owners = new Set<number>();
  for (const edit of owned) for (const piece of [...edit.pieces.before, ...edit.pieces.after]) owners.add(piece.owner);
  return [...owners].sort((a, b) => (a === REST ? Infinity : a) - (b === REST ? Infinity : b));
}

function draftOf(
  before: string,
  after: string,
  owned: readonly OwnedEdit[],
  owner: number,
  facts: readonly FactChange[],
  restRule: RuleId,
): Draft {
  const fact = facts[owner];
  const rule = fact ? ruleForFact(fact) : restRule;
  const inside = facts.filter(
    (other, index) => index !== owner && holderOf(other, owned) === owner && !ownersOf(owned).includes(index),
  );
  const own = policyRow(rule).kind;
  const told = [...(fact ? [fact] : []), ...inside];
  return {
    rule,
    also: [...new Set(told.map((one) => policyRow(ruleForFact(one)).kind))].filter(
      (kind) => kind !== own && kind !== 'wording' && kind !== 'typography',
    ),
    facts: told.map((one) => one.fact),
    spans: ownedSpans(before, after, owned, owner),
  };
}

/** The owner of most of the altered characters of a fact that owns none itself. */
function holderOf(fact: FactChange, owned: readonly OwnedEdit[]): number | null {
  const shares = new Map<number, number>();
  for (const side of ['before', 'after'] as const)
    for (const edit of owned)
      for (const piece of edit.pieces[side])
        for (const [from, to] of fact[side]) {
          const overlap = Math.min(to, piece.to) - Math.max(from, piece.from);
          if (overlap > 0) shares.set(piece.owner, (shares.get(piece.owner) ?? 0) + overlap);
        }
  return [...shares].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? null;
}
