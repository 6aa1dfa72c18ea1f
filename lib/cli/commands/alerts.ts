/** `stop-press alerts`: what was sent, to which editions, and what was held back and why. */
import { createColors } from 'picocolors';
import type { Command } from 'commander';
import { createReceipts } from '../../record/index.ts';
import type { Receipt } from '../../receipt.ts';
import { openExistingStore, storeOption } from '../local-store.ts';
import { print, printJson, type Session } from '../session.ts';

export function addAlerts(program: Command, session: Session): void {
  program
    .command('alerts')
    .description('list the messages that were sent, and the alerts that were held back with the reason')
    .option('--since <date>', 'only from this day on, as 2026-03-11', '')
    .option('--json', 'print the receipts as JSON')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  stop-press alerts --since 2026-03-11')
    .action(async (options: { since: string; json?: true; store: string }) => {
      const store = await openExistingStore(options.store, session);
      const receipts = createReceipts(store.stores.ledger);
      const found: Receipt[] = [];
      for await (const key of receipts.keys('receipts/')) {
        const receipt = await receipts.read(key);
        if (receipt !== null && receipt.at >= options.since) found.push(receipt);
      }
      found.sort((a, b) => (a.at < b.at ? -1 : 1));
      if (options.json) return printJson(session.out, found);
      const palette = createColors(session.out.colour);
      for (const receipt of found) print(session.out, ...describeReceipt(receipt, palette));
      const held = found.filter(({ outcome }) => outcome.kind === 'suppressed').length;
      print(session.out, `${found.length - held} sent, ${held} held back.`);
    });
}

function describeReceipt(receipt: Receipt, palette: ReturnType<typeof createColors>): readonly string[] {
  const { outcome, covers } = receipt;
  const told = covers.map(({ articleId, number }) => `${articleId} revision ${number}`).join(', ');
  const end =
    outcome.kind === 'published' ? `sent as ${outcome.providerId}` : palette.yellow(`held back: ${outcome.why}`);
  const when = palette.dim(`${receipt.at.slice(0, 10)} ${receipt.at.slice(11, 16)}`);
  return [`${when}  ${receipt.channel.padEnd(6)}  ${receipt.editions.join(', ')}  ${end}`, palette.dim(`  ${told}`)];
}
