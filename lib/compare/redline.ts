import type { Article } from '../article.ts';
import type { Comparison, RedlineRow, Span } from '../change.ts';
import { align, type Alignment } from './align/index.ts';
import { partOf } from './body.ts';
import { shownHeadlines } from './headlines.ts';
import { oneSidedSpans, plainSpans } from './told.ts';
import { unitsOf, type Unit } from './units.ts';

/**
 * The whole text of both sides, aligned block by block as `compareArticles` aligns it, for pages that show the unchanged too.
 * In reading order of `after`, with what is gone where it stood. Rows of a `comparison` made from the same two snapshots know
 * which of its changes are told in them.
 */
export function redline(before: Article, after: Article, comparison?: Comparison): RedlineRow[] {
  const language = after.language ?? before.language;
  const rows = [...fieldRows(before, after, language), ...blockRows(before, after, language)];
  if (!comparison) return rows;
  return rows.map((row) => ({ ...row, changes: changesIn(row, comparison) }));
}

function fieldRows(before: Article, after: Article, language: string | null): RedlineRow[] {
  const shown = shownHeadlines(before, after);
  const fields = [
    ['headline', shown.before, shown.after],
    ['standfirst', before.standfirst, after.standfirst],
    ['byline', before.byline.join(', ') || null, after.byline.join(', ') || null],
  ] as const;
  return fields.flatMap(([part, a, b]) => {
    if (a === null && b === null) return [];
    const op = a === b ? 'same' : a === null ? 'added' : b === null ? 'removed' : 'edited';
    return [{ op, part, kind: part, before: null, after: null, spans: spansOf(a, b, language), changes: [] }];
  });
}

function spansOf(before: string | null, after: string | null, language: string | null): Span[] {
  if (before === null || after === null) return oneSidedSpans(before, after);
  return before === after ? [{ kind: 'same', text: after }] : plainSpans(before, after, language);
}

/** What becomes of one sentence. `row` is the block of `after` it is shown in. */
type Fate =
  | { readonly kind: 'paired'; readonly before: Unit; readonly after: Unit }
  | { readonly kind: 'gone'; readonly before: Unit; readonly moved: boolean }
  | { readonly kind: 'come'; readonly after: Unit; readonly moved: boolean };

function blockRows(before: Article, after: Article, language: string | null): RedlineRow[] {
  const units = { before: allUnits(before), after: allUnits(after) };
  const alignment = align(
    units.before.map((unit) => unit.key),
    units.after.map((unit) => unit.key),
  );
  const fates = inReadingOrder(fatesOf(alignment, units), units);
  const homes = homesOf(fates);
  const rows: { block: { before: number | null; after: number | null }; fates: Fate[] }[] = [];
  const living = new Map<number, Fate[]>();
  for (const fate of fates) {
    const block = blockOf(fate, homes);
    const last = rows.at(-1);
    if (block.after !== null) {
      // What is gone from the start of a block waits for the block to begin in its own place.
      const fatesOfBlock = living.get(block.after) ?? [];
      living.set(block.after, fatesOfBlock);
      if (fate.kind !== 'gone' && !fatesOfBlock.some((other) => other.kind !== 'gone'))
        rows.push({ block, fates: fatesOfBlock });
      fatesOfBlock.push(fate);
    } else if (last?.block.after === null && last.block.before === block.before) last.fates.push(fate);
    else rows.push({ block, fates: [fate] });
  }
  return rows.map(({ block, fates }) => rowOf(before, after, block, fates, language));
}

const allUnits = (article: Article): Unit[] =>
  unitsOf(
    article.blocks.map((block, index) => ({ index, block })),
    article.language,
  );

type BothUnits = { readonly before: readonly Unit[]; readonly after: readonly Unit[] };

/** Of a split or a merge the first sentences are paired; the others are shown as gone or come. */
function fatesOf(alignment: Alignment, units: BothUnits): Fate[] {
  const fates: Fate[] = [];
  const gone = (index: number, moved: boolean): void => {
    const before = units.before[index];
    if (before) fates.push({ kind: 'gone', before, moved });
  };
  const come = (index: number, moved: boolean): void => {
    const after = units.after[index];
    if (after) fates.push({ kind: 'come', after, moved });
  };
  for (const group of alignment.groups) {
    const [before, after] = [units.before[group.before[0] ?? -1], units.after[group.after[0] ?? -1]];
    if (group.moved || !before || !after) {
      for (const index of group.before) gone(index, true);
      for (const index of group.after) come(index, true);
      continue;
    }
    fates.push({ kind: 'paired', before, after });
    for (const index of group.before.slice(1)) gone(index, false);
    for (const index of group.after.slice(1)) come(index, false);
  }
  for (const index of alignment.removed) gone(index, false);
  for (const index of alignment.added) come(index, false);
  return fates;
}

/** In order of `after`; what is gone follows the sentence that stood before it. */
function inReadingOrder(fates: readonly Fate[], units: BothUnits): Fate[] {
  const ofBefore = new Map(fates.flatMap((fate) => (fate.kind === 'come' ? [] : [[fate.before, fate] as const])));
  const ofAfter = new Map(fates.flatMap((fate) => (fate.kind === 'gone' ? [] : [[fate.after, fate] as const])));
  const ordered: Fate[] = [];
  let next = 0;
  const takeGone = (): void => {
    for (; next < units.before.length; next += 1) {
      const fate = ofBefore.get(units.before[next] ?? { block: -1, kind: 'paragraph', start: 0, text: '', key: '' });
      if (fate?.kind !== 'gone') return;
      ordered.push(fate);
    }
  };
  takeGone();
  for (const unit of units.after) {
    const fate = ofAfter.get(unit);
    if (!fate) continue;
    ordered.push(fate);
    if (fate.kind !== 'paired') continue;
    next += 1;
    takeGone();
  }
  return ordered;
}

