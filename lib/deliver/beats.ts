import type { Article } from '../article.ts';
import type { Comparison } from '../change.ts';
import { foldTypography } from '../typography.ts';
import type { Beat, Watchlist } from '../watchlist.ts';

/** An article is on the beats of how it opens; a word far down in the text counts only where it changed. */
const LEAD_BLOCKS = 3;

/**
 * Ids of the beats the article or its changes are on, in the watchlist's order: by the headline, standfirst,
 * section, topics and first paragraphs, and by the text of the changes, before and after.
 */
export function beatsOf(watchlist: Watchlist, article: Article, comparison: Comparison | null): string[] {
  const beats = Object.entries(watchlist.beats);
  if (beats.length === 0) return [];
  const texts = [
    article.headline,
    article.standfirst,
    article.section,
    ...article.topics,
    ...leadOf(article),
    ...(comparison?.changes ?? []).flatMap((change) => [change.before, change.after]),
  ]
    .filter((text) => text !== null)
    .map(foldTypography);
  return beats.filter(([, beat]) => isOnBeat(beat, texts)).map(([id]) => id);
}

const leadOf = (article: Article): readonly string[] =>
  article.blocks
    .filter((block) => block.kind === 'paragraph')
    .slice(0, LEAD_BLOCKS)
    .map((block) => block.text);

function isOnBeat(beat: Beat, texts: readonly string[]): boolean {
  const expressions = [...beat.words.map(wholeWords), ...beat.patterns.map((pattern) => new RegExp(pattern, 'iu'))];
  return expressions.some((expression) => texts.some((text) => expression.test(text)));
}

/** In these scripts a word starts and ends without a space. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]`;
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const ENDS_UNSPACED = new RegExp(`${UNSPACED}$`, 'u');

function wholeWords(words: string): RegExp {
  const folded = foldTypography(words);
  const inner = folded
    .split(' ')
    .map((word) => RegExp.escape(word))
    .join(String.raw`\s+`);
  const start = STARTS_UNSPACED.test(folded) ? '' : String.raw`(?<![\p{L}\p{N}_])`;
  const end = ENDS_UNSPACED.test(folded) ? '' : String.raw`(?![\p{L}\p{N}_])`;
  return new RegExp(`${start}${inner}${end}`, 'iu');
}
