/**
 * Who was asked to subscribe, and who was seen confirmed: SNS forgets both, and who left must not be signed up again.
 * Kept in the state store as hashes: no address lies there.
 */
import * as z from 'zod';
import type { Remembered } from '../deliver/index.ts';
import type { Store } from '../store.ts';
import { decodeJson, encodeJson } from './stored-json.ts';

const KEY = 'subscribers/asked.json';
const schema = z.object({
  format: z.literal(1),
  asked: z.array(z.string()),
  // Since 0.1.0's first stores, which did not keep it.
  confirmed: z.array(z.string()).default([]),
});

export async function readRemembered(state: Store): Promise<Remembered> {
  const stored = await state.get(KEY);
  const { asked, confirmed } = stored === null ? { asked: [], confirmed: [] } : decodeJson(KEY, stored.bytes, schema);
  return { asked: new Set(asked), confirmed: new Set(confirmed) };
}

/** `lost`: somebody else remembered something at the same moment. Writes nothing where nothing is new. */
export async function writeRemembered(state: Store, { asked, confirmed }: Remembered): Promise<'written' | 'lost'> {
  const bytes = encodeJson({ format: 1, asked: [...asked].sort(), confirmed: [...confirmed].sort() });
  const stored = await state.get(KEY);
  if (stored !== null && Buffer.from(stored.bytes).equals(bytes)) return 'written';
  const outcome = await state.putIfUnchanged(KEY, bytes, stored?.version ?? null);
  return outcome.kind === 'lost' ? 'lost' : 'written';
}
