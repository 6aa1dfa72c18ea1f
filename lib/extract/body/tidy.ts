/** From the lines of the region to the lines of the article: what a line says, where it stands and how it is linked decide. */
import { letters } from '../metadata/letters.ts';
import { isElement, type PageElement } from '../page-element.ts';
import { endsSentence } from '../text.ts';
import { dropLabelledBoxes, isInside } from './boxes.ts';
import { dropAfterEnd, dropEmptySections, dropPreamble, dropTail } from './ends.ts';
import { lineReason } from './lines.ts';
import { runsOf } from './runs.ts';
import type { Unit } from './units.ts';
import type { Rule, TidyContext, Verdict } from './verdict.ts';

/** Says of each line whether it stays. Rules run in order; a line one of them dropped is not there for the next. */
export function tidyUnits(units: readonly Unit[], context: TidyContext): readonly Verdict[] {
  const verdicts = units.map((unit): Verdict => ({ unit, dropped: null }));
  for (const rule of RULES) rule(verdicts, context);
  return verdicts;
}

/** Says of the lines of one live-blog post whether they stay: a post has no preamble and no tail. */
export function tidyPost(units: readonly Unit[], element: PageElement): readonly Unit[] {
  const verdicts = units.map((unit): Verdict => ({ unit, dropped: null }));
  const context = { headlines: [], byline: [], containers: [element], around: new Set<PageElement>() };
  for (const rule of [dropAfterEnd, dropLines, dropLabelledBoxes, dropLinkLists]) rule(verdicts, context);
  return verdicts.filter(({ dropped }) => dropped === null).map(({ unit }) => unit);
}

const RULES: readonly Rule[] = [
  dropAfterEnd,
  dropLines,
  dropLabelledBoxes,
  dropRepeats,
  dropLinkLists,
  dropPreamble,
  dropTail,
  dropAuthorNotes,
  dropPullQuotes,
  dropEmptySections,
];

function dropLines(verdicts: readonly Verdict[], context: TidyContext): void {
  const headlines = new Set(context.headlines.map(letters));
  const names = new Set(context.byline.map(letters));
  for (const verdict of verdicts) verdict.dropped ??= lineReason(verdict.unit, headlines, names);
}

/** The same long line twice is a pull quotation or a ticker; three times, a placeholder, and none of them stays. */
function dropRepeats(verdicts: readonly Verdict[]): void {
  const seen = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { text, kind } = verdict.unit;
    if (verdict.dropped !== null || text.length < 30 || kind === 'table-row' || kind === 'caption') continue;
    // A sentence may stand over the text as its standfirst and in it as well.
    const said = kind === 'heading' ? `# ${text}` : text;
    const same = seen.get(said);
    if (same) same.push(verdict);
    else seen.set(said, [verdict]);
  }
  for (const same of seen.values()) {
    const spared = same.length >= 3 ? 0 : 1;
    for (const verdict of same.slice(spared)) if (same.length > 1) verdict.dropped = 'said before';
  }
}

/** Words of one paragraph set once more for the eye. Most of their runs are enough: the paragraph may be edited after them. */
function dropPullQuotes(verdicts: readonly Verdict[], { containers }: TidyContext): void {
  const kept = verdicts.filter(
    ({ unit, dropped }) => dropped === null && !unit.embed && (unit.kind === 'paragraph' || unit.kind === 'quotation'),
  );
  for (const [index, verdict] of kept.entries()) {
    const { text } = verdict.unit;
    // The first few may be a standfirst, which the text takes up again.
    if (verdict.dropped !== null || index < FIRST_FEW) continue;
    if (text.length < LEAST_PULL_QUOTE || text.length > MOST_PULL_QUOTE) continue;
    const around = kept.slice(Math.max(0, index - NEAR), index + NEAR + 1);
    if (!around.some(({ unit }) => isPulledFrom(text, unit.text))) continue;
    // Who said it stands beside it, in the same box.
    const box = new Set([boxAround(verdict.unit.element, containers)]);
    for (const other of kept.slice(index - 1, index + 2))
      if (other === verdict || (isInside(other.unit.element, box) && !endsSentence(other.unit.text)))
        other.dropped = 'said in the text';
  }
}

