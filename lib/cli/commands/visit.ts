/** `stop-press visit` and `stop-press watch`: live visits, once or until interrupted, into a folder instead of the cloud. */
import { InvalidArgumentError, type Command } from 'commander';
import { HOUR_MS, MINUTE_MS } from '../../instant.ts';
import type { CheckOutcome } from '../../pipeline.ts';
import { visibleText } from '../../render/visible.ts';
import { visitAll, type LiveVisits, type VisitsSummary } from '../live-visits.ts';
import { openLocalStore, storeOption } from '../local-store.ts';
import { describeOutcome } from '../print-replay.ts';
import { print, printJson, type Session } from '../session.ts';
import { loadWatchlist, WATCHLIST_FILE, watchlistOption } from '../watchlist-option.ts';

type VisitOptions = { readonly watchlist: string; readonly store: string; readonly json?: true };

/** One visit to everything may take this long: there is no next tick to give way to. */
const ONE_VISIT_MS = HOUR_MS;

export function addVisit(program: Command, session: Session): void {
  program
    .command('visit')
    .description('visit everything that is due, once: find articles, check them, write alerts into the outbox')
    .option('--json', 'print a summary of each publication as JSON')
    .addOption(watchlistOption('the watchlist').default(WATCHLIST_FILE))
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  stop-press visit --store /var/lib/stop-press')
    .action(async (options: VisitOptions) => {
      const visits = await prepare(options, session, ONE_VISIT_MS);
      const summary = await visitAll(visits, session);
      if (options.json) printJson(session.out, summary);
      else print(session.out, ...describeVisits(summary));
    });
}

export function addWatch(program: Command, session: Session): void {
  program
    .command('watch')
    .description('visit on schedule until interrupted, finishing what is in flight')
    .option('--every <minutes>', 'between two visits; an article is due when its cadence says so', minutes, 5)
    .addOption(watchlistOption('the watchlist').default(WATCHLIST_FILE))
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  stop-press watch --every 10')
    .action(async (options: VisitOptions & { every: number }) => {
      const tickMs = options.every * MINUTE_MS;
      const visits = await prepare(options, session, tickMs);
      while (!session.interrupted.aborted) {
        const startedAt = session.now().getTime();
        const summary = await visitAll(visits, session);
        print(session.out, `${session.now().toISOString().slice(0, 16)}Z`, ...describeVisits(summary));
        await session.sleep(Math.max(0, startedAt + tickMs - session.now().getTime()));
      }
    });
}

async function prepare(options: VisitOptions, session: Session, forMs: number): Promise<LiveVisits> {
  return {
    watchlist: await loadWatchlist(options.watchlist, session),
    store: await openLocalStore(options.store, session),
    forMs,
    onCheck: (publicationId, outcome) => {
      if (outcome.kind !== 'unchanged') print(session.log, describeCheck(publicationId, outcome, session));
    },
  };
}

function minutes(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 1440)
    throw new InvalidArgumentError('give whole minutes: 1 to 1440');
  return count;
}

const describeCheck = (publicationId: string, outcome: CheckOutcome, session: Session): string =>
  `${publicationId}  ${visibleText(outcome.entry.url)}  ${describeOutcome(outcome, session.log)}`;

function describeVisits({ visits, messages }: VisitsSummary): readonly string[] {
  const lines = visits.map(({ publicationId, discovered, checks, revisions, late }) => {
    const checked = Object.values(checks).reduce((sum, count) => sum + count, 0);
    const left = late > 0 ? `, ${late} left for the next visit` : '';
    return `${publicationId}: ${discovered} found, ${checked} checked, ${revisions} recorded${left}`;
  });
  return [...lines, `${messages} ${messages === 1 ? 'message' : 'messages'} written.`];
}
