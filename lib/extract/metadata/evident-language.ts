import type { Block } from '../../article.ts';

/**
 * The language a text is evidently in, for a page that declares none: by the little words of seven languages. Null for any
 * other, and where two come close.
 */
export function evidentLanguage(blocks: readonly Block[]): string | null {
  const text = blocks
    .map((block) => block.text)
    .join(' ')
    .slice(0, MOST_CHARS)
    .toLowerCase();
  const words = text.match(/\p{L}+/gu) ?? [];
  const [best, next] = Object.entries(LITTLE_WORDS)
    .map(([language, little]) => ({ language, seen: words.filter((word) => little.has(word)).length }))
    .sort((one, other) => other.seen - one.seen);
  if (!best || words.length < LEAST_WORDS || best.seen < words.length * LEAST_SHARE) return null;
  return best.seen >= (next?.seen ?? 0) * CLEARLY_MORE ? best.language : null;
}

const MOST_CHARS = 4_000;
const LEAST_WORDS = 20;
/** In news of these languages such words are a sixth to a third of all; in another language hardly one in twenty. */
const LEAST_SHARE = 0.1;
const CLEARLY_MORE = 1.5;

/** Those that are common in one of the languages and in few of the others. */
const LITTLE_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to in that is for with was on by as at from it had',
    de: 'der die das und den nicht mit ist von dem ein eine im auf für sich des zu',
    fr: 'le la les des et est une dans que pour du qui par au avec sur ses sont',
    es: 'el la los las que una por con del para y en se su al es lo como',
    it: 'il che di della per una con sono gli dei nel la alla è si del ha più',
    pt: 'o os que uma para com não da do em dos na no as é se por foi',
    nl: 'het een van de dat niet op voor zijn met in te aan is ook bij door werd',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);
