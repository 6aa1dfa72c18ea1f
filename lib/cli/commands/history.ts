/** `stop-press history`: every revision of one article, or one of them in full. */
import { InvalidArgumentError, type Command } from 'commander';
import { redline } from '../../compare/index.ts';
import { ConfigError } from '../../errors.ts';
import { createLedger, type Ledger } from '../../record/index.ts';
import { renderComparison, renderHistory } from '../../render/terminal/index.ts';
import type { Committed, Revision, TextRevision } from '../../revision.ts';
import { findArticle } from '../followed-article.ts';
import { openExistingStore, storeOption } from '../local-store.ts';
import { print, printJson, terminalOptions, type Session } from '../session.ts';

export function addHistory(program: Command, session: Session): void {
  program
    .command('history')
    .description('list the revisions of an article, or show one of them in full')
    .argument('<article>', 'its address in any form, or its id')
    .option('-r, --revision <number>', 'show what this revision changed, as a redline', wholeNumber)
    .option('--json', 'print the revisions as they are stored')
    .addOption(storeOption())
    .addHelpText(
      'after',
      '\nExamples:\n  stop-press history https://news.example/story\n  stop-press history https://news.example/story -r 3',
    )
    .action(async (name: string, options: { revision?: number; json?: true; store: string }) => {
      const store = await openExistingStore(options.store, session);
      const ledger = createLedger(store.stores);
      const articleId = await findArticle(name, store);
      if (options.revision !== undefined) {
        const { revision } = await readRevision(ledger, articleId, options.revision);
        return options.json ? printJson(session.out, revision) : showRevision(revision, ledger, session);
      }
      const revisions: Revision[] = [];
      for await (const { revision } of ledger.history(articleId)) revisions.push(revision);
      if (options.json) printJson(session.out, revisions);
      else print(session.out, renderHistory(revisions, terminalOptions(session.out)));
    });
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
