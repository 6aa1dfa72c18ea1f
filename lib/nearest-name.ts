/**
 * The known name a person most likely meant: the same without case and hyphens, else the one that the fewest typed
 * letters tell apart; null where nothing is near enough to suggest.
 */
export function nearestName(written: string, known: Iterable<string>): string | null {
  const bare = bareName(written).slice(0, MAX_LENGTH);
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(bare.length / 3)) + 1;
  for (const name of known) {
    const distance = editDistance(bare, bareName(name));
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}

/** Names here are short: a longer one is a mistake of another sort, and the distance is quadratic. */
const MAX_LENGTH = 60;

const bareName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Letters to put in, take out or exchange to turn one word into the other (Levenshtein), two rows at a time. */
function editDistance(before: string, after: string): number {
  let row = Array.from({ length: after.length + 1 }, (_, column) => column);
  for (let line = 1; line <= before.length; line++) {
    const next = [line];
    for (let column = 1; column <= after.length; column++) {
      const exchange = (row[column - 1] ?? 0) + (before[line - 1] === after[column - 1] ? 0 : 1);
      next.push(Math.min(exchange, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
