import * as z from 'zod';
import type { Alert, Message } from '../../alert.ts';
import { ANNOUNCED, changeSchema, SEVERITIES } from '../../change.ts';
import { AVAILABILITY_STATES } from '../../availability.ts';

/** What machines get. Fields are added, never renamed; `schema` moves only if that promise has to be broken. */
const head = {
  schema: z.literal('stop-press/alert/1'),
  /** The same for a repeated publish of the same alert: drop what was seen before. */
  id: z.string(),
  articleId: z.string(),
  url: z.string(),
  headline: z.string(),
  publication: z.object({ id: z.string(), name: z.string() }),
  editions: z.array(z.string()),
  revisions: z.object({ from: z.int(), to: z.int() }),
  unchangedAt: z.string().nullable(),
  changedBy: z.string(),
  diffUrl: z.string().nullable(),
  language: z.string().nullable(),
  severity: z.enum(SEVERITIES),
};

export const alertEventSchema = z.discriminatedUnion('kind', [
  z.object({
    ...head,
    kind: z.literal('text'),
    summary: z.string(),
    announced: z.enum(ANNOUNCED),
    unannounced: z.boolean(),
    /** When the wording it returns to was first seen; null when this is no return. */
    backTo: z.string().nullable(),
    changedShare: z.number(),
    pages: z.object({ before: z.string().nullable(), after: z.string() }),
    changes: z.array(changeSchema),
    /** Changes left out to stay under SNS's 256 KB; the ledger has them. */
    changesOmitted: z.int(),
  }),
  z.object({
    ...head,
    kind: z.literal('availability'),
    availability: z.object({
      before: z.enum(AVAILABILITY_STATES),
      after: z.enum(AVAILABILITY_STATES),
    }),
    detail: z.string(),
  }),
]);
export type AlertEvent = z.infer<typeof alertEventSchema>;

/** SNS takes 256 KB; the attributes count too. */
const MOST_EVENT_BYTES = 240_000;

export function renderEvent(alert: Alert): Message {
  return {
    messageId: alert.messageId,
    channel: 'events',
    editions: alert.editions.map(({ id }) => id),
    subject: null,
    body: JSON.stringify(eventOf(alert)),
  };
}

function eventOf(alert: Alert): AlertEvent {
  const common = {
    schema: 'stop-press/alert/1',
    id: alert.messageId,
    articleId: alert.articleId,
    url: alert.url,
    headline: alert.headline,
    publication: {
      id: alert.revision.publication,
      name: alert.publicationName,
    },
    editions: alert.editions.map(({ id }) => id),
    revisions: { from: alert.from, to: alert.to },
    unchangedAt: alert.unchangedAt,
    changedBy: alert.changedBy,
    diffUrl: alert.diffUrl,
    language: alert.language,
  } as const;
  if (alert.kind === 'availability') {
    const { severity, availability, detail } = alert.revision;
    return {
      ...common,
      kind: 'availability',
      severity,
      availability: { ...availability },
      detail,
    };
  }
  const { severity, summary, announced, unannounced, changedShare, changes } = alert.comparison;
  const kept = [...changes];
  let bytes = kept.reduce((sum, change) => sum + Buffer.byteLength(JSON.stringify(change)) + 1, 4_000);
  while (bytes > MOST_EVENT_BYTES && kept.length > 0) bytes -= Buffer.byteLength(JSON.stringify(kept.pop())) + 1;
  return {
    ...common,
    kind: 'text',
    severity,
    summary,
    announced,
    unannounced,
    backTo: alert.backTo,
    changedShare,
    pages: { ...alert.pages },
    changes: kept,
    changesOmitted: changes.length - kept.length,
  };
}
