/** The pieces a body is aligned by: sentences, and table rows and headings whole. */
import type { Article, Block, BlockKind } from '../article.ts';
import { foldTypography } from '../typography.ts';
import { splitSentences } from './facts/index.ts';

export type Unit = {
  /** Index of the block in `article.blocks`. */
  readonly block: number;
  readonly kind: BlockKind;
  /** Where the text starts in the block's text; the text ends before trailing white space. */
  readonly start: number;
  readonly text: string;
  /** Equal keys differ in typography alone. */
  readonly key: string;
};

/** Units of the given blocks, in reading order. */
export function unitsOf(
  blocks: readonly { readonly index: number; readonly block: Block }[],
  language: Article['language'],
): Unit[] {
  const units: Unit[] = [];
  for (const { index, block } of blocks) {
    let start = 0;
    for (const piece of piecesOf(block, language)) {
      const text = piece.trim();
      if (text !== '') {
        const lead = piece.length - piece.trimStart().length;
        units.push({ block: index, kind: block.kind, start: start + lead, text, key: foldTypography(text) });
      }
      start += piece.length;
    }
  }
  return units;
}

/** Lossless: the pieces joined are the block's text. */
function piecesOf(block: Block, language: Article['language']): string[] {
  if (block.kind === 'heading' || block.kind === 'table-row' || block.kind === 'caption') return [block.text];
  if (!block.text.includes('\n')) return splitSentences(block.text, language);
  const lines = block.text.split(/(?<=\n)/u);
  return block.kind === 'preformatted' ? lines : lines.flatMap((line) => splitSentences(line, language));
}
