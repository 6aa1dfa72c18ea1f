import { defineConfig } from 'vitest/config';
import { FAUXQS_ONLY, FULL_TIER_ONLY, isFullTier, isRefereed, REFEREE_ONLY } from './tests/tiers.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      'tests/bench/peers/**',
      'tests/mutation/**',
      ...(isFullTier ? [] : FULL_TIER_ONLY),
      ...(isRefereed ? FAUXQS_ONLY : REFEREE_ONLY),
    ],
    setupFiles: ['tests/property-seed.ts'],
    // A stuck server or a forgotten timer fails its test instead of hanging CI.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
