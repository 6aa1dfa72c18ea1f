/** `stop-press take-down`: notes in the ledger that a page had to go, and says what is left to do by hand. */
import { InvalidArgumentError, type Command } from 'commander';
import { ConfigError } from '../../errors.ts';
import { createLedger, pageKey, revisionsOn, writeTombstone } from '../../record/index.ts';
import { openExistingStore, storeOption } from '../local-store.ts';
import { print, type Session } from '../session.ts';

export function addTakeDown(program: Command, session: Session): void {
  program
    .command('take-down')
    .description('note that a page had to be removed by law; verify accepts its absence from then on')
    .argument('<sha256>', 'the page, by at least 12 digits of its hash, as e-mails show it', hash)
    .requiredOption('--why <text>', 'the order and its reference; it stays in the ledger for good')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  stop-press take-down 3f9a0c51d2ee --why "High Court, 2026/114"')
    .action(async (begins: string, options: { why: string; store: string }) => {
      const { stores } = await openExistingStore(options.store, session);
      const found = await revisionsOn(begins, createLedger(stores));
      const [sha256, ...others] = new Set(found.map(({ page }) => page.sha256));
      if (sha256 === undefined) throw new ConfigError(`No revision in ${options.store} stands on a page ${begins}…`);
      if (others.length > 0) throw new ConfigError(`Several pages begin with ${begins}: give more digits`);
      await writeTombstone(stores.ledger, sha256, options.why, session.now());
      print(session.out, `Noted. The page's bytes are to be deleted by hand, every version: ${pageKey(sha256)}`);
      print(session.out, 'These revisions stand on it, and hold its text as well:');
      for (const { articleId, number, url } of found) print(session.out, `  ${articleId} revision ${number}  ${url}`);
      print(session.out, 'How, and what of the rest: docs/operating.md, take-down.');
    });
}

function hash(text: string): string {
  if (!/^[0-9a-f]{12,64}$/.test(text)) throw new InvalidArgumentError('give 12 to 64 digits of 0-9 and a-f');
  return text;
}
