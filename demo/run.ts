/**
 * `npm run demo`: twelve saved fetches of one developing story, through the same pipeline that runs in the cloud, told as it
 * happens. Everything it writes lies in demo-output/.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createColors } from 'picocolors';
import { loadWatchlist } from '../lib/cli/watchlist-option.ts';
import { openLocalStore, outboxOf } from '../lib/cli/local-store.ts';
import { terminalSession } from '../lib/cli/process-session.ts';
import { replayEvents } from '../lib/cli/replay-events.ts';
import { readSeries } from '../lib/cli/saved-fetches.ts';
import { print } from '../lib/cli/session.ts';
import { tellEnd, tellFetch, tellMessage, tellStart } from './story.ts';

const ROOT = join(import.meta.dirname, '..');
const SERIES = 'tests/fixtures/series/dam-talks';
const OUTPUT = 'demo-output';
/** Long enough for the eye to follow on a terminal; a pipe waits for nothing. */
const PAUSE_MS = 200;

const session = { ...terminalSession(), cwd: ROOT };
const { out } = session;
await rm(join(ROOT, OUTPUT), { recursive: true, force: true });

const [series] = await readSeries([SERIES], ROOT);
if (series === undefined) throw new Error(`${SERIES} holds no pages`);
const watchlist = await loadWatchlist('demo/watchlist.yaml', session);
const store = await openLocalStore(OUTPUT, session);
let clock = session.now();
const publish = outboxOf(store, watchlist, () => clock);

await tellStart(out, ROOT);
const events = replayEvents({
  series: [series],
  stores: store.stores,
  watchlist,
  cwd: ROOT,
  publish: (message, at) => {
    clock = new Date(at);
    return publish(message);
  },
});
for await (const event of events) {
  if (out.isTerminal) await wait(PAUSE_MS);
  if (event.kind === 'message') tellMessage(event, watchlist, out);
  else await tellFetch(event, store.stores, out, ROOT);
}
await tellEnd(store, out);
print(
  out,
  createColors(out.colour).dim('On pages of your own:   npm run -s stop-press -- diff before.html after.html'),
);
