import type { Alert, Message } from '../../alert.ts';
import { lacksNotice } from '../lacks-notice.ts';
import { availabilityTelling } from './availability.ts';
import { backWords } from './back.ts';
import { fitPhrases, type Fitted } from '../../compare/phrases/fit.ts';
import { smsSize, toGsm7 } from './gsm7.ts';
import { phrasesOf } from '../../compare/phrases/index.ts';
import { plainLine, plainUrl, plainWords, shortened } from '../../plain-text.ts';

export type SmsOptions = {
  /** The topic's display name. */
  readonly senderName: string;
  readonly smsSegments: number;
};

/** SNS refuses more in one publish. @see https://docs.aws.amazon.com/sns/latest/dg/sms_sending-overview.html */
const MOST_CHARACTERS = 1_600;

/**
 * A text: publication, facts, "No correction notice", headline, link. It fits the segments allowed with the display
 * name counted. What does not fit gives way whole and in this order: the headline, the remark, fuller words for the facts, the
 * facts past the first; and, where even then nothing could be said, the publication or the link, which is never cut.
 */
export function renderSms(alert: Alert, options: SmsOptions): Message {
  return {
    messageId: alert.messageId,
    channel: 'sms',
    editions: alert.editions.map(({ id }) => id),
    subject: null,
    body: textOf(alert, options),
  };
}

/** What SNS puts before each text: the topic's display name in capitals. @see the page above ("MYTOPIC> Hello World!") */
export const smsPrefix = (senderName: string): string => (senderName === '' ? '' : `${senderName.toUpperCase()}> `);

export function fitsSegments(text: string, { senderName, smsSegments }: SmsOptions): boolean {
  const whole = `${smsPrefix(senderName)}${text}`;
  return smsSize(whole).segments <= smsSegments && whole.length <= MOST_CHARACTERS;
}

/** In characters: past this a link leaves too little of a segment. */
const LONG_LINK = 60;

/** Outside the GSM alphabet a segment is 70 characters. */
const isCramped = (facts: string): boolean => smsSize(toGsm7(facts)).encoding === 'UCS-2';

type Pieces = {
  readonly name: string;
  readonly facts: string;
  readonly remark: string;
  readonly headline: string;
  readonly link: string;
};

function textOf(alert: Alert, options: SmsOptions): string {
  const fits = (pieces: Pieces) => fitsSegments(compose(pieces), options);
  const fullName = plainLine(alert.publicationName);
  const link = plainUrl(alert.diffUrl ?? alert.url) ?? '';
  const remark = alert.kind === 'text' && lacksNotice(alert.comparison) ? 'No correction notice.' : '';
  const name = shortened(fullName, 30);
  const frames = [
    { name, remark, link },
    { name, remark: '', link },
    { name: shortened(fullName, 12), remark: '', link },
    { name: '', remark: '', link },
    { name, remark: '', link: '' },
    { name: '', remark: '', link: '' },
  ].map((frame, index) => {
    const { line, lacks, isMute } = factsOf(alert, (facts) => fits({ ...frame, facts, headline: '' }));
    const pieces = { ...frame, facts: line, headline: '' };
    return { pieces, lacks, isMute, isWhole: fits(pieces), isBare: index > 2 };
  });
  const [withRemark, withoutRemark] = frames;
  const whole = frames.filter((frame) => frame.isWhole);
  // Without publication or link only where there is no other way to say what changed.
  const telling = whole.filter(
    (frame) => !frame.isMute && (!frame.isBare || link.length > LONG_LINK || isCramped(frame.pieces.facts)),
  );
  const chosen =
    // More facts are worth more than the remark, but only that.
    telling
      .filter((frame) => frame === withRemark || frame === withoutRemark)
      .sort((one, other) => one.lacks - other.lacks)[0] ??
    telling[0] ??
    whole[0] ??
    frames.at(-1);
  if (chosen === undefined) return '';
  return compose(withHeadline(chosen.pieces, alert.headline, fits));
}

function factsOf(alert: Alert, fits: (facts: string) => boolean): Fitted {
  if (alert.kind === 'availability')
    return {
      line: availabilityTelling(alert.revision.availability),
      lacks: 0,
      isMute: false,
    };
  const back = backWords(alert);
  const phrases = phrasesOf(alert);
  if (back === null) {
    const fitted = fitPhrases(phrases, (line) => fits(louder(line)));
    return { ...fitted, line: louder(fitted.line) };
  }
  const fitted = fitPhrases(phrases, (line) => fits(`${back}: ${line}`));
  const line = `${back}: ${fitted.line}`;
  return fits(line) ? { ...fitted, line } : { line: back, lacks: fitted.lacks, isMute: false };
}

/** What a thumb should stop at. */
const louder = (line: string): string =>
  line.replace(/^(?:quote|correction|clarification)\b/u, (word) => word.toUpperCase());

/** As much of the headline as says something, where there is room. */
function withHeadline(pieces: Pieces, headline: string, fits: (pieces: Pieces) => boolean): Pieces {
  const line = plainLine(headline);
  if (pieces.facts.includes(line)) return pieces;
  for (let room = 80; room >= 20; room -= 4) {
    // As it will be sent: words that run from right to left are set apart by two marks, which count.
    const longer = { ...pieces, headline: plainWords(shortened(line, room)) };
    if (fits(longer)) return longer;
  }
  return pieces;
}

function compose({ name, facts, remark, headline, link }: Pieces): string {
  const fact = /[.!?…]["'”’»]*$/u.test(facts) ? facts : `${facts}.`;
  const told = name === '' ? fact : `${name}: ${fact}`;
  return toGsm7([told, remark, headline, link].filter((piece) => piece !== '').join(' '));
}
