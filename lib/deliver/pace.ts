import { SECOND_MS } from '../instant.ts';
import type { Publish } from '../alert.ts';

/**
 * Spaces e-mails evenly, so that no second holds more than `perSecond` of them however many callers there are; texts
 * and events pass at once. Every e-mail subscriber may be in every edition, so the limit of one address is the limit
 * of all. Several senders at once (Lambda concurrency) must share the figure out between them.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html: over 10 messages a second, SNS
 * deactivates the subscription, while `Publish` goes on succeeding.
 */
export function paced(
  publish: Publish,
  pace: {
    readonly perSecond: number;
    /** Milliseconds, of a clock that never goes back. */
    readonly now: () => number;
    readonly sleep: (ms: number) => Promise<void>;
  },
): Publish {
  const gapMs = SECOND_MS / pace.perSecond;
  let freeAt = -Infinity;
  return async (message) => {
    if (message.channel === 'email') {
      const now = pace.now();
      const turn = Math.max(now, freeAt);
      // Taken before waiting: the next caller queues behind this one.
      freeAt = turn + gapMs;
      if (turn > now) await pace.sleep(turn - now);
    }
    return publish(message);
  };
}
