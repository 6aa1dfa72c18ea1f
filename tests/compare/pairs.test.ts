/** Sentence by sentence: what is said of an edit, and of what looks like one. */
import { describe, expect, it } from 'vitest';
import { compareArticles } from '../../lib/compare/index.ts';
import { articleOf } from './articles.ts';
import { CLAIMS, NAMES } from './pairs/claims.ts';
import { FIGURES } from './pairs/figures.ts';
import { QUOTATIONS } from './pairs/quotations.ts';
import type { SentencePair } from './pairs/sentence-pair.ts';
import { NOTICES, WORDING } from './pairs/wording.ts';

/** Stands around every pair, so that no sentence is an article of its own. */
const AROUND = ['The board met on the pier.', 'Residents had waited for an answer all winter long.'] as const;

function said([, before, after, expected, language = 'en']: SentencePair): string {
  const article = (text: string) =>
    articleOf({ language, blocks: [AROUND[0], ...(text === '' ? [] : [text]), AROUND[1]] });
  const wanted = expected.includes('+');
  return (
    compareArticles(article(before), article(after))
      .changes.map(
        ({ severity, kind, also }) => `${severity} ${kind}${wanted ? also.map((one) => ` +${one}`).join('') : ''}`,
      )
      .join('; ') || 'nothing'
  );
}

describe.each([
  ['figures', FIGURES],
  ['quotations and who said them', QUOTATIONS],
  ['claims', CLAIMS],
  ['names', NAMES],
  ['wording and typography', WORDING],
  ['notices and new paragraphs', NOTICES],
])('%s', (_title, pairs) => {
  it.each(pairs.map((pair) => [pair[0], pair] as const))('%s', (_what, pair) => {
    expect(said(pair)).toBe(pair[3]);
  });
});