/** The largest element around that holds little more. */
function boxAround(element: PageElement, containers: readonly PageElement[]): PageElement {
  let box = element;
  for (let { parent } = box; parent && isElement(parent) && !containers.includes(parent); parent = parent.parent) {
    if (parent.chars > element.chars + MOST_BESIDE) break;
    box = parent;
  }
  return box;
}
const MOST_BESIDE = 80;

function isPulledFrom(text: string, paragraph: string): boolean {
  if (paragraph.length <= text.length || paragraph.length > MOST_PARAGRAPH) return false;
  // Few texts share even a piece with another: comparing their runs is left for those.
  if (!PIECES.some((at) => paragraph.includes(text.slice(text.length * at, text.length * at + PIECE)))) return false;
  if (letters(paragraph).includes(letters(text))) return true;
  const own = runsOf(text);
  const other = runsOf(paragraph);
  return own.size >= LEAST_RUNS && [...own].filter((run) => other.has(run)).length >= own.size * PULLED;
}

const LEAST_PULL_QUOTE = 30;
const MOST_PULL_QUOTE = 240;
const MOST_PARAGRAPH = 4000;
const LEAST_RUNS = 6;
const FIRST_FEW = 3;
const PULLED = 0.6;
const PIECE = 12;
/** Where in a text its pieces begin. */
const PIECES = [0.2, 0.45, 0.7] as const;
/** Paragraphs between a pull quotation and what it is pulled from. */
const NEAR = 8;

/** Below the last paragraph, lines that begin with the writer's whole name tell of the writer. */
function dropAuthorNotes(verdicts: readonly Verdict[], { byline }: TidyContext): void {
  const names = byline.filter((name) => /\S\s+\S/u.test(name)).map(letters);
  const kept = verdicts.filter(({ unit, dropped }) => dropped === null && unit.kind !== 'caption');
  for (const verdict of kept
    .slice(1)
    .toReversed()
    .slice(0, names.length + 1)) {
    const { kind, text } = verdict.unit;
    const isNote = kind === 'paragraph' && text.length <= 600 && names.some((name) => letters(text).startsWith(name));
    if (!isNote) return;
    verdict.dropped = 'about the author';
  }
}

/** Lists most of whose entries are links and nothing else. */
function dropLinkLists(verdicts: readonly Verdict[]): void {
  const lists = new Map<unknown, { chars: number; linkChars: number }>();
  for (const { unit } of verdicts) {
    if (unit.kind !== 'list-item') continue;
    const list = lists.get(listOf(unit)) ?? { chars: 0, linkChars: 0 };
    list.chars += unit.text.length;
    list.linkChars += unit.linkChars;
    lists.set(listOf(unit), list);
  }
  for (const verdict of verdicts) {
    const list = verdict.unit.kind === 'list-item' ? lists.get(listOf(verdict.unit)) : undefined;
    if (list && list.linkChars > list.chars * 0.6) verdict.dropped ??= LINK_LIST;
  }
  for (const [index, { unit, dropped }] of verdicts.entries()) {
    const label = verdicts[index - 1];
    if (dropped !== LINK_LIST || label?.unit.kind !== 'heading' || label.unit.element.parent !== boxOf(unit)) continue;
    label.dropped ??= 'the label of a list of links';
  }
}
const LINK_LIST = 'a list of links';

/** What its list stands in. */
const boxOf = (unit: Unit): unknown => (listOf(unit) as PageElement).parent;

/** The list an entry belongs to. */
function listOf(unit: Unit): unknown {
  for (
    let node: PageElement | null = unit.element;
    node;
    node = node.parent && isElement(node.parent) ? node.parent : null
  ) {
    if (node.name === 'ul' || node.name === 'ol' || node.name === 'dl') return node;
  }
  return unit.element;
}
