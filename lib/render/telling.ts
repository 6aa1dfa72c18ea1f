/**
 * How a comparison is told in few words, wherever it is read: the typed facts with what they said before and after,
 * figures first, and the chips that count the kinds of change.
 */
import {
  CHANGE_KINDS,
  isAtLeast,
  severityRank,
  type Change,
  type ChangeKind,
  type Comparison,
  type Fact,
  type Figure,
  type Severity,
} from '../change.ts';
import { countOf, nameOfKind } from '../compare/phrases/kinds.ts';

/** One fact or change as a line of a summary: `killed: six → seven`. */
export type Telling = {
  readonly kind: ChangeKind;
  readonly severity: Severity;
  /** Index into `Comparison.changes`. */
  readonly change: number;
  /** What it is about: the noun a figure counts, who is quoted, else the kind's name. */
  readonly about: string;
  /** Verbatim; null where there is nothing on that side. */
  readonly before: string | null;
  readonly after: string | null;
};

/** A kind of change that occurs, how often, and the severity of its gravest. */
export type Chip = {
  readonly kind: ChangeKind;
  readonly label: string;
  readonly count: number;
  readonly severity: Severity;
};

/** Every change of at least `least`: gravest first, figures before their equals, else in the comparison's order. */
export function tellings(comparison: Comparison, least: Severity = 'minor'): readonly Telling[] {
  const told = comparison.changes.flatMap((change, index) =>
    isAtLeast(change.severity, least) ? tellChange(change, index) : [],
  );
  const rank = (telling: Telling): number => severityRank(telling.severity) * 2 + (telling.kind === 'figure' ? 1 : 0);
  return told.toSorted((a, b) => rank(b) - rank(a));
}

/** The kinds that occur and how often: a fact counts where it changed, not where a whole passage came with it or went. */
export function chips(comparison: Comparison): readonly Chip[] {
  const found = new Map<ChangeKind, { count: number; severity: Severity }>();
  for (const change of comparison.changes) {
    for (const kind of [
      ...ownFacts(change).map((fact) => fact.kind),
      ...figuresInside(change).map((fact) => fact.kind),
    ]) {
      const chip = found.get(kind) ?? { count: 0, severity: 'none' };
      chip.count += 1;
      if (isAtLeast(change.severity, chip.severity)) chip.severity = change.severity;
      found.set(kind, chip);
    }
  }
  return [...found]
    .map(([kind, { count, severity }]) => ({ kind, count, severity, label: countOf(kind, count) }))
    .toSorted(
      (a, b) =>
        severityRank(b.severity) - severityRank(a.severity) ||
        CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind),
    );
}

type Counted = { readonly kind: ChangeKind };

/** What a change counts as: each of the facts it is about, or itself. */
function ownFacts(change: Change): readonly Counted[] {
  const own = change.facts.filter((fact) => fact.kind === change.kind);
  return own.length > 0 ? own : [change];
}

/** Figures that became others inside a change that is about something else. */
const figuresInside = (change: Change): readonly Fact[] =>
  change.facts.filter(
    (fact) => fact.kind === 'figure' && change.kind !== 'figure' && fact.before !== null && fact.after !== null,
  );

function tellChange(change: Change, index: number): readonly Telling[] {
  const head = { severity: change.severity, change: index };
  const own = change.facts.filter((fact) => fact.kind === change.kind);
  const figures = figuresInside(change).map((fact) => ({ ...head, ...tellFact(fact) }));
  if (own.length > 0) return [...own.map((fact) => ({ ...head, ...tellFact(fact) })), ...figures];
  const about = speakerOf(change) ?? nameOfKind(change.kind);
  return [{ ...head, kind: change.kind, about, before: change.before, after: change.after }, ...figures];
}

/** Only of what is about somebody's words: a headline may hold a quotation without being one. */
function speakerOf(change: Change): string | null {
  if (change.kind !== 'quote' && change.kind !== 'attribution') return null;
  for (const fact of change.facts) {
    if (fact.kind !== 'figure' && fact.speaker !== null && fact.speaker !== undefined) return fact.speaker;
  }
  return null;
}

function tellFact(fact: Fact): Pick<Telling, 'kind' | 'about' | 'before' | 'after'> {
  if (fact.kind === 'figure') {
    const about = fact.after?.noun ?? fact.before?.noun ?? nameOfKind('figure');
    return { kind: 'figure', about, ...figurePair(fact.before, fact.after) };
  }
  return { kind: fact.kind, about: fact.speaker ?? nameOfKind(fact.kind), before: fact.before, after: fact.after };
}

/** Qualifiers are said on both sides or, where they are the same, not at all: "at least six → six", but "six → seven". */
function figurePair(before: Figure | null, after: Figure | null): { before: string | null; after: string | null } {
  const same = before !== null && after !== null && before.qualifier === after.qualifier;
  const said = (figure: Figure | null): string | null =>
    figure === null ? null : same || figure.qualifier === null ? figure.text : `${figure.qualifier} ${figure.text}`;
  return { before: said(before), after: said(after) };
}
