/** Folds that have ended: the changes of one article on one channel since the last alert, told as one net change. */
import { toldApart, type Debt } from '../compose.ts';
import { DAY_MS } from '../instant.ts';
import type { Committed } from '../revision.ts';
import type { Unpaid } from './unpaid.ts';

/** For each article, channel and run of consecutive revisions whose time has come: a debt of its text, one of its availability. */
export function endedFolds(unpaid: readonly Unpaid[], now: Date): readonly Debt[] {
  const folded = unpaid.filter(({ owed }) => owed.how === 'folded');
  const byArticle = Map.groupBy(
    folded,
    ({ committed, owed }) => `${committed.revision.articleId} ${owed.channel} ${owed.editions.join(' ')}`,
  );
  return [...byArticle.values()].flatMap((ofArticle) => {
    const runs = consecutiveRuns(
      ofArticle.toSorted((a, b) => a.committed.revision.number - b.committed.revision.number),
    );
    return runs
      .filter((run) => isOver(run, now))
      .flatMap((run) => toldApart(run, ({ committed }) => committed))
      .flatMap((part) => toDebt(part));
  });
}

/** So long a page that does not come to rest keeps a fold open: a real change among its returns must not wait for ever. */
const LONGEST_OVER_TIME_MS = DAY_MS;

/** A fold is over when the wait of its last revision is, since a return that has not settled yet keeps it open; or a day after its first was due. */
function isOver(run: readonly Unpaid[], now: Date): boolean {
  const dayBefore = new Date(now.getTime() - LONGEST_OVER_TIME_MS).toISOString();
  return run.every(({ owed }) => owed.dueAt <= now.toISOString()) || run.some(({ owed }) => owed.dueAt <= dayBefore);
}

function consecutiveRuns(sorted: readonly Unpaid[]): readonly (readonly Unpaid[])[] {
  const runs: Unpaid[][] = [];
  for (const debt of sorted) {
    const run = runs.at(-1);
    const previous = run?.at(-1)?.committed.revision.number;
    if (run !== undefined && previous !== undefined && debt.committed.revision.number === previous + 1) run.push(debt);
    else runs.push([debt]);
  }
  return runs;
}

function toDebt(part: readonly Unpaid[]): readonly Debt[] {
  const [first, ...rest] = part;
  if (first === undefined) return [];
  const revisions: readonly [Committed, ...Committed[]] = [first.committed, ...rest.map(({ committed }) => committed)];
  const dueAt = part.map(({ owed }) => owed.dueAt).reduce((a, b) => (a > b ? a : b));
  return [{ channel: first.owed.channel, how: 'folded', dueAt, editions: first.owed.editions, revisions }];
}
