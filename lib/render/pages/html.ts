/** Markup that is safe by construction: the one way to make some is a template, and every value in it is escaped. */
import { visibleText } from '../visible.ts';

/** Finished markup. Only `html` makes one, so text from a page or feed is never mistaken for it. */
export type Markup = { readonly [MARKUP]: string };
export type Content = Markup | string | number | false | null | undefined | readonly Content[];

/**
 * A template whose values are escaped for text and for attributes in double quotes, with characters that would act
 * on the page made visible. Markup stands as it is, lists are joined, and false, null and undefined are nothing.
 *
 * hono/html and its like were left: they may return a promise, and let control and direction marks through.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const literal = unindented(strings);
  let text = literal[0] ?? '';
  for (const [index, value] of values.entries()) text += render(value) + (literal[index + 1] ?? '');
  return { [MARKUP]: text };
}

export const toText = (markup: Markup): string => markup[MARKUP];

/** An address to link to, if it is one a reader can safely follow: http, https, or relative and ours. */
export function safeHref(url: string): string | null {
  return /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null;
}

/** Written by us in this repository, such as a style sheet: put in as it is. */
export const trusted = (markup: string): Markup => ({ [MARKUP]: markup });

/** Templates are indented for whoever reads the source; a page of three thousand words would be a fifth larger for it. */
function unindented(strings: TemplateStringsArray): readonly string[] {
  const known = UNINDENTED.get(strings);
  if (known !== undefined) return known;
  const literal = strings.map((part) => part.replaceAll(/\s*\n\s*/gu, '\n'));
  UNINDENTED.set(strings, literal);
  return literal;
}

const UNINDENTED = new WeakMap<TemplateStringsArray, readonly string[]>();
const MARKUP: unique symbol = Symbol('markup');

function render(value: Content): string {
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  if (value === false || value === null || value === undefined) return '';
  return isList(value) ? value.map(render).join('') : value[MARKUP];
}

const isList = (value: Markup | readonly Content[]): value is readonly Content[] => Array.isArray(value);

const escape = (text: string): string =>
  visibleText(text).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
