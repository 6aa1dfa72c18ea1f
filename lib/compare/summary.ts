/** One line for lists, feeds and machines, in the words of the messages: as many of the gravest changes as it holds. */
import { fitPhrases } from './phrases/fit.ts';
import { phrasesOf } from './phrases/index.ts';
import type { Told } from './phrases/told-changes.ts';

/** `killed six → seven, injured 13 → 15; Townsend quote altered`. Empty when there is nothing to tell. */
export const summarise = (told: Told): string =>
  // Whoever shows it sets it apart as a whole; marks inside it would be seen in a terminal.
  fitPhrases(phrasesOf(told), (line) => line.length <= LONGEST).line.replace(/[\u2068\u2069]/gu, '');

/** In characters. */
const LONGEST = 140;
