/** Times in a page: for readers in words, for machines in an attribute. */
import { sayDay } from '../../instant.ts';
import { sayInstant, sayTime } from '../interval.ts';
import { html, type Markup } from './html.ts';

/** A stamp that is no instant, as a publisher may write one, is shown as it stands. */
export function time(instant: string): Markup {
  if (Number.isNaN(Date.parse(instant))) return html`${instant}`;
  return html`<time datetime="${instant}">${sayInstant(instant)}</time>`;
}

/** As `sayInterval`, with both ends marked. */
export function interval(unchangedAt: string | null, changedBy: string): Markup {
  const by = html`<time datetime="${changedBy}">${sayTime(changedBy)} UTC, ${sayDay(changedBy)}</time>`;
  if (unchangedAt === null) return html`Changed by ${by}`;
  const sameDay = sayDay(unchangedAt) === sayDay(changedBy);
  const at = sameDay ? sayTime(unchangedAt) : `${sayTime(unchangedAt)} UTC, ${sayDay(unchangedAt)}`;
  return html`Unchanged at <time datetime="${unchangedAt}">${at}</time>, changed by ${by}`;
}
