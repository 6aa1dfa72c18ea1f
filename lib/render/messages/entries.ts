/**
 * The numbered part of an e-mail. Changes inside one passage are one entry with one redline; more than three additions
 * (or removals) are one entry too, with a sentence of each: a story that grows is told as "6 paragraphs added".
 */
import { splitSentences } from '../../compare/facts/sentences.ts';
import { nameOfOtherHeadline } from '../../other-headline.ts';
import type { Change, Span } from '../../change.ts';
import { noticeOf } from '../../notice.ts';
import { sayDay } from '../interval.ts';
import { nameOfKind } from '../telling.ts';
import { blockNoun, countBlocks, countedNoun } from './nouns.ts';
import { plainLine, plainRun, quoted } from './plain-text.ts';
import { INDENT, indented, redlineLines } from './redline.ts';
import { toldChanges, type Told } from './told.ts';

/** A title without its number, and its lines, set in. */
export type Entry = {
  readonly title: string;
  readonly lines: readonly string[];
};
type Group = readonly [Change, ...Change[]];

const MOST_LISTED = 3;
const MOST_LINES_OF_A_LIST = 8;
/** In characters. A longer text on one side only is shown by its first sentences. */
const LONGEST_SIDE = 1_200;

export function entriesOf(alert: Told): readonly Entry[] {
  return groupsOf(alert).map((group) => {
    const [first] = group;
    return isListed(group) ? listEntry(group, alert) : { title: titleOf(group, alert), lines: linesOf(first, alert) };
  });
}

/** "Also (minor): 1 paragraph moved, 2 changes of wording." Null where every change has its entry. */
export function alsoLine(alert: Told): string | null {
  const passages = new Set(groupsOf(alert).flatMap((group) => group.map((change) => change.passage)));
  const rest = alert.comparison.changes.filter(
    (change) => change.severity === 'minor' && !passages.has(change.passage),
  );
  if (rest.length === 0) return null;
  const kinds = [...new Set(rest.map((change) => change.kind))];
  const counts = kinds.map((kind) =>
    countBlocks(
      rest.filter((change) => change.kind === kind),
      alert,
    ),
  );
  return `Also (minor): ${counts.join(', ')}.`;
}

function groupsOf(alert: Told): readonly Group[] {
  const changes = toldChanges(alert.comparison);
  // A long list takes in its minor members: one total says more than two.
  const listed = (['added', 'removed'] as const).filter(
    (kind) => changes.some((change) => change.kind === kind) && alikeOf(kind, alert).length > MOST_LISTED,
  );
  const groups = new Map<string | number, [Change, ...Change[]]>();
  const put = (key: string | number, change: Change): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  };
  for (const change of changes) {
    const kind = listed.find((one) => one === change.kind);
    if (kind === undefined) put(change.passage, change);
    else if (!groups.has(kind)) for (const alike of alikeOf(kind, alert)) put(kind, alike);
  }
  return [...groups.values()];
}

/** As they stand in the article. */
const alikeOf = (kind: Change['kind'], { comparison }: Told): readonly Change[] =>
  comparison.changes
    .filter((change) => change.kind === kind && change.severity !== 'cosmetic')
    .toSorted((one, other) => placeOf(one) - placeOf(other));

const placeOf = ({ block }: Change): number => block.after ?? block.before ?? -1;

const isListed = (group: Group): boolean =>
  group.length > MOST_LISTED && group.every(({ kind }) => kind === 'added' || kind === 'removed');

function listEntry(group: Group, alert: Told): Entry {
  const sign = group[0].kind === 'added' ? '+' : '-';
  const shown = group.length > MOST_LINES_OF_A_LIST ? group.slice(0, MOST_LINES_OF_A_LIST - 1) : group;
  const lines = shown.flatMap((change) => {
    const [first = '', ...rest] = sentences((change.after ?? change.before ?? '').replace(/\n/u, ': '), alert);
    const more = rest.length === 0 ? '' : ` (and ${rest.length} more ${rest.length === 1 ? 'sentence' : 'sentences'})`;
    const [head = '', ...tail] = indented(`${plainRun(first).trim()}${more}`, `${INDENT}  `);
    return [`${INDENT}${sign} ${head.trimStart()}`, ...tail];
  });
  const left = group.length - shown.length;
  return {
    title: countBlocks(group, alert),
    lines: left === 0 ? lines : [...lines, `${INDENT}${sign} and ${left} more`],
  };
}

function linesOf(change: Change, alert: Told): readonly string[] {
  if (change.kind === 'dates') return redlineLines(change.spans.map(asDay));
  if (change.rule === 'rewritten-article') return rewrittenLines(change, alert);
  const isOneSided = change.before === null || change.after === null;
  if (!isOneSided || (change.before ?? change.after ?? '').length <= LONGEST_SIDE) return redlineLines(change.spans);
  return openingLines(change.before, change.after, alert);
}

