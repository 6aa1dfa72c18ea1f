import { CONTRARIES, FATES } from './words/contraries.ts';

/** Whether one word in the other's place says the contrary: of what became of someone, or of anything. */
export function areContrary(one: string, other: string, of: keyof typeof TABLES): boolean {
  const there = sidesOf(other, TABLES[of]);
  return sidesOf(one, TABLES[of]).some(({ line, side }) =>
    there.some((place) => place.line === line && place.side !== side),
  );
}

function sidesOf(word: string, { words, beginnings }: Table): { readonly line: number; readonly side: number }[] {
  const sides = [...(words.get(word) ?? [])];
  for (let length = SHORTEST_BEGINNING; length <= word.length; length += 1)
    sides.push(...(beginnings.get(word.slice(0, length)) ?? []));
  return sides;
}
const SHORTEST_BEGINNING = 3;

/** On which side of which line a word stands: whole words, and beginnings of words. */
type Sides = ReadonlyMap<string, readonly { readonly line: number; readonly side: number }[]>;
type Table = { readonly words: Sides; readonly beginnings: Sides };

const TABLES = { fates: tableOf(FATES), contraries: tableOf(CONTRARIES) };

function tableOf(lines: string): Table {
  const table = { words: new Map(), beginnings: new Map() };
  for (const [line, row] of lines.trim().split('\n').entries())
    for (const [side, forms] of row.trim().split('|').entries())
      for (const form of forms.split(',')) {
        const sides = form.endsWith('…') ? table.beginnings : table.words;
        const word = form.replace('…', '');
        sides.set(word, [...(sides.get(word) ?? []), { line, side }]);
      }
  return table;
}
