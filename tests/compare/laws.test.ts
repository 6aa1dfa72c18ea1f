/** What holds of every comparison, whatever the articles. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../lib/article.ts';
import { isAtLeast, type Change, type Comparison } from '../../lib/change.ts';
import { compareArticles, redline } from '../../lib/compare/index.ts';
import { articleOf } from './articles.ts';

const WORDS = (
  'the ferry harbour board said killed injured six seven 13 15 people residents not never may will allegedly charged convicted ' +
  'Anna Kowalska Peter Hallam Northport Monday Tuesday $1.5m $15m -5% 5% 3-2 “a real mess” ‘betrayal’ at least about plan vote ' +
  'island winter service company claimed told and of to in on new bridge court spring owners rescue boats fire deck unknown'
).split(' ');

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 16 })
  .map((words) => `${words.join(' ').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));
const article: fc.Arbitrary<Article> = fc
  .record({
    headlines: fc.record({
      h1: fc.option(sentence),
      h2: fc.constant(null),
      openGraph: fc.option(sentence),
      jsonLd: fc.option(sentence),
    }),
    standfirst: fc.option(sentence),
    byline: fc.array(fc.constantFrom('Anna Kowalska', 'Peter Hallam', 'Ines Duarte'), { maxLength: 2 }),
    blocks: fc.array(paragraph, { maxLength: 8 }),
  })
  .map(({ headlines, standfirst, ...parts }) => {
    const [headline = ''] = readable(headlines);
    const standfirstFrom = standfirst === null ? null : 'page';
    return articleOf({ ...parts, headline, otherHeadlines: headlines, standfirst, standfirstFrom });
  });

/** The headlines a page has, any of which might be read as the article's. */
function readable({ h1, openGraph, jsonLd }: Article['otherHeadlines']): string[] {
  return [h1, jsonLd, openGraph].filter((text) => text !== null);
}

/** An article and an edited copy of it: words replaced, sentences dropped, put in or moved. */
const revision = fc
  .tuple(article, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...WORDS), fc.nat(4)), { maxLength: 5 }))
  .map(([before, edits]) => {
    const blocks = before.blocks.map((block) => block.text);
    for (const [place, inside, word, what] of edits) {
      const at = place % Math.max(1, blocks.length);
      const words = (blocks[at] ?? '').split(' ');
      if (what === 0) words.splice(inside % words.length, 1, word);
      else if (what === 1) words.splice(inside % words.length, 0, word);
      else if (what === 2) words.splice(inside % words.length, 1);
      if (what <= 2) blocks[at] = words.join(' ');
      else if (what === 3) blocks.splice(at, 1);
      else blocks.splice(inside % (blocks.length + 1), 0, ...blocks.splice(at, 1));
    }
    return [
      before,
      {
        ...before,
        blocks: blocks
          .map((text) => text.trim())
          .filter((text) => text !== '')
          .map((text) => ({ kind: 'paragraph', text })),
      },
    ] as [Article, Article];
  });
const pair = fc.oneof({ weight: 4, arbitrary: revision }, { weight: 1, arbitrary: fc.tuple(article, article) });

const check = <T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void): void => {
  fc.assert(fc.property(arbitrary, law), { numRuns: Number(process.env['LAW_RUNS'] ?? 30) });
};

