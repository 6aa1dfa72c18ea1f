import { defineConfig } from 'vitest/config';
import { FULL_TIER_ONLY, isFullTier } from './tests/tiers.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/bench/peers/**', ...(isFullTier ? [] : FULL_TIER_ONLY)],
    setupFiles: ['tests/property-seed.ts'],
    // A stuck server or a forgotten timer fails its test instead of hanging CI.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
