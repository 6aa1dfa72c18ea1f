/** An article's blocks sorted by how they are compared: running text, tables, notices, stamps, captions, posts. */
import type { Article, Block } from '../article.ts';
import { isStampLine, noticeOf, type NoticeKind } from '../notice.ts';
import { foldTypography } from '../typography.ts';
import { unitsOf, type Unit } from './units.ts';

export type NoticeUnit = Unit & { readonly notice: NoticeKind };
export type IndexedBlock = { readonly index: number; readonly block: Block };

export type Outline = {
  readonly article: Article;
  readonly text: readonly Unit[];
  readonly tables: readonly Unit[];
  readonly notices: readonly NoticeUnit[];
  readonly stamps: readonly Unit[];
  readonly captions: readonly Unit[];
  readonly posts: readonly IndexedBlock[];
};

/** Folded texts of an article's blocks, in order. */
export const blockKeys = (article: Article): string[] => article.blocks.map((block) => foldTypography(block.text));

/**
 * Sorts the blocks of one side. Notices are looked for only in blocks the other side lacks (`elsewhere`): what stands on
 * both sides alike tells nothing, and may be any old notice.
 */
export function outlineOf(article: Article, keys: readonly string[], elsewhere: ReadonlySet<string>): Outline {
  const text: IndexedBlock[] = [];
  const tables: IndexedBlock[] = [];
  const captions: IndexedBlock[] = [];
  const posts: IndexedBlock[] = [];
  const notices: NoticeUnit[] = [];
  const stamps: Unit[] = [];
  const cut = new Map<number, number>();
  const { language } = article;
  let under: { unit: Unit; kind: NoticeKind } | null = null;
  for (const [index, block] of article.blocks.entries()) {
    const key = keys[index] ?? '';
    const indexed = { index, block };
    const waiting = under;
    under = null;
    if (waiting) {
      notices.push(joined(waiting.unit, block, key, waiting.kind));
      continue;
    }
    if (block.kind === 'table-row') tables.push(indexed);
    else if (block.kind === 'caption') captions.push(indexed);
    else if (block.kind === 'post') posts.push(indexed);
    else if (elsewhere.has(key)) text.push(indexed);
    else if (isStampLine(block.text)) stamps.push({ block: index, kind: block.kind, start: 0, text: block.text, key });
    else {
      const notice = noticeOf(block.text, language);
      const unit = { block: index, kind: block.kind, start: 0, text: block.text, key };
      if (notice?.says === '' && article.blocks[index + 1] !== undefined) under = { unit, kind: notice.kind };
      else if (notice) notices.push({ ...unit, notice: notice.kind });
      else if (block.kind === 'notice') notices.push({ ...unit, notice: 'update' });
      else {
        const start = noticeInside(indexed, language, notices);
        if (start !== null) cut.set(index, start);
        text.push(indexed);
      }
    }
  }
  const whole = unitsOf(text, language).filter((unit) => unit.start < (cut.get(unit.block) ?? Infinity));
  return {
    article,
    text: whole,
    tables: unitsOf(tables, language),
    captions: unitsOf(captions, language),
    notices,
    stamps,
    posts,
  };
}

/** A label that stands alone, as a heading, and the block it is about. */
function joined(label: Unit, block: Block, key: string, notice: NoticeKind): NoticeUnit {
  return { ...label, text: `${label.text}\n${block.text}`, key: `${label.key} ${key}`, notice };
}

/** A notice may stand at the end of a paragraph: from its first sentence to the block's end it is one. */
function noticeInside(indexed: IndexedBlock, language: string | null, notices: NoticeUnit[]): number | null {
  const [first, ...rest] = unitsOf([indexed], language);
  for (const unit of first ? rest : []) {
    const notice = noticeOf(unit.text, language);
    if (!notice) continue;
    const text = indexed.block.text.slice(unit.start).trim();
    notices.push({ ...unit, text, key: foldTypography(text), notice: notice.kind });
    return unit.start;
  }
  return null;
}
