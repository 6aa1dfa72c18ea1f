/** What S3 tells of new objects, through a queue. */
import * as z from 'zod';
import { parseRevisionKey } from '../record/index.ts';

const notificationSchema = z.union([
  z.object({ Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })) }),
  /** Sent once when notifications are set up; there is no object. */
  z.object({ Event: z.literal('s3:TestEvent') }),
]);

export type RevisionId = { readonly articleId: string; readonly number: number };

/**
 * The revisions a notification tells of, none for a test event. Throws for what is no notification of S3's, and for an object that is
 * no revision: both mean that the queue is wired wrongly.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html (keys are URL-encoded, spaces as `+`)
 */
export function revisionsToldOf(body: string): readonly RevisionId[] {
  const notification = notificationSchema.parse(JSON.parse(body));
  if ('Event' in notification) return [];
  return notification.Records.map(({ s3 }) => {
    const key = decodeURIComponent(s3.object.key.replaceAll('+', ' '));
    const revision = parseRevisionKey(key);
    if (revision === null) throw new Error(`Told of ${key}, which is no revision`);
    return revision;
  });
}
