/**
 * The sweep pays what is owed and has no receipt:
 *
 *  1. Alerts that were due at once and were not told: notify died, or their channel failed.
 *  2. Folds whose quiet period has ended, as one net change; what moved back is recorded as such and not told.
 *  3. Digests, at their edition's hour.
 *  4. The last text of a day, for those whom the daily cap passed over.
 *
 * It goes by the ledger and the owed markers alone, so it may run at any time, twice, or after days of silence.
 */
import { payDebt, type NotifyPorts, type Payment } from '../notify.ts';
import { dueDigests, payDigest } from './digests.ts';
import { endedFolds } from './folds.ts';
import { dueLastTexts, payLastText } from './last-texts.ts';
import { listDebts, listDebtsSince, type Unpaid } from './unpaid.ts';

export { reviewSubscriptions } from './subscriptions.ts';
export { listUnpaid, type Unpaid } from './unpaid.ts';

/** How many debts of each sort were paid, recorded as suppressed, or could not be paid. */
export type SweepSummary = {
  readonly overdue: number;
  readonly folds: number;
  readonly digests: number;
  readonly lastTexts: number;
  readonly suppressed: number;
  /** Debts a channel would not take, and revisions that cannot be read. They stay owed; the first reason is given. */
  readonly failed: number;
  readonly reason: string | null;
};

export type SweepOptions = {
  /** How long notify is given before the sweep takes over, in milliseconds. */
  readonly graceMs?: number;
  /** False looks at all of the last days: for a clock that does not run forwards, as a replay's. */
  readonly fromCheckpoint?: boolean;
};

/** Notify is given this long before the sweep takes over. */
const GRACE_MS = 2 * 60_000;

/** Rejects when the store fails. A channel's failure leaves that debt owed and goes on with the others. */
export async function sweep(ports: NotifyPorts, options: SweepOptions = {}): Promise<SweepSummary> {
  const now = ports.now();
  const { graceMs = GRACE_MS, fromCheckpoint = true } = options;
  const { unpaid, unreadable } = await (fromCheckpoint ? listDebtsSince : listDebts)(ports.stores, now);
  const summary = {
    overdue: 0,
    folds: 0,
    digests: 0,
    lastTexts: 0,
    suppressed: 0,
    failed: unreadable.length,
    reason: unreadable[0]?.message ?? null,
  };
  const pay = async (counted: 'overdue' | 'folds' | 'digests' | 'lastTexts', debt: () => Promise<Payment>) => {
    try {
      const payment = await debt();
      if (payment === 'published') summary[counted]++;
      if (payment === 'suppressed') summary.suppressed++;
    } catch (error) {
      // One channel or one poisoned message must not keep the others from being paid; it is counted and stays owed.
      summary.failed++;
      summary.reason ??= error instanceof Error ? error.message : String(error);
    }
  };

  for (const [audience, debts] of dueLastTexts(unpaid, now)) {
    await pay('lastTexts', () => payLastText(audience, debts, ports));
  }
  const rest = unpaid.filter(({ heldFor }) => heldFor === null);
  for (const { committed, owed } of overdue(rest, now, graceMs)) {
    await pay('overdue', () => payDebt({ ...owed, revisions: [committed] }, ports));
  }
  for (const debt of endedFolds(rest, now)) await pay('folds', () => payDebt(debt, ports));
  for (const debt of dueDigests(rest, now, ports.watchlist.messages.tooOld))
    await pay('digests', () => payDigest(debt, ports));
  return summary;
}

const overdue = (unpaid: readonly Unpaid[], now: Date, graceMs: number): readonly Unpaid[] =>
  unpaid.filter(({ owed }) => owed.how === 'now' && Date.parse(owed.dueAt) <= now.getTime() - graceMs);
