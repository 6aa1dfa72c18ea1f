/** The publications of one message, each politely one request at a time, all of them at once: waiting is what a Lambda costs most for. */
import { MINUTE_MS } from './instant.ts';
import type { VisitMessage } from './visit-message.ts';
import { visitPublication, type VisitPorts, type VisitSummary } from './visit.ts';
import type { Watchlist } from './watchlist.ts';

/** Kept free at the end for the one slow answer that is awaited (45 s at most) and for writing the rosters back. */
const FINISH_MS = MINUTE_MS;

export type SideBySideRequest = {
  readonly watchlist: Watchlist;
  readonly message: VisitMessage;
  readonly visit: string;
  readonly tickMs: number;
  /** Until the function is stopped. */
  readonly remainingMs: number;
};

export type VisitOutcome = { readonly publicationId: string } & (
  | { readonly kind: 'visited'; readonly summary: VisitSummary }
  /** The store failed; what was committed is committed, what is left stays due. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** `too-late`: the next tick has its own message. `not-followed`: paused, or no longer in the watchlist. */
  | { readonly kind: 'left-out'; readonly why: 'too-late' | 'not-followed' }
);

/** Never rejects: one publication's failure is its own outcome. No request is begun once the tick or the function nears its end. */
export async function visitSideBySide(request: SideBySideRequest, ports: VisitPorts): Promise<readonly VisitOutcome[]> {
  const { watchlist, message, visit, tickMs, remainingMs } = request;
  const now = ports.now().getTime();
  const end = Math.min(Date.parse(message.tickAt) + tickMs, now + remainingMs);
  const deadline = new Date(end - FINISH_MS);
  const timeMs = deadline.getTime() - now;

  const visitOne = async (publicationId: string): Promise<VisitOutcome> => {
    if (watchlist.publications[publicationId]?.paused !== false) {
      return { publicationId, kind: 'left-out', why: 'not-followed' };
    }
    if (timeMs <= 0) return { publicationId, kind: 'left-out', why: 'too-late' };
    try {
      const summary = await visitPublication({ watchlist, publicationId, visit, deadline, tickMs: timeMs }, ports);
      return { publicationId, kind: 'visited', summary };
    } catch (error) {
      return { publicationId, kind: 'failed', error };
    }
  };
  return Promise.all(message.publications.map(visitOne));
}
