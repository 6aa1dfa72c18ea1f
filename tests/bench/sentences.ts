/**
 * Measures the cutting of sentences against boundaries marked by hand, and the speed of reading:
 *
 *   node tests/bench/sentences.ts FILE [--figures FILE]
 *
 * The file is a list of paragraphs with "||" where a sentence ends. A cut is the same where as many letters stand before it.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { analyseSentence, splitSentences, tokenise } from '../../lib/compare/facts/index.ts';
import { writeFindings } from './figures.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { figures: { type: 'string' } } });
const paragraphs: string[] = positionals.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));

let falseCuts = 0;
let missedCuts = 0;
for (const marked of paragraphs) {
  const gold = marked.split('||');
  const text = gold.join(' ');
  const [wanted, found] = [cutsOf(gold), cutsOf(splitSentences(text, 'en'))];
  falseCuts += found.difference(wanted).size;
  missedCuts += wanted.difference(found).size;
}
console.log(`${paragraphs.length} paragraphs: ${falseCuts} false cuts, ${missedCuts} missed`);

const sentences = paragraphs.flatMap((marked) => marked.split('||'));
const words = sentences.join(' ').split(/\s+/u).length;
const cpuMs = new Map<string, number>();
for (const [name, read] of [
  ['tokenise', tokenise],
  ['analyseSentence', analyseSentence],
] as const) {
  const rounds = Math.ceil(100_000 / words);
  for (const sentence of sentences) read(sentence, 'en');
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) for (const sentence of sentences) read(sentence, 'en');
  const { user, system } = process.cpuUsage(before);
  const ms = Math.round(((user + system) / 1000 / (rounds * words)) * 100_000);
  cpuMs.set(name, ms);
  console.log(`${name}: ${ms} ms of CPU per 100,000 words`);
}
writeFindings(values.figures, {
  figures: [
    { what: `false cuts, of ${paragraphs.length} paragraphs`, unit: '', ours: falseCuts, aim: { most: 3 } },
    { what: 'missed cuts', unit: '', ours: missedCuts },
    { what: 'facts of 100,000 words', unit: 'ms CPU', ours: cpuMs.get('analyseSentence') ?? 0 },
  ],
});

function cutsOf(sentences: readonly string[]): Set<number> {
  let letters = 0;
  return new Set(sentences.map((sentence) => (letters += sentence.replaceAll(/\s/gu, '').length)));
}