describe('laws', () => {
  it('an article compared with itself is none', () => {
    check(article, (one) => {
      const { severity, changes, summary } = compareArticles(one, structuredClone(one));
      expect({ severity, changes, summary }).toEqual({ severity: 'none', changes: [], summary: '' });
    });
  });

  it('the spans of a change give both its texts back, to the byte', () => {
    check(pair, ([before, after]) => {
      for (const change of compareArticles(before, after).changes) {
        expect(sideOf(change, 'before')).toBe(change.before ?? '');
        expect(sideOf(change, 'after')).toBe(change.after ?? '');
      }
    });
  });

  it('a redline gives every block back, to the byte', () => {
    check(pair, ([before, after]) => {
      const rows = redline(before, after).filter((row) => row.after !== null);
      const texts = rows.map((row) =>
        row.spans.map((s) => (s.kind === 'removed' ? '' : s.kind === 'same' ? (s.after ?? s.text) : s.text)).join(''),
      );
      expect(texts).toEqual(after.blocks.map((block) => block.text));
    });
  });

  it('each altered word is told in one change and no more', () => {
    check(pair, ([before, after]) => {
      for (const passage of Map.groupBy(compareArticles(before, after).changes, (change) => change.passage).values())
        for (const side of ['removed', 'added'] as const) {
          const [first] = passage;
          const told = passage.flatMap((change) => ownedLetters(change, side));
          expect(told.length).toBe(new Set(told).size);
          expect(told.length).toBe(alteredLetters(first, side));
        }
    });
  });

  it('the same input gives the same bytes', () => {
    check(pair, ([before, after]) => {
      expect(JSON.stringify(compareArticles(before, after))).toBe(
        JSON.stringify(compareArticles(structuredClone(before), after)),
      );
    });
  });

  it('swapping the sides mirrors severity and share', () => {
    check(pair, ([before, after]) => {
      const [there, back] = [compareArticles(before, after), compareArticles(after, before)];
      expect(back.severity).toBe(there.severity);
      expect(kindsOf(back, true)).toEqual(kindsOf(there, false));
    });
  });

  it('another of the page’s headlines read as the article’s is no change', () => {
    check(fc.tuple(article, fc.nat()), ([one, at]) => {
      const read = readable(one.otherHeadlines);
      const headline = read[at % read.length] ?? '';
      const other = { ...one, headline, provenance: { headline: 'another' } };
      expect(compareArticles(one, other).changes).toEqual([]);
    });
  });

  it('typography alone is at most cosmetic', () => {
    check(article, (one) => {
      const blocks = one.blocks.map((block) => ({ ...block, text: restyled(block.text) }));
      const { h1, openGraph, jsonLd } = one.otherHeadlines;
      const [a, b, c] = [h1, openGraph, jsonLd].map((text) => (text === null ? null : restyled(text)));
      const otherHeadlines = { h1: a ?? null, h2: null, openGraph: b ?? null, jsonLd: c ?? null };
      const { severity } = compareArticles(one, { ...one, headline: restyled(one.headline), otherHeadlines, blocks });
      expect(isAtLeast('cosmetic', severity)).toBe(true);
    });
  });

  it('an altered value in the body is at least minor', () => {
    check(
      fc.tuple(article, fc.nat(), fc.constantFrom('six', '13', '$1.5m', 'Monday', '-5%', 'not', 'Kowalska')),
      ([one, at, value]) => {
        const carrier = `The board of the harbour told residents of ${value} on the island.`;
        const other = value === 'Kowalska' ? 'Hallam' : value === 'not' ? 'ships' : '17';
        const blocks = (text: string) => one.blocks.map((b) => b.text).toSpliced(at % (one.blocks.length + 1), 0, text);
        const [before, after] = [carrier, carrier.replace(value, other)].map((text) =>
          articleOf({ blocks: blocks(text) }),
        );
        if (before && after) expect(isAtLeast(compareArticles(before, after).severity, 'minor')).toBe(true);
      },
    );
  });
});

const sideOf = (change: Change, side: 'before' | 'after'): string =>
  change.spans
    .map((span) => {
      if (span.kind === 'same') return side === 'after' ? (span.after ?? span.text) : span.text;
      return (span.kind === 'removed') === (side === 'before') ? span.text : '';
    })
    .join('');

/** Offsets, on the side of the run, of the letters and digits that this change tells as its own. */
function ownedLetters(change: Change, side: 'removed' | 'added'): number[] {
  const letters: number[] = [];
  let at = 0;
  for (const span of change.spans) {
    if (span.kind !== 'same' && span.kind !== side) continue;
    const text = span.kind === 'same' && side === 'added' ? (span.after ?? span.text) : span.text;
    if (span.kind === side && span.own !== false)
      for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) letters.push(at + match.index);
    at += text.length;
  }
  return letters;
}

const alteredLetters = (change: Change | undefined, side: 'removed' | 'added'): number =>
  (change?.spans ?? []).reduce(
    (sum, span) => sum + (span.kind === side ? (span.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) : 0),
    0,
  );

function kindsOf(comparison: Comparison, mirrored: boolean): string[] {
  const mirror: Readonly<Record<string, string>> = { added: 'removed', removed: 'added' };
  return comparison.changes
    .map(({ kind, severity }) => `${severity} ${mirrored ? (mirror[kind] ?? kind) : kind}`)
    .toSorted();
}

const restyled = (text: string): string =>
  text.replaceAll('“', '"').replaceAll('”', '"').replaceAll(' and ', '  and ').replaceAll('-5%', '−5%');
