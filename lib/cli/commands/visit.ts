/** `stop-press visit`: live visits, once or on schedule until interrupted, into a folder instead of the cloud. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { HOUR_MS, MINUTE_MS } from '../../instant.ts';
import type { CheckOutcome } from '../../pipeline.ts';
import { visibleText } from '../../render/visible.ts';
import { counted } from '../counted.ts';
import { visitAll, type LiveVisits, type VisitsSummary } from '../live-visits.ts';
import { openLocalStore, writtenStoreOption } from '../local-store.ts';
import { describeOutcome } from '../print-replay.ts';
import { print, printJson, type Session } from '../session.ts';
import { loadWatchlist, WATCHLIST_FILE, watchlistOption } from '../watchlist-option.ts';

type VisitOptions = {
  readonly watchlist: string;
  readonly store: string;
  readonly watch?: number;
  readonly json?: true;
};

/** One visit to everything may take this long: there is no next tick to give way to. */
const ONE_VISIT_MS = HOUR_MS;
/** As often as the schedule in the cloud. */
const TICK_MINUTES = 5;

export function addVisit(program: Command, session: Session): void {
  program
    .command('visit')
    .description('visit everything that is due: find articles, check them, write alerts into the outbox')
    .addOption(
      new Option('--watch [minutes]', 'again and again, until interrupted; what is in flight is finished')
        .preset(String(TICK_MINUTES))
        .argParser(minutes),
    )
    .option('--json', 'print a summary of each publication as JSON; one object a line with --watch')
    .addOption(watchlistOption('the watchlist').default(WATCHLIST_FILE))
    .addOption(writtenStoreOption())
    .addHelpText(
      'after',
      [
        '',
        `--watch alone visits every ${TICK_MINUTES} minutes; an article is due when its cadence says so.`,
        '',
        'Examples:',
        '  stop-press visit',
        '  stop-press visit --watch --store /var/lib/stop-press',
      ].join('\n'),
    )
    .action(async (options: VisitOptions) => {
      if (options.watch !== undefined) return watch(options, options.watch * MINUTE_MS, session);
      const summary = await visitAll(await prepare(options, session, ONE_VISIT_MS), session);
      if (options.json) printJson(session.out, summary);
      else print(session.out, ...describeVisits(summary));
      if (summary.failed.length > 0) session.exitWith(1);
    });
}

async function watch(options: VisitOptions, tickMs: number, session: Session): Promise<void> {
  const visits = await prepare(options, session, tickMs);
  while (!session.interrupted.aborted) {
    const startedAt = session.now().getTime();
    const summary = await visitAll(visits, session);
    const at = session.now().toISOString();
    if (options.json) print(session.out, JSON.stringify({ at, ...summary }));
    else print(session.out, `${at.slice(0, 16)}Z`, ...describeVisits(summary));
    await session.sleep(Math.max(0, startedAt + tickMs - session.now().getTime()));
  }
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

function describeVisits({ visits, failed, messages }: VisitsSummary): readonly string[] {
  const lines = visits.map(({ publicationId, discovered, checks, revisions, late }) => {
    const checked = Object.values(checks).reduce((sum, count) => sum + count, 0);
    const left = late > 0 ? `, ${late} left for the next visit` : '';
    return `${publicationId}: ${discovered} found, ${checked} checked, ${revisions} recorded${left}`;
  });
  const problems = failed.map(({ publicationId, problem }) => `${publicationId}: failed: ${problem}`);
  return [...lines, ...problems, `${counted(messages, 'message')} written.`];
}
