/** Finding an article in a store by what a person has of it: its address, in any of its forms, or its id. */
import { ConfigError } from '../errors.ts';
import { canonicalUrl } from '../identity.ts';
import { createLedger, readRosterShard } from '../record/index.ts';
import type { RosterEntry } from '../roster.ts';
import type { LocalStore } from './local-store.ts';

/** The id of the article. Throws `ConfigError` where the store knows none by that name. */
export async function findArticle(name: string, store: Pick<LocalStore, 'stores' | 'path'>): Promise<string> {
  const canonical = canonicalUrl(name);
  if (canonical === null) {
    if (/^[a-z0-9-]+$/.test(name) && (await createLedger(store.stores).read(name, 1)) !== null) return name;
    throw new ConfigError(`${name}: neither an address nor an article id of this store; stop-press history lists them`);
  }
  for await (const entry of followedArticles(store)) {
    if (entry.aliases.includes(canonical)) return entry.articleId;
  }
  throw new ConfigError(
    `${name}: this article is not followed in ${store.path}; stop-press history lists those that are`,
  );
}

/** Every article on a roster, by publication. */
export async function* followedArticles({ stores: { state } }: Pick<LocalStore, 'stores'>): AsyncIterable<RosterEntry> {
  for await (const key of state.list('rosters/')) {
    const [, publication = '', shard = ''] = /^rosters\/([^/]+)\/(.+)\.json$/.exec(key) ?? [];
    if (shard !== '' && shard !== 'index') yield* (await readRosterShard(state, publication, shard)).entries;
  }
}
