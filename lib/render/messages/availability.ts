import type { AvailabilityState } from '../../availability.ts';

/** What became of the page, in a few words. */
export const availabilityTelling = (availability: {
  readonly before: AvailabilityState;
  readonly after: AvailabilityState;
}): string => (availability.after === 'live' ? RESTORED[availability.before] : TOLD[availability.after]);

const TOLD = {
  live: 'article can be read again',
  missing: 'article not found',
  gone: 'article withdrawn',
  redirected: 'article now redirects elsewhere',
  paywalled: 'article now behind a paywall',
  blocked: 'article can no longer be fetched',
} as const satisfies Record<AvailabilityState, string>;

const RESTORED = {
  live: 'article can be read',
  missing: 'article back after not being found',
  gone: 'article back after being withdrawn',
  redirected: 'article back at its own address',
  paywalled: 'article free to read again',
  blocked: 'article can be fetched again',
} as const satisfies Record<AvailabilityState, string>;
