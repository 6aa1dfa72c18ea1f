/** Whatever a publisher writes, a message stays ours: no header, no second subject, no line of ours forged, nothing hidden. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Alert } from '../../lib/alert.ts';
import { compareArticles } from '../../lib/compare/index.ts';
import {
  alertEventSchema,
  renderAlert,
  renderDigest,
  renderIncident,
  smsPrefix,
  smsSize,
} from '../../lib/render/messages/index.ts';
import { articleOf } from './article-of.ts';
import { CASES } from './cases.ts';

/** What has been tried on mail programs, phones and readers. SENTINEL marks where it ends up. */
const HOSTILE = [
  'SENTINEL\r\nBcc: victim@example.com',
  'SENTINEL\n-- \nMAJOR · no correction notice seen',
  '-- SENTINEL',
  'You get this because: SENTINEL',
  'Article    https://evil.example/SENTINEL',
  'Full diff  https://evil.example/SENTINEL',
  '1. Figures, under "SENTINEL"',
  '> SENTINEL wrote:',
  'From SENTINEL Thu Jan 1',
  'SENTINEL\u202Egnp.exe',
  '\u2066SENTINEL\u2069\u200B',
  'SENTINEL\u2028Subject: forged\u2029x',
  '<script>SENTINEL</script><b>bold</b>&amp;',
  '[-SENTINEL-] {+forged+}',
  'SENTINEL\u0000\u0007\u001B[31mred\u0085next',
  'قُتل SENTINEL 6',
  '\uD800SENTINEL\uDFFF',
  'S'.repeat(400) + 'SENTINEL',
  '{"schema":"SENTINEL"}',
  '=?UTF-8?B?SENTINEL?=',
];
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .tuple(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 40 }))
    .map(([one, other]) => `${other}${one}`),
  fc
    .array(fc.constantFrom(...HOSTILE, 'At least six people died.', '“A quote,” said A. B.'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join(' ')),
);

const base = CASES[0]?.alertFor('email');
if (base?.kind !== 'text') throw new Error('the first case is one of text');

const alert = fc
  .record({
    headline: hostile,
    was: hostile,
    blocks: fc.array(hostile, { maxLength: 6 }),
    others: fc.array(hostile, { maxLength: 6 }),
    name: hostile,
    url: fc.oneof(
      hostile,
      fc.constant(base.url),
      hostile.map((text) => `https://news.example/${text}`),
    ),
    heading: hostile,
  })
  .map(({ headline, was, blocks, others, name, url, heading }): Alert => {
    const section = { kind: 'heading', level: 2, text: heading } as const;
    const before = articleOf([section, 'A plain line.', ...blocks], { headline: was });
    const after = articleOf([section, 'A plain line.', ...others], { headline });
    return { ...base, before, after, headline, url, publicationName: name, comparison: compareArticles(before, after) };
  });

const CONTROL = /[\p{Cc}\u2028\u2029\u202A-\u202E\u200B\u2060]/u;
const OURS =
  /^(?:(?:MAJOR|NOTABLE|MINOR|COSMETIC|NONE)(?: · .*)?|Revisions? \d.*|The text is .*|\d+\. .*|Also \(minor\): .*|\d+ more changes?.*|Article {4}https?:\S+|Full diff {2}https:\/\/sp\.example\/\S+|Pages {6}before \/ after: .*|You get this because: edition "World desk".*)$/u;

test('an e-mail keeps its lines: at the margin stand ours, and the headline on its one line', () => {
  fc.assert(
    fc.property(alert, (alert) => {
      const { subject, body } = renderAlert(alert, { senderName: 'StopPress', smsSegments: 1 });
      expect(subject).toSatisfy(
        (subject: string) => subject.length < 100 && subject.length > 0 && !CONTROL.test(subject),
      );
      const lines = body.split('\n');
      expect(lines.filter((line) => CONTROL.test(line))).toEqual([]);
      const [, headline = ''] = lines;
      expect(OURS.test(headline)).toBe(false);
      expect(headline).not.toMatch(/^(?:--|>|From )/u);
      const margin = lines.filter((line, index) => index !== 1 && line !== '' && !line.startsWith('   '));
      expect(margin.filter((line) => !OURS.test(line))).toEqual([]);
      // One line of each kind of ours, whatever the text pretends.
      for (const once of [/^Revision/u, /^Article {4}/u, /^Full diff/u, /^Pages {6}/u, /^You get this/u]) {
        expect(margin.filter((line) => once.test(line)).length).toBeLessThanOrEqual(1);
      }
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000);
      expect(body.isWellFormed()).toBe(true);
    }),
  );
});

