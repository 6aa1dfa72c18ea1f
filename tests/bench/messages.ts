/**
 * Measures messages on real pairs of pages in the benchmarks' format (`pairs.jsonl`, `<id>/before.html.gz` …):
 *
 *   node tests/bench/messages.ts FOLDER… [--out DIR] [--segments N]
 *
 * Every pair that would be told is rendered for each channel. Prints sizes, how many texts say what changed rather than only
 * that something did, and the time it takes; with --out, writes the messages for reading.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { TextAlert } from '../../lib/alert.ts';
import type { Article } from '../../lib/article.ts';
import { isAtLeast } from '../../lib/change.ts';
import { compareArticles } from '../../lib/compare/index.ts';
import { extractArticle } from '../../lib/extract/index.ts';
import { renderAlert, smsPrefix, smsSize } from '../../lib/render/messages/index.ts';
import type { Channel } from '../../lib/revision.ts';
import { markdownPage } from './markdown-page.ts';

type Pair = { readonly id: string; readonly ext: string; readonly url: string };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, segments: { type: 'string', default: '1' } },
});
const options = { senderName: 'StopPress', smsSegments: Number(values.segments) };

function readSide(folder: string, pair: Pair, side: 'before' | 'after'): Article | null {
  const bytes = gunzipSync(readFileSync(join(folder, pair.id, `${side}.${pair.ext}.gz`)));
  const url = URL.canParse(pair.url) ? pair.url : `https://site.example/${pair.id}`;
  const outcome = extractArticle({ url, body: pair.ext === 'md' ? markdownPage(bytes.toString('utf8')) : bytes });
  return outcome.kind === 'extracted' ? outcome.article : null;
}

/** The alert of a pair; null where nothing would be told. */
function alertOf(folder: string, pair: Pair): TextAlert | null {
  const [before, after] = [readSide(folder, pair, 'before'), readSide(folder, pair, 'after')];
  if (before === null || after === null) return null;
  const comparison = compareArticles(before, after);
  if (!isAtLeast(comparison.severity, 'minor')) return null;
  const hash = pair.id.padStart(64, '0');
  const head = {
    articleId: pair.id,
    publicationName: 'Example News',
    url: after.url,
    unchangedAt: '2025-11-26T18:20:00.000Z',
  };
  return {
    ...head,
    kind: 'text',
    messageId: `bench.${pair.id}`,
    channel: 'email',
    editions: [{ id: 'desk', name: 'Desk' }],
    headline: after.headline,
    from: 2,
    to: 2,
    changedBy: '2025-11-26T18:35:00.000Z',
    diffUrl: 'https://sp.example/r/a7Kq2',
    language: after.language,
    comparison,
    before,
    after,
    pages: { before: hash, after: hash },
    backTo: null,
    revision: {
      ...head,
      format: 1,
      kind: 'text',
      publication: 'example-news',
      number: 2,
      previousHash: null,
      fetchedAt: '2025-11-26T18:35:00.000Z',
      owes: { kind: 'nothing', why: 'no-edition' },
      pageToken: null,
      beats: [],
      recent: { states: [], alerted: null },
      page: { sha256: hash, url: after.url, status: 200, contentType: 'text/html', bytes: 0 },
      snapshot: { article: after, readingVersion: '', fingerprint: '' },
      comparedWith: { number: 1, readAgain: false },
      comparison,
      returnsTo: null,
    },
  };
}

/** Words that say only that something changed. */
const MUTE =
  /: (?:[A-Z]+ )?(?:(?:figure|name|claim|headline|quote|speaker|standfirst|wording)s? (?:changed|altered)|\d+ .*? (?:changed|rewritten|moved|wording))(?: \+ \d+ more)?\. ?/u;

const alerts = positionals.flatMap((folder) =>
  readFileSync(join(folder, 'pairs.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Pair => JSON.parse(line))
    .flatMap((pair) => alertOf(folder, pair) ?? []),
);
const started = performance.now();
const rendered = alerts.map((alert) => {
  const write = (channel: Channel) => renderAlert({ ...alert, channel }, options);
  return { alert, email: write('email'), sms: write('sms'), event: write('events') };
});
const elapsed = performance.now() - started;

const texts = rendered.map(({ sms }) => `${smsPrefix(options.senderName)}${sms.body}`);
const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);
const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const bytes = rendered.map(({ email }) => Buffer.byteLength(email.body));
const sizes = texts.map((text) => smsSize(text));
console.log(
  [
    `alerts:          ${alerts.length}`,
    `subject:         longest ${most(rendered.map(({ email }) => email.subject?.length ?? 0))} characters`,
    `e-mail body:     median ${median(bytes)}, most ${most(bytes)} bytes; ${bytes.filter((size) => size > 19_000).length} at the cap`,
    `texts:           ${sizes.filter(({ segments }) => segments <= options.smsSegments).length} within ${values.segments} segment(s); ${sizes.filter(({ encoding }) => encoding === 'GSM-7').length} in GSM-7`,
    `                 with a link ${texts.filter((text) => / https:\S+$/u.test(text)).length}; say only that something changed: ${texts.filter((text) => MUTE.test(text)).length}`,
    `time:            ${(elapsed / Math.max(1, alerts.length)).toFixed(2)} ms an alert for all three channels`,
  ].join('\n'),
);
if (values.out !== undefined) {
  mkdirSync(values.out, { recursive: true });
  for (const [index, { alert, email }] of rendered.entries()) {
    const body = `Subject: ${email.subject}\n\n${email.body}\n${texts[index]}\n`;
    writeFileSync(join(values.out, `${alert.articleId}.txt`), body);
  }
}
