/** `stop-press replay --store` without pages: what today's reader and rules would report of the pages in a store. Reads only. */
import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import { ConfigError } from '../errors.ts';
import { createLedger } from '../record/index.ts';
import { badge } from '../render/terminal/index.ts';
import { visibleText } from '../render/visible.ts';
import { rereadLedger, type Report, type Reread } from '../reread.ts';
import { counted } from './counted.ts';
import { watchlistForUrls } from './default-watchlist.ts';
import { findArticle } from './followed-article.ts';
import { openExistingStore } from './local-store.ts';
import { print, printJson, type Output, type Session } from './session.ts';
import { loadWatchlist } from './watchlist-option.ts';

export type RereadStoreOptions = {
  readonly store: string;
  readonly watchlist?: string;
  readonly publication?: string;
  readonly article?: string;
  readonly json: boolean;
};

export async function rereadStore(options: RereadStoreOptions, session: Session): Promise<void> {
  const store = await openExistingStore(options.store, session);
  const watchlist =
    options.watchlist === undefined ? watchlistForUrls([]) : await loadWatchlist(options.watchlist, session);
  const articleId = options.article === undefined ? undefined : await findArticle(options.article, store);
  const found: Reread[] = [];
  let article = '';
  for await (const reread of rereadLedger(createLedger(store.stores), watchlist, { ...options, articleId })) {
    found.push(reread);
    if (!options.json) {
      if (reread.articleId !== article) printArticle(reread, session.out);
      printReread(reread, session.out);
    }
    article = reread.articleId;
    if (session.interrupted.aborted) {
      print(session.log, 'stop-press: interrupted; the rest was not read');
      session.exitWith(1);
      break;
    }
  }
  if (found.length === 0 && options.publication !== undefined)
    throw new ConfigError(`${options.publication}: ${options.store} holds no revision of such a publication`);
  const verdicts = countVerdicts(found);
  if (options.json) return printJson(session.out, { revisions: found, verdicts });
  print(session.out, ...(found.length === 0 ? [] : ['']), summaryLine(found.length, verdicts));
}

function printArticle({ headline, url }: Reread, output: Output): void {
  const palette = createColors(output.colour);
  print(output, palette.bold(visibleText(headline)), palette.dim(visibleText(url)));
}

function printReread({ number, recorded, today, verdict, why }: Reread, output: Output): void {
  const lead = `  ${String(number).padStart(3)}  ${VERDICTS[verdict].padEnd(VERDICT_CELLS)}  `;
  const say = (report: Report | null, what = ''): string => {
    if (report === null) return '';
    const summary = visibleText(report.summary === '' ? 'nothing a reader would be told' : report.summary);
    return `${what}${badge(report.severity, createColors(output.colour))}  ${summary}`;
  };
  const told: Readonly<Record<Reread['verdict'], readonly string[]>> = {
    same: [say(today)],
    differs: [say(recorded, 'was    '), say(today, 'today  ')],
    'newly-reported': [say(recorded, 'was    '), say(today, 'today  ')],
    'no-longer-reported': [
      say(recorded, 'was    '),
      why ?? (today === null ? 'today  a first sighting' : say(today, 'today  ')),
    ],
    'first-sighting': [],
    'not-read': [why ?? '', say(recorded)],
  };
  const room = Math.max(20, output.width - lead.length);
  const lines = told[verdict]
    .filter((line) => line !== '')
    .map((line) => wrapAnsi(line, room, { hard: true }))
    .join('\n');
  print(output, `${lead}${lines.replaceAll('\n', `\n${' '.repeat(lead.length)}`)}`.trimEnd());
}

const VERDICTS = {
  same: 'the same',
  differs: 'DIFFERS',
  'newly-reported': 'NEWLY REPORTED',
  'no-longer-reported': 'NO LONGER REPORTED',
  'first-sighting': 'first sighting',
  'not-read': 'not read again',
} as const satisfies Record<Reread['verdict'], string>;
const VERDICT_CELLS = Math.max(...Object.values(VERDICTS).map((words) => words.length));

function countVerdicts(found: readonly Reread[]): Readonly<Record<Reread['verdict'], number>> {
  const counts = {
    same: 0,
    differs: 0,
    'newly-reported': 0,
    'no-longer-reported': 0,
    'first-sighting': 0,
    'not-read': 0,
  };
  for (const { verdict } of found) counts[verdict] += 1;
  return counts;
}

function summaryLine(total: number, verdicts: ReturnType<typeof countVerdicts>): string {
  const counts = Object.entries(verdicts)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${VERDICTS[verdict as Reread['verdict']].toLowerCase()}`);
  const all = counted(total, 'revision');
  return counts.length === 0 ? `${all}.` : `${all}: ${counts.join(', ')}.`;
}
