/**
 * Measures messages on real pairs of pages in the benchmarks' format (`pairs.jsonl`, `<id>/before.html.gz` …):
 *
 *   node tests/bench/messages.ts FOLDER… [--out DIR] [--segments N]
 *
 * Every pair that would be told is rendered for each channel. Prints sizes, how many texts say what changed rather than only
 * that something did, and the time it takes; with --out, writes the messages for reading.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TextAlert } from '../../lib/alert.ts';
import { isAtLeast } from '../../lib/change.ts';
import { compareArticles } from '../../lib/compare/index.ts';
import { renderAlert, smsPrefix, smsSize } from '../../lib/render/messages/index.ts';
import type { Channel } from '../../lib/revision.ts';
import { median, writeFindings } from './figures.ts';
import { alertOf, articleOf, pageOf, readPairs } from './pairs.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    segments: { type: 'string', default: '1' },
    figures: { type: 'string' },
  },
});
const options = { senderName: 'StopPress', smsSegments: Number(values.segments) };

/** Words that say only that something changed. */
const MUTE =
  /: (?:[A-Z]+ )?(?:(?:figure|name|claim|headline|quote|speaker|standfirst|wording)s? (?:changed|altered)|\d+ .*? (?:changed|rewritten|moved|wording))(?: \+ \d+ more)?\. ?/u;

const alerts = positionals.flatMap((folder) =>
  readPairs(folder).flatMap((pair): readonly TextAlert[] => {
    const [before, after] = [articleOf(pageOf(folder, pair, 'before')), articleOf(pageOf(folder, pair, 'after'))];
    if (before === null || after === null) return [];
    const comparison = compareArticles(before, after);
    return isAtLeast(comparison.severity, 'minor') ? [alertOf(pair, before, after, comparison)] : [];
  }),
);
const started = performance.now();
const rendered = alerts.map((alert) => {
  const write = (channel: Channel) => renderAlert({ ...alert, channel }, options);
  return { alert, email: write('email'), sms: write('sms'), event: write('events') };
});
const elapsed = performance.now() - started;

const texts = rendered.map(({ sms }) => `${smsPrefix(options.senderName)}${sms.body}`);
const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);
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
const within = sizes.filter(({ segments }) => segments <= options.smsSegments).length;
writeFindings(values.figures, {
  figures: [
    {
      what: 'longest subject',
      unit: 'characters',
      ours: most(rendered.map(({ email }) => email.subject?.length ?? 0)),
      aim: { most: 99 },
    },
    { what: 'e-mail, median', unit: 'bytes', ours: median(bytes) },
    { what: 'texts in one segment', unit: '%', ours: (100 * within) / Math.max(1, texts.length), aim: { least: 100 } },
    { what: 'an alert for all three channels', unit: 'ms', ours: elapsed / Math.max(1, alerts.length) },
  ],
});
