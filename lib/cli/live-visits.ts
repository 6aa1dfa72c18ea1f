/** Live visits to the publications of a watchlist: each politely, several side by side; then what they owe is told. */
import { randomBytes } from 'node:crypto';
import { DeliveryError, StoreError, VisitError } from '../errors.ts';
import { notifyRevision } from '../notify.ts';
import type { CheckOutcome } from '../pipeline.ts';
import { sweep } from '../sweep/index.ts';
import { visitPublication, type VisitSummary } from '../visit.ts';
import type { Watchlist } from '../watchlist.ts';
import { openSite } from './live-site.ts';
import { outboxOf, type LocalStore } from './local-store.ts';
import { print, type Session } from './session.ts';

export type LiveVisits = {
  readonly watchlist: Watchlist;
  readonly store: LocalStore;
  /** For how long new requests may be begun. */
  readonly forMs: number;
  readonly onCheck: (publicationId: string, outcome: CheckOutcome) => void;
};

export type VisitsSummary = {
  readonly visits: readonly VisitSummary[];
  /** Publications whose visit failed, or part of it: what was committed is committed, what is left is tried again. */
  readonly failed: readonly { readonly publicationId: string; readonly problem: string }[];
  readonly messages: number;
};

/** Publications visited at the same time: most of a visit is waiting. */
const SIDE_BY_SIDE = 20;

/** Visits every publication that is not paused. One that fails stops no other. Rejects when the store fails the sweep. */
export async function visitAll(
  { watchlist, store, forMs, onCheck }: LiveVisits,
  session: Session,
): Promise<VisitsSummary> {
  const startedAt = session.now();
  const outbox = outboxOf(store, watchlist, session.now);
  const notifyPorts = { stores: store.stores, watchlist, publish: outbox, now: session.now };
  const waiting = Object.entries(watchlist.publications).flatMap(([id, { paused }]) => (paused ? [] : [id]));
  const visits: VisitSummary[] = [];
  const failed: { publicationId: string; problem: string }[] = [];
  let messages = 0;

  const visitOne = async (publicationId: string, outcomes: CheckOutcome[]): Promise<void> => {
    const summary = await visitPublication(
      {
        watchlist,
        publicationId,
        visit: `local-${startedAt.toISOString()}-${randomBytes(4).toString('hex')}`,
        deadline: new Date(startedAt.getTime() + forMs),
        interrupted: session.interrupted,
        tickMs: forMs,
      },
      {
        stores: store.stores,
        openSite: ({ delay }, robots) => {
          const site = openSite(session, { contact: watchlist.operator.contact, delayMs: delay, robots });
          return { fetchPage: site, robots: site.robots };
        },
        now: session.now,
        newPageToken: () => null,
        tellOperators: async (incident) => {
          print(session.log, `${publicationId}: ${incident.kind} ${incident.event}: ${incident.detail}`);
        },
        onCheck: (outcome) => {
          outcomes.push(outcome);
          onCheck(publicationId, outcome);
        },
      },
    );
    visits.push(summary);
  };

  /** In the cloud the ledger's own events wake notify; here the visit does. */
  const tell = async (outcomes: readonly CheckOutcome[]): Promise<void> => {
    for (const { revision } of outcomes.flatMap(({ committed }) => committed)) {
      messages += (await notifyRevision(revision.articleId, revision.number, notifyPorts))?.published ?? 0;
    }
  };

  const visitNext = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined && !session.interrupted.aborted; id = waiting.shift()) {
      const publicationId = id;
      const outcomes: CheckOutcome[] = [];
      const note = (error: unknown): void => {
        if (!FAILURES.some((kind) => error instanceof kind) || !(error instanceof Error)) throw error;
        failed.push({ publicationId, problem: error.message });
      };
      await visitOne(publicationId, outcomes).catch(note);
      await tell(outcomes).catch(note);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, visitNext));
  const swept = await sweep(notifyPorts);
  return { visits, failed, messages: messages + swept.overdue + swept.folds + swept.digests };
}

/** Of one publication; anything else is a bug and ends the run. */
const FAILURES = [VisitError, StoreError, DeliveryError] as const;
