/** Words that say the contrary of each other: "rose" and "fell". One put in the other's place turns what a sentence claims. */
import { areContrary, denies, NOT, type SentenceFacts } from './facts/index.ts';
import { overlapping, type Edit, type Range } from './words.ts';

/** `fate`: what became of someone; `denial`: a verb denied in its ending, where the language does so; else a `contrary`. */
export type OppositeSort = 'fate' | 'denial' | 'contrary';
export type Opposite = { readonly sort: OppositeSort; readonly before: Range; readonly after: Range };

/** The edits in which a word became its contrary, and nothing else that carries sense was altered beside it. */
export function oppositesIn(before: SentenceFacts, after: SentenceFacts, edits: readonly Edit[]): Opposite[] {
  return edits.flatMap((edit) => {
    const [gone, come] = [wordsIn(before, edit.before), wordsIn(after, edit.after)];
    // "Not clear" and "unclear" say the same.
    if (isDeniedIn(before, edit.before) !== isDeniedIn(after, edit.after)) return [];
    if (gone.length === 0 || come.length === 0 || gone.length > MOST_WORDS || come.length > MOST_WORDS) return [];
    for (const one of gone)
      for (const other of come) {
        const sort = sortOf(one.lower, other.lower, after.language);
        if (sort) return [{ sort, before: [one.start, one.end] as const, after: [other.start, other.end] as const }];
      }
    return [];
  });
}

const MOST_WORDS = 3;

const isDeniedIn = ({ claims }: SentenceFacts, run: Range): boolean =>
  overlapping(claims, run, ({ range }) => range).some(({ key }) => NOT.has(key));

function sortOf(one: string, other: string, language: string | null): OppositeSort | null {
  if (areContrary(one, other, 'fates')) return 'fate';
  if (language?.startsWith('tr') === true && (deniesInTurkish(one, other) || deniesInTurkish(other, one)))
    return 'denial';
  return areContrary(one, other, 'contraries') || denies(one, other) || denies(other, one) ? 'contrary' : null;
}

/** "katılacak" and "katılmayacak", "biliyor" and "bilmiyor", "gelir" and "gelmez"; "görüşmeler" are talks, and deny nothing. */
function deniesInTurkish(one: string, other: string): boolean {
  const [, stem, tense = ''] =
    /^(\p{L}{2,})m(?:[ae](?=y?[ae]c[ae][kğ]|d[ıi]|m[ıi]ş|y[ae]n|z)|(?=[ıiuü]yor))(.*)$/u.exec(one) ?? [];
  // "Ödemiyor" denies "ödüyor": what goes on narrows the vowel before it.
  const root = /^[ıiuü]yor/u.test(tense) ? stem?.replace(/[ae]$/u, '') : stem;
  if (root === undefined || !other.startsWith(root)) return false;
  const [denied, said] = [tense, other.slice(root.length)].map((ending) =>
    ending
      .replace(/^y/u, '')
      .replace(/^t/u, 'd')
      .replace(/^(?:z|[aeıiuü]?r)/u, 'r')
      .replaceAll(/[ıiuü]/gu, 'i'),
  );
  return denied === said;
}

const wordsIn = ({ lexemes }: SentenceFacts, run: Range) =>
  overlapping(lexemes, run, ({ start, end }) => [start, end]).filter(({ kind }) => kind === 'word');
