/** `stop-press replay`: saved pages through the whole pipeline, as if they had just been fetched. */
import type { Command } from 'commander';
import { ConfigError } from '../../errors.ts';
import type { RevisionView } from '../../render/pages/index.ts';
import { createArchive, NO_ADDRESSES, readAgainBy, readOne, revisionView } from '../../render/site/index.ts';
import type { Stores } from '../../store.ts';
import type { Watchlist } from '../../watchlist.ts';
import { backTest } from '../back-test.ts';
import { watchlistForUrls } from '../default-watchlist.ts';
import { readInputText } from '../input-file.ts';
import { formatOption, jsonOption, printRevisions, refuseDocument, type FormatOptions } from '../format-option.ts';
import { judge, readLabels } from '../labels.ts';
import { openLocalStore, outboxOf, replayedStoreOption, type LocalStore } from '../local-store.ts';
import { createProgress } from '../progress.ts';
import { rereadStore } from '../reread-store.ts';
import { printAccuracy, printBackTest, printDifference } from '../print-back-test.ts';
import { printReplay, replayAsJson } from '../print-replay.ts';
import { replayEvents, type ReplayEvent } from '../replay-events.ts';
import { followedBy, receiptsOf, trial } from '../replay-trial.ts';
import { readSeries, type Series } from '../saved-fetches.ts';
import { print, printJson, type Session } from '../session.ts';
import { loadWatchlist, watchlistOption } from '../watchlist-option.ts';

type ReplayOptions = FormatOptions & {
  readonly redline?: true;
  readonly watchlist?: string;
  readonly against?: string;
  readonly labels?: string;
  readonly publication?: string;
  readonly article?: string;
  readonly store: string;
};

