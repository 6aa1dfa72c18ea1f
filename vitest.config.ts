import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/bench/peers/**'],
    // A stuck server or a forgotten timer fails its test instead of hanging CI.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
