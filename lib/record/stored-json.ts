/** JSON at rest: written compact, read back through its schema, with errors that name the key. */
import type * as z from 'zod';
import { UnreadableError } from '../errors.ts';
import { VERSION } from '../version.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export const encodeJson = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value)}\n`);

/** @throws {UnreadableError} when the bytes are no JSON or not of the schema: a foreign or damaged object. */
export function decodeJson<Schema extends z.ZodType>(key: string, bytes: Uint8Array, schema: Schema): z.infer<Schema> {
  const content = parseJson(key, bytes);
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const why = isNewer(content)
    ? `was written by a newer Stop Press than this one (${VERSION}): read it with that`
    : `is not what Stop Press wrote: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`;
  throw new UnreadableError(`${key} ${why}`, key, { cause: parsed.error });
}

/** What an operator does about a damaged object. */
export const RESTORE = 'docs/operating.md, Restore, says what to do';

/** The highest `format` that any schema here knows. */
const NEWEST_FORMAT = 1;

const isNewer = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'format' in content && Number(content.format) > NEWEST_FORMAT;

function parseJson(key: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch (cause) {
    throw new UnreadableError(`${key} is damaged: it holds no JSON; ${RESTORE}`, key, { cause });
  }
}
