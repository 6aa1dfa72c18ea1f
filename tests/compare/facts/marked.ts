import { changedFacts, analyseSentence, type Edit, type FactChange } from '../../../lib/compare/facts/index.ts';

/** Two sentences and the altered places, written as one: "killed [-six-]{+seven+} people". */
export function readMarked(marked: string): {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
} {
  let before = '';
  let after = '';
  const edits: Edit[] = [];
  for (const match of marked.matchAll(/\[-(.*?)-\](?:\{\+(.*?)\+\})?|\{\+(.*?)\+\}|[^[{]+|[[{]/gsu)) {
    const [whole, removed, replaced, added] = match;
    if (removed === undefined && added === undefined) {
      before += whole;
      after += whole;
      continue;
    }
    const [out, put] = [removed ?? '', replaced ?? added ?? ''];
    edits.push({
      before: [before.length, before.length + out.length],
      after: [after.length, after.length + put.length],
    });
    before += out;
    after += put;
  }
  return { before, after, edits };
}

/** What is told of a marked sentence: "figure casualty: six → seven", in the order of the text. */
export function tellFacts(marked: string, language: string | null): readonly string[] {
  const { before, after, edits } = readMarked(marked);
  return changedFacts(analyseSentence(before, language), analyseSentence(after, language), edits).map(tell);
}

export function tell({ kind, nature, fact }: FactChange): string {
  const sides =
    fact.kind === 'figure'
      ? [fact.before, fact.after].map((figure) => figure && [figure.qualifier, figure.text].filter(Boolean).join(' '))
      : [fact.before, fact.after];
  return `${kind} ${nature}: ${sides.map((side) => side ?? '∅').join(' → ')}`;
}
