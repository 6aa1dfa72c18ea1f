/**
 * An article's life: for each revision the words that came (solid, upward) and went (hatched, downward). Revisions stand
 * side by side, not to the scale of time: ten in an hour and a correction a week later are both to be seen.
 */
import { scaleBand, scaleLinear } from 'd3-scale';
import { sayDay } from '../../instant.ts';
import { sayTime } from '../interval.ts';
import { at, chart, SHEET_WIDTH, thinned } from './chart.ts';
import { html, type Content, type Markup } from './html.ts';
import type { RevisionLine } from './view.ts';

/** Nothing where fewer than two revisions make no life yet. Oldest first. */
export function lifeChart(lines: readonly RevisionLine[]): Content {
  if (lines.length < 2) return null;
  const x = revisionScale(lines.map((line) => line.number));
  const most = Math.max(1, ...lines.flatMap((line) => [line.wordsAdded, line.wordsRemoved]));
  const added = scaleLinear([0, most], [MIDDLE, TOP]);
  const removed = scaleLinear([0, most], [MIDDLE + GAP, HEIGHT - BOTTOM]);
  const bars = lines.map((line) => bar(line, x, added, removed));
  const shown = thinned(lines, 6);
  const labels = shown.map((line, index) => {
    const middle = at((x(line.number) ?? 0) + x.bandwidth() / 2);
    const isNewDay = sayDay(line.fetchedAt) !== sayDay(shown[index - 1]?.fetchedAt ?? '1970-01-01T00:00:00Z');
    const label = (text: string | number, y: number): Markup =>
      html`<text class="tick" x="${middle}" y="${y}" text-anchor="middle">${text}</text>`;
    return html`${label(line.number, HEIGHT - 48)}${label(sayTime(line.fetchedAt), HEIGHT - 27)}${
      isNewDay && label(sayDay(line.fetchedAt).replace(/ \d{4}$/u, ''), HEIGHT - 6)
    }`;
  });
  const drawing = html`<defs>
      <pattern id="went" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" y1="0" x2="0" y2="5" />
      </pattern>
    </defs>
    <line class="axis" x1="${LEFT}" x2="${SHEET_WIDTH}" y1="${MIDDLE + GAP / 2}" y2="${MIDDLE + GAP / 2}" />
    <text class="tick" x="0" y="${TOP + 10}">words in</text>
    <text class="tick" x="0" y="${HEIGHT - BOTTOM}">words out</text>
    <text class="tick" x="0" y="${HEIGHT - 48}">revision</text>
    ${bars}${labels}`;
  return chart('life', 'Words added and removed by each revision', describe(lines), HEIGHT, drawing);
}

/** Shared by the charts of one article, so that a revision stands at the same place in each. */
export const revisionScale = (numbers: readonly number[]) =>
  scaleBand(numbers, [LEFT, SHEET_WIDTH - RIGHT])
    .paddingInner(0.35)
    .paddingOuter(0.2);

const LEFT = 90;
/** Half of the last label, as large as a phone has it: its bar may be narrow. */
const RIGHT = 28;
const TOP = 18;
const MIDDLE = 92;
const GAP = 3;
const BOTTOM = 92;
const HEIGHT = 258;
const MOST_BAR_WIDTH = 34;

function bar(
  line: RevisionLine,
  x: ReturnType<typeof revisionScale>,
  added: (words: number) => number,
  removed: (words: number) => number,
): Markup {
  const width = Math.min(x.bandwidth(), MOST_BAR_WIDTH);
  const left = (x(line.number) ?? 0) + (x.bandwidth() - width) / 2;
  const top = added(line.wordsAdded);
  const foot = removed(line.wordsRemoved);
  const number = (words: number, sign: string, y: number, dy: string): Content =>
    words > 0 &&
    width > 16 &&
    html`<text class="label" x="${at(left + width / 2)}" y="${at(y)}" dy="${dy}" text-anchor="middle"
      >${sign}${words}</text
    >`;
  const gone =
    line.kinds.includes('availability') &&
    html`<text class="label" x="${at(left + width / 2)}" y="${MIDDLE - 6}" text-anchor="middle">✕</text>`;
  return html`${gone}${
    line.wordsAdded > 0 &&
    html`<rect class="plus" x="${at(left)}" y="${at(top)}" width="${at(width)}" height="${at(MIDDLE - top)}" />`
  }${
    line.wordsRemoved > 0 &&
    html`<rect
      class="minus"
      fill="url(#went)"
      x="${at(left)}"
      y="${MIDDLE + GAP}"
      width="${at(width)}"
      height="${at(foot - MIDDLE - GAP)}"
    />`
  }${number(line.wordsAdded, '+', top - 4, '0')}${number(line.wordsRemoved, '−', foot, '1em')}`;
}

function describe(lines: readonly RevisionLine[]): string {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return '';
  const sum = (of: (line: RevisionLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
  return `${lines.length} revisions from ${sayDay(first.fetchedAt)} to ${sayDay(last.fetchedAt)}: ${sum(
    (line) => line.wordsAdded,
  )} words added and ${sum((line) => line.wordsRemoved)} removed in all. Each is in the list below.`;
}
