/**
 * Whether memory stays flat: reads the pages of some folders over and over in one process, and prints the heap after
 * a collection at each tenth. Run it with the limit to keep to:
 *
 *   node --expose-gc --max-old-space-size=160 tests/bench/extraction-memory.ts FOLDER… [--pages 10000] [--figures FILE]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { extractArticle } from '../../lib/extract/index.ts';
import { writeFindings } from './figures.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string', default: '10000' }, figures: { type: 'string' } },
});
const files = positionals.flatMap((folder) =>
  readdirSync(join(folder, 'pages')).map((file) => join(folder, 'pages', file)),
);
const total = Number(values.pages);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

let peak = 0;
const settled: number[] = [];
const started = performance.now();
for (let index = 0; index < total; index++) {
  const file = files[index % files.length] ?? '';
  // A host of its own for each round, as thousands of different publishers would bring.
  extractArticle({ url: `https://news-${index}.example/story`, body: gunzipSync(readFileSync(file)) });
  if (index % 50 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed);
  if ((index + 1) % Math.ceil(total / 10) === 0) {
    globalThis.gc?.();
    settled.push(process.memoryUsage().heapUsed);
    console.log(
      `${String(index + 1).padStart(6)} pages  heap ${megabytes(process.memoryUsage().heapUsed)}  peak seen ${megabytes(peak)}`,
    );
  }
}
console.log(
  `${total} pages in ${((performance.now() - started) / 1000).toFixed(0)} s, resident ${megabytes(process.memoryUsage().rss)}`,
);
const [first = 0, last = 0] = [settled[0], settled.at(-1)];
writeFindings(values.figures, {
  figures: [
    { what: `heap after ${total} pages, against a tenth of them`, unit: '×', ours: last / first, aim: { most: 1.1 } },
    { what: 'highest heap seen', unit: 'MB', ours: peak / 1e6 },
  ],
});
