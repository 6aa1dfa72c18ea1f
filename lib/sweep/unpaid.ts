/**
 * What is owed and has no receipt: markers held against the receipts of the days since the oldest of them. A checkpoint in the state
 * remembers how far everything is paid, so that a sweep reads only what is young or still open, however long ago it came to be
 * owed; the first sweep of a day, and any sweep without a checkpoint, looks at all of the last days again.
 */
import * as z from 'zod';
import { editionsOfAudience } from '../deliver/index.ts';
import { StoreError } from '../errors.ts';
import { DAY_MS, instantPath, MINUTE_MS } from '../instant.ts';
import { alertsOf } from '../notify.ts';
import {
  createLedger,
  createReceipts,
  dayPrefix,
  decodeJson,
  encodeJson,
  owedKey,
  parseOwedKey,
  receiptKey,
  SWEEP_CHECKPOINT_KEY,
  type Ledger,
  type Receipts,
} from '../record/index.ts';
import type { Receipt } from '../receipt.ts';
import type { Committed, OwedAlert } from '../revision.ts';
import type { Store, Stores } from '../store.ts';

/** A debt nobody has paid: one alert of one revision, with the editions that have not been told. */
export type Unpaid = {
  readonly committed: Committed;
  readonly owed: OwedAlert;
  /** The audience that the daily cap on texts passed over: it is owed a last text, when that day is over. Null for every other debt. */
  readonly heldFor: string | null;
};

/** Days looked back where no checkpoint says what is open: a digest is owed for a day, a flapping page settles in one, and an outage may outlast a weekend. */
const DAYS_BACK = 4;
/** A marker this old is followed by its revision, or never will be. */
const SETTLED_AFTER_MS = 30 * MINUTE_MS;

const checkpointSchema = z
  .object({
    format: z.literal(1),
    /** The day of the last full look, `2025-11-26`. */
    day: z.string(),
    /** Markers up to this key are paid, but for those in `open`. */
    paidUntil: z.string(),
    open: z.array(z.string()).readonly(),
  })
  .readonly();
type Checkpoint = z.infer<typeof checkpointSchema>;

export type Debts = {
  /** Oldest first. */
  readonly unpaid: readonly Unpaid[];
  /** Why a revision that may owe something could not be read, for each: the others are paid all the same. */
  readonly unreadable: readonly StoreError[];
};

/** What came to be owed in the last days, whatever the checkpoint says. */
export const listDebts = async (stores: Stores, now: Date): Promise<Debts> =>
  readDebts(await listMarkers(stores.state, now), stores, now);

export const listUnpaid = async (stores: Stores, now: Date): Promise<readonly Unpaid[]> =>
  (await listDebts(stores, now)).unpaid;

/** The same, by the checkpoint, which it moves on. */
export async function listDebtsSince(stores: Stores, now: Date): Promise<Debts> {
  const stored = await stores.state.get(SWEEP_CHECKPOINT_KEY);
  const checkpoint = stored === null ? null : decodeJson(SWEEP_CHECKPOINT_KEY, stored.bytes, checkpointSchema);
  const today = now.toISOString().slice(0, 10);
  const since =
    checkpoint === null
      ? []
      : [...checkpoint.open, ...(await Array.fromAsync(stores.state.list('owed/', { after: checkpoint.paidUntil })))];
  const ofLastDays = checkpoint?.day === today ? [] : await listMarkers(stores.state, now);
  const debts = await readDebts([...new Set([...since, ...ofLastDays])].sort(), stores, now);
  await moveOn(stores.state, stored?.version ?? null, debts.openMarkers, today, now);
  return debts;
}

async function listMarkers(state: Store, now: Date): Promise<readonly string[]> {
  const markers: string[] = [];
  const from = new Date(now.getTime() - DAYS_BACK * DAY_MS).toISOString();
  for (const day of daysSince(from, now)) for await (const key of state.list(dayPrefix('owed', day))) markers.push(key);
  return markers;
}

async function readDebts(markers: readonly string[], stores: Stores, now: Date) {
  const ledger = createLedger(stores);
  const paid = await listPaid(createReceipts(stores.ledger), markers, now);
  const unpaid: Unpaid[] = [];
  const openMarkers: string[] = [];
  const unreadable: StoreError[] = [];
  for (const key of markers) {
    try {
      const committed = await owingRevision(key, ledger);
      const debts = committed === null ? [] : unpaidOf(committed, paid);
      unpaid.push(...debts);
      if (debts.length > 0) openMarkers.push(key);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      unreadable.push(error);
      openMarkers.push(key);
    }
  }
  return { unpaid, openMarkers, unreadable };
}

