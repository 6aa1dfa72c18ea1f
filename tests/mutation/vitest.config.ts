/** The tests of one scope (tests/mutation/run.ts names them): those that would notice, and none of the slow ones that only might. */
import { defineConfig } from 'vitest/config';

const patterns = (process.env['MUTATION_TESTS'] ?? '').split(',');

export default defineConfig({
  test: {
    include: patterns.filter((pattern) => !pattern.startsWith('!')),
    exclude: patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
    setupFiles: ['tests/property-seed.ts'],
    // Files in one module world take half the time; none of these tests leaves anything behind.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
