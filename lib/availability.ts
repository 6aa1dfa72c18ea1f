/** Whether an article can be read, as confirmed (not as last seen once): see lib/record/availability.ts for how. */
import * as z from 'zod';

export const AVAILABILITY_STATES = ['live', 'missing', 'gone', 'redirected', 'paywalled', 'blocked'] as const;
export type AvailabilityState = (typeof AVAILABILITY_STATES)[number];

export const availabilitySchema = z
  .object({
    state: z.enum(AVAILABILITY_STATES),
    /** Another state that was seen but is not yet confirmed, with the scheduled slots that saw it. */
    suspect: z
      .object({
        state: z.enum(AVAILABILITY_STATES),
        since: z.string(),
        slots: z.int(),
        lastSlot: z.string(),
      })
      .readonly()
      .nullable(),
  })
  .readonly();
export type Availability = z.infer<typeof availabilitySchema>;

export const LIVE: Availability = { state: 'live', suspect: null };
