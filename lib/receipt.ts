/** The record that a message was accepted by its channel, or that what was owed came to nothing and why. */
import * as z from 'zod';
import { CHANNELS, SUPPRESSIONS } from './revision.ts';

export const receiptSchema = z
  .object({
    format: z.literal(1),
    channel: z.enum(CHANNELS),
    how: z.enum(['now', 'folded', 'digest']),
    editions: z.array(z.string()).readonly(),
    /** What the message told of: every one was owed. */
    covers: z.array(z.object({ articleId: z.string(), number: z.int() }).readonly()).readonly(),
    at: z.string(),
    /** On SMS, where not everybody who takes the editions was told: the audiences that were (lib/deliver/audiences.ts). */
    audiences: z.array(z.string()).readonly().optional(),
    /** On SMS: the audiences that had had their texts of the day. The last text of that day is theirs. */
    held: z.array(z.string()).readonly().optional(),
    outcome: z.discriminatedUnion('kind', [
      /** `messageId` is ours and stable; `providerId` is what the channel answered. */
      z.object({ kind: z.literal('published'), messageId: z.string(), providerId: z.string() }).readonly(),
      z.object({ kind: z.literal('suppressed'), why: z.enum(SUPPRESSIONS) }).readonly(),
    ]),
  })
  .readonly();
export type Receipt = z.infer<typeof receiptSchema>;