/** For each block of `before` the block of `after` it became: where most of its text went. */
function homesOf(fates: readonly Fate[]): Map<number, number> {
  const votes = new Map<number, Map<number, number>>();
  for (const fate of fates) {
    if (fate.kind !== 'paired') continue;
    const ballot = votes.get(fate.before.block) ?? new Map<number, number>();
    ballot.set(fate.after.block, (ballot.get(fate.after.block) ?? 0) + fate.after.text.length);
    votes.set(fate.before.block, ballot);
  }
  return new Map(
    [...votes].map(([block, ballot]) => [block, [...ballot].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? -1]),
  );
}

/** A sentence gone from a block that lives on is shown inside it. */
function blockOf(fate: Fate, homes: ReadonlyMap<number, number>): { before: number | null; after: number | null } {
  switch (fate.kind) {
    case 'paired':
      return { before: fate.before.block, after: fate.after.block };
    case 'come':
      return { before: null, after: fate.after.block };
    case 'gone':
      return { before: fate.before.block, after: homes.get(fate.before.block) ?? null };
  }
  return fate satisfies never;
}

function rowOf(
  before: Article,
  after: Article,
  block: { before: number | null; after: number | null },
  fates: readonly Fate[],
  language: string | null,
): RedlineRow {
  const kept = fates.find((fate) => fate.kind === 'paired');
  const shown = block.after === null ? before.blocks[block.before ?? -1] : after.blocks[block.after];
  const kind = shown?.kind ?? 'paragraph';
  const spans = spansOfRow(before, after, fates, language);
  return {
    op: opOf(fates, spans),
    part: partOf(kind),
    kind,
    ...(shown?.level === undefined ? {} : { level: shown.level }),
    before: kept ? kept.before.block : block.after === null ? block.before : null,
    after: block.after,
    spans,
    changes: [],
  };
}

function opOf(fates: readonly Fate[], spans: readonly Span[]): RedlineRow['op'] {
  const every = (kind: Fate['kind'], moved: boolean): boolean =>
    fates.every((fate) => fate.kind === kind && (fate.kind === 'paired' || fate.moved === moved));
  if (every('gone', true)) return 'moved-from';
  if (every('come', true)) return 'moved-to';
  if (fates.every((fate) => fate.kind === 'gone')) return 'removed';
  if (fates.every((fate) => fate.kind === 'come')) return 'added';
  return spans.every((span) => span.kind === 'same' && span.after === undefined) ? 'same' : 'edited';
}

/** The row's sentences with the spaces between them; moved ones inside another block are no words gone or new. */
function spansOfRow(before: Article, after: Article, fates: readonly Fate[], language: string | null): Span[] {
  const spans: Span[] = [];
  let previous: Fate | undefined;
  for (const fate of fates) {
    const [gapBefore, gapAfter] = [gapTo(fate, previous, 'before', before), gapTo(fate, previous, 'after', after)];
    switch (fate.kind) {
      case 'paired':
        if (gapBefore !== '' || gapAfter !== '')
          spans.push(
            gapBefore === gapAfter
              ? { kind: 'same', text: gapAfter }
              : { kind: 'same', text: gapBefore, after: gapAfter },
          );
        spans.push(...spansOf(fate.before.text, fate.after.text, language));
        break;
      case 'gone':
        spans.push({ kind: 'removed', text: gapBefore + fate.before.text, ...(fate.moved ? { own: false } : {}) });
        break;
      case 'come':
        spans.push({ kind: 'added', text: gapAfter + fate.after.text, ...(fate.moved ? { own: false } : {}) });
        break;
    }
    previous = fate;
  }
  return joined(spans);
}

/** The white space before a sentence, where another of its block stands right before it. */
function gapTo(fate: Fate, previous: Fate | undefined, side: 'before' | 'after', article: Article): string {
  const unit =
    side === 'before' ? (fate.kind === 'come' ? null : fate.before) : fate.kind === 'gone' ? null : fate.after;
  if (!unit || !previous) return '';
  return /\s*$/u.exec((article.blocks[unit.block]?.text ?? '').slice(0, unit.start))?.[0] ?? '';
}

/** Neighbouring unchanged runs as one. */
function joined(spans: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && last.kind === 'same' && span.kind === 'same') {
      const [text, after] = [last.text + span.text, (last.after ?? last.text) + (span.after ?? span.text)];
      runs[runs.length - 1] = text === after ? { kind: 'same', text } : { kind: 'same', text, after };
    } else runs.push(span);
  }
  return runs;
}

function changesIn(row: RedlineRow, { changes }: Comparison): number[] {
  const isField = row.kind === 'headline' || row.kind === 'standfirst' || row.kind === 'byline';
  return changes.flatMap((change, index) => {
    if (isField) return change.part === row.part ? [index] : [];
    const isHere =
      (row.after !== null && change.block.after === row.after) ||
      (row.before !== null &&
        change.block.before === row.before &&
        (row.after === null || change.block.after === null));
    return isHere ? [index] : [];
  });
}
