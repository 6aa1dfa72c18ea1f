/** A replay that is counted and not kept: which articles a watchlist follows, and what it would have sent of them from the start. */
import { createMemoryStore } from '../adapters/memory.ts';
import type { Receipt } from '../receipt.ts';
import type { Watchlist } from '../watchlist.ts';
import type { Replayed } from './back-test.ts';
import { listAlerts } from './list-alerts.ts';
import type { LocalStore } from './local-store.ts';
import { publicationOf } from './publication-of.ts';
import { replayEvents, type ReplayEvent } from './replay-events.ts';
import type { Series } from './saved-fetches.ts';
import { print, type Session } from './session.ts';

/** The articles that the watchlist follows; those it leaves out are named. Where it follows none, the replay says so and fails. */
export function followedBy(
  watchlist: Watchlist,
  path: string | undefined,
  series: readonly Series[],
  session: Session,
): readonly Series[] {
  const followed = series.filter(({ url }) => publicationOf(url, watchlist) !== null);
  if (followed.length === 0) return series;
  const left = series.filter((one) => !followed.includes(one)).map(({ name }) => name);
  if (left.length > 0) {
    const more = left.length > NAMED ? ` and ${left.length - NAMED} more` : '';
    print(session.log, `stop-press: left out, of no publication in ${path}: ${left.slice(0, NAMED).join(', ')}${more}`);
  }
  return followed;
}

const NAMED = 5;

/** The same fetches from the start, in memory: nothing of it is kept. */
export async function trial(series: readonly Series[], watchlist: Watchlist, session: Session): Promise<Replayed> {
  const store = createMemoryStore();
  const stores = { ledger: store, state: store };
  const publish = () => Promise.resolve({ providerId: 'not sent' });
  const events = await Array.fromAsync(replayEvents({ series, watchlist, stores, cwd: session.cwd, publish }));
  return { events, receipts: await receiptsOf(events, { stores }) };
}

/** The store may hold those of other articles too. */
export async function receiptsOf(
  events: readonly ReplayEvent[],
  store: Pick<LocalStore, 'stores'>,
): Promise<readonly Receipt[]> {
  const committed = events.flatMap((event) => (event.kind === 'fetch' ? (event.outcome?.committed ?? []) : []));
  const articles = new Set(committed.map(({ revision }) => revision.articleId));
  const receipts = await listAlerts(store, { articleId: null, since: '' });
  return receipts.filter(({ covers }) => covers.some(({ articleId }) => articles.has(articleId)));
}
