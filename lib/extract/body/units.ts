/** A region read from top to bottom as lines of text, each with what its markup says it is. */
import type { AnyNode } from 'domhandler';
import type { Block, BlockKind, Link } from '../../article.ts';
import { classWords } from '../class-words.ts';
import { foldSpaces, textOf } from '../text.ts';
import { BLOCK_TAGS, elementsNamed, isElement, isEmbed, isText, type PageElement } from '../page-element.ts';
import { isDataTable } from './tables.ts';
import { imageNear, kindOf, levelOf } from './unit-kind.ts';

/** A line of the page that may become a block. */
export type Unit = {
  readonly kind: BlockKind;
  readonly text: string;
  /** Innermost block element around it. */
  readonly element: PageElement;
  readonly level?: number;
  readonly embed?: true;
  /** Only of a live-blog post. */
  readonly post?: Block['post'];
  /** Only of a caption: the address of its picture. */
  readonly image?: string;
  readonly links: readonly Link[];
  /** Characters of `text` that are linked. */
  readonly linkChars: number;
  /** Characters of `text` that are bold throughout. */
  readonly boldChars: number;
};

export type UnitReader = {
  readonly isDropped: (element: PageElement) => boolean;
  /** Elements that are a live-blog post each, and how its lines become one. */
  readonly posts?: ReadonlySet<PageElement>;
  readonly mergePost?: (element: PageElement, units: readonly Unit[]) => Unit | null;
  /** Told of each region left out. */
  readonly onDrop?: (element: PageElement) => void;
  /** Read what follows this element only. */
  readonly startAfter?: PageElement;
  /** Stop at this element. */
  readonly stopAt?: PageElement;
  /** The page's address, to make links absolute. */
  readonly url: string;
};

/** Reads a region. Inline runs beside blocks are paragraphs of their own; two line breaks end a paragraph. */
export function readUnits(root: PageElement, reader: UnitReader): readonly Unit[] {
  const writer = new UnitWriter(root, reader.url);
  const { startAfter, stopAt, onDrop } = reader;
  const postStarts = new Map<PageElement, number>();
  const stack: (AnyNode | { readonly leave: PageElement })[] = [root];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if ('leave' in next) {
      writer.leave(next.leave);
      if (next.leave === startAfter) writer.units.length = 0;
      const from = postStarts.get(next.leave);
      if (from !== undefined) {
        const post = reader.mergePost?.(next.leave, writer.units.splice(from)) ?? null;
        if (post) writer.units.push(post);
      }
      continue;
    }
    if (next === stopAt) break;
    if (isText(next)) {
      writer.text(next.data);
      continue;
    }
    if (!isElement(next)) continue;
    if (next !== root && reader.isDropped(next)) {
      if (next.chars > 0) onDrop?.(next);
      if (BLOCK_TAGS.has(next.name)) writer.flush();
      continue;
    }
    if (next.name === 'br') {
      writer.lineBreak();
      continue;
    }
    if (next.chars === 0) {
      writer.empty(next);
      continue;
    }
    if (isEmbed(next)) {
      writer.embed(next);
      continue;
    }
    if (next.name === 'table' && isDataTable(next)) {
      writer.table(next, reader.isDropped);
      continue;
    }
    writer.enter(next);
    if (reader.posts?.has(next)) postStarts.set(next, writer.units.length);
    stack.push({ leave: next });
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) stack.push(child);
    }
  }
  writer.flush();
  return writer.units;
}

class UnitWriter {
  readonly units: Unit[] = [];
  private parts: string[] = [];
  private length = 0;
  private breaks = 0;
  private links: { href: string; start: number; end: number }[] = [];
  private linkStart = -1;
  private linkHref = '';
  private boldDepth = 0;
  private raised = 0;
  private boldChars = 0;
  private readonly blocks: PageElement[];
  private readonly root: PageElement;
  private readonly url: string;

  constructor(root: PageElement, url: string) {
    this.blocks = [root];
    this.root = root;
    this.url = url;
  }

  enter(element: PageElement): void {
    if (BLOCK_TAGS.has(element.name)) {
      this.flush();
      this.blocks.push(element);
    } else if (element.name === 'a') {
      this.linkStart = this.length;
      this.linkHref = element.attribs['href'] ?? '';
    } else if (element.name === 'b' || element.name === 'strong') this.boldDepth++;
    else if (element.name === 'sup') this.raised++;
    else if (element.name === 'q') this.text('“');
  }

