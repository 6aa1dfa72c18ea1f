/** What dispatch sends and visit receives: a few publications, and the tick they are for. */
import * as z from 'zod';
import type { Watchlist } from './watchlist.ts';

const visitMessageSchema = z.object({
  format: z.literal(1),
  /** When the tick began, ISO 8601 UTC. */
  tickAt: z.iso.datetime(),
  publications: z.array(z.string()).min(1),
});
export type VisitMessage = z.infer<typeof visitMessageSchema>;

/** They are worked side by side, and waiting costs the same for one as for twenty. */
const PUBLICATIONS_A_MESSAGE = 20;

/**
 * Every publication that is not paused, packed into messages. Dealt out in turn, not cut in slices, because the publications of one
 * owner, which may share a server, tend to stand together in a watchlist.
 */
export function packVisits({ publications }: Watchlist, tickAt: Date): readonly VisitMessage[] {
  const ids = Object.keys(publications).filter((id) => publications[id]?.paused === false);
  const count = Math.ceil(ids.length / PUBLICATIONS_A_MESSAGE);
  return Array.from({ length: count }, (_, nth) => ({
    format: 1,
    tickAt: tickAt.toISOString(),
    publications: ids.filter((_, index) => index % count === nth),
  }));
}

/** Throws for what is no message of ours. */
export const parseVisitMessage = (body: string): VisitMessage => visitMessageSchema.parse(JSON.parse(body));
