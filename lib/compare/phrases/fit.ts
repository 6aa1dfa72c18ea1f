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
 * As many phrases as fit, each as full as fits, the first before the others; the rest is counted ("+ 2 more"). Where there
 * is room only to name the first, a figure that can be told goes before it. If not even one fits, the first is said in its
 * plainest form all the same.
 */
export function fitPhrases(phrases: readonly Phrase[], fits: (line: string) => boolean): Fitted {
  for (let count = Math.min(phrases.length, MOST_PHRASES); count > 0; count -= 1) {
    const fitted = fitFirst(phrases, count, fits);
    if (fitted !== null && !(fitted.isMute && count === 1)) return fitted;
  }
  const figures = phrases.filter(({ isFigure }) => isFigure);
  const alone = figures.map((figure) => fitFirst([figure, ...phrases.filter((other) => other !== figure)], 1, fits));
  return alone.find((fitted) => fitted !== null) ?? fitFirst(phrases, 1, fits) ?? plainest(phrases, fits);
}

/** The first `count`; null where even their shortest forms do not fit. */
function fitFirst(phrases: readonly Phrase[], count: number, fits: (line: string) => boolean): Fitted | null {
  const chosen = phrases.slice(0, count).map(({ forms }) => forms.length - 1);
  const line = () => joined(phrases, chosen);
  if (!fits(line())) return null;
  const lengthen = (index: number, from: number) => {
    const shortest = chosen[index] ?? 0;
    for (let form = from; form <= shortest; form += 1) {
      chosen[index] = form;
      if (fits(line())) return;
    }
  };
  // Each says what it was and is before any says it more fully.
  for (const index of chosen.keys()) lengthen(index, Math.max(0, (phrases[index]?.telling ?? 1) - 1));
  for (const index of chosen.keys()) lengthen(index, 0);
  const mute = chosen.filter((form, index) => isMute(phrases[index], form)).length;
  return { line: line(), lacks: mute + 2 * (phrases.length - count), isMute: mute === count };
}

function plainest(phrases: readonly Phrase[], fits: (line: string) => boolean): Fitted {
  const [first] = phrases;
  if (first === undefined) return { line: '', lacks: 0, isMute: false };
  const counted = `${first.plain}${more(phrases.length - 1)}`;
  return { line: fits(counted) ? counted : first.plain, lacks: 2 * phrases.length, isMute: true };
}

const isMute = (phrase: Phrase | undefined, form: number): boolean => phrase !== undefined && form >= phrase.telling;

/** What would be said twice in the same words ("correction added") is said once, and counted. */
function joined(phrases: readonly Phrase[], chosen: readonly number[]): string {
  const told = new Map<string, boolean>();
  for (const [index, form] of chosen.entries()) {
    const words = phrases[index]?.forms[form] ?? '';
    told.set(words, phrases[index]?.isFigure === true && !words.startsWith('now '));
  }
  let line = '';
  let wasPair = false;
  for (const [words, isPair] of told) {
    line += `${line === '' ? '' : isPair && wasPair ? ', ' : '; '}${words}`;
    wasPair = isPair;
  }
  return `${line}${more(phrases.length - told.size)}`;
}

const more = (count: number): string => (count > 0 ? ` + ${count} more` : '');
