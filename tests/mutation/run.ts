/**
 * Mutation testing: Stryker changes the code in small ways and looks whether a test notices. What survives is a gap in the tests, or
 * changes nothing that anybody sees.
 *
 *   npm ci --prefix tests/mutation && npm run mutation -- SCOPE…
 *
 * Not part of any test tier: it takes minutes to hours. Scores stand in docs/measurements.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

type Scope = { readonly mutate: readonly string[]; readonly tests: readonly string[] };

const SCOPES: Readonly<Record<string, Scope>> = {
  cadence: { mutate: ['lib/cadence.ts'], tests: ['tests/cadence.test.ts'] },
  ledger: {
    mutate: ['lib/record/*.ts', '!lib/record/index.ts'],
    tests: ['tests/ledger/*.test.ts', 'tests/discover/visits.test.ts'],
  },
  facts: {
    mutate: ['lib/compare/facts/*.ts', '!lib/compare/facts/index.ts'],
    tests: ['tests/compare/**/*.test.ts'],
  },
  comparison: {
    mutate: ['lib/compare/*.ts', 'lib/compare/align/*.ts', '!lib/compare/index.ts', '!lib/compare/align/index.ts'],
    tests: ['tests/compare/**/*.test.ts'],
  },
};

const STRYKER = join(import.meta.dirname, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const names = process.argv.slice(2);
const unknown = names.filter((name) => SCOPES[name] === undefined);
if (names.length === 0 || unknown.length > 0) {
  console.error(`Name one or more of: ${Object.keys(SCOPES).join(', ')}`);
  process.exit(2);
}
if (!existsSync(STRYKER)) {
  console.error('Stryker is not installed: npm ci --prefix tests/mutation');
  process.exit(2);
}
for (const name of names) {
  const scope = SCOPES[name];
  if (scope === undefined) continue;
  const args = [STRYKER, 'run', join(import.meta.dirname, 'stryker.config.json'), '--mutate', scope.mutate.join(',')];
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, MUTATION_TESTS: scope.tests.join(',') },
  });
  if (status !== 0) process.exitCode = 1;
}