/** A lost race is another sweep's checkpoint, which is as good. */
async function moveOn(
  state: Store,
  version: string | null,
  openMarkers: readonly string[],
  day: string,
  now: Date,
): Promise<void> {
  const paidUntil = `owed/${instantPath(new Date(now.getTime() - SETTLED_AFTER_MS).toISOString())}`;
  const checkpoint: Checkpoint = { format: 1, day, paidUntil, open: openMarkers.filter((key) => key <= paidUntil) };
  await state.putIfUnchanged(SWEEP_CHECKPOINT_KEY, encodeJson(checkpoint), version);
}

/** Null for a marker whose revision never came: the visit died in between, and the next one commits under its own marker. */
async function owingRevision(key: string, ledger: Ledger): Promise<Committed | null> {
  const marker = parseOwedKey(key);
  const committed = marker === null ? null : await ledger.read(marker.articleId, marker.number);
  return committed !== null && owedKey(committed.revision) === key ? committed : null;
}

type Paid = {
  /** Receipts of single revisions told at once, by key: the commonest kind is never read. */
  readonly keys: ReadonlySet<string>;
  /** `article number channel how edition` of everything that the others cover. */
  readonly covered: ReadonlySet<string>;
  /** By `article number`: the audiences that were passed over and have had no last text since, with the instant at which. */
  readonly held: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

async function listPaid(receipts: Receipts, markers: readonly string[], now: Date): Promise<Paid> {
  const keys = new Set<string>();
  const covered = new Set<string>();
  const texts: Receipt[] = [];
  const [oldest] = [...markers].sort();
  if (oldest === undefined) return { keys, covered, held: new Map() };
  const from = oldest.slice('owed/'.length, 'owed/yyyy/mm/dd'.length).replaceAll('/', '-');
  for (const day of daysSince(from, now)) {
    for await (const key of receipts.keys(dayPrefix('receipts', day))) {
      keys.add(key);
      // The cap may have passed over some who take a text's editions; folds, digests and last texts cover several revisions.
      if (/-(?:email|events)-now-\d+\.json$/.test(key)) continue;
      const receipt = await receipts.read(key);
      if (receipt?.channel === 'sms') texts.push(receipt);
      for (const { articleId, number } of receipt?.covers ?? []) {
        for (const edition of receipt?.editions ?? [])
          covered.add(paidName(articleId, number, receipt?.channel, receipt?.how, edition));
      }
    }
  }
  return { keys, covered, held: heldBy(texts) };
}

function heldBy(texts: readonly Receipt[]): Paid['held'] {
  const held = new Map<string, Map<string, string>>();
  for (const { covers, held: audiences = [], at } of texts) {
    for (const { articleId, number } of covers) {
      const name = `${articleId} ${number}`;
      held.set(name, new Map([...(held.get(name) ?? []), ...audiences.map((audience) => [audience, at] as const)]));
    }
  }
  const lastTexts = texts.filter(({ audiences, held: audience }) => audiences !== undefined && audience === undefined);
  for (const { covers, audiences = [] } of lastTexts) {
    for (const { articleId, number } of covers) {
      for (const audience of audiences) held.get(`${articleId} ${number}`)?.delete(audience);
    }
  }
  return held;
}

function unpaidOf(committed: Committed, { keys, covered, held }: Paid): readonly Unpaid[] {
  const { revision } = committed;
  const debts = alertsOf(committed).flatMap((owed): readonly Unpaid[] => {
    const isToldAtOnce = owed.how === 'now' && owed.channel !== 'sms';
    if (isToldAtOnce) return keys.has(receiptKey(revision, revision, owed)) ? [] : [{ committed, owed, heldFor: null }];
    const editions = owed.editions.filter(
      (edition) => !covered.has(paidName(revision.articleId, revision.number, owed.channel, owed.how, edition)),
    );
    return editions.length > 0 ? [{ committed, owed: { ...owed, editions }, heldFor: null }] : [];
  });
  const lastTexts = [...(held.get(`${revision.articleId} ${revision.number}`) ?? [])].map(([audience, at]): Unpaid => {
    const dueAt = new Date(Date.parse(at.slice(0, 10)) + DAY_MS).toISOString();
    const owed = { channel: 'sms', editions: editionsOfAudience(audience), how: 'now', dueAt } as const;
    return { committed, owed, heldFor: audience };
  });
  return [...debts, ...lastTexts];
}

const paidName = (articleId: string, number: number, channel = '', how = '', edition = ''): string =>
  `${articleId} ${number} ${channel} ${how} ${edition}`;

/** Every day from that of `from` to today, as instants. */
function daysSince(from: string, now: Date): readonly string[] {
  const first = Date.parse(from.slice(0, 'yyyy-mm-dd'.length));
  const days = Math.floor((now.getTime() - first) / DAY_MS) + 1;
  return Array.from({ length: Math.max(0, days) }, (_, day) => new Date(first + day * DAY_MS).toISOString());
}
