/**
 * render/messages: what a subscriber reads. One set of words for e-mail, text and machine event.
 *
 *  1. The fact comes first, and the interval in which it changed, since that is what is known.
 *  2. Before and after are the publisher's own words. Nothing is cut inside a figure or a quotation: what does not fit is
 *     told shorter or counted, as a whole.
 *  3. No motive is ever named. What was not seen is said so: "no correction notice seen".
 *  4. Changes in one passage are one entry with one redline; many additions are counted, not listed one by one.
 *  5. A text fits one segment unless the watchlist allows more; its link is last and never cut.
 *  6. What a page says can become no header, no markup, no second line and no line of ours.
 */
import type { Alert, Message } from '../../alert.ts';
import { unreachable } from '../../errors.ts';
import { renderEmail } from './email.ts';
import { renderEvent } from './event.ts';
import type { Reasons } from './frame.ts';
import { renderSms } from './sms.ts';

export { alertEventSchema, type AlertEvent } from './event.ts';
export { renderDigest } from './digest.ts';
export { renderIncident, renderLastText, renderTest, type LastText } from './operator.ts';
export { smsPrefix } from './sms.ts';
export { smsSize, type SmsSize } from './gsm7.ts';
export type { Reasons } from './frame.ts';
export { plainLine, plainUrl } from '../../plain-text.ts';

export type RenderOptions = {
  /** The SMS topic's display name, which SNS puts before each text. */
  readonly senderName: string;
  readonly smsSegments: number;
  readonly reasons?: Reasons;
};

export function renderAlert(alert: Alert, options: RenderOptions): Message {
  switch (alert.channel) {
    case 'email':
      return renderEmail(alert, options.reasons ?? {});
    case 'sms':
      return renderSms(alert, options);
    case 'events':
      return renderEvent(alert);
    default:
      return unreachable(alert.channel);
  }
}
