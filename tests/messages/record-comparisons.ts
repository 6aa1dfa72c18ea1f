/**
 * Compares the cases anew and records what was found, beside the messages made of it:
 *
 *   node tests/messages/record-comparisons.ts && npx vitest run tests/messages/golden -u
 *
 * The golden messages stand on recorded comparisons, so that they change when wording does, and a better comparison changes them
 * only when somebody asks for it and reads what came of it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from './cases.ts';

for (const { name, compare } of CASES) {
  const comparison = compare();
  if (comparison === null) continue;
  const folder = join(import.meta.dirname, '..', 'fixtures', 'messages', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'comparison.json'), `${JSON.stringify(comparison, null, 2)}\n`);
}
