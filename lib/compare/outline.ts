/** An article's blocks sorted by how they are compared: running text, tables, notices, stamps, captions, posts. */
import type { Article, Block } from '../article.ts';
import { isStampLine, noticeOf, type Notice, type NoticeKind } from '../notice.ts';
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
  const text: Unit[] = [];
  const tables: IndexedBlock[] = [];
  const captions: IndexedBlock[] = [];
  const posts: IndexedBlock[] = [];
  const notices: NoticeUnit[] = [];
  const stamps: Unit[] = [];
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
    else if (elsewhere.has(key)) text.push(...unitsOf([indexed], language));
    else if (isStampLine(block.text)) stamps.push({ block: index, kind: block.kind, start: 0, text: block.text, key });
    else {
      const notice = noticeOf(block.text, language);
      const unit = { block: index, kind: block.kind, start: 0, text: block.text, key };
      if (notice?.says === '' && article.blocks[index + 1] !== undefined) under = { unit, kind: notice.kind };
      else if (notice && notice.label !== null)
        notices.push({ ...unit, notice: isPointer(notice, block) ? 'bare-update' : notice.kind });
      else if (block.kind === 'notice') notices.push({ ...unit, notice: notice?.kind ?? 'update' });
      else {
        const units = unitsOf([indexed], language);
        const start = noticeWithin(units, notice !== null, language);
        const first = units[start];
        if (first) notices.push(noticeFrom(first, block, language));
        text.push(...units.slice(0, start));
      }
    }
  }
  return {
    article,
    text,
    tables: unitsOf(tables, language),
    captions: unitsOf(captions, language),
    notices,
    stamps,
    posts,
  };
}

/** "Update: Victims named", all of it a link: where to read on, and no more. */
const isPointer = ({ kind, says }: Notice, { links = [] }: Block): boolean =>
  kind === 'update' && links.reduce((sum, { text }) => sum + text.length, 0) > says.length * 0.8;

/** A label that stands alone, as a heading, and the block it is about. */
function joined(label: Unit, block: Block, key: string, notice: NoticeKind): NoticeUnit {
  return { ...label, text: `${label.text}\n${block.text}`, key: `${label.key} ${key}`, notice };
}

/** Sentences looked at from the end of a block that does not read as a notice from its beginning. */
const NOTICE_SENTENCES = 3;

/**
 * A notice may stand at the end of a paragraph, and goes on to the block's end: the index of its first sentence, or the number of
 * sentences. All are looked at where the block as a whole speaks like one.
 */
function noticeWithin(units: readonly Unit[], isLikely: boolean, language: string | null): number {
  const from = isLikely ? 0 : Math.max(1, units.length - NOTICE_SENTENCES);
  const at = units.slice(from).findIndex((unit) => noticeOf(unit.text, language) !== null);
  if (at !== -1) return from + at;
  return isLikely ? 0 : units.length;
}

function noticeFrom(unit: Unit, block: Block, language: string | null): NoticeUnit {
  const text = block.text.slice(unit.start).trim();
  const kind = (noticeOf(unit.text, language) ?? noticeOf(text, language))?.kind;
  return { ...unit, text, key: foldTypography(text), notice: kind ?? 'update' };
}
