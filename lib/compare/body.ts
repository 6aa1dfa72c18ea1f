/** Running text and tables: each aligned pair, gain, loss and move told. */
import type { BlockKind } from '../article.ts';
import type { Part } from '../change.ts';
import type { Group } from './align/index.ts';
import { alignText, type TextSide } from './aligned-text.ts';
import type { OpenQuote } from './facts/index.ts';
import { HAS_MARKS } from './open-quotes.ts';
import { policyRow, type RuleId } from './policy.ts';
import { passageChanges } from './passage.ts';
import { factsOf, type Reading } from './reading.ts';
import { ownedSpans } from './spans.ts';
import { compareWhole, oneSidedSpans, type Told } from './told.ts';
import type { Unit } from './units.ts';
import { wordEdits } from './words.ts';

/** Everything that differs between two lists of sentences. */
export function compareText(
  before: TextSide,
  after: TextSide,
  reading: Reading,
  alignment = alignText(before, after),
): Told[] {
  return [
    ...alignment.groups.flatMap((group) => groupChanges(before, after, group, reading)),
    ...movedRuns(alignment.groups, before).map((run) => movedChange(before, after, run, reading)),
    ...runsOf(alignment.removed, before.units).map((run) => oneSidedChange(before, run, 'before', reading)),
    ...runsOf(alignment.added, after.units).map((run) => oneSidedChange(after, run, 'after', reading)),
  ];
}

/** The words of several units as they stand: neighbours in one block with what is between them, blocks apart by a line break. */
export function textOf({ article, units }: Pick<TextSide, 'article' | 'units'>, indexes: readonly number[]): string {
  const runs: { block: number; from: number; to: number }[] = [];
  for (const index of indexes) {
    const unit = units[index];
    if (!unit) continue;
    const to = unit.start + unit.text.length;
    const run = runs.at(-1);
    if (run?.block === unit.block) run.to = to;
    else runs.push({ block: unit.block, from: unit.start, to });
  }
  return runs.map(({ block, from, to }) => (article.blocks[block]?.text ?? '').slice(from, to)).join('\n');
}

function groupChanges(before: TextSide, after: TextSide, group: Group, reading: Reading): Told[] {
  const [a, b] = [textOf(before, group.before), textOf(after, group.after)];
  if (a === b) return [];
  const [first, second] = [before.units[group.before[0] ?? -1], after.units[group.after[0] ?? -1]];
  if (!first || !second) return [];
  const place = {
    block: { before: first.block, after: second.block },
    passage: passageOf(first, second),
    before: a,
    after: b,
  };
  const part = partOf(second.kind);
  if (first.kind === 'heading' && second.kind === 'heading') {
    const whole = compareWhole(a, b, reading);
    const rule = whole.edits.length === 0 ? 'typography' : 'section-heading';
    return [{ ...place, rule, part, also: whole.also, spans: whole.spans, facts: whole.facts }];
  }
  const isSetOff = isSetOffAt(before, group.before[0] ?? 0) && isSetOffAt(after, group.after[0] ?? 0);
  const openAt = (side: TextSide, index = 0): OpenQuote | null => side.openAt(index) ?? (isSetOff ? SET_OFF : null);
  const open = { before: openAt(before, group.before[0]), after: openAt(after, group.after[0]) };
  return passageChanges(a, b, reading, open).map((draft) => ({
    ...draft,
    ...place,
    part,
    rule: ruleIn(part, draft.rule),
  }));
}

/** Words set off from the text as a quotation are quoted, marks or none. */
const SET_OFF: OpenQuote = { mark: '“', speaker: null };

/** Where there are marks they say what is quoted; “— Ana Reed, clerk” is who said it; a post from elsewhere is no quotation of ours. */
function isSetOffAt({ article, units }: TextSide, index: number): boolean {
  const block = article.blocks[units[index]?.block ?? -1];
  return (
    block?.kind === 'quotation' &&
    block.embed !== true &&
    !HAS_MARKS.test(block.text) &&
    !block.text.startsWith('-') &&
    !isSetOffThroughout(units)
  );
}

/** A text all in quotation blocks is only set that way. */
const isSetOffThroughout = (units: readonly Unit[]): boolean =>
  units.reduce((sum, { kind, text }) => sum + (kind === 'quotation' ? text.length : -text.length), 0) > 0;

