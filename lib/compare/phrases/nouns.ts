/** What a changed piece of text is called, by where it stands: "paragraph added", "3 sentences removed", "post added". */
import type { BlockKind } from '../../article.ts';
import type { Change } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { plainLine } from '../../plain-text.ts';
import type { Told } from './told-changes.ts';

/** Changes of one kind by number: "paragraph added", "2 sentences removed", "2 changes of wording". */
export function countBlocks(changes: readonly Change[], alert: Told): string {
  const [first] = changes;
  if (first === undefined) return '';
  const nouns = [...new Set(changes.map((change) => blockNoun(change, alert)))];
  const [one, many] = namesOf(first, nouns.length === 1 ? (nouns[0] ?? '') : 'passage', changes);
  const count = changes.length;
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

function namesOf(change: Change, noun: string, all: readonly Change[]): readonly [one: string, many: string] {
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
    case 'section': {
      const fate = all.every(({ before }) => before === null)
        ? 'added'
        : all.every(({ after }) => after === null)
          ? 'removed'
          : 'changed';
      return [`section heading ${fate}`, `section headings ${fate}`];
    }
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
