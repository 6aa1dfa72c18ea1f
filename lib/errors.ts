/**
 * The few exceptions there are: what we or the operator got wrong. What the world does is a value with a `kind`.
 */

/** The watchlist, the environment or a command's arguments are wrong. The message names the thing and the remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The store could not be read or written, or holds what it must not. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
  readonly key: string;
  constructor(message: string, key: string, options?: ErrorOptions) {
    super(message, options);
    this.key = key;
  }
}

/** The store answered, and what it holds cannot be read: damaged, foreign, or of a newer Stop Press. Asking again is no use. */
export class UnreadableError extends StoreError {
  override readonly name = 'UnreadableError';
}

/** A message could not be handed to its channel. It stays owed. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
}

/** Some of what a visit had to do failed; all else is done and remembered. The message counts, and has the first reason. */
export class VisitError extends Error {
  override readonly name = 'VisitError';
  readonly failures: readonly unknown[];
  constructor(publication: string, failures: readonly unknown[]) {
    const [first] = failures;
    const reason = first instanceof Error ? first.message : String(first);
    const things = failures.length === 1 ? 'One thing' : `${failures.length} things`;
    super(`${things} failed in the visit to ${publication}: ${reason}`, { cause: first });
    this.failures = failures;
  }
}

/** A broken invariant: always a bug in Stop Press, never in its input. */
export function unreachable(value: never): never {
  throw new Error(`This is a bug in Stop Press: unexpected ${JSON.stringify(value)}`);
}
