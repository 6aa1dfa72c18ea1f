/** Messages that tell of no article: what operators get, the test, and the last text of a day. */
import type { Message } from '../../alert.ts';
import { unreachable } from '../../errors.ts';
import type { Incident } from '../../incident.ts';
import type { Channel } from '../../revision.ts';
import { smsSize, toGsm7 } from './gsm7.ts';
import { plainLine } from './plain-text.ts';
import { smsPrefix } from './sms.ts';
import { shortened } from './subject.ts';
import { clock, day } from './when.ts';

/** The one text that folds the rest of a day once the daily cap is reached. */
export function renderLastText(last: {
  readonly messageId: string;
  readonly edition: { readonly id: string; readonly name: string };
  /** The cap that was reached. */
  readonly smsPerDay: number;
  readonly headlines: readonly string[];
  readonly siteUrl: string | null;
  readonly senderName: string;
}): Message {
  const count = last.headlines.length;
  const opening = `${plainLine(last.edition.name)}: ${count} more ${count === 1 ? 'article' : 'articles'} changed after today's ${last.smsPerDay} texts.`;
  const link = last.siteUrl === null ? '' : ` ${last.siteUrl}`;
  const wordings = [60, 40, 25].map((room) =>
    toGsm7(`${opening} First: ${shortened(plainLine(last.headlines[0] ?? ''), room)}${link}`),
  );
  const fits = (text: string) => smsSize(`${smsPrefix(last.senderName)}${text}`).segments === 1;
  const body = wordings.find(fits) ?? toGsm7(`${opening}${link}`);
  return { messageId: last.messageId, channel: 'sms', editions: [last.edition.id], subject: null, body };
}

/** What `stop-press test-alert` sends through the real path. */
export function renderTest(test: {
  readonly messageId: string;
  readonly channel: Channel;
  readonly edition: { readonly id: string; readonly name: string };
  readonly at: string;
}): Message {
  const name = plainLine(test.edition.name);
  const text = `Test of edition "${name}", sent ${clock(test.at)} UTC, ${day(test.at)}. No article changed.`;
  const { messageId, channel } = test;
  const common = { messageId, channel, editions: [test.edition.id] };
  switch (channel) {
    case 'email':
      return { ...common, subject: shortened(`Stop Press test: ${name}`, 99), body: `${text}\n` };
    case 'sms':
      return { ...common, subject: null, body: toGsm7(text) };
    case 'events':
      return {
        ...common,
        subject: null,
        body: JSON.stringify({ schema: 'stop-press/test/1', id: messageId, edition: test.edition.id, at: test.at }),
      };
    default:
      return unreachable(channel);
  }
}

/** To operators, when the ill health of a publication starts and when it ends. */
export function renderIncident(
  incident: Incident,
  publicationName: string,
): { readonly messageId: string; readonly subject: string; readonly body: string } {
  const name = plainLine(publicationName);
  const what = INCIDENT_WORDS[incident.kind];
  const ended = incident.event === 'ended';
  return {
    messageId: `incident-${incident.publication}-${incident.number}`,
    subject: shortened(`Stop Press: ${name}: ${ended ? 'over: ' : ''}${what}`, 99),
    body: [
      `${name}: ${what}${ended ? ', and that is over' : ''}.`,
      `Seen at ${clock(incident.at)} UTC, ${day(incident.at)}.`,
      '',
      plainLine(incident.detail),
      '',
    ].join('\n'),
  };
}

const INCIDENT_WORDS = {
  'nothing-discovered': 'no new article has been found for too long',
  'everything-failing': 'every check is failing',
  blocked: 'the publisher is refusing our requests',
  'extraction-collapsed': 'pages are fetched but articles can no longer be read',
} as const satisfies Record<Incident['kind'], string>;
