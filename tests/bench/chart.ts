/** The charts of docs/measurements.md as SVG files: no script, readable in a light and a dark page, every value written beside its mark. */
import { scaleBand, scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { Chart } from './figures.ts';

type Bars = Extract<Chart, { kind: 'bars' }>;
type Lines = Extract<Chart, { kind: 'lines' }>;

const WIDTH = 720;
const LEFT = 210;
const RIGHT = 70;
const TOP = 44;
const ROW = 22;
const PLOT = 260;

/** A whole SVG document. `note` says where the figures come from. */
export const drawChart = (chart: Chart, note: string): string =>
  chart.kind === 'bars' ? drawBars(chart, note) : drawLines(chart, note);

function drawBars({ title, unit, groups }: Bars, note: string): string {
  const values = groups.flatMap((group) => Object.values(group.values));
  const x = scaleLinear([0, Math.max(unit === '%' ? 1 : 0, ...values)], [LEFT, WIDTH - RIGHT]);
  const marks: string[] = [];
  let y = TOP;
  for (const group of groups) {
    marks.push(text(0, y + 12, group.label, 'group'));
    y += ROW;
    const names = Object.keys(group.values);
    const band = scaleBand(names, [y, y + names.length * ROW]).padding(0.25);
    for (const [name, value] of Object.entries(group.values)) {
      const [from, height] = [band(name) ?? y, band.bandwidth()];
      const middle = from + height / 2 + 4;
      marks.push(
        text(LEFT - 8, middle, name, isOurs(name) ? 'ours end' : 'end'),
        `<rect class="${isOurs(name) ? 'bar own' : 'bar'}" x="${LEFT}" y="${at(from)}" width="${at(Math.max(1, x(value) - LEFT))}" height="${at(height)}"/>`,
        text(Math.max(LEFT + 1, x(value)) + 6, middle, inWords(value, unit), isOurs(name) ? 'ours' : ''),
      );
    }
    y += names.length * ROW + 12;
  }
  return sheet(title, note, y + 24, marks);
}

function drawLines({ title, unit, across, lines }: Lines, note: string): string {
  const all = lines.flatMap(({ points }) => points);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const x = scaleLog([Math.min(...xs), Math.max(...xs)], [60, WIDTH - 190]);
  const y = scaleLinear([0, Math.max(...ys)], [TOP + PLOT, TOP + 10]).nice(5);
  const marks = y
    .ticks(5)
    .flatMap((tick) => [
      `<path class="rule" d="M60 ${at(y(tick))}H${WIDTH - 190}"/>`,
      text(52, y(tick) + 4, String(tick), 'tick end'),
    ]);
  for (const tick of new Set(xs)) marks.push(text(x(tick), TOP + PLOT + 18, inShort(tick), 'tick middle'));
  marks.push(text(60, TOP + PLOT + 38, across, 'tick'), text(0, TOP - 2, unit, 'tick'));
  const ends: number[] = [];
  for (const [index, { label, points }] of lines.entries()) {
    const path =
      line<readonly [number, number]>(
        ([at]) => x(at),
        ([, value]) => y(value),
      )(points) ?? '';
    marks.push(`<path class="line line-${index}" d="${path.replaceAll(/\.\d+/gu, '')}"/>`);
    for (const [px, py] of points)
      marks.push(`<circle class="dot-${index}" cx="${at(x(px))}" cy="${at(y(py))}" r="3"/>`);
    const last = points.at(-1);
    if (last === undefined) continue;
    // Labels keep a line's height from each other.
    let end = y(last[1]) + 4;
    while (ends.some((other) => Math.abs(other - end) < 16)) end -= 16;
    ends.push(end);
    marks.push(text(x(last[0]) + 8, end, `${label} ${inWords(last[1], '')}`, `label-${index}`));
  }
  return sheet(title, note, TOP + PLOT + 62, marks);
}

const isOurs = (name: string): boolean => name === 'Stop Press';

const at = (position: number): string => position.toFixed(1).replace(/\.0$/u, '');

function inWords(value: number, unit: string): string {
  const digits = Number.isInteger(value) ? 0 : value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
}

const inShort = (value: number): string =>
  value >= 1_000_000 ? `${value / 1_000_000}M` : value >= 1_000 ? `${value / 1_000}k` : String(value);

const text = (x: number, y: number, words: string, kind: string): string =>
  `<text x="${at(x)}" y="${at(y)}"${kind === '' ? '' : ` class="${kind}"`}>${escaped(words)}</text>`;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const sheet = (title: string, note: string, height: number, marks: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>${escaped(title)}</title>
<style>
text{font:13px system-ui,sans-serif;fill:#3b372f}.title{font-size:16px;font-weight:600}.group{font-weight:600}.end{text-anchor:end}.middle{text-anchor:middle}
.tick,.note{font-size:11px;fill:#6b655a}.ours{font-weight:600}.bar{fill:#b9b2a3}.own{fill:#ab1218}.rule{stroke:#d9d4c8;fill:none}
.line{fill:none;stroke-width:2}.line-0{stroke:#ab1218}.dot-0,.label-0{fill:#ab1218}.line-1{stroke:#1a4f8b}.dot-1,.label-1{fill:#1a4f8b}.line-2{stroke:#4d6b1f}.dot-2,.label-2{fill:#4d6b1f}.line-3{stroke:#8a5200}.dot-3,.label-3{fill:#8a5200}
@media(prefers-color-scheme:dark){text{fill:#ece9e2}.tick,.note{fill:#aaa497}.bar{fill:#6d675c}.own{fill:#ff8f86}.rule{stroke:#3a3732}
.line-0{stroke:#ff8f86}.dot-0,.label-0{fill:#ff8f86}.line-1{stroke:#8fbcf2}.dot-1,.label-1{fill:#8fbcf2}.line-2{stroke:#b5d67c}.dot-2,.label-2{fill:#b5d67c}.line-3{stroke:#f2b65c}.dot-3,.label-3{fill:#f2b65c}}
</style>
${text(0, 18, title, 'title')}
${marks.join('\n')}
${text(0, height - 6, note, 'note')}
</svg>
`;
