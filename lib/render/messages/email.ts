import type { Alert, AvailabilityAlert, Message, TextAlert } from '../../alert.ts';
import { sayInterval } from '../interval.ts';
import { announcedWords } from './announced.ts';
import { availabilityTelling } from './availability.ts';
import { backWords } from './back.ts';
import { alsoLine, entriesOf, type Entry } from './entries.ts';
import { addressLines, marginLine, whyLine, type Reasons } from './frame.ts';
import { phrasesOf } from '../../compare/phrases/index.ts';
import { plainLine } from '../../plain-text.ts';
import { LONGEST_SUBJECT, subjectLine } from './subject.ts';
import { shortened } from '../../plain-text.ts';

/** In UTF-8 bytes. Long enough for any alert that will be read, far below SNS's 256 KB. */
export const MOST_BODY_BYTES = 20_000;

export function renderEmail(alert: Alert, reasons: Reasons): Message {
  const { subject, top, entries, also } = alert.kind === 'text' ? textParts(alert) : availabilityParts(alert);
  const foot = [...(also === null ? [] : [also]), '', ...addressLines(alert), whyLine(alert.editions, reasons)];
  return {
    messageId: alert.messageId,
    channel: 'email',
    editions: alert.editions.map((edition) => edition.id),
    subject,
    body: bodyOf(top, entries, foot, alert.diffUrl !== null),
  };
}

type Parts = {
  readonly subject: string;
  readonly top: readonly string[];
  readonly entries: readonly Entry[];
  readonly also: string | null;
};

function textParts(alert: TextAlert): Parts {
  const back = backWords(alert);
  return {
    subject: subjectLine(alert.publicationName, phrasesOf(alert), back ?? ''),
    top: [
      [alert.comparison.severity.toUpperCase(), ...announcedWords(alert)].join(' · '),
      marginLine(alert.headline),
      `${revisionWords(alert)}${sayInterval(alert.unchangedAt, alert.changedBy)}.`,
      ...(back === null ? [] : [`The text is ${back}.`]),
    ],
    entries: entriesOf(alert),
    also: alsoLine(alert),
  };
}

function availabilityParts(alert: AvailabilityAlert): Parts {
  const telling = availabilityTelling(alert.revision.availability);
  const lead = `${shortened(plainLine(alert.publicationName), 40)}: ${telling}: “`;
  return {
    subject: `${lead}${shortened(plainLine(alert.headline), LONGEST_SUBJECT - lead.length - 1)}”`,
    top: [
      `${alert.revision.severity.toUpperCase()} · ${telling}`,
      marginLine(alert.headline),
      `${revisionWords(alert)}${sayInterval(alert.unchangedAt, alert.changedBy)}.`,
      '',
      marginLine(`Seen: ${alert.revision.detail}.`),
      `The text as it was last read is kept as revision ${alert.revision.snapshotAt}.`,
    ],
    entries: [],
    also: null,
  };
}

const revisionWords = ({ from, to }: Alert): string =>
  from === to ? `Revision ${to}. ` : `Revisions ${from} to ${to} together. `;

/** Entries that would make the body too large are counted. */
function bodyOf(top: readonly string[], entries: readonly Entry[], foot: readonly string[], hasDiff: boolean): string {
  const where = hasDiff ? ': see the full diff' : '';
  const room = MOST_BODY_BYTES - Buffer.byteLength([...top, ...foot].join('\n')) - 200;
  const lines: string[] = [];
  let used = 0;
  for (const [index, { title, lines: text }] of entries.entries()) {
    const entry = [`${index + 1}. ${title}`, ...text];
    used += Buffer.byteLength(entry.join('\n')) + 1;
    if (used > room) {
      const left = entries.length - index;
      lines.push(`${left} more ${left === 1 ? 'change' : 'changes'}${where}.`);
      break;
    }
    lines.push(...entry);
  }
  return [...top, ...(lines.length > 0 ? ['', ...lines] : []), ...foot, ''].join('\n');
}
