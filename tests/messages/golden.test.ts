/**
 * What subscribers read, case by case, as files (record-comparisons.ts says how they are made anew). A difference is
 * to be read as prose, by somebody who did not make it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../lib/change.ts';
import type { Channel } from '../../lib/revision.ts';
import { alertEventSchema, renderAlert, smsPrefix, smsSize } from '../../lib/render/messages/index.ts';
import { CASES } from './cases.ts';

const options = {
  senderName: 'StopPress',
  smsSegments: 1,
  reasons: { 'world-desk': 'Example News, major changes' },
};
const fixture = (name: string, file: string) => join(import.meta.dirname, '..', 'fixtures', 'messages', name, file);

describe.each(CASES)('$name', ({ name, compare, alertFor }) => {
  const recorded =
    compare() === null
      ? undefined
      : comparisonSchema.parse(JSON.parse(readFileSync(fixture(name, 'comparison.json'), 'utf8')));
  const render = (channel: Channel) => renderAlert(alertFor(channel, recorded), options);

  test('as an e-mail', async () => {
    const { subject, body } = render('email');
    expect(subject?.length).toBeLessThan(100);
    await expect(`Subject: ${subject}\n\n${body}`).toMatchFileSnapshot(fixture(name, 'expected-email.txt'));
  });

  test('as a text', async () => {
    const text = `${smsPrefix(options.senderName)}${render('sms').body}`;
    const { segments, units, encoding } = smsSize(text);
    expect(segments).toBe(1);
    await expect(`${text}\n\n${units} of ${encoding}\n`).toMatchFileSnapshot(fixture(name, 'expected-sms.txt'));
  });

  test('as an event', async () => {
    const event: unknown = JSON.parse(render('events').body);
    expect(alertEventSchema.parse(event)).toEqual(event);
    await expect(`${JSON.stringify(event, null, 2)}\n`).toMatchFileSnapshot(fixture(name, 'expected-event.json'));
  });
});
