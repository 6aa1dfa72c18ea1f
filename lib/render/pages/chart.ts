/** The drawing sheet of every chart: its size, its title and its description for whoever does not see it. */
import { html, type Content, type Markup } from './html.ts';

/** Units of the drawing; the page scales it to its column. */
export const SHEET_WIDTH = 640;

/** `title` names it, `description` says what it shows in words; both are read out in its place. `id` is unique in the page. */
export function chart(id: string, title: string, description: string, height: number, drawing: Content): Markup {
  return html`<svg viewBox="0 0 ${SHEET_WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">
    <title id="${id}-title">${title}</title>
    <desc id="${id}-text">${description}</desc>
    ${drawing}
  </svg>`;
}

/** A whole number of drawing units is sharp enough, and short. */
export const at = (position: number | undefined): string => (position ?? 0).toFixed(1).replace(/\.0$/u, '');

/** Every label of at most `most` that fits: evenly thinned, and always the last. */
export function thinned<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(all.length / most);
  return all.filter((_, index) => (all.length - 1 - index) % step === 0);
}
