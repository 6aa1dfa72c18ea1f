/** Revisions by day: the height is how many, the solid foot how many of them were major. */
import { scaleBand, scaleLinear } from 'd3-scale';
import { sayDay } from '../../instant.ts';
import { at, chart, SHEET_WIDTH, thinned } from './chart.ts';
import { html, type Content } from './html.ts';

export type Day = {
  /** `2025-11-26`, UTC. */
  readonly day: string;
  readonly revisions: number;
  readonly major: number;
};

/** Oldest first; nothing where there was nothing. */
export function activityChart(days: readonly Day[]): Content {
  const most = Math.max(0, ...days.map((day) => day.revisions));
  if (most === 0) return null;
  const x = scaleBand(
    days.map(({ day }) => day),
    [0, SHEET_WIDTH],
  ).padding(0.2);
  const y = scaleLinear([0, most], [FLOOR, 18]);
  const bars = days.map(({ day, revisions, major }) => {
    const left = at(x(day));
    const width = at(x.bandwidth());
    const middle = at((x(day) ?? 0) + x.bandwidth() / 2);
    const count =
      revisions > 0 &&
      days.length <= 31 &&
      html`<text class="label" x="${middle}" y="${at(y(revisions) - 4)}" text-anchor="middle">${revisions}</text>`;
    return html`<rect
        class="day"
        x="${left}"
        y="${at(y(revisions))}"
        width="${width}"
        height="${at(FLOOR - y(revisions))}"
      /><rect
        class="bar major"
        x="${left}"
        y="${at(y(major))}"
        width="${width}"
        height="${at(FLOOR - y(major))}"
      />${count}`;
  });
  const last = days.at(-1);
  const labels = thinned(days, 6).map((one) => {
    // The last stands at the sheet's edge, and would be cut off there.
    const [left, anchor] = one === last ? [SHEET_WIDTH, 'end'] : [(x(one.day) ?? 0) + x.bandwidth() / 2, 'middle'];
    const day = sayDay(one.day).replace(/ \d{4}$/u, '');
    return html`<text class="tick" x="${at(left)}" y="${HEIGHT - 4}" text-anchor="${anchor}">${day}</text>`;
  });
  const drawing = html`<line class="axis" x1="0" x2="${SHEET_WIDTH}" y1="${FLOOR}" y2="${FLOOR}" />${bars}${labels}`;
  return chart('days', 'Revisions by day', describe(days), HEIGHT, drawing);
}

const HEIGHT = 150;
const FLOOR = 128;

function describe(days: readonly Day[]): string {
  const total = days.reduce((sum, { revisions }) => sum + revisions, 0);
  const major = days.reduce((sum, day) => sum + day.major, 0);
  const busiest = days.toSorted((a, b) => b.revisions - a.revisions)[0];
  const peak = busiest === undefined ? '' : `; most on ${sayDay(busiest.day)}, ${busiest.revisions}`;
  return `${total} revisions in ${days.length} days, ${major} of them major${peak}.`;
}
