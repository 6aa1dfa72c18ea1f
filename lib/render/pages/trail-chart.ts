/** One figure of an article as it moved: a step for each revision that changed it, every value written beside it. */
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { FigureTrail, TrailPoint } from '../figure-trails.ts';
import { at, chart, SHEET_WIDTH } from './chart.ts';
import { html, type Markup } from './html.ts';
import { revisionScale } from './life-chart.ts';

/** `numbers` are all revisions of the article, so that it lines up with the chart of its life. */
export function trailChart(trail: FigureTrail, numbers: readonly number[], id: string): Markup {
  const bands = revisionScale(numbers);
  const x = (point: TrailPoint): number => (bands(point.number) ?? 0) + bands.bandwidth() / 2;
  const values = trail.points.map((point) => point.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const y = scaleLinear([least, most], [HEIGHT - 14, 24]);
  const last = trail.points.at(-1);
  const path = line<TrailPoint>(x, (point) => y(point.value)).curve(curveStepAfter)(trail.points) ?? '';
  const onward = last === undefined ? '' : `H${at(SHEET_WIDTH)}`;
  const dots = trail.points.map(
    (point) =>
      html`<circle class="dot" cx="${at(x(point))}" cy="${at(y(point.value))}" r="4" /><text
          class="label"
          x="${at(x(point) + 7)}"
          y="${at(y(point.value) - 7)}"
          >${point.text}</text
        >`,
  );
  const drawing = html`<path class="trail" d="${path}${onward}" /><text class="tick" x="0" y="${HEIGHT / 2 + 4}"
      >${clipped(trail.about)}</text
    >${dots}`;
  return chart(id, `“${trail.about}” over the revisions`, describe(trail), HEIGHT, drawing);
}

const HEIGHT = 70;

const clipped = (about: string): string => (about.length > 11 ? `${about.slice(0, 10)}…` : about);

const describe = (trail: FigureTrail): string =>
  trail.points.map((point) => `revision ${point.number}: ${point.text}`).join('; ');
