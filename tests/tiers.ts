/**
 * Two tiers. `npm test` needs nothing but `npm ci`. The full one (`npm run test:all`, which CI runs) adds what a user need not have:
 * a browser, and the referee from PyPI.
 */
export const isFullTier = process.env['STOP_PRESS_TIER'] === 'all';

/** Test files which only the full tier runs: those that want Chromium, and those that take long. */
export const FULL_TIER_ONLY = ['tests/browser/**', 'tests/soak/**', 'tests/rehearsal/**'] as const;

/** Test folders which the full tier runs a second time, against the referee. */
export const REFEREED = ['tests/wire'] as const;