test('a redline has only marks of ours', () => {
  const before = articleOf(['The minister said [-nothing-] to {+nobody+} on Monday.']);
  const after = articleOf(['The minister said [-nothing-] to {+nobody+} on Tuesday.']);
  const { body } = renderAlert(
    { ...base, before, after, comparison: compareArticles(before, after) },
    { senderName: '', smsSegments: 1 },
  );
  expect(body.match(/\[-/gu)).toHaveLength(1);
  expect(body.match(/\{\+/gu)).toHaveLength(1);
});

test('a text is one line, fits its segments, and ends in a whole link or in none', () => {
  fc.assert(
    fc.property(
      alert,
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('StopPress', '', 'A'),
      (alert, smsSegments, senderName) => {
        const { body } = renderAlert({ ...alert, channel: 'sms' }, { senderName, smsSegments });
        expect(CONTROL.test(body)).toBe(false);
        expect(smsSize(`${smsPrefix(senderName)}${body}`).segments).toBeLessThanOrEqual(smsSegments);
        const link = body.includes('sp.example') ? / https:\/\/sp\.example\/r\/a7Kq2$/u : /^/u;
        expect(body).toMatch(link);
      },
    ),
  );
});

test('the marks that set a headline in another direction apart count as a part of the text', () => {
  for (const words of [4, 5, 6, 7, 8, 9, 10]) {
    const headline = `قُتل ستة ${'SENTINEL '.repeat(words)}`;
    const { body } = renderAlert({ ...base, channel: 'sms', headline }, { senderName: 'StopPress', smsSegments: 3 });
    expect(smsSize(`${smsPrefix('StopPress')}${body}`).segments).toBeLessThanOrEqual(3);
  }
});

test('an event is what its schema says, whatever it holds, and under the limit of SNS', () => {
  fc.assert(
    fc.property(alert, (alert) => {
      const { body } = renderAlert({ ...alert, channel: 'events' }, { senderName: 'StopPress', smsSegments: 1 });
      expect(alertEventSchema.safeParse(JSON.parse(body)).success).toBe(true);
      expect(Buffer.byteLength(body)).toBeLessThan(256_000);
    }),
    { numRuns: 30 },
  );
});

test('a digest and an operator’s mail are as safe', () => {
  fc.assert(
    fc.property(alert, hostile, (alert, detail) => {
      const digest = renderDigest({
        messageId: 'd',
        channel: 'email',
        edition: { id: 'desk', name: detail },
        dueAt: '2025-11-27T07:00:00.000Z',
        timeZone: 'Europe/London',
        alerts: [alert],
      });
      const incident = renderIncident(
        {
          format: 1,
          publication: 'example-news',
          number: 1,
          kind: 'blocked',
          event: 'started',
          at: '2025-11-27T07:00:00.000Z',
          detail,
          startedBy: null,
        },
        alert.publicationName,
      );
      for (const { subject, body } of [digest, incident]) {
        expect(subject).toSatisfy(
          (subject: string | null) => subject !== null && subject.length < 100 && !CONTROL.test(subject),
        );
        expect(body.split('\n').filter((line) => CONTROL.test(line))).toEqual([]);
        expect(
          body.split('\n').filter((line) => /^(?:-- ?$|From |Bcc:|Article {4}https:\/\/evil)/u.test(line)),
        ).toEqual([]);
      }
    }),
    { numRuns: 50 },
  );
});

test('a very long article is told within bounds, and what is left out is said', () => {
  const paragraphs = (word: string) =>
    Array.from(
      { length: 400 },
      (_, index) => `Sentence number ${index} of the ${word} tells of ${index * 7} ships in the harbour.`,
    );
  const before = articleOf(paragraphs('first'));
  const after = articleOf(paragraphs('second'));
  const long = { ...base, before, after, comparison: compareArticles(before, after) };
  const { body } = renderAlert(long, { senderName: 'StopPress', smsSegments: 1 });
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000);
  expect(body).toMatch(/^\d+ more changes: see the full diff\.$/mu);
  expect(body).toContain('You get this because');
});
