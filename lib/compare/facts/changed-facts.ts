import type { Fact, Figure } from '../../change.ts';
import { changedAttributions, type AttributionNature } from './changed-attributions.ts';
import { changedClaims } from './changed-claims.ts';
import { changedFigures, type FigureNature } from './changed-figures.ts';
import { changedNames, type NameNature } from './changed-names.ts';
import { changedQuotes, type QuoteNature } from './changed-quotes.ts';
import { CONJUNCTIONS } from './exchanged.ts';
import { lexemesIn } from './lexemes.ts';
import { editIn, overlaps, type Edit, type Range } from './ranges.ts';
import type { SentenceFacts } from './sentence-facts.ts';
import type { ClaimType } from './words/claims.ts';

/** A fact that is not the same on both sides: where it stands on each (null where it does not), and how it changed. */
export type FactChange = {
  readonly before: Range | null;
  readonly after: Range | null;
  readonly fact: Fact;
} & (
  | { readonly kind: 'figure'; readonly nature: FigureNature }
  | { readonly kind: 'quote'; readonly nature: QuoteNature }
  | { readonly kind: 'attribution'; readonly nature: AttributionNature }
  | { readonly kind: 'name'; readonly nature: NameNature }
  | { readonly kind: 'claim'; readonly nature: ClaimType }
);

/** The day the article is of, for telling "today" from another weekday: `YYYY-MM-DD`, each side’s own; null where unknown. */
export type Days = { readonly before: string | null; readonly after: string | null };

/**
 * The facts altered between two sentences that were matched, each once, in the order of the text. `edits` are the
 * altered places, in order, whole words on each side; what lies outside them is taken to be the same.
 */
export function changedFacts(
  before: SentenceFacts,
  after: SentenceFacts,
  edits: readonly Edit[],
  days: Days = { before: null, after: null },
): FactChange[] {
  const counted = withQuantifiers(
    changedFigures(before, after, edits, days),
    changedClaims(before, after, edits),
    edits,
  );
  const changes: FactChange[] = [
    ...counted,
    ...changedQuotes(before, after, edits),
    ...changedAttributions(before, after, edits),
    ...changedNames(before, after, edits),
  ];
  const moved = movedEdits(before, after, edits);
  return changes.filter((change) => !isMoved(change, moved, edits)).toSorted((one, other) => place(one) - place(other));
}

/**
 * "On Friday he left" → "he left on Friday", "13 injured and six dead" → "six dead and 13 injured": words taken out in one place
 * and put in, in their order, in another.
 */
function movedEdits(before: SentenceFacts, after: SentenceFacts, edits: readonly Edit[]): ReadonlySet<Edit> {
  const [gone, come] = [new Map<string, Edit>(), new Map<string, Edit>()];
  for (const edit of edits) {
    if (isEmpty(edit.after)) gone.set(phraseIn(before, edit.before), edit);
    else if (isEmpty(edit.before)) come.set(phraseIn(after, edit.after), edit);
  }
  const pairs = [...gone].flatMap(([phrase, edit]) => {
    const other = come.get(phrase);
    return other && phrase !== '' ? [edit, other] : [];
  });
  return new Set(pairs);
}

const isEmpty = ([start, end]: Range): boolean => start === end;

const phraseIn = ({ lexemes }: SentenceFacts, range: Range): string =>
  lexemesIn(lexemes, range)
    .filter(({ kind, lower }) => kind !== 'mark' && !CONJUNCTIONS.has(lower))
    .map(({ lower }) => lower)
    .join(' ');

/** What came or went with such words did neither. Of "not" and "only" the place says what they are of. */
function isMoved(change: FactChange, moved: ReadonlySet<Edit>, edits: readonly Edit[]): boolean {
  if (change.kind === 'claim' && (change.nature === 'negation' || change.nature === 'quantifier')) return false;
  if (change.before !== null && change.after !== null) return false;
  const edit =
    change.before !== null
      ? editIn(change.before, edits, 'before')
      : change.after !== null && editIn(change.after, edits, 'after');
  return edit ? moved.has(edit) : false;
}

const place = ({ before, after }: FactChange): number => after?.[0] ?? before?.[0] ?? 0;

/**
 * "four" → "a few" is one figure that became vague, and the "some" of "some three" is told with its figure: a quantifier
 * that stands in a figure’s place, or inside it, is no claim of its own.
 */
function withQuantifiers(
  figures: readonly FactChange[],
  claims: readonly FactChange[],
  edits: readonly Edit[],
): readonly FactChange[] {
  const told = [...figures];
  const rest = claims.filter((claim) => {
    if (claim.nature !== 'quantifier' && !isNone(claim)) return true;
    const isInside = SIDES.some((side) => told.some((figure) => isOn(figure[side], claim[side])));
    if (isInside) return false;
    const lone = told.findIndex((figure) => isLone(figure) && isOppositeIn(figure, claim, edits));
    const figure = told[lone];
    if (!figure) return true;
    told[lone] = vagueChange(figure, claim);
    return false;
  });
  return [...told, ...rest];
}

/** "two children" → "no children": none is a number too. */
const isNone = ({ fact }: FactChange): boolean =>
  fact.kind !== 'figure' &&
  NONE.test(fact.before ?? '') !== NONE.test(fact.after ?? '') &&
  (fact.before === null || fact.after === null);
const NONE =
  /^(?:no|none|no[ -]?one|nobody|niemand|personne|nadie|nessuno|ninguém|kein\p{L}{0,2}|aucune?|ning(?:ún|uno|una)|nessun[oa]?|nenhuma?|geen)$/iu;

const SIDES = ['before', 'after'] as const;
const isOn = (one: Range | null, other: Range | null): boolean =>
  one !== null && other !== null && overlaps(one, other);
const isLone = ({ kind, before, after }: FactChange): boolean =>
  kind === 'figure' && (before === null) !== (after === null);

/** The one stands before and the other after, in the same altered place. */
function isOppositeIn(figure: FactChange, claim: FactChange, edits: readonly Edit[]): boolean {
  if (figure.before !== null ? claim.before !== null : claim.after !== null) return false;
  const [own, opposite] = figure.before === null ? (['after', 'before'] as const) : (['before', 'after'] as const);
  const [range, other] = [figure[own], claim[opposite]];
  const edit = range && editIn(range, edits, own);
  return edit !== undefined && edit !== null && isOn(edit[opposite], other);
}

function vagueChange(figure: FactChange, claim: FactChange): FactChange {
  if (figure.fact.kind !== 'figure' || claim.fact.kind === 'figure') return figure;
  const vague = (text: string | null): Figure | null =>
    text === null
      ? null
      : { text, type: 'count', value: NONE.test(text) ? 0 : null, unit: null, noun: null, qualifier: null };
  return {
    kind: 'figure',
    nature: isNone(claim) && figure.kind === 'figure' ? figure.nature : 'vague-count',
    before: figure.before ?? claim.before,
    after: figure.after ?? claim.after,
    fact: {
      kind: 'figure',
      before: figure.fact.before ?? vague(claim.fact.before),
      after: figure.fact.after ?? vague(claim.fact.after),
    },
  };
}
