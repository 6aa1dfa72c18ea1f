/**
 * Mutation testing: Stryker changes the code in small ways and looks whether a test notices. What survives is a gap in the tests, or
 * changes nothing that anybody sees.
 *
 *   npm ci --prefix tests/mutation && npm run mutation -- SCOPE… [--only lib/record/owes.ts] [--every N]
 *
 * Not part of any test tier: it takes minutes to hours, less with `--only` a file of the scope or `--every` Nth stretch of its
 * lines, a sample. Scores stand in docs/measurements.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
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

/** Lines; long enough to hold a function whole. */
const STRETCH = 25;

const STRYKER = join(import.meta.dirname, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, every: { type: 'string', default: '1' } },
});
const unknown = names.filter((name) => SCOPES[name] === undefined);
if (names.length === 0 || unknown.length > 0) {
  console.error(`Name one or more of: ${Object.keys(SCOPES).join(', ')}`);
  process.exit(2);
}
const every = Number(values.every);
if (!Number.isInteger(every) || every < 1) {
  console.error(`--every ${values.every}: write a whole number, 1 for all`);
  process.exit(2);
}
if (!existsSync(STRYKER)) {
  console.error('Stryker is not installed: npm ci --prefix tests/mutation');
  process.exit(2);
}
for (const name of names) {
  const scope = SCOPES[name];
  if (scope === undefined) continue;
  const patterns = values.only?.split(',') ?? scope.mutate;
  const mutate = (every > 1 ? sampleOf(patterns, every) : patterns).join(',');
  const args = [STRYKER, 'run', join(import.meta.dirname, 'stryker.config.json'), '--mutate', mutate];
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, MUTATION_TESTS: scope.tests.join(',') },
  });
  if (status !== 0) process.exitCode = 1;
}

/** Every Nth stretch of lines, counted over all files, as Stryker's ranges. */
function sampleOf(patterns: readonly string[], every: number): string[] {
  const excluded = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const files = globSync(
    patterns.filter((pattern) => !pattern.startsWith('!')),
    { exclude: excluded },
  ).toSorted();
  const stretches = files.flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n').length;
    return Array.from({ length: Math.ceil(lines / STRETCH) }, (_, at) => {
      const from = at * STRETCH + 1;
      return `${file}:${from}-${Math.min(lines, from + STRETCH - 1)}`;
    });
  });
  return stretches.filter((_, at) => at % every === 0);
}
