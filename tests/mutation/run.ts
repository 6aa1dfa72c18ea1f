/**
 * Mutation testing: Stryker changes the code in small ways and looks whether a test notices. What survives is a gap in the tests, or
 * changes nothing that anybody sees.
 *
 *   npm ci --prefix tests/mutation && npm run mutation -- SCOPE… [--only lib/record/owes.ts]
 *
 * Not part of any test tier: it takes minutes to hours, less with `--only` a file of the scope. Scores stand in docs/measurements.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

type Scope = { readonly mutate: readonly string[]; readonly tests: readonly string[] };

/** Whole histories, of seconds each: run for every mutant they would take hours, and find what the tests of single steps find. */
const HISTORIES = ['crash-matrix', 'model', 'notify', 'reread', 'sms-cap', 'sweep'].map(
  (name) => `!tests/ledger/${name}.test.ts`,
);

/** Texts by the thousand, for what holds of any text: so too. */
const ANY_TEXT = ['laws', 'facts/any-text'].map((name) => `!tests/compare/${name}.test.ts`);

const SCOPES: Readonly<Record<string, Scope>> = {
  cadence: { mutate: ['lib/cadence.ts'], tests: ['tests/cadence.test.ts'] },
  availability: { mutate: ['lib/availability.ts'], tests: ['tests/availability.test.ts'] },
  health: { mutate: ['lib/health.ts'], tests: ['tests/health.test.ts'] },
  identity: { mutate: ['lib/identity.ts'], tests: ['tests/discover/identity.test.ts'] },
  ledger: {
    mutate: ['lib/record/*.ts', '!lib/record/index.ts'],
    tests: ['tests/ledger/*.test.ts', ...HISTORIES, 'tests/deliver/subscriptions.test.ts'],
  },
  facts: {
    mutate: ['lib/compare/facts/*.ts', '!lib/compare/facts/index.ts'],
    tests: ['tests/compare/**/*.test.ts', ...ANY_TEXT],
  },
  comparison: {
    mutate: ['lib/compare/*.ts', 'lib/compare/align/*.ts', 'lib/compare/phrases/*.ts', '!lib/compare/index.ts'],
    tests: ['tests/compare/**/*.test.ts', ...ANY_TEXT, 'tests/messages/phrases*.test.ts'],
  },
};

const STRYKER = join(import.meta.dirname, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const { values, positionals: names } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
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
  const mutate = values.only ?? scope.mutate.join(',');
  const args = [STRYKER, 'run', join(import.meta.dirname, 'stryker.config.json'), '--mutate', mutate];
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, MUTATION_TESTS: scope.tests.join(',') },
  });
  if (status !== 0) process.exitCode = 1;
}
