import type { Alert, Digest, Message } from '../../alert.ts';
import { severityOf } from '../../revision.ts';
import { availabilityTelling } from './availability.ts';
import { plainLine, plainUrl } from './plain-text.ts';
import { fitting, shortened } from './subject.ts';
import { wrap } from './redline.ts';
import { tellingsOf } from './tellings.ts';
import { clockBeside, day } from './when.ts';

const MOST_BODY_BYTES = 20_000;

/** Several alerts of an edition in one e-mail: publication by publication, most important first. */
export function renderDigest(digest: Digest): Message {
  const { alerts, edition } = digest;
  const publications = [...new Set(alerts.map((alert) => plainLine(alert.publicationName)))];
  const changes = `${alerts.length} ${alerts.length === 1 ? 'article' : 'articles'} changed`;
  const subject = shortened(`${plainLine(edition.name)}: ${changes} (${publications.join(', ')})`, 99);
  const top = [`${plainLine(edition.name)}, digest of ${day(digest.dueAt)}: ${changes}.`];
  const foot = [
    '',
    `You get this because: edition “${plainLine(edition.name)}”. Stop: use the link at the end of this e-mail.`,
    '',
  ];
  const lines: string[] = [];
  let used = Buffer.byteLength([...top, ...foot].join('\n')) + 100;
  let left = alerts.length;
  for (const alert of alerts) {
    const entry = digestEntry(alert, digest.dueAt);
    used += Buffer.byteLength(entry.join('\n')) + 1;
    if (used > MOST_BODY_BYTES) {
      lines.push('', `… and ${left} more articles.`);
      break;
    }
    lines.push(...entry);
    left -= 1;
  }
  return {
    messageId: digest.messageId,
    channel: digest.channel,
    editions: [edition.id],
    subject,
    body: [...top, ...lines, ...foot].join('\n'),
  };
}

function digestEntry(alert: Alert, dueAt: string): readonly string[] {
  const telling =
    alert.kind === 'availability'
      ? availabilityTelling(alert.revision.availability)
      : fitting(tellingsOf(alert.comparison), 300, '; ');
  const severity = (alert.kind === 'text' ? alert.comparison.severity : severityOf(alert.revision)).toUpperCase();
  const link = plainUrl(alert.diffUrl ?? alert.url);
  return [
    '',
    `${severity} · ${plainLine(alert.publicationName)} · by ${clockBeside(alert.changedBy, dueAt)} UTC`,
    ...wrap(plainLine(alert.headline), 73).map((line) => `   ${line}`),
    ...wrap(plainLine(telling), 71).map((line) => `   > ${line}`),
    ...(link === null ? [] : [`   ${link}`]),
  ];
}
