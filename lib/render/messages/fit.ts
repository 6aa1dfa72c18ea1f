import type { Phrase } from './phrase.ts';

/** More than this in one line and nothing is taken in. */
const MOST_PHRASES = 4;

export type Fitted = {
  readonly line: string;
  /** How much is not told: 1 for a change that is only named, 2 for one that is only counted; 0 is all. */
  readonly lacks: number;
  /** True where there is room only to say that something changed. */
  readonly isMute: boolean;
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
    const mute = chosen.filter((form, index) => isMute(phrases[index], form)).length;
    const lacks = mute + 2 * (phrases.length - count);
    return { line: line(), lacks, isMute: mute === count };
  }
  const [first] = phrases;
  if (first === undefined) return { line: '', lacks: 0, isMute: false };
  const counted = `${first.plain}${more(phrases.length - 1)}`;
  return {
    line: fits(counted) ? counted : first.plain,
    lacks: 2 * phrases.length,
    isMute: true,
  };
}

const isMute = (phrase: Phrase | undefined, form: number): boolean => phrase !== undefined && form >= phrase.telling;

function joined(phrases: readonly Phrase[], chosen: readonly number[]): string {
  const told = phrases.slice(0, chosen.length).map(({ forms, isFigure }, index) => {
    const words = forms[chosen[index] ?? 0] ?? '';
    return { words, isPair: isFigure && !words.startsWith('now ') };
  });
  const line = told.reduce((text, { words, isPair }, index) => {
    if (index === 0) return words;
    return `${text}${isPair && told[index - 1]?.isPair ? ', ' : '; '}${words}`;
  }, '');
  return `${line}${more(phrases.length - chosen.length)}`;
}

const more = (count: number): string => (count > 0 ? ` + ${count} more` : '');
