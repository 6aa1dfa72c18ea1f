/** The aligned text with its marks: altered blocks in full, unchanged runs folded, moved blocks tied to each other. */
import type { Article } from '../../article.ts';
import type { Comparison, RedlineRow, Span } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { foldUnchanged, type Fold } from '../folds.ts';
import { visibleRun } from '../visible.ts';
import { html, type Content, type Markup } from './html.ts';

/**
 * The section's content. Each block is numbered as it stands in the newer article and can be linked to as `#p12`; what
 * is gone keeps its old number as `#was12`. The headline is left out: it is the page's own.
 */
export function redline(rows: readonly RedlineRow[], comparison: Comparison, after: Article): Markup {
  const moves = movesOf(rows, comparison);
  const folds = foldUnchanged(
    rows.filter((row) => row.kind !== 'headline'),
    comparison,
  );
  const lang = after.language === null ? null : html` lang="${after.language}"`;
  return html`<div class="text" dir="${after.direction}" ${lang}>
    ${folds.map((fold) => (fold.kind === 'shown' ? block(fold.row, moves) : folded(fold, moves)))}
  </div>`;
}

/** An article's text by itself, with the same numbers. */
export function plainText(article: Article): Markup {
  const lang = article.language === null ? null : html` lang="${article.language}"`;
  return html`<div class="text" dir="${article.direction}" ${lang}>
    ${article.standfirst !== null && html`<p class="standfirst">${article.standfirst}</p>`}
    ${article.blocks.map((part, index) =>
      element(part.kind, `p${index + 1}`, part.kind, html`${number(`p${index + 1}`, index + 1)}${part.text}`),
    )}
  </div>`;
}

/** Words with what was taken out of them and put in. In a whole text, `own: false` is a sentence that only moved. */
export function marks(spans: readonly Span[], options: { readonly wholeText: boolean } = { wholeText: false }): Markup {
  const moved = (span: Span & { kind: 'removed' | 'added' }): Content =>
    options.wholeText && span.own === false && html` class="moved"`;
  return html`${spans.map((span) => {
    switch (span.kind) {
      case 'same':
        return span.after ?? span.text;
      case 'removed':
        return hugging(span.text, (words) => html`<del${moved(span)}>${words}</del>`);
      case 'added':
        return hugging(span.text, (words) => html`<ins${moved(span)}>${words}</ins>`);
      default:
        return unreachable(span);
    }
  })}`;
}

/** A mark hugs its words: a space at its end would be struck or underlined beyond them. Blanks alone are named. */
function hugging(text: string, mark: (words: string) => Markup): Content {
  const [, lead = '', words = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words === '' ? mark(visibleRun(text)) : html`${lead}${mark(visibleRun(words))}${tail}`;
}

/** Where a reader finds a block: `p12` as it stands now, `was12` as it stood. Null for what has no number. */
export function anchorOf(row: RedlineRow): string | null {
  const isGone = row.op === 'removed' || row.op === 'moved-from';
  if (isGone) return row.before === null ? null : `was${row.before + 1}`;
  return row.after === null ? null : `p${row.after + 1}`;
}

type Moves = ReadonlyMap<RedlineRow, string>;

/** For each moved block, the anchor of its other end: both tell the same change. */
function movesOf(rows: readonly RedlineRow[], comparison: Comparison): Moves {
  const moves = new Map<RedlineRow, string>();
  for (const [index, change] of comparison.changes.entries()) {
    if (change.kind !== 'moved') continue;
    const origin = rows.find((row) => row.op === 'moved-from' && row.changes.includes(index));
    const goal = rows.find((row) => row.op === 'moved-to' && row.changes.includes(index));
    if (origin === undefined || goal === undefined) continue;
    const [from, to] = [anchorOf(origin), anchorOf(goal)];
    if (to !== null) moves.set(origin, to);
    if (from !== null) moves.set(goal, from);
  }
  return moves;
}

function folded(fold: Fold & { kind: 'folded' }, moves: Moves): Content {
  if (fold.paragraphs === 0) return fold.rows.map((row) => block(row, moves));
  const count = fold.paragraphs === 1 ? '1 paragraph' : `${fold.paragraphs} paragraphs`;
  const style = fold.rows.some((row) => row.op !== 'same') ? ' but for style' : '';
  return html`<details class="fold">
    <summary><span dir="ltr" lang="en">${count} unchanged${style}</span></summary>
    ${fold.rows.map((row) => block(row, moves))}
  </details> `;
}

function block(row: RedlineRow, moves: Moves): Content {
  const anchor = anchorOf(row);
  const shown = (row.op === 'removed' || row.op === 'moved-from' ? row.before : row.after) ?? 0;
  const names = row.op === 'same' ? row.kind : `${row.kind} ${row.op}`;
  const other = moves.get(row);
  const where = WHERE[row.op];
  const tie =
    where !== undefined &&
    html`<span class="where">${other === undefined ? where : html`<a href="#${other}">${where}</a>`}</span>`;
  const words = where === undefined ? marks(row.spans, { wholeText: true }) : row.spans.map((span) => span.text);
  const content = html`${anchor !== null && number(anchor, shown + 1)}${tie}${words}`;
  return element(row.kind, anchor, names, content);
}

const WHERE: Partial<Record<RedlineRow['op'], string>> = { 'moved-from': 'moved from here', 'moved-to': 'moved here' };

/** Each kind of block as the element it is; class names are the kind's and the op's, but for a plain paragraph. */
function element(kind: RedlineRow['kind'], anchor: string | null, names: string, content: Content): Markup {
  const id = anchor !== null && html` id="${anchor}"`;
  const shown = names.replace(/^paragraph ?/u, '');
  const head = html`${id}${shown !== '' && html` class="${shown}"`}`;
  switch (kind) {
    case 'heading':
      return html`<h3${head}>${content}</h3>\n`;
    case 'quotation':
      return html`<blockquote${head}>${content}</blockquote>\n`;
    case 'preformatted':
      return html`<pre${head}>${content}</pre>\n`;
    case 'headline':
    case 'standfirst':
    case 'byline':
    case 'paragraph':
    case 'list-item':
    case 'caption':
    case 'table-row':
    case 'post':
    case 'notice':
      return html`<p${head}>${content}</p>\n`;
    default:
      return unreachable(kind);
  }
}

const number = (anchor: string, shown: number): Markup =>
  html`<a class="n" href="#${anchor}" aria-label="Paragraph ${shown}">${shown}</a>`;
