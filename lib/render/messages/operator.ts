/** Messages that tell of no article: what operators get, the test, and the last text of a day. */
import type { Message } from '../../alert.ts';
import { unreachable } from '../../errors.ts';
import type { Incident } from '../../incident.ts';
import type { Channel } from '../../revision.ts';
import { marginLine } from './frame.ts';
import { toGsm7 } from './gsm7.ts';
import { sayInstant } from '../interval.ts';
import { plainLine, plainUrl, shortened } from '../../plain-text.ts';
import { fitsSegments } from './sms.ts';
import { LONGEST_SUBJECT } from './subject.ts';

/** What is left of an audience's day once its texts are used up. */
export type LastText = {
  readonly messageId: string;
  /** The audience's id, and the names of its editions. */
  readonly to: string;
  readonly name: string;
  /** The cap that was reached. */
  readonly smsPerDay: number;
  /** Of the articles folded, the gravest first. */
  readonly headlines: readonly string[];
  /** Where they can be read; null when pages are not published. */
  readonly siteUrl: string | null;
  readonly senderName: string;
};

/** The one text that folds what came after the daily cap, when the day is over. It is always one segment. */
export function renderLastText(last: LastText): Message {
  const name = shortened(plainLine(last.name), 24);
  const count = last.headlines.length;
  const counted = `${count} more ${count === 1 ? 'article' : 'articles'} changed after the day's ${last.smsPerDay} texts.`;
  const opening = `${name}: ${counted}`;
  const link = last.siteUrl === null ? '' : (plainUrl(last.siteUrl) ?? '');
  const headline = plainLine(last.headlines[0] ?? '');
  const label = count === 1 ? '' : 'First: ';
  const firsts = headline === '' ? [] : [80, 60, 45, 30, 20].map((room) => `${label}${shortened(headline, room)}`);
  const wordings = [...firsts, ''].flatMap((first) => [
    [opening, first, link],
    [opening, first],
  ]);
  const texts = wordings.map((pieces) => toGsm7(pieces.filter((piece) => piece !== '').join(' ')));
  const fits = (text: string) => fitsSegments(text, { senderName: last.senderName, smsSegments: 1 });
  const withLink = texts.filter((_, index) => index % 2 === 0);
  const body = withLink.find(fits) ?? texts.find(fits) ?? counted;
  return {
    messageId: last.messageId,
    channel: 'sms',
    editions: [last.to],
    subject: null,
    body,
  };
}

/** What `stop-press test-alert` sends through the real path. */
export function renderTest(test: {
  readonly messageId: string;
  readonly channel: Channel;
  readonly edition: { readonly id: string; readonly name: string };
  readonly at: string;
}): Message {
  const name = plainLine(test.edition.name);
  const text = `Test of edition "${name}", sent ${sayInstant(test.at)}. No article changed.`;
  const { messageId, channel } = test;
  const common = { messageId, channel, editions: [test.edition.id] };
  switch (channel) {
    case 'email':
      return {
        ...common,
        subject: shortened(`Stop Press test: ${name}`, LONGEST_SUBJECT),
        body: `${text}\n`,
      };
    case 'sms':
      return { ...common, subject: null, body: toGsm7(text) };
    case 'events':
      return {
        ...common,
        subject: null,
        body: JSON.stringify({
          schema: 'stop-press/test/1',
          id: messageId,
          edition: test.edition.id,
          at: test.at,
        }),
      };
    default:
      return unreachable(channel);
  }
}

/** To operators, when the ill health of a publication starts and when it ends. */
export function renderIncident(
  incident: Incident,
  publicationName: string,
): {
  readonly messageId: string;
  readonly subject: string;
  readonly body: string;
} {
  const name = plainLine(publicationName);
  const what = INCIDENT_WORDS[incident.kind];
  const ended = incident.event === 'ended';
  return {
    messageId: `incident-${incident.publication}-${incident.number}`,
    subject: shortened(`Stop Press: ${name}: ${ended ? 'over: ' : ''}${what}`, LONGEST_SUBJECT),
    body: [
      marginLine(`${name}: ${what}${ended ? ', and that is over' : ''}.`),
      `${ended ? 'Ended' : 'Seen'} ${sayInstant(incident.at)}.`,
      '',
      marginLine(incident.detail),
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
