/** What stands over an entry: what changed, what it holds, and where it stands. */
import { nameOfOtherHeadline } from '../../other-headline.ts';
import type { Change } from '../../change.ts';
import { noticeOf } from '../../notice.ts';
import { holdsWords, nameOfKind } from '../../compare/phrases/kinds.ts';
import { blockNoun, countBlocks } from '../../compare/phrases/nouns.ts';
import { plainLine, quoted } from '../../plain-text.ts';
import type { Told } from '../../compare/phrases/told-changes.ts';

/** The changes that share an entry. */
export type Group = readonly [Change, ...Change[]];

/** `Figures, under "Continued Fighting"`; `Quotation, Jim Townsend`; `Sentence added (with figure, name)`. */
export function titleOf(group: Group, alert: Told): string {
  const names = [...new Set(group.map((change) => nameOfChange(change, group, alert)))];
  const inside = [...new Set(group.flatMap((change) => change.also))].filter(
    (kind) =>
      kind !== 'correction' &&
      !group.some((change) => change.kind === kind || (change.rule === 'attribution-speaker' && kind === 'name')),
  );
  const holds = holdsWords(
    inside,
    group.flatMap(({ facts }) => facts),
  );
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
      return countBlocks([change], alert).replace(/^1 /u, '');
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

const WORDS_OF_SOMEBODY: ReadonlySet<Change['kind']> = new Set(['quote', 'attribution', 'claim']);

/** Who speaks, or else which section it stands in, or which post. */
function whereOf(group: Group, alert: Told): string {
  const [first] = group;
  const speaker = group
    .filter(({ kind, rule }) => WORDS_OF_SOMEBODY.has(kind) && rule !== 'attribution-speaker')
    .flatMap(({ facts }) => facts)
    .find((fact) => fact.kind !== 'figure' && fact.speaker);
  if (speaker !== undefined && speaker.kind !== 'figure') return `, ${plainLine(speaker.speaker ?? '')}`;
  if (first.part !== 'body' && first.part !== 'table') return '';
  const block = first.block.after === null ? null : alert.after.blocks[first.block.after];
  const heading = block?.post?.heading;
  if (heading) return first.kind === 'added' ? '' : `, in the post ${quoted(heading)}`;
  return first.block.under === null ? '' : `, under "${plainLine(first.block.under)}"`;
}