  leave(element: PageElement): void {
    if (BLOCK_TAGS.has(element.name)) {
      this.flush();
      if (this.blocks.at(-1) === element) this.blocks.pop();
    } else if (element.name === 'a') {
      if (this.linkStart >= 0) this.links.push({ href: this.linkHref, start: this.linkStart, end: this.length });
      this.linkStart = -1;
    } else if (element.name === 'b' || element.name === 'strong') this.boldDepth--;
    else if (element.name === 'sup') this.raised--;
    else if (element.name === 'q') this.text('”');
  }

  text(data: string): void {
    if (this.breaks > 0 && /\S/u.test(data)) this.breaks = 0;
    // Ten squared is not 102.
    this.parts.push(
      this.raised > 0 && /^\d+$/u.test(data) ? data.replace(/\d/gu, (digit) => RAISED.charAt(+digit)) : data,
    );
    this.length += data.length;
    if (this.boldDepth > 0) this.boldChars += data.trim().length;
  }

  /** An element without a word may still part two words. */
  empty(element: PageElement): void {
    if (BLOCK_TAGS.has(element.name)) this.flush();
    else if (element.attribs['class'] !== undefined && classWords(element).includes('br')) this.lineBreak();
    else if (element.children.length > 0 && textOf(element) === '' && element.children.some((child) => isText(child)))
      this.text(' ');
  }

  lineBreak(): void {
    this.breaks++;
    if (this.breaks >= 2) this.flush();
    else this.text('\n');
  }

  flush(): void {
    const raw = this.parts.join('');
    const { links, boldChars } = this;
    if (this.linkStart >= 0) {
      links.push({ href: this.linkHref, start: this.linkStart, end: this.length });
      this.linkStart = 0;
    }
    this.parts = [];
    this.length = 0;
    this.breaks = 0;
    this.links = [];
    this.boldChars = 0;
    const element = this.blocks.at(-1);
    if (!element || !/\S/u.test(raw)) return;
    const kind = kindOf(element, raw, this.root);
    const text = kind === 'preformatted' ? raw.replace(/^\s*\n|\s+$/gu, '') : foldSpaces(raw);
    const level = kind === 'heading' ? levelOf(element) : undefined;
    const image = kind === 'caption' ? imageNear(element, this.root) : null;
    const found = links.flatMap(({ href, start, end }): Link[] => {
      const words = foldSpaces(raw.slice(start, end));
      // A heading may be the target or the source of a link within the page and still be the story's own.
      const isAnchor = href === '' || (kind === 'heading' && href.startsWith('#'));
      return words === '' || isAnchor ? [] : [{ href, text: words }];
    });
    this.units.push({
      kind,
      text,
      element,
      ...(level === undefined ? {} : { level }),
      ...(image !== null && URL.canParse(image, this.url) ? { image: new URL(image, this.url).href } : {}),
      links: found.flatMap((link) => this.absoluteLink(link)),
      linkChars: found.reduce((sum, link) => sum + link.text.length, 0),
      boldChars,
    });
  }

  embed(element: PageElement): void {
    this.flush();
    const text = textOf(element);
    this.units.push({ kind: 'quotation', embed: true, text, element, links: [], linkChars: 0, boldChars: 0 });
  }

  table(table: PageElement, isDropped: (element: PageElement) => boolean): void {
    this.flush();
    for (const row of elementsNamed(table, 'tr')) {
      const cells = row.children
        .filter((child) => isElement(child))
        .filter((cell) => !isDropped(cell))
        .map((cell) => textOf(cell));
      const text = cells.join(' | ');
      if (cells.some((cell) => cell !== ''))
        this.units.push({ kind: 'table-row', text, element: row, links: [], linkChars: 0, boldChars: 0 });
    }
  }

  private absoluteLink(link: Link): Link[] {
    if (link.href === '' || link.href.startsWith('#') || /^(?:javascript|mailto|tel):/iu.test(link.href)) return [];
    const href = link.href.trim();
    return URL.canParse(href, this.url) ? [{ href: new URL(href, this.url).href, text: link.text }] : [];
  }
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