/** Of a rewritten article the openings, and how much went and came. */
function rewrittenLines(change: Change, alert: Told): readonly string[] {
  const { wordsRemoved, wordsAdded } = alert.comparison;
  const opening = (text: string | null) => (text === null ? null : (sentences(text, alert)[0] ?? null));
  return [
    ...indented(`Little of the text stays: ${wordsRemoved} words gone, ${wordsAdded} new. It opened, and opens:`),
    ...openingLines(opening(change.before), null, alert),
    ...openingLines(null, opening(change.after), alert),
  ];
}

/** As many whole sentences as may be shown; what is left is counted in words. */
function openingLines(before: string | null, after: string | null, alert: Told): readonly string[] {
  const text = before ?? after;
  if (text === null) return [];
  let shown = '';
  let kept = '';
  for (const sentence of splitSentences(text, alert.language)) {
    if (shown !== '' && shown.length + sentence.length > LONGEST_SIDE) break;
    shown += sentence;
    // A quotation that runs over several sentences is not cut: only where all are closed may the text end.
    if (isBalanced(shown)) kept = shown;
  }
  const whole = kept === '' || kept.length > 2 * LONGEST_SIDE ? '' : kept;
  const left = text
    .slice(whole.length)
    .split(/\s+/u)
    .filter((word) => word !== '').length;
  const spans: Span[] = whole === '' ? [] : [{ kind: before === null ? 'added' : 'removed', text: whole }];
  const more = left === 0 ? [] : indented(`(${left} ${whole === '' ? 'words, too many to show here' : 'more words'})`);
  return [...redlineLines(spans), ...more];
}

const sentences = (text: string, alert: Told): readonly string[] =>
  splitSentences(text, alert.language).filter((sentence) => sentence.trim() !== '');

function isBalanced(text: string): boolean {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0;
  return count(/["]/gu) % 2 === 0 && count(/[“«]/gu) <= count(/[”»]/gu);
}

const asDay = (span: Span): Span =>
  Number.isNaN(Date.parse(span.text)) ? span : { kind: span.kind, text: sayDay(span.text) };

/** `Figures, under "Continued Fighting"`; `Quotation, Jim Townsend`; `Sentence added (with figure, name)`. */
function titleOf(group: Group, alert: Told): string {
  const names = [...new Set(group.map((change) => nameOfChange(change, group, alert)))];
  const inside = [...new Set(group.flatMap((change) => change.also))].filter(
    (kind) =>
      kind !== 'correction' &&
      !group.some((change) => change.kind === kind || (change.rule === 'attribution-speaker' && kind === 'name')),
  );
  const holds = inside.length === 0 ? '' : ` (with ${inside.map(nameOfKind).join(', ')})`;
  const title = `${names.join(' and ')}${holds}${whereOf(group, alert)}`;
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
}

function nameOfChange(change: Change, group: Group, alert: Told): string {
  switch (change.kind) {
    case 'figure':
      return group.filter(({ kind }) => kind === 'figure').flatMap(({ facts }) => facts).length > 1
        ? 'figures'
        : 'figure';
    case 'added':
    case 'removed':
    case 'moved':
      return `${blockNoun(change, alert)} ${change.kind}`;
    case 'rewritten':
      return countedNoun(change, 1, alert).replace(/^1 /u, '');
    case 'correction':
      return noticeTitle(change, alert);
    case 'headline':
      return change.rule === 'headline-other' ? nameOfOtherHeadline(change) : 'headline';
    case 'dates':
      return 'publication day';
    case 'attribution':
      return change.rule === 'attribution-speaker' ? 'speaker' : 'attribution';
    case 'standfirst':
    case 'byline':
    case 'quote':
    case 'name':
    case 'claim':
    case 'section':
    case 'wording':
    case 'image':
    case 'caption':
    case 'link':
    case 'typography':
    case 'availability':
      return nameOfKind(change.kind);
    default:
      return change.kind satisfies never;
  }
}

function noticeTitle(change: Change, { language }: Told): string {
  const kind = noticeOf(change.after ?? change.before ?? '', language)?.kind;
  const noun =
    kind === undefined
      ? nameOfKind('correction')
      : kind === 'editors-note'
        ? 'editor’s note'
        : kind.replace('bare-', '');
  return `${noun} ${change.before === null ? 'added' : change.after === null ? 'removed' : 'altered'}`;
}

/** Who speaks, or else which section it stands in, or which post. */
function whereOf(group: Group, alert: Told): string {
  const [first] = group;
  const speaker = group
    .filter(({ rule }) => rule !== 'attribution-speaker')
    .flatMap(({ facts }) => facts)
    .find((fact) => fact.kind !== 'figure' && fact.speaker);
  if (speaker !== undefined && speaker.kind !== 'figure') return `, ${plainLine(speaker.speaker ?? '')}`;
  if (first.part !== 'body' && first.part !== 'table') return '';
  const block = first.block.after === null ? null : alert.after.blocks[first.block.after];
  const heading = block?.post?.heading;
  if (heading) return first.kind === 'added' ? '' : `, in the post ${quoted(heading)}`;
  return first.block.under === null ? '' : `, under "${plainLine(first.block.under)}"`;
}
