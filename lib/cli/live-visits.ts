/** Live visits to the publications of a watchlist: each politely, several side by side; then what they owe is told. */
import { randomBytes } from 'node:crypto';
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

export type VisitsSummary = { readonly visits: readonly VisitSummary[]; readonly messages: number };

/** Publications visited at the same time: most of a visit is waiting. */
const SIDE_BY_SIDE = 20;

/** Visits every publication that is not paused. Rejects when the store fails. */
export async function visitAll(
  { watchlist, store, forMs, onCheck }: LiveVisits,
  session: Session,
): Promise<VisitsSummary> {
  const startedAt = session.now();
  const outbox = outboxOf(store, watchlist, session.now);
  const notifyPorts = { stores: store.stores, watchlist, publish: outbox, now: session.now };
  const waiting = Object.entries(watchlist.publications).flatMap(([id, { paused }]) => (paused ? [] : [id]));
  const visits: VisitSummary[] = [];
  let messages = 0;

  const visitNext = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined && !session.interrupted.aborted; id = waiting.shift()) {
      const publicationId = id;
      const outcomes: CheckOutcome[] = [];
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
      // In the cloud the ledger's own events wake notify; here the visit does.
      for (const { revision } of outcomes.flatMap(({ committed }) => committed)) {
        messages += (await notifyRevision(revision.articleId, revision.number, notifyPorts))?.published ?? 0;
      }
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, visitNext));
  const swept = await sweep(notifyPorts);
  return { visits, messages: messages + swept.overdue + swept.folds + swept.digests };
}
