/**
 * Golden revisions: many edits at once, and everything that is told of them (revision-cases.ts says how a case is written). A new
 * file needs no code; `UPDATE=1 npx vitest run tests/compare/revisions.test.ts` writes what is told, to be read as an editor would.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change, Comparison } from '../../lib/change.ts';
import { compareArticles, redline } from '../../lib/compare/index.ts';
import { parseRevision, withExpected } from './revision-cases.ts';
import { drawing, telling } from './telling.ts';

const FOLDER = join(import.meta.dirname, 'revisions');

const REVISIONS = readdirSync(FOLDER).map((name) => ({
  name,
  ...parseRevision(readFileSync(join(FOLDER, name), 'utf8')),
}));

describe('what is told of a revision', () => {
  it.each(REVISIONS.map((revision) => [`${revision.name}: ${revision.about}`, revision] as const))(
    '%s',
    (_about, revision) => {
      const { name, before, after, context } = revision;
      const comparison = compareArticles(before, after, context);
      const told = `${telling(comparison)}\n\n--- redline\n${drawing(redline(before, after, comparison))}\n`;
      if (process.env['UPDATE'] !== undefined) writeFileSync(join(FOLDER, name), withExpected(revision, told));
      else expect(told).toBe(revision.expected);
    },
  );
});

/** Posts slide off a page as time goes by, and a watchlist may weigh what went otherwise than what came: neither has a mirror. */
const mirrored = REVISIONS.filter(
  ({ before, context }) => context.rules === undefined && !before.blocks.some(({ kind }) => kind === 'post'),
);

describe('told the other way round it is the mirror image', () => {
  it.each(mirrored.map((revision) => [revision.name, revision] as const))('%s', (_name, { before, after, context }) => {
    const [there, back] = [compareArticles(before, after, context), compareArticles(after, before, context)];
    expect(back.severity).toBe(there.severity);
    expect(kindsOf(back, (kind) => MIRROR[kind] ?? kind)).toEqual(kindsOf(there, (kind) => kind));
  });
});

const MIRROR: Readonly<Partial<Record<Change['kind'], Change['kind']>>> = { added: 'removed', removed: 'added' };

const kindsOf = ({ changes }: Comparison, read: (kind: Change['kind']) => Change['kind']): string[] =>
  changes.map(({ kind, severity }) => `${severity} ${read(kind)}`).toSorted();
