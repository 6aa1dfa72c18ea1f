/** An article's parts as read from one page, with what read them. */
import * as z from 'zod';
import { articleSchema } from './article.ts';

export const snapshotSchema = z
  .object({
    article: articleSchema,
    /** Extractor version and a hash of the watchlist's rules for it: `3+0f9a…`. Differs: the bytes are read again before comparing. */
    readingVersion: z.string(),
    /** Hash of the article's comparable text. Equal: nothing that could be alerted differs. */
    fingerprint: z.string(),
  })
  .readonly();
export type Snapshot = z.infer<typeof snapshotSchema>;
