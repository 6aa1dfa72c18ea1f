/** JSON at rest: written compact, read back through its schema, with errors that name the key. */
import type * as z from 'zod';
import { StoreError } from '../errors.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export const encodeJson = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value)}\n`);

/** @throws {StoreError} when the bytes are no JSON or not of the schema: a foreign or damaged object. */
export function decodeJson<Schema extends z.ZodType>(key: string, bytes: Uint8Array, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(parseJson(key, bytes));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new StoreError(
    `${key} is not what Stop Press wrote: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`,
    key,
    {
      cause: parsed.error,
    },
  );
}

function parseJson(key: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch (cause) {
    throw new StoreError(`${key} is damaged: it holds no JSON`, key, { cause });
  }
}
