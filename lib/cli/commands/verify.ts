/** `stop-press verify`: audits the ledger, its chain of hashes and the stored pages. */
import type { Command } from 'commander';
import { createLedger, verifyLedger } from '../../record/index.ts';
import { counted } from '../counted.ts';
import { openExistingStore, storeOption } from '../local-store.ts';
import { print, printJson, type Session } from '../session.ts';

export function addVerify(program: Command, session: Session): void {
  program
    .command('verify')
    .description('audit the ledger: every revision’s chain of hashes and the page bytes behind it')
    .option('--json', 'print what was found as JSON')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  stop-press verify --store /var/lib/stop-press && echo sound')
    .action(async (options: { json?: true; store: string }) => {
      const { stores } = await openExistingStore(options.store, session);
      const found = await verifyLedger(createLedger(stores), stores.ledger);
      if (found.breaks.length > 0) session.exitWith(1);
      if (options.json) return printJson(session.out, found);
      for (const { articleId, number, problem } of found.breaks) {
        print(session.out, `${articleId}${number === null ? '' : ` revision ${number}`}: ${problem}`);
      }
      const { articles, revisions, pages, takenDown, breaks } = found;
      const verdict = breaks.length === 0 ? 'The ledger is sound' : counted(breaks.length, 'problem');
      const down = takenDown === 0 ? '' : `, ${takenDown} taken down`;
      const read = [counted(articles, 'article'), counted(revisions, 'revision'), counted(pages, 'page')];
      print(session.out, `${verdict}: ${read.join(', ')}${down}.`);
    });
}
