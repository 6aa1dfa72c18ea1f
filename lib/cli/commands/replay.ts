/** `stop-press replay`: saved pages through the whole pipeline, as if they had just been fetched. */
import type { Command } from 'commander';
import { watchlistForUrls } from '../default-watchlist.ts';
import { openLocalStore, outboxOf, storeOption } from '../local-store.ts';
import { createProgress } from '../progress.ts';
import { printReplay, replayAsJson } from '../print-replay.ts';
import { replayEvents, type ReplayEvent } from '../replay-events.ts';
import { readSeries } from '../saved-fetches.ts';
import { print, printJson, type Session } from '../session.ts';
import { loadWatchlist, watchlistOption } from '../watchlist-option.ts';

type ReplayOptions = { readonly json?: true; readonly watchlist?: string; readonly store: string };

export function addReplay(program: Command, session: Session): void {
  program
    .command('replay')
    .description('take saved pages for successive fetches: print each revision, write the alerts and the ledger')
    .argument('<pages...>', 'pages of one article, or folders with one article each, files in the order of their names')
    .option('--json', 'print every fetch and message as JSON')
    .addOption(watchlistOption('route and weigh by this watchlist; without one, everything is told'))
    .addOption(storeOption())
    .addHelpText(
      'after',
      [
        '',
        'Beside page.html, page.response.json may say what HTTP did: {"status", "headers", "url", "at"}.',
        'Pages that an earlier replay into the same store has seen are skipped.',
        '',
        'Examples:',
        '  stop-press replay monday.html tuesday.html',
        '  stop-press replay saved/ --watchlist watchlist.yaml --store /tmp/try',
      ].join('\n'),
    )
    .action(async (paths: readonly string[], options: ReplayOptions) => {
      const series = await readSeries(paths, session.cwd);
      const watchlist =
        options.watchlist === undefined
          ? watchlistForUrls(series.map(({ url }) => url))
          : await loadWatchlist(options.watchlist, session);
      const store = await openLocalStore(options.store, session);
      let clock = session.now();
      const publish = outboxOf(store, watchlist, () => clock);
      const events = replayEvents({
        series,
        watchlist,
        stores: store.stores,
        cwd: session.cwd,
        publish: (message, at) => {
          clock = new Date(at);
          return publish(message);
        },
      });
      const total = series.reduce((count, { saves }) => count + saves.length, 0);
      const seen = await untilInterrupted(events, total, session);
      if (options.json) printJson(session.out, replayAsJson(seen, store.outboxPath));
      else printReplay(seen, store.outboxPath, session.out);
      if (session.interrupted.aborted) {
        print(session.log, 'stop-press: interrupted; the same command goes on where this one stopped');
        session.exitWith(1);
      }
    });
}

/** Every event; on Ctrl-C, those up to the end of the fetch in flight. */
async function untilInterrupted(
  events: AsyncIterable<ReplayEvent>,
  total: number,
  session: Session,
): Promise<readonly ReplayEvent[]> {
  const progress = createProgress(session.log, total);
  const seen: ReplayEvent[] = [];
  try {
    for await (const event of events) {
      seen.push(event);
      if (event.kind === 'fetch') progress.advance(event.saved.name);
      if (session.interrupted.aborted) break;
    }
  } finally {
    progress.end();
  }
  return seen;
}
