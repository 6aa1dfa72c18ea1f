import type { Phrase } from './phrases.ts';

/** More than this in one line and nothing is taken in. */
const MOST_PHRASES = 4;

export type Fitted = {
  readonly line: string;
  /** How far from everything in its fullest form; 0 is all. */
  readonly lacks: number;
  /** True where not even the first phrase fits in one of its forms. */
  readonly isPlain: boolean;
};

/**
 * As many phrases as fit, each as full as fits, the first before the others; the rest is counted ("+ 2 more"). If not even one
 * fits, the first is said in its plainest form all the same.
 */
export function fitPhrases(phrases: readonly Phrase[], fits: (line: string) => boolean): Fitted {
  for (let count = Math.min(phrases.length, MOST_PHRASES); count > 0; count -= 1) {
    const chosen = phrases.slice(0, count).map(({ forms }) => forms.length - 1);
    const line = () => joined(phrases, chosen);
    if (!fits(line())) continue;
    for (const index of chosen.keys()) {
      const shortest = chosen[index] ?? 0;
      chosen[index] = 0;
      while ((chosen[index] ?? 0) < shortest && !fits(line())) chosen[index] = (chosen[index] ?? 0) + 1;
    }
    const lacks = chosen.reduce((sum, form) => sum + form, 0) + (phrases.length - count) * 10;
    return { line: line(), lacks, isPlain: false };
  }
  const [first] = phrases;
  if (first === undefined) return { line: '', lacks: 0, isPlain: false };
  const counted = `${first.plain}${more(phrases.length - 1)}`;
  return { line: fits(counted) ? counted : first.plain, lacks: phrases.length * 10, isPlain: true };
}

function joined(phrases: readonly Phrase[], chosen: readonly number[]): string {
  const line = chosen.reduce((text, form, index) => {
    const phrase = phrases[index];
    const words = phrase?.forms[form] ?? '';
    if (index === 0) return words;
    return `${text}${phrase?.isFigure && phrases[index - 1]?.isFigure ? ', ' : '; '}${words}`;
  }, '');
  return `${line}${more(phrases.length - chosen.length)}`;
}

const more = (count: number): string => (count > 0 ? ` + ${count} more` : '');
