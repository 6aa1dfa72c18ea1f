import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOutbox } from '../../lib/adapters/outbox.ts';
import { DeliveryError } from '../../lib/errors.ts';
import type { Message } from '../../lib/alert.ts';

const now = () => new Date('2025-11-26T18:36:00.000Z');
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'outbox-'));
});
afterEach(() => rm(dir, { recursive: true }));

const email: Message = {
  messageId: 'a1b2-00002-email',
  channel: 'email',
  editions: ['world-desk'],
  subject: 'Example News: killed six → seven; “mess” altered',
  body: `MAJOR · no correction notice seen\n${'Длинная строка. '.repeat(20)}\n.\nFrom nowhere\n`,
};

test('an e-mail lies in the outbox as SNS would send it', async () => {
  await createOutbox(dir, { now })(email);
  const mail = await readFile(join(dir, 'a1b2-00002-email.eml'), 'latin1');
  const [head = '', body = ''] = mail.split(/\r\n\r\n(.*)/su);
  expect(head.split('\r\n').every((line) => line.length <= 78 && /^[\x20-\x7E\t]*$/u.test(line))).toBe(true);
  expect(head).toContain('From: StopPress <no-reply@sns.amazonaws.com>');
  expect(head).toContain('Date: Wed, 26 Nov 2025 18:36:00 +0000');
  expect(head).toMatch(/^Subject: =\?UTF-8\?/mu);
  expect(head).toContain('Content-Type: text/plain; charset=utf-8');
  expect(body.split('\r\n').every((line) => line.length <= 76)).toBe(true);
  expect(readQuotedPrintable(body)).toContain(email.body.replaceAll('\n', '\r\n'));
  expect(readQuotedPrintable(body)).toContain('unsubscribe');
});

function readQuotedPrintable(body: string): string {
  const bytes = body
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

test('a text lies there as it arrives, with its segment count', async () => {
  const publish = createOutbox(dir, { now, senderName: 'StopPress' });
  await publish({
    ...email,
    messageId: 'm-sms',
    channel: 'sms',
    subject: null,
    body: 'Example News: killed six -> seven.',
  });
  expect(await readFile(join(dir, 'm-sms.sms.txt'), 'utf8')).toBe(
    'To: subscribers of world-desk\nSize: 1 segment, 45 septets, GSM-7\n\nSTOPPRESS> Example News: killed six -> seven.\n',
  );
});

test('an event lies there as JSON a person can read', async () => {
  await createOutbox(dir, { now })({
    ...email,
    messageId: 'm-event',
    channel: 'events',
    subject: null,
    body: '{"a":1}',
  });
  expect(await readFile(join(dir, 'm-event.event.json'), 'utf8')).toBe('{\n  "a": 1\n}\n');
});

test('a repeated publish replaces its own file and leaves no other', async () => {
  const publish = createOutbox(dir, { now });
  await publish(email);
  await Promise.all([publish(email), publish({ ...email, body: 'second' }), publish({ ...email, messageId: 'other' })]);
  expect((await readdir(dir)).sort()).toEqual(['a1b2-00002-email.eml', 'other.eml']);
});

test('an id can name no file outside the outbox, and no two ids share one', async () => {
  const publish = createOutbox(join(dir, 'outbox'), { now });
  await publish({ ...email, messageId: '../../etc/passwd' });
  await publish({ ...email, messageId: '../../etc.passwd' });
  await publish({ ...email, messageId: 'x'.repeat(400) });
  expect(await readdir(dir)).toEqual(['outbox']);
  expect(await readdir(join(dir, 'outbox'))).toHaveLength(3);
});

test('a folder that cannot be written is a DeliveryError: the alert stays owed', async () => {
  await writeFile(join(dir, 'file'), '');
  await expect(createOutbox(join(dir, 'file', 'outbox'), { now })(email)).rejects.toBeInstanceOf(DeliveryError);
});
