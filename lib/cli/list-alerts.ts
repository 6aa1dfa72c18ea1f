/** What was sent, to which editions, and what was held back and why: `stop-press history --alerts`. */
import { createColors } from 'picocolors';
import type { Receipt } from '../receipt.ts';
import { createReceipts } from '../record/index.ts';
import type { LocalStore } from './local-store.ts';
import { print, type Output } from './session.ts';

export type AlertsWanted = {
  /** Null: of every article. */
  readonly articleId: string | null;
  /** ISO 8601; what came before it is left out. */
  readonly since: string;
};

/** Oldest first. */
export async function listAlerts(
  { stores }: Pick<LocalStore, 'stores'>,
  { articleId, since }: AlertsWanted,
): Promise<readonly Receipt[]> {
  const receipts = createReceipts(stores.ledger);
  const found: Receipt[] = [];
  for await (const key of receipts.keys('receipts/')) {
    const receipt = await receipts.read(key);
    if (receipt === null || receipt.at < since) continue;
    if (articleId === null || receipt.covers.some((covered) => covered.articleId === articleId)) found.push(receipt);
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : 1));
}

export function printAlerts(receipts: readonly Receipt[], output: Output): void {
  const palette = createColors(output.colour);
  for (const receipt of receipts) print(output, ...describeReceipt(receipt, palette));
  const held = receipts.filter(({ outcome }) => outcome.kind === 'suppressed').length;
  print(output, `${receipts.length - held} sent, ${held} held back.`);
}

function describeReceipt(receipt: Receipt, palette: ReturnType<typeof createColors>): readonly string[] {
  const { outcome, covers } = receipt;
  const told = covers.map(({ articleId, number }) => `${articleId} revision ${number}`).join(', ');
  const end =
    outcome.kind === 'published' ? `sent as ${outcome.providerId}` : palette.yellow(`held back: ${outcome.why}`);
  const when = palette.dim(`${receipt.at.slice(0, 10)} ${receipt.at.slice(11, 16)}`);
  return [`${when}  ${receipt.channel.padEnd(6)}  ${receipt.editions.join(', ')}  ${end}`, palette.dim(`  ${told}`)];
}
