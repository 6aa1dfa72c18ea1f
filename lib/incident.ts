/** The ill health of a publication or of the system, told to operators when it starts and when it ends. */
import * as z from 'zod';

export const INCIDENT_KINDS = ['nothing-discovered', 'everything-failing', 'blocked', 'extraction-collapsed'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const incidentSchema = z
  .object({
    format: z.literal(1),
    publication: z.string(),
    number: z.int().positive(),
    kind: z.enum(INCIDENT_KINDS),
    event: z.enum(['started', 'ended']),
    at: z.string(),
    /** One line for the operator: what was seen, and what to do first. */
    detail: z.string(),
    /** On `ended`: the number of the incident that started it. */
    startedBy: z.int().nullable(),
  })
  .readonly();
export type Incident = z.infer<typeof incidentSchema>;
