/**
 * The watchlist's JSON Schema, made from the one zod source, and what it knows of a place in the file: editors complete
 * and check with it, the reference in docs/watchlist.md is written from it, and messages suggest names by it.
 */
import * as z from 'zod';
import { watchlistSchema } from './watchlist.ts';

/** The part of JSON Schema that zod writes for us and that we read again. */
export type SchemaNode = {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | false;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
};

/** The JSON Schema of `watchlist.yaml` as written, before defaults. Draft 7, which the YAML language servers read. */
export function watchlistJsonSchema(): SchemaNode {
  const schema = z.toJSONSchema(watchlistSchema, { io: 'input', target: 'draft-7' });
  return { title: 'Stop Press watchlist', ...schema } as SchemaNode;
}

/** The nodes a path of the file may be checked against: several below an `anyOf`, none where the path is unknown. */
export function nodesAt(path: readonly PropertyKey[], root: SchemaNode = watchlistJsonSchema()): readonly SchemaNode[] {
  let nodes = alternatives(root);
  for (const segment of path) nodes = nodes.flatMap((node) => childrenOf(node, segment)).flatMap(alternatives);
  return nodes;
}

function childrenOf(node: SchemaNode, segment: PropertyKey): readonly SchemaNode[] {
  if (typeof segment === 'number') return node.items === undefined ? [] : [node.items];
  const named = node.properties?.[String(segment)];
  if (named !== undefined) return [named];
  return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : [];
}

const alternatives = (node: SchemaNode): readonly SchemaNode[] => [node, ...(node.anyOf ?? []).flatMap(alternatives)];
