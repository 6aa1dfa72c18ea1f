/**
 * The page as a tree, built while htmlparser2 parses. Scripts other than JSON are never kept, each element knows how
 * much text, link text and prose it holds, and depth and size are bounded, so hostile markup costs a stated maximum.
 */
import { Document, Text, type ParentNode } from 'domhandler';
import { Parser } from 'htmlparser2';
import { LIMITS } from './limits.ts';
import { measure, PageElement } from './page-element.ts';

export type PageTree = {
  readonly root: Document;
  /** Bodies of `<script>` elements that hold JSON or assign a state object, with their attributes. */
  readonly scripts: readonly PageScript[];
  /** The limit that stopped the reading, if one did. */
  readonly stoppedBy: 'depth' | 'nodes' | null;
  /** Whether `</html>` or `</body>` was seen. */
  readonly closed: boolean;
  /** Elements still open where the markup ended, `html` and `body` left out; empty when it ended properly. */
  readonly openAtEnd: ReadonlySet<PageElement>;
  /** What `<noscript>` elements say, markup included. */
  readonly noscript: readonly string[];
  readonly elements: number;
};

export type PageScript = { readonly type: string; readonly id: string; readonly text: string };

/** Parses markup. Never throws; `stoppedBy` says when a limit ended it early. */
export function parsePage(markup: string): PageTree {
  const builder = new TreeBuilder();
  const parser = new Parser(builder, { decodeEntities: true });
  builder.stop = () => parser.pause();
  parser.write(markup.replace(MISMATCHED_HEADING, '<h$1$2>$3</h$1>'));
  const openAtEnd = builder.closed ? NOTHING_OPEN : builder.openElements();
  if (builder.stoppedBy === null) parser.end();
  else builder.closeAll();
  const { root, scripts, stoppedBy, closed, noscript, elements } = builder;
  return { root, scripts, stoppedBy, closed, openAtEnd, noscript, elements };
}

/** `<h1>…</h2>`: a browser ends the heading; htmlparser2 would let it run on to the end of the page. */
const MISMATCHED_HEADING = /<h([1-6])([^<>]{0,300})>([^<]{0,300})<\/h(?!\1)[1-6]>/giu;

const NOTHING_OPEN: ReadonlySet<PageElement> = new Set();

/** Elements whose text is never read; those in the second row are kept for their attributes or as markers. */
const TEXTLESS: ReadonlySet<string> = new Set(
  (
    'script style noscript template svg math iframe object canvas select textarea datalist noframes map ' +
    'audio video'
  ).split(' '),
);

class TreeBuilder {
  readonly root = new Document([]);
  readonly scripts: PageScript[] = [];
  readonly noscript: string[] = [];
  stoppedBy: 'depth' | 'nodes' | null = null;
  closed = false;
  elements = 0;
  stop: () => void = () => undefined;

  private nodes = 0;
  private texts = 0;
  private depth = 0;
  /** Depth at which a textless element was opened, 0 outside one. */
  private silentFrom = 0;
  private linkDepth = 0;
  private current: ParentNode = this.root;
  private inNoscript = false;
  private script: { type: string; id: string; parts: string[] } | null = null;

  onopentag(name: string, attributes: Record<string, string>): void {
    this.depth++;
    this.elements++;
    if (this.depth > LIMITS.depth) return this.halt('depth');
    if (++this.nodes > LIMITS.nodes) return this.halt('nodes');
    if (this.silentFrom > 0) return;
    if (name === 'script') this.openScript(attributes);
    const element = new PageElement(name, attributes);
    element.order = this.elements;
    this.append(element);
    this.current = element;
    if (name === 'a') this.linkDepth++;
    this.inNoscript = name === 'noscript';
    const isShadowRoot = name === 'template' && 'shadowrootmode' in attributes;
    if (TEXTLESS.has(name) && !isShadowRoot) this.silentFrom = this.depth;
  }

  onclosetag(name: string, implied: boolean): void {
    const { depth } = this;
    this.depth--;
    if (!implied && (name === 'html' || name === 'body')) this.closed = true;
    if (this.silentFrom > 0) {
      if (depth > this.silentFrom) return;
      this.silentFrom = 0;
      if (this.script) this.closeScript();
    }
    const element = this.current;
    if (!(element instanceof PageElement)) return;
    if (name === 'a') this.linkDepth--;
    const parent = element.parent;
    measure(element, parent instanceof PageElement ? parent : null);
    this.current = parent ?? this.root;
  }

  ontext(text: string): void {
    if (++this.texts > LIMITS.texts) return this.halt('nodes');
    if (this.silentFrom > 0) {
      this.script?.parts.push(text);
      if (this.inNoscript && this.noscript.length < 20) this.noscript.push(text.slice(0, 300));
      return;
    }
    const { current } = this;
    const previous = current.lastChild;
    // A decoded entity arrives as a text of its own.
    if (previous instanceof Text) previous.data += text;
    else if (++this.nodes > LIMITS.nodes) return this.halt('nodes');
    else this.append(new Text(text));
    if (!(current instanceof PageElement)) return;
    const chars = text.trim().length;
    current.chars += chars;
    current.direct += chars;
    if (this.linkDepth > 0) {
      current.linkChars += chars;
      current.directLink += chars;
    }
  }

  openElements(): ReadonlySet<PageElement> {
    const open = new Set<PageElement>();
    for (let node: ParentNode | null = this.current; node instanceof PageElement; node = node.parent) {
      if (node.name !== 'html' && node.name !== 'body') open.add(node);
    }
    return open;
  }

  /** Ends every open element, for a page that was not read to its end. */
  closeAll(): void {
    let element: ParentNode | null = this.current;
    while (element instanceof PageElement) {
      const parent: ParentNode | null = element.parent;
      measure(element, parent instanceof PageElement ? parent : null);
      element = parent;
    }
  }

  private append(node: PageElement | Text): void {
    const { current } = this;
    const previous = current.lastChild;
    node.parent = current;
    if (previous) {
      previous.next = node;
      node.prev = previous;
    }
    current.children.push(node);
  }

  private halt(limit: 'depth' | 'nodes'): void {
    this.stoppedBy ??= limit;
    this.stop();
  }

  private openScript(attributes: Record<string, string>): void {
    this.script = {
      type: (attributes['type'] ?? '').toLowerCase(),
      id: attributes['id'] ?? attributes['data-name'] ?? '',
      parts: [],
    };
  }

  private closeScript(): void {
    const { script } = this;
    this.script = null;
    if (!script) return;
    const text = script.parts.join('');
    if (text !== '') this.scripts.push({ type: script.type, id: script.id, text });
  }
}
