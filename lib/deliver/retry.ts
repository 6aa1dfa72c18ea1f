import type { Publish } from '../alert.ts';
import { DeliveryError } from '../errors.ts';
import { SECOND_MS } from '../instant.ts';

/**
 * Tries a failing channel again after a pause that doubles each time, with full jitter. The last failure is thrown
 * as `DeliveryError` with its cause: the alert stays owed, and the queue or the sweep brings it back.
 * @see https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
 */
export function retrying(
  publish: Publish,
  options: {
    readonly sleep: (ms: number) => Promise<void>;
    /** From 0 up to 1. */
    readonly random: () => number;
    readonly attempts?: number;
    readonly longestPauseMs?: number;
    /** False for what will fail the same way again: a refused parameter, a missing permission. */
    readonly isWorthRetrying?: (error: unknown) => boolean;
  },
): Publish {
  const { attempts = 5, longestPauseMs = 20 * SECOND_MS, isWorthRetrying = () => true } = options;
  return async (message) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await publish(message);
      } catch (error) {
        if (attempt >= attempts || !isWorthRetrying(error)) {
          const reason = error instanceof Error ? error.message : String(error);
          const times = attempt === 1 ? 'at the first try' : `${attempt} times`;
          throw new DeliveryError(
            `Message ${message.messageId} could not be handed to ${message.channel}: it failed ${times}, last with: ${reason}`,
            { cause: error },
          );
        }
        await options.sleep(options.random() * Math.min(longestPauseMs, (SECOND_MS / 4) * 2 ** attempt));
      }
    }
  };
}
