/** The tests of one scope (tests/mutation/run.ts names them): those that would notice, and none of the slow ones that only might. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(',').filter((pattern) => pattern !== ''),
    setupFiles: ['tests/property-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
