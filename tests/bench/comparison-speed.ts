/**
 * How long a comparison takes as an article grows: invented words in sentences of 10 to 30 and paragraphs of 4, processor time in
 * milliseconds of one thread, the best of several runs.
 *
 *   node tests/bench/comparison-speed.ts [--runs N] [--words N] [--figures FILE]
 *
 * Edited: one word in twenty is another, anywhere. Different: not a sentence in common.
 */
import { parseArgs } from 'node:util';
import type { Article } from '../../lib/article.ts';
import { compareArticles } from '../../lib/compare/index.ts';
import { articleOf } from '../compare/articles.ts';
import { writeFindings, type Figure } from './figures.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, words: { type: 'string' }, figures: { type: 'string' } },
});

/** A multiplicative generator with a fixed seed: the same articles on every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const SYLLABLES = 'ba ke li mo nu ra se ti vo za den for gal hin jor kam lun mer pol sta'.split(' ');
const vocabulary = (prefix: string): string[] =>
  Array.from({ length: 5000 }, (_, n) => {
    const [a, b, c] = [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400)];
    return `${prefix}${SYLLABLES[a]}${SYLLABLES[b]}${SYLLABLES[c]}`;
  });
const [WORDS, OTHER_WORDS] = [vocabulary(''), vocabulary('y')];

function wordsOf(count: number, from: readonly string[], seed: number): string[] {
  const random = generator(seed);
  // One in thirty is a number, one in forty a name, as in news.
  return Array.from({ length: count }, () => {
    const word = from[random(from.length)] ?? '';
    if (random(30) === 0) return String(random(900) + 2);
    return random(40) === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
}

function articleOfWords(words: readonly string[]): Article {
  const random = generator(7);
  const blocks: string[] = [];
  for (let at = 0; at < words.length;) {
    const sentences: string[] = [];
    for (let count = 0; count < 4 && at < words.length; count += 1) {
      const length = 10 + random(21);
      const text = words.slice(at, at + length).join(' ');
      sentences.push(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
      at += length;
    }
    blocks.push(sentences.join(' '));
  }
  return articleOf({ blocks });
}

function edited(words: readonly string[]): string[] {
  const random = generator(11);
  return words.map((word) => (random(20) === 0 ? (WORDS[random(WORDS.length)] ?? word) : word));
}

function milliseconds(before: Article, after: Article): { best: number; first: number; changes: number } {
  const times: number[] = [];
  let changes = 0;
  for (let run = 0; run < Number(values.runs); run += 1) {
    const start = process.cpuUsage();
    changes = compareArticles(before, after).changes.length;
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return { best: Math.min(...times), first: times[0] ?? 0, changes };
}

const cell = (value: string | number): string => String(value).padStart(12);
console.log(`${'words'.padEnd(10)}${['edited', 'first run', 'changes', 'different', 'first run'].map(cell).join('')}`);
const sizes = values.words === undefined ? [1000, 3000, 10_000, 30_000, 100_000] : [Number(values.words)];
const found: Figure[] = [];
for (const size of sizes) {
  const words = wordsOf(size, WORDS, 3);
  const before = articleOfWords(words);
  const [some, all] = [
    milliseconds(before, articleOfWords(edited(words))),
    milliseconds(before, articleOfWords(wordsOf(size, OTHER_WORDS, 5))),
  ];
  const aim = size >= 10_000 ? { aim: { most: 1_000 } } : {};
  found.push(
    { what: `${size} words, 5 % of them edited`, unit: 'ms CPU', ours: some.best, ...aim },
    { what: `${size} words, wholly different`, unit: 'ms CPU', ours: all.best, ...aim },
  );
  const figures = [
    some.best.toFixed(0),
    some.first.toFixed(0),
    some.changes,
    all.best.toFixed(0),
    all.first.toFixed(0),
  ];
  console.log(`${String(size).padEnd(10)}${figures.map(cell).join('')}`);
}
writeFindings(values.figures, { figures: found });
