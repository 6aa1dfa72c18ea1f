/** `stop-press history`: what a store has recorded: the articles, the revisions of one, one of them in full, or the alerts. */
import { InvalidArgumentError, type Command } from 'commander';
import { ConfigError, unreachable } from '../../errors.ts';
import { renderTimeline } from '../../render/pages/index.ts';
import {
  createArchive,
  linesOf,
  NO_ADDRESSES,
  readAgainBy,
  readHistory,
  readOne,
  revisionView,
  timelineView,
  type Archive,
  type History,
} from '../../render/site/index.ts';
import { renderHistory, renderHistoryMarkdown } from '../../render/terminal/index.ts';
import { findArticle } from '../followed-article.ts';
import {
  formatOption,
  jsonOption,
  printRevisions,
  refuseDocument,
  type Format,
  type FormatOptions,
} from '../format-option.ts';
import { listAlerts, printAlerts } from '../list-alerts.ts';
import { listArticles, printArticles } from '../list-articles.ts';
import { openExistingStore, storeOption } from '../local-store.ts';
import { print, printJson, terminalOptions, type Session } from '../session.ts';

export function addHistory(program: Command, session: Session): void {
  program
    .command('history')
    .description('list the articles that are followed, the revisions of one, or the alerts that were sent')
    .argument('[article]', 'its address in any form, or its id')
    .option('-r, --revision <number>', 'show what this revision changed, as a redline', wholeNumber)
    .option('--alerts', 'list the messages that were sent, and the alerts that were held back with the reason')
    .option('--since <date>', 'only what happened from this day on (UTC), as 2026-03-11', day)
    .addOption(formatOption())
    .addOption(jsonOption('print them as JSON, whole'))
    .addOption(storeOption())
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  stop-press history',
        '  stop-press history https://news.example/story',
        '  stop-press history https://news.example/story -r 3',
        '  stop-press history https://news.example/story -r 3 --format html > revision.html',
        '  stop-press history --alerts --since 2026-03-11',
      ].join('\n'),
    )
    .action(async (name: string | undefined, options: HistoryOptions) => {
      const { since = '', format } = options;
      if (name === undefined && options.revision !== undefined)
        throw new ConfigError('Name the article whose revision you mean; stop-press history lists them');
      if (name === undefined || options.alerts) refuseDocument(format, 'the name of an article, without --alerts');
      const store = await openExistingStore(options.store, session);
      const articleId = name === undefined ? null : await findArticle(name, store);
      if (options.alerts) {
        const receipts = await listAlerts(store, { articleId, since });
        return format === 'json' ? printJson(session.out, receipts) : printAlerts(receipts, store, session.out);
      }
      if (articleId === null) {
        const articles = await listArticles(store, since);
        return format === 'json' ? printJson(session.out, articles) : printArticles(articles, session.out);
      }
      const archive = createArchive(store.stores);
      if (options.revision !== undefined)
        return showRevision(await readRevision(archive, articleId, options.revision), format, session);
      const history = await readHistory(archive, articleId, readAgainBy({}, archive));
      if (history !== null) printHistory(history, since, format, session);
    });
}

type HistoryOptions = FormatOptions & {
  readonly revision?: number;
  readonly alerts?: true;
  readonly since?: string;
  readonly store: string;
};

function day(text: string): string {
  const midnight = new Date(`${text}T00:00:00Z`);
  // 30 February would become a day in March.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(`${text}T`))
    throw new InvalidArgumentError('write a day as 2026-03-11');
  return text;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('give the number of a revision: 1, 2, 3 …');
  return number;
}

async function readRevision(archive: Archive, articleId: string, number: number): Promise<History> {
  const history = await readOne(archive, articleId, number, readAgainBy({}, archive));
  if (history !== null) return history;
  const all = await readHistory(archive, articleId, readAgainBy({}, archive));
  throw new ConfigError(`${articleId} has no revision ${number}: its last is ${all?.committed.length ?? 0}`);
}

/** The last of a history, with what it is compared with. */
async function showRevision(history: History, format: Format, session: Session): Promise<void> {
  if (format === 'json') return printJson(session.out, history.committed.at(-1)?.revision);
  const view = await revisionView(history, history.committed.length - 1, { path: '', to: NO_ADDRESSES, bytes: false });
  if (view !== null) printRevisions([view], format, session);
}

function printHistory(history: History, since: string, format: Format, session: Session): void {
  const revisions = history.committed.map(({ revision }) => revision).filter(({ fetchedAt }) => fetchedAt >= since);
  switch (format) {
    case 'json':
      return printJson(session.out, revisions);
    case 'terminal':
      return print(session.out, renderHistory(revisions, terminalOptions(session.out)));
    case 'markdown':
      return session.out.write(renderHistoryMarkdown(revisions));
    case 'html': {
      const place = { path: '', to: NO_ADDRESSES, bytes: false };
      const compare = { kind: 'links', pairs: [], elsewhere: null } as const;
      return session.out.write(renderTimeline(timelineView(linesOf(history), place, compare)));
    }
    default:
      return unreachable(format);
  }
}
