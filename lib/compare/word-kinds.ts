/** Which words carry what a sentence says, and when two words are one word spelled in two ways. */
import type { Token } from './facts/index.ts';

/** Numbers and words that are not mere grammar. Short words are grammar in the languages written with spaces. */
export function isContentWord(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (token.kind !== 'word') return false;
  const word = token.folded.toLowerCase();
  return !(
    FUNCTION_WORDS.has(word) ||
    (word.length <= 3 && /^[\p{Script=Latin}]+$/u.test(word) && word === token.folded)
  );
}

/** The longer ones that a length of three does not catch. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'that this these those with from into onto upon over under than then them they their theirs there here were been being have ' +
    'having does done which while when where what whom whose also both each such some very just more most much many only other ' +
    'about after before between during through until since because would could should will shall must might ' +
    'eine einen einer eines einem dass nicht sich auch noch nach beim über unter durch oder aber wenn wird werden wurde wurden ' +
    'sind haben hatte hatten dans avec pour mais sont était étaient cette leur leurs elle elles nous vous être avoir ' +
    'para pero como este esta estos estas está están fueron tiene había'
  ).split(' '),
);

/** Whether two words differ by a slip: one letter, or two in a long word; or an ending ("person", "persons"). */
export function isMisspelling(before: string, after: string): boolean {
  if (before === '' || after === '' || before.includes(' ') !== after.includes(' ')) return false;
  const [a, b] = [before.toLowerCase(), after.toLowerCase()];
  const longest = Math.max(a.length, b.length);
  if (longest < 4 || longest > 60) return false;
  return distance(a, b) <= (longest >= 8 ? 2 : 1);
}

/** Edit distance with neighbouring letters exchanged counted once (optimal string alignment). */
function distance(a: string, b: string): number {
  let [older, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      next.push(best);
    }
    [older, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
