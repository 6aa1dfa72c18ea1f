/**
 * Two tiers. `npm test` needs nothing but `npm ci`. The full one (`npm run test:all`, which CI runs) adds what a user need not have:
 * a browser, and the referee from PyPI.
 */
export const isFullTier = process.env['STOP_PRESS_TIER'] === 'all';

/** Test files which only the full tier runs: those that want Chromium, and those that take long. */
export const FULL_TIER_ONLY = ['tests/browser/**', 'tests/soak/**', 'tests/rehearsal/**', 'tests/bench/**'] as const;

/** Test folders which the full tier runs a second time, against the referee. */
export const REFEREED = ['tests/wire'] as const;

/** What one of the two servers alone can show (docs/adr/0012: what each leaves out). Listed, not skipped: a run holds every test it starts. */
export const FAUXQS_ONLY = ['tests/wire/fauxqs-only/**'] as const;
export const REFEREE_ONLY = ['tests/wire/referee-only/**'] as const;

/** Whether the rules are judged by the referee, and not by our own front. */
export const isRefereed = process.env['REFEREE_URL'] !== undefined;
