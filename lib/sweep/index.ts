/**
 * The sweep pays what is owed and has no receipt:
 *
 *  1. Alerts that were due at once and were not told: notify died, or their channel failed.
 *  2. Folds whose quiet period has ended, as one net change; what moved back is recorded as such and not told.
 *  3. Digests, at their edition's hour.
 *
 * It goes by the ledger and the owed markers alone, so it may run at any time, twice, or after days of silence.
 */
import { notifyRevision, payDebt, type NotifyPorts } from '../notify.ts';
import { payDigests } from './digests.ts';
import { endedFolds } from './folds.ts';
import { listUnpaid, type Unpaid } from './unpaid.ts';

export { listUnpaid, type Unpaid } from './unpaid.ts';

export type SweepSummary = {
  readonly overdue: number;
  readonly folds: number;
  readonly digests: number;
  readonly suppressed: number;
  /** Debts a channel would not take. They stay owed; the first reason is given. */
  readonly failed: number;
  readonly reason: string | null;
};

/** Notify is given this long before the sweep takes over. */
const GRACE_MS = 2 * 60_000;

/** Rejects when the store fails. A channel's failure leaves that debt owed and goes on with the others. */
export async function sweep(ports: NotifyPorts, options: { readonly graceMs?: number } = {}): Promise<SweepSummary> {
  const now = ports.now();
  const unpaid = await listUnpaid(ports.stores, now);
  const summary = { overdue: 0, folds: 0, digests: 0, suppressed: 0, failed: 0, reason: null as string | null };
  const attempt = async (pay: () => Promise<void>): Promise<void> => {
    try {
      await pay();
    } catch (error) {
      // One channel or one poisoned message must not keep the others from being paid; it is counted and stays owed.
      summary.failed++;
      summary.reason ??= error instanceof Error ? error.message : String(error);
    }
  };

  for (const { articleId, number } of overdueRevisions(unpaid, now, options.graceMs ?? GRACE_MS)) {
    await attempt(async () => {
      const outcome = await notifyRevision(articleId, number, ports);
      summary.overdue += outcome?.published ?? 0;
      summary.suppressed += outcome?.suppressed ?? 0;
    });
  }
  for (const debt of endedFolds(unpaid, now)) {
    await attempt(async () => {
      const outcome = await payDebt(debt, 'folded', ports);
      if (outcome === 'published') summary.folds++;
      if (outcome === 'suppressed') summary.suppressed++;
    });
  }
  await attempt(async () => {
    summary.digests += await payDigests(unpaid, ports);
  });
  return summary;
}

function overdueRevisions(unpaid: readonly Unpaid[], now: Date, graceMs: number) {
  const limit = new Date(now.getTime() - graceMs).toISOString();
  const overdue = unpaid.filter(({ owed }) => owed.how === 'now' && owed.dueAt <= limit);
  const byRevision = new Map(
    overdue.map(({ committed: { revision } }) => [`${revision.articleId} ${revision.number}`, revision]),
  );
  return byRevision.values();
}
