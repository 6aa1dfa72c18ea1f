import type { Alert, Message } from '../../alert.ts';
import { availabilityTelling } from './availability.ts';
import { smsSize, toGsm7 } from './gsm7.ts';
import { plainLine, plainUrl } from './plain-text.ts';
import { fitting, shortened } from './subject.ts';
import { tellingsOf, type Telling } from './tellings.ts';
import { clockBeside } from './when.ts';

/**
 * A text: publication, fact, what was not seen, headline, link. It fits the segments allowed, with the display name SNS
 * puts before it counted; the headline gives way first, then the remark, then facts, each as a whole. The link is last, never cut.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sms_sending-overview.html ("MYTOPIC> Hello World!")
 */
export function renderSms(
  alert: Alert,
  options: { readonly senderName: string; readonly smsSegments: number },
): Message {
  const link = plainUrl(alert.diffUrl ?? alert.url);
  const remark = alert.kind === 'text' && alert.comparison.unannounced ? ' No correction notice.' : '';
  const name = shortened(plainLine(alert.publicationName), 24);
  const fits = (text: string) => smsSize(`${smsPrefix(options.senderName)}${text}`).segments <= options.smsSegments;
  const compose = (facts: string, withRemark: string, headline: string, withLink: string | null): string =>
    toGsm7(
      `${name}: ${facts}.${withRemark}${headline === '' ? '' : ` ${headline}`}${withLink === null ? '' : ` ${withLink}`}`,
    );

  const facts = (withRemark: string, withLink: string | null): string =>
    fitting(factsOf(alert), Number.POSITIVE_INFINITY, ', ', (text) =>
      fits(compose(text, withRemark, '', withLink)) ? 0 : Number.POSITIVE_INFINITY,
    );
  const told = facts(remark, link);
  const headlines = [60, 40, 25].map((room) => shortened(plainLine(alert.headline), room));
  const body =
    headlines.map((headline) => compose(told, remark, headline, link)).find(fits) ??
    [compose(told, remark, '', link), compose(told, '', '', link), compose(told, '', '', null)].find(fits) ??
    compose(told, '', '', null);
  return {
    messageId: alert.messageId,
    channel: 'sms',
    editions: alert.editions.map(({ id }) => id),
    subject: null,
    body,
  };
}

/** What SNS puts before each text: the topic's display name, in capitals. */
export const smsPrefix = (senderName: string): string => (senderName === '' ? '' : `${senderName.toUpperCase()}> `);

function factsOf(alert: Alert): readonly Telling[] {
  if (alert.kind === 'availability') return [[availabilityTelling(alert.revision.availability)]];
  const tellings = tellingsOf(alert.comparison);
  return alert.backTo === null
    ? tellings
    : [[`back to the ${clockBeside(alert.backTo, alert.changedBy)} wording`], ...tellings];
}
