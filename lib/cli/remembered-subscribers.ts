/**
 * Whom a former sync subscribed: SNS forgets a deleted subscription within days, and who left must not be signed up again.
 * Kept in the state store as hashes: no address lies there.
 */
import * as z from 'zod';
import { subscriberKey } from '../deliver/index.ts';
import { StoreError } from '../errors.ts';
import { decodeJson, encodeJson } from '../record/index.ts';
import { CHANNELS } from '../revision.ts';
import type { Store } from '../store.ts';
import type { Watchlist } from '../watchlist.ts';

const KEY = 'subscribers/asked.json';
const schema = z.object({ format: z.literal(1), asked: z.array(z.string()) });

export async function readRemembered(state: Store): Promise<ReadonlySet<string>> {
  const stored = await state.get(KEY);
  return new Set(stored === null ? [] : decodeJson(KEY, stored.bytes, schema).asked);
}

/** Everybody in the watchlist has been asked now; who is no longer in it may be asked again when they come back. */
export async function writeRemembered(state: Store, { editions }: Watchlist): Promise<void> {
  const asked = Object.values(editions).flatMap(({ subscribers }) =>
    CHANNELS.flatMap((channel) => subscribers[channel].map((endpoint) => subscriberKey(channel, endpoint))),
  );
  const bytes = encodeJson({ format: 1, asked: [...new Set(asked)].sort() });
  const version = (await state.get(KEY))?.version ?? null;
  const outcome = await state.putIfUnchanged(KEY, bytes, version);
  if (outcome.kind === 'lost') throw new StoreError('Another sync is under way; run this one again', KEY);
}
