/**
 * What is owed and has no receipt. Owed markers of the last days are listed and held against the receipts of the same days;
 * each receipt says what it covers.
 */
import { DAY_MS } from '../instant.ts';
import { alertsOf } from '../notify.ts';
import {
  createLedger,
  createReceipts,
  dayPrefix,
  owedKey,
  parseOwedKey,
  type Ledger,
  type Receipts,
} from '../record/index.ts';
import type { Committed, OwedAlert } from '../revision.ts';
import type { Stores } from '../store.ts';

/** A debt nobody has paid: one alert of one revision (for a digest, of one edition). */
export type Unpaid = { readonly committed: Committed; readonly owed: OwedAlert };

/** Days looked back: a digest is owed for at most a day, a flapping page settles in one, and an outage should outlast a night. */
const DAYS_BACK = 4;

export async function listUnpaid(stores: Stores, now: Date): Promise<readonly Unpaid[]> {
  const ledger = createLedger(stores);
  const paid = await listPaid(createReceipts(stores.ledger), now);
  const unpaid: Unpaid[] = [];
  for (const day of lastDays(now)) {
    for await (const key of stores.state.list(dayPrefix('owed', day))) {
      const committed = await owingRevision(key, ledger);
      if (committed === null) continue;
      for (const owed of alertsOf(committed)) {
        const editions = owed.editions.filter((edition) => !paid.has(paidName(committed, owed, edition)));
        if (editions.length > 0) unpaid.push({ committed, owed: { ...owed, editions } });
      }
    }
  }
  return unpaid;
}

/** Null for a marker whose revision never came: the visit died in between, and the next one commits under its own marker. */
async function owingRevision(key: string, ledger: Ledger): Promise<Committed | null> {
  const marker = parseOwedKey(key);
  const committed = marker === null ? null : await ledger.read(marker.articleId, marker.number);
  return committed !== null && owedKey(committed.revision) === key ? committed : null;
}

async function listPaid(receipts: Receipts, now: Date): Promise<ReadonlySet<string>> {
  const paid = new Set<string>();
  for (const day of lastDays(now)) {
    for await (const key of receipts.keys(dayPrefix('receipts', day))) {
      const receipt = await receipts.read(key);
      if (receipt === null) continue;
      for (const { articleId, number } of receipt.covers) {
        for (const edition of receipt.editions)
          paid.add(`${articleId} ${number} ${receipt.channel} ${receipt.how} ${edition}`);
      }
    }
  }
  return paid;
}

const paidName = ({ revision }: Committed, { channel, how }: OwedAlert, edition: string): string =>
  `${revision.articleId} ${revision.number} ${channel} ${how} ${edition}`;

const lastDays = (now: Date): readonly string[] =>
  Array.from({ length: DAYS_BACK + 1 }, (_, back) =>
    new Date(now.getTime() - (DAYS_BACK - back) * DAY_MS).toISOString(),
  );