/** Tables are full of figures that move every day: standings, prices, counts. */
const ruleIn = (part: Part, rule: RuleId): RuleId =>
  part === 'table' && policyRow(rule).kind === 'figure' ? 'table-row-figure' : rule;

const passageOf = (before: Unit | undefined, after: Unit | undefined): string =>
  `${before?.block}.${before?.start} ${after?.block}.${after?.start}`;

export function partOf(kind: BlockKind): Part {
  if (kind === 'heading') return 'section';
  if (kind === 'caption') return 'caption';
  if (kind === 'table-row') return 'table';
  if (kind === 'notice') return 'notice';
  return 'body';
}

/** Neighbouring units of one block that share a fate are told together. */
function runsOf(indexes: readonly number[], units: readonly Unit[]): number[][] {
  const runs: number[][] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run && previous === index - 1 && units[previous]?.block === units[index]?.block) run.push(index);
    else runs.push([index]);
  }
  return runs;
}

function oneSidedChange(side: TextSide, run: readonly number[], which: 'before' | 'after', reading: Reading): Told {
  const first = run[0] ?? 0;
  const unit = side.units[first];
  const text = textOf(side, run);
  const [before, after] = which === 'before' ? [text, null] : [null, text];
  const block = unit?.block ?? null;
  const place = {
    part: partOf(unit?.kind ?? 'paragraph'),
    block: which === 'before' ? { before: block, after: null } : { before: null, after: block },
    passage: `${which} ${block}.${unit?.start}`,
    before,
    after,
    spans: oneSidedSpans(before, after),
  };
  if (unit?.kind === 'heading') return { ...place, rule: 'section-heading', also: [], facts: [] };
  if (block !== null && side.article.blocks[block]?.embed === true)
    return { ...place, rule: which === 'after' ? 'embed-gained' : 'embed-lost', also: [], facts: [] };
  const { kinds, facts } = factsOf(
    text,
    which,
    reading,
    side.openAt(first) ?? (isSetOffAt(side, first) ? SET_OFF : null),
  );
  const holds = kinds.length > 0 ? 'with-fact' : 'plain';
  return { ...place, rule: `${which === 'after' ? 'added' : 'removed'}-${holds}`, also: kinds, facts };
}

/** Moved pairs that went together, neighbours on both sides, are one move. One that was altered on the way shares its passage with the alteration. */
function movedRuns(groups: readonly Group[], before: TextSide): Group[][] {
  const runs: Group[][] = [];
  for (const group of groups) {
    if (!group.moved || !hasWords(before, group.before)) continue;
    const previous = runs.at(-1)?.at(-1);
    const follows =
      previous?.exact === true &&
      group.exact &&
      group.before[0] === (previous.before.at(-1) ?? NaN) + 1 &&
      group.after[0] === (previous.after.at(-1) ?? NaN) + 1;
    if (follows) runs.at(-1)?.push(group);
    else runs.push([group]);
  }
  return runs;
}

const hasWords = (side: TextSide, indexes: readonly number[]): boolean => /[\p{L}\p{N}]/u.test(textOf(side, indexes));

/** The move alone: what was altered in the moved text is told by itself, in the same words. */
function movedChange(before: TextSide, after: TextSide, run: readonly Group[], reading: Reading): Told {
  const [a, b] = [run.flatMap((group) => group.before), run.flatMap((group) => group.after)];
  const [first, second] = [before.units[a[0] ?? -1], after.units[b[0] ?? -1]];
  const [textBefore, textAfter] = [textOf(before, a), textOf(after, b)];
  const edits = wordEdits(textBefore, textAfter, reading.language).map((edit) => ({
    ...edit,
    pieces: {
      before: [{ from: edit.before[0], to: edit.before[1], owner: OTHERS }],
      after: [{ from: edit.after[0], to: edit.after[1], owner: OTHERS }],
    },
  }));
  return {
    rule: 'moved',
    part: partOf(second?.kind ?? 'paragraph'),
    also: [],
    block: { before: first?.block ?? null, after: second?.block ?? null },
    passage: passageOf(first, second),
    before: textBefore,
    after: textAfter,
    spans: ownedSpans(textBefore, textAfter, edits, MOVE),
    facts: [],
  };
}

const [MOVE, OTHERS] = [0, 1];
