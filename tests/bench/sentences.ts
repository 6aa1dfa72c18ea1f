/**
 * Measures the cutting of sentences against boundaries marked by hand, and the speed of reading:
 *
 *   node tests/bench/sentences.ts ../shared/benchmarks/sentences.json
 *
 * The file is a list of paragraphs with "||" where a sentence ends. A cut is the same where as many letters stand before it.
 */
import { readFileSync } from 'node:fs';
import { analyseSentence, splitSentences, tokenise } from '../../lib/compare/facts/index.ts';

const [file = '../shared/benchmarks/sentences.json'] = process.argv.slice(2);
const paragraphs: string[] = JSON.parse(readFileSync(file, 'utf8'));

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
for (const [name, read] of [
  ['tokenise', tokenise],
  ['analyseSentence', analyseSentence],
] as const) {
  const rounds = Math.ceil(100_000 / words);
  for (const sentence of sentences) read(sentence, 'en');
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) for (const sentence of sentences) read(sentence, 'en');
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${name}: ${Math.round(((user + system) / 1000 / (rounds * words)) * 100_000)} ms of CPU per 100,000 words`,
  );
}

function cutsOf(sentences: readonly string[]): Set<number> {
  let letters = 0;
  return new Set(sentences.map((sentence) => (letters += sentence.replaceAll(/\s/gu, '').length)));
}
