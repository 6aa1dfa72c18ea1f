/** What a changed piece of text is called, by where it stands: "paragraph added", "3 sentences removed", "post added". */
import type { BlockKind } from '../../article.ts';
import type { Change } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { plainLine } from '../../plain-text.ts';
import type { Told } from './told-changes.ts';

/** Alike changes by number: "6 paragraphs added", "2 sentences and 1 paragraph removed". */
export function countBlocks(changes: readonly Change[], alert: Told): string {
  const [first] = changes;
  if (first === undefined) return '';
  const kinds = new Set(changes.map((change) => blockNoun(change, alert)));
  const noun = kinds.size === 1 ? null : 'passage';
  return countedNoun(first, changes.length, alert, noun);
}

/** `1 paragraph added`; `2 changes of wording`. */
export function countedNoun(change: Change, count: number, alert: Told, noun: string | null = null): string {
  const [one, many] = namesOf(change, noun ?? blockNoun(change, alert));
  return SINGULAR.has(one) && count === 1 ? one : `${count} ${count === 1 ? one : many}`;
}

const SINGULAR: ReadonlySet<string> = new Set([
  'standfirst changed',
  'article rewritten',
  'image changed',
  'availability changed',
  'publication day changed',
  'headline changed',
  'byline changed',
  'style of marks changed',
]);

function namesOf(change: Change, noun: string): readonly [one: string, many: string] {
  switch (change.kind) {
    case 'added':
    case 'removed':
    case 'moved':
      return [`${noun} ${change.kind}`, `${noun}s ${change.kind}`];
    case 'rewritten':
      return change.rule === 'rewritten-article'
        ? ['article rewritten', 'articles rewritten']
        : [`${noun} rewritten`, `${noun}s rewritten`];
    case 'wording':
      return ['change of wording', 'changes of wording'];
    case 'typography':
      return ['style of marks changed', 'changes of marks'];
    case 'section':
      return ['section heading changed', 'section headings changed'];
    case 'correction':
      return ['publisher’s notice changed', 'publisher’s notices changed'];
    case 'quote':
      return ['quotation changed', 'quotations changed'];
    case 'dates':
      return ['publication day changed', 'dates changed'];
    case 'headline':
    case 'standfirst':
    case 'byline':
    case 'figure':
    case 'attribution':
    case 'name':
    case 'claim':
    case 'image':
    case 'caption':
    case 'link':
    case 'availability':
      return [`${change.kind} changed`, `${change.kind}s changed`];
    default:
      return unreachable(change.kind);
  }
}

/** The block's own name where the change is all of it, else "sentence". */
export function blockNoun(change: Change, { before, after }: Told): string {
  const block =
    change.block.after === null ? before.blocks[change.block.before ?? -1] : after.blocks[change.block.after];
  if (block === undefined) return 'passage';
  if (change.kind === 'rewritten') return 'sentence';
  const text = plainLine(change.after ?? change.before ?? '');
  return plainLine(block.text) === text ? BLOCK_NOUNS[block.kind] : 'sentence';
}

const BLOCK_NOUNS = {
  paragraph: 'paragraph',
  heading: 'heading',
  'list-item': 'list item',
  quotation: 'quotation',
  caption: 'caption',
  'table-row': 'table row',
  preformatted: 'passage',
  post: 'post',
  notice: 'notice',
} as const satisfies Record<BlockKind, string>;
