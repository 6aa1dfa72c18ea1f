/** The alert in the README’s picture. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import type { Message } from '../../lib/alert.ts';
import { replayEvents } from '../../lib/cli/replay-events.ts';
import { readSeries } from '../../lib/cli/saved-fetches.ts';
import { readWatchlist } from '../../lib/watchlist-file.ts';

/** The first e-mail and the first text that the demo's world desk gets. */
export async function demoMessages(root: string): Promise<{ readonly mail: Message; readonly text: Message }> {
  const watchlist = readWatchlist(await readFile(join(root, 'demo/watchlist.yaml'), 'utf8'), 'demo/watchlist.yaml');
  const series = await readSeries(['tests/fixtures/series/dam-talks'], root);
  const store = createMemoryStore();
  const stores = { ledger: store, state: store };
  const publish = () => Promise.resolve({ providerId: 'none' });
  const first = new Map<Message['channel'], Message>();
  for await (const event of replayEvents({ series, stores, watchlist, publish, cwd: root })) {
    if (event.kind !== 'message' || !event.message.editions.includes('world-desk')) continue;
    if (!first.has(event.message.channel)) first.set(event.message.channel, event.message);
  }
  const [mail, text] = [first.get('email'), first.get('sms')];
  if (mail === undefined || text === undefined) throw new Error('The demo sends its world desk no e-mail or no text');
  return { mail, text };
}
