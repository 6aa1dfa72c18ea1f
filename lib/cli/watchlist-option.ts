/** The option `--watchlist`, and the watchlist it names. */
import { Option } from 'commander';
import { readWatchlist } from '../watchlist-file.ts';
import type { Watchlist } from '../watchlist.ts';
import { readInputText } from './input-file.ts';
import type { Session } from './session.ts';

export const WATCHLIST_FILE = 'watchlist.yaml';

export const watchlistOption = (description: string): Option => new Option('-w, --watchlist <file>', description);

/** Throws `ConfigError` with every problem of the file. */
export const loadWatchlist = async (path: string, session: Session): Promise<Watchlist> =>
  readWatchlist(await readInputText(path, session.cwd, 'stop-press init writes a watchlist to start from'), path);
