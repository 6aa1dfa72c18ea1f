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
  const moves = movesOf(rows);
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

/** Words with what was taken out of them and put in. */
export function marks(spans: readonly Span[]): Markup {
  return html`${spans.map((span) => {
    switch (span.kind) {
      case 'same':
        return span.after ?? span.text;
      case 'removed':
        return html`<del>${visibleRun(span.text)}</del>`;
      case 'added':
        return html`<ins>${visibleRun(span.text)}</ins>`;
      default:
        return unreachable(span);
    }
  })}`;
}

/** Where a reader finds a block: `p12` as it stands now, `was12` as it stood. Null for what has no number. */
export function anchorOf(row: RedlineRow): string | null {
  const isGone = row.op === 'removed' || row.op === 'moved-from';
  if (isGone) return row.before === null ? null : `was${row.before + 1}`;
  return row.after === null ? null : `p${row.after + 1}`;
}

type Moves = ReadonlyMap<RedlineRow, string>;

/** For each moved block, the anchor of its other end. */
function movesOf(rows: readonly RedlineRow[]): Moves {
  const moves = new Map<RedlineRow, string>();
  const leaving = new Map<string, RedlineRow>();
  const key = (row: RedlineRow): string => `${row.before} ${row.after}`;
  for (const row of rows) if (row.op === 'moved-from') leaving.set(key(row), row);
  for (const row of rows) {
    const origin = row.op === 'moved-to' ? leaving.get(key(row)) : undefined;
    if (origin === undefined) continue;
    const [from, to] = [anchorOf(origin), anchorOf(row)];
    if (to !== null) moves.set(origin, to);
    if (from !== null) moves.set(row, from);
  }
  return moves;
}

function folded(fold: Fold & { kind: 'folded' }, moves: Moves): Content {
  if (fold.paragraphs === 0) return fold.rows.map((row) => block(row, moves));
  const count = fold.paragraphs === 1 ? '1 paragraph' : `${fold.paragraphs} paragraphs`;
  const style = fold.rows.some((row) => row.op !== 'same') ? ' but for style' : '';
  return html`<details class="fold">
    <summary>${count} unchanged${style}</summary>
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
  const content = html`${anchor !== null && number(anchor, shown + 1)}${tie}${marks(row.spans)}`;
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
