/** What was sent, to which editions, and what was held back and why: `stop-press history --alerts`. */
import { createColors } from 'picocolors';
import type { Receipt } from '../receipt.ts';
import { createLedger, createReceipts } from '../record/index.ts';
import { visibleText } from '../render/visible.ts';
import { headlineOf } from '../revision.ts';
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

/** Each with the article it tells of, as it was headed when it was last covered. */
export async function printAlerts(
  receipts: readonly Receipt[],
  { stores }: Pick<LocalStore, 'stores'>,
  output: Output,
): Promise<void> {
  const palette = createColors(output.colour);
  const ledger = createLedger(stores);
  const headlines = new Map<string, string>();
  for (const { articleId, number } of receipts.toReversed().flatMap(({ covers }) => covers.toReversed())) {
    if (headlines.has(articleId)) continue;
    const committed = await ledger.read(articleId, number);
    headlines.set(articleId, committed === null ? articleId : visibleText(headlineOf(committed.revision)));
  }
  for (const receipt of receipts) {
    print(output, describeReceipt(receipt, palette));
    for (const [articleId, covered] of Map.groupBy(receipt.covers, (one) => one.articleId)) {
      const numbers = covered.map(({ number }) => number).join(', ');
      print(
        output,
        palette.dim(`  ${headlines.get(articleId)} · ${covered.length === 1 ? 'revision' : 'revisions'} ${numbers}`),
      );
    }
  }
  const held = receipts.filter(({ outcome }) => outcome.kind === 'suppressed').length;
  print(output, `${receipts.length - held} sent, ${held} held back.`);
}

function describeReceipt(
  { at, channel, editions, outcome }: Receipt,
  palette: ReturnType<typeof createColors>,
): string {
  const end =
    outcome.kind === 'published' ? `sent as ${outcome.providerId}` : palette.yellow(`held back: ${outcome.why}`);
  const when = palette.dim(`${at.slice(0, 10)} ${at.slice(11, 16)}`);
  return `${when}  ${channel.padEnd(6)}  ${editions.join(', ')}  ${end}`;
}
