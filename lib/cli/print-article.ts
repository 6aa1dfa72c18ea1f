/** An article for a reader at a terminal: its parts in reading order, each recognisable for what it is. */
import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Article, Block } from '../article.ts';
import { unreachable } from '../errors.ts';
import type { Explanation } from '../extraction.ts';
import { visibleText } from '../render/visible.ts';
import { print, type Output } from './session.ts';

type Palette = ReturnType<typeof createColors>;

export function printArticle(article: Article, output: Output): void {
  const palette = createColors(output.colour);
  const wrap = (text: string, indent = ''): string =>
    wrapAnsi(text, Math.max(20, output.width - indent.length)).replaceAll(/^/gmu, indent);
  const about = [
    ...(article.byline.length > 0 ? [`By ${article.byline.join(', ')}`] : []),
    ...(article.publishedAt === null ? [] : [`published ${article.publishedAt}`]),
    ...(article.modifiedAt === null || article.modifiedAt === article.publishedAt
      ? []
      : [`modified ${article.modifiedAt}`]),
    ...(article.language === null ? [] : [article.language]),
  ];
  print(
    output,
    wrap(palette.bold(visibleText(article.headline))),
    ...(article.standfirst === null ? [] : [wrap(palette.italic(visibleText(article.standfirst)))]),
    ...(about.length === 0 ? [] : [wrap(palette.dim(visibleText(about.join(' · '))))]),
  );
  for (const [index, block] of article.blocks.entries()) {
    const { text, indent } = blockLines(block, palette);
    const inList = block.kind === article.blocks[index - 1]?.kind && TIGHT.has(block.kind);
    print(output, ...(inList ? [] : ['']), wrap(text, indent));
  }
}

/** Blocks of these kinds that follow each other belong together. */
const TIGHT: ReadonlySet<Block['kind']> = new Set(['list-item', 'table-row', 'preformatted']);

function blockLines(block: Block, palette: Palette): { readonly text: string; readonly indent: string } {
  const text = visibleText(block.text);
  switch (block.kind) {
    case 'heading':
      return { text: palette.bold(text), indent: '' };
    case 'list-item':
      return { text: `• ${text}`, indent: '  ' };
    case 'quotation':
      return { text, indent: '  │ ' };
    case 'caption':
      return { text: palette.dim(`[caption] ${text}`), indent: '' };
    case 'notice':
      return { text: palette.yellow(text), indent: '' };
    case 'table-row':
    case 'preformatted':
      return { text, indent: '  ' };
    case 'post':
    case 'paragraph':
      return { text, indent: '' };
    default:
      return unreachable(block.kind);
  }
}

export function printExplanations(explanations: readonly Explanation[], output: Output): void {
  const palette = createColors(output.colour);
  for (const { verdict, path, why, text } of explanations) {
    const mark = verdict === 'kept' ? palette.green('kept   ') : palette.red('dropped');
    print(output, `${mark}  ${why}: ${visibleText(text)}`, palette.dim(`         ${path}`));
  }
}
