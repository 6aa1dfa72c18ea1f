/** `stop-press/cdk`: Stop Press as one construct for your own CDK app. */
export { NewsMonitor, type NewsMonitorProps } from './news-monitor.ts';
export { readWatchlist } from '../lib/watchlist-file.ts';
export { watchlistSchema, type Watchlist, type WatchlistSource } from '../lib/watchlist.ts';