export function addReplay(program: Command, session: Session): void {
  program
    .command('replay')
    .description(
      'take saved pages for successive fetches, or read the pages of a store again: what is reported of each',
    )
    .argument(
      '[pages...]',
      'pages of one article, or folders with one article each, files in the order of their names; none: the pages in --store, read only',
    )
    .option('--redline', 'print what each revision changed, with its text')
    .addOption(formatOption())
    .addOption(jsonOption('print every fetch and message as JSON, and the sums'))
    .addOption(watchlistOption('route and weigh by this watchlist, and count what it sends; else everything is told'))
    .option('--against <file>', 'count what this other watchlist would send, and say where the two differ')
    .option('--labels <file>', 'what should have been told of each fetch, as JSON: gives precision and recall')
    .option('--publication <id>', 'without pages: read again this publication of the store only')
    .option('--article <article>', 'without pages: this article only, by its address in any form or its id')
    .addOption(replayedStoreOption())
    .addHelpText(
      'after',
      [
        '',
        'Beside page.html, page.response.json may say what HTTP did: {"status", "headers", "url", "at"}.',
        'Pages that an earlier replay into the same store has seen are skipped.',
        'Without pages, nothing is written and nobody is told: what today’s reader and rules would report',
        'is held against the ledger.',
        'Labels: {"folder/file": false, "folder/other-file": ["figure"]}, or true where any alert is right.',
        '',
        'Examples:',
        '  stop-press replay monday.html tuesday.html --redline',
        '  stop-press replay saved/ --watchlist watchlist.yaml --store /tmp/try',
        '  stop-press replay saved/ --watchlist watchlist.yaml --against stricter.yaml --labels labels.json',
        '  stop-press replay --store s3://ledger-bucket+state-bucket --watchlist watchlist.yaml',
      ].join('\n'),
    )
    .action(async (paths: readonly string[], options: ReplayOptions) => {
      if (paths.length === 0) {
        refuseDocument(options.format, 'saved pages');
        return rereadStore({ ...options, json: options.format === 'json' }, session);
      }
      if (options.publication !== undefined || options.article !== undefined)
        throw new ConfigError(
          '--publication and --article choose from a store that is read again: leave the pages out',
        );
      const series = await readSeries(paths, session.cwd);
      const watchlist =
        options.watchlist === undefined
          ? watchlistForUrls(series.map(({ url }) => url))
          : await loadWatchlist(options.watchlist, session);
      const against = options.against === undefined ? null : await loadWatchlist(options.against, session);
      const labels =
        options.labels === undefined
          ? null
          : readLabels(await readInputText(options.labels, session.cwd), options.labels);
      const store = await openLocalStore(options.store, session);

      const followed = followedBy(watchlist, options.watchlist, series, session);
      const events = await untilInterrupted(replayInto(store, followed, watchlist, session), followed, session);
      // What an earlier replay has seen is in no event of this one: the whole is counted in memory then.
      const isWhole = events.every((event) => event.kind === 'message' || event.outcome !== null);
      const replayed = isWhole
        ? { events, receipts: await receiptsOf(events, store) }
        : await trial(followed, watchlist, session);
      const found = backTest(replayed, watchlist);
      const accuracy = labels === null ? null : judge(found, labels);
      const other =
        against === null
          ? null
          : backTest(await trial(followedBy(against, options.against, series, session), against, session), against);
      if (options.format === 'markdown' || options.format === 'html') {
        printRevisions(await viewsOf(events, store.stores), options.format, session);
      } else if (options.format === 'json') {
        printJson(session.out, { events: replayAsJson(events, store.outboxPath), found, against: other, accuracy });
      } else {
        printReplay(events, store.outboxPath, session.out);
        if (options.redline) printRevisions(await viewsOf(events, store.stores), options.format, session);
        if (options.watchlist !== undefined) printBackTest(options.watchlist, found, session.out);
        if (other !== null && options.against !== undefined) {
          printBackTest(options.against, other, session.out);
          const path = options.watchlist ?? 'everything';
          printDifference({ path, found }, { path: options.against, found: other }, session.out);
        }
        if (accuracy !== null) printAccuracy(accuracy, session.out);
      }
      if (session.interrupted.aborted) {
        print(session.log, 'stop-press: interrupted; the same command goes on where this one stopped');
        session.exitWith(1);
      } else if (events.every((event) => event.kind === 'fetch' && event.outcome?.kind === 'unreadable')) {
        print(
          session.log,
          'stop-press: no page could be read as an article; stop-press extract PAGE --explain shows why',
        );
        session.exitWith(1);
      }
    });
}

/** What was committed, but for first sightings: nothing has changed in them. */
async function viewsOf(events: readonly ReplayEvent[], stores: Stores): Promise<readonly RevisionView[]> {
  const archive = createArchive(stores);
  const committed = events.flatMap((event) => (event.kind === 'fetch' ? (event.outcome?.committed ?? []) : []));
  const views: RevisionView[] = [];
  for (const { revision } of committed.filter((one) => one.revision.number > 1)) {
    const history = await readOne(archive, revision.articleId, revision.number, readAgainBy({}, archive));
    const place = { path: '', to: NO_ADDRESSES, bytes: false };
    const view = history && (await revisionView(history, history.committed.length - 1, place));
    if (view !== null) views.push(view);
  }
  return views;
}

function replayInto(
  store: LocalStore,
  series: readonly Series[],
  watchlist: Watchlist,
  session: Session,
): AsyncIterable<ReplayEvent> {
  let clock = session.now();
  const publish = outboxOf(store, watchlist, () => clock);
  return replayEvents({
    series,
    watchlist,
    stores: store.stores,
    cwd: session.cwd,
    publish: (message, at) => {
      clock = new Date(at);
      return publish(message);
    },
  });
}

/** Every event; on Ctrl-C, those up to the end of the fetch in flight. */
async function untilInterrupted(
  events: AsyncIterable<ReplayEvent>,
  series: readonly Series[],
  session: Session,
): Promise<readonly ReplayEvent[]> {
  const total = series.reduce((count, { saves }) => count + saves.length, 0);
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
