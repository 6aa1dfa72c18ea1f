/** docs/watchlist.md, from the schema that the watchlist is checked by. */
import { watchlistJsonSchema, type SchemaNode } from '../../lib/watchlist-schema.ts';

export function watchlistReference(): string {
  const root = watchlistJsonSchema();
  const sections = Object.entries(root.properties ?? {}).flatMap(([key, node]) => section(key, node));
  return [
    '# The watchlist',
    '<!-- Written by `npm run docs` from lib/watchlist.ts: change the schema there, not this page. -->',
    'One YAML file, `watchlist.yaml`. `stop-press init` writes one to start from, `stop-press validate` checks it and names every problem with its line and the remedy, and `stop-press validate --schema` prints its JSON Schema, with which an editor completes keys and marks mistakes.',
    'Durations are a number and a unit: `90s`, `15m`, `3h`, `7d`. Ids are 1 to 40 of `a-z`, `0-9` and inner hyphens; articles are stored under their publication’s id, so it never changes.',
    ...sections,
  ].join('\n\n');
}

/** A top-level key: its own line, or a table of what stands under it. */
function section(key: string, node: SchemaNode): readonly string[] {
  const entry = typeof node.additionalProperties === 'object' ? node.additionalProperties : null;
  const shape = entry ?? node;
  const title = entry === null ? `## \`${key}\`` : `## \`${key}.<id>\``;
  if (shape.properties === undefined) return [title, `${describe(node)}.`];
  return [title, ...(INTRODUCTIONS[key] === undefined ? [] : [INTRODUCTIONS[key]]), table(rowsOf(shape, ''))];
}

const INTRODUCTIONS: Readonly<Record<string, string>> = {
  operator: 'Who runs this.',
  publications:
    'The outlets that are followed. Each needs at least one of `feeds`, `sitemaps`, `sections` and `articles`.',
  beats: 'Named lists of words: an edition can be limited to them, or take them more seriously.',
  editions: 'What people subscribe to. A revision goes to every edition that it fits.',
  messages: 'How messages are sent.',
  site: 'Public pages of every revision.',
};

type Row = { readonly key: string; readonly node: SchemaNode; readonly required: boolean };

function rowsOf(node: SchemaNode, prefix: string): readonly Row[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const key = `${prefix}${name}`;
    const required = prefix === '' && (node.required ?? []).includes(name);
    const inner = mapInside(child);
    if (inner === null) return [{ key, node: child, required }];
    return [{ key, node: child, required }, ...rowsOf(inner.node, `${key}${inner.suffix}`)];
  });
}

/** The map that stands in a field: directly, in each entry of a list, or as one of its shapes. */
function mapInside(node: SchemaNode): { readonly node: SchemaNode; readonly suffix: string } | null {
  if (node.properties !== undefined) return { node, suffix: '.' };
  if (node.items !== undefined) {
    const inner = mapInside(node.items);
    return inner === null ? null : { node: inner.node, suffix: '[].' };
  }
  const shape = (node.anyOf ?? []).find(({ properties }) => properties !== undefined);
  return shape === undefined ? null : { node: shape, suffix: '.' };
}

const table = (rows: readonly Row[]): string =>
  [
    '| key | what | unless given |',
    '| --- | --- | --- |',
    ...rows.map(({ key, node, required }) => `| \`${key}\` | ${cell(describe(node))} | ${defaultOf(node, required)} |`),
  ].join('\n');

function describe(node: SchemaNode): string {
  const told = [typeOf(node), node.description ?? node.items?.description].filter((part) => part !== undefined);
  return told.join('. ');
}

function typeOf(node: SchemaNode): string {
  if (node.enum !== undefined)
    return node.enum.length > 9 ? 'A kind of change' : node.enum.map((name) => `\`${name}\``).join(', ');
  if (node.const !== undefined) return `Always \`${JSON.stringify(node.const)}\``;
  if (node.anyOf !== undefined)
    return [...new Set(node.anyOf.map(typeOf))]
      .map((type, index) => (index === 0 ? type : lowerFirst(type)))
      .join(', or ');
  if (node.type === 'array') return `List: ${lowerFirst(typeOf(node.items ?? {}))}`;
  if (node.type === 'object') return node.properties === undefined ? 'Map' : 'Map with the keys below';
  if (node.format === 'uri') return 'Address';
  if (node.format === 'email') return 'E-mail address';
  if (node.pattern?.includes('[smhd]') === true) return 'Duration';
  if (node.type === 'boolean') return '`true` or `false`';
  if (node.type === 'integer') return range(node);
  return 'Text';
}

function range({ minimum, maximum }: SchemaNode): string {
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? ` to ${maximum}` : ' or more';
  return `Whole number, ${minimum ?? 0}${most}`;
}

function defaultOf(node: SchemaNode, required: boolean): string {
  if (required) return '**required**';
  const text = JSON.stringify(node.default);
  if (text === undefined || text === '[]' || node.type === 'object') return '';
  return `\`${typeof node.default === 'string' ? node.default : text}\``;
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);
