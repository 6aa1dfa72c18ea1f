/** `stop-press history`: what a store has recorded: the articles, the revisions of one, one of them in full, or the alerts. */
import { InvalidArgumentError, type Command } from 'commander';
import { redline } from '../../compare/index.ts';
import { ConfigError } from '../../errors.ts';
import { createLedger, type Ledger } from '../../record/index.ts';
import { renderComparison, renderHistory } from '../../render/terminal/index.ts';
import type { Committed, Revision, TextRevision } from '../../revision.ts';
import { findArticle } from '../followed-article.ts';
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
    .option('--json', 'print them as JSON, whole')
    .addOption(storeOption())
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  stop-press history',
        '  stop-press history https://news.example/story',
        '  stop-press history https://news.example/story -r 3',
        '  stop-press history --alerts --since 2026-03-11',
      ].join('\n'),
    )
    .action(async (name: string | undefined, options: HistoryOptions) => {
      const { since = '' } = options;
      if (name === undefined && options.revision !== undefined)
        throw new ConfigError('Name the article whose revision you mean; stop-press history lists them');
      const store = await openExistingStore(options.store, session);
      const articleId = name === undefined ? null : await findArticle(name, store);
      if (options.alerts) {
        const receipts = await listAlerts(store, { articleId, since });
        return options.json ? printJson(session.out, receipts) : printAlerts(receipts, session.out);
      }
      if (articleId === null) {
        const articles = await listArticles(store, since);
        return options.json ? printJson(session.out, articles) : printArticles(articles, session.out);
      }
      const ledger = createLedger(store.stores);
      if (options.revision !== undefined) {
        const { revision } = await readRevision(ledger, articleId, options.revision);
        return options.json ? printJson(session.out, revision) : showRevision(revision, ledger, session);
      }
      const revisions: Revision[] = [];
      for await (const { revision } of ledger.history(articleId)) {
        if (revision.fetchedAt >= since) revisions.push(revision);
      }
      if (options.json) printJson(session.out, revisions);
      else print(session.out, renderHistory(revisions, terminalOptions(session.out)));
    });
}

type HistoryOptions = {
  readonly revision?: number;
  readonly alerts?: true;
  readonly since?: string;
  readonly json?: true;
  readonly store: string;
};

function day(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new InvalidArgumentError('write a day as 2026-03-11');
  return text;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('give the number of a revision: 1, 2, 3 …');
  return number;
}

async function readRevision(ledger: Ledger, articleId: string, number: number): Promise<Committed> {
  const committed = await ledger.read(articleId, number);
  if (committed !== null) return committed;
  const last = (await ledger.tail(articleId, 0))?.revision.number ?? 0;
  throw new ConfigError(`${articleId} has no revision ${number}: its last is ${last}`);
}

async function showRevision(revision: Revision, ledger: Ledger, session: Session): Promise<void> {
  if (revision.kind === 'availability' || revision.comparison === null || revision.comparedWith === null) {
    return print(session.out, renderHistory([revision], terminalOptions(session.out)));
  }
  const before = await textBefore(ledger, revision.articleId, revision.comparedWith.number);
  const head = {
    publicationName: revision.publicationName,
    headline: revision.snapshot.article.headline,
    number: revision.number,
    unchangedAt: revision.unchangedAt,
    changedBy: revision.fetchedAt,
  };
  const rows = redline(before.snapshot.article, revision.snapshot.article, revision.comparison);
  print(session.out, renderComparison(head, revision.comparison, rows, terminalOptions(session.out)));
}

async function textBefore(ledger: Ledger, articleId: string, number: number): Promise<TextRevision> {
  const { revision } = await readRevision(ledger, articleId, number);
  if (revision.kind === 'text') return revision;
  throw new Error(`Revision ${number} of ${articleId} was compared with but holds no text`);
}
