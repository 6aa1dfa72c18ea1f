import type { Alert, Digest, Message } from '../../alert.ts';
import { isAtLeast, type Severity } from '../../change.ts';
import { severityOf } from '../../revision.ts';
import { sayDay } from '../../instant.ts';
import { sayInterval } from '../interval.ts';
import { lacksNotice } from '../lacks-notice.ts';
import { availabilityTelling } from './availability.ts';
import { backWords } from './back.ts';
import { MOST_BODY_BYTES } from './email.ts';
import { fitPhrases } from '../../compare/phrases/fit.ts';
import { marginLine, whyLine, type Reasons } from './frame.ts';
import { phrasesOf } from '../../compare/phrases/index.ts';
import { plainLine, plainUrl, shortened } from '../../plain-text.ts';
import { INDENT, indented } from './redline.ts';
import { LONGEST_SUBJECT } from './subject.ts';

/** In characters: what a digest says of one article. */
const LONGEST_TELLING = 280;

/** An edition's alerts in one e-mail: publication by publication, the gravest first. */
export function renderDigest(digest: Digest, options: { readonly reasons?: Reasons } = {}): Message {
  const { edition, messageId, channel } = digest;
  const alerts = digest.alerts.toSorted((one, other) => rank(other) - rank(one));
  const publications = Map.groupBy(alerts, (alert) => plainLine(alert.publicationName));
  const day = sayDayIn(digest.timeZone, digest.dueAt);
  const top = [marginLine(`${edition.name}, ${day}: ${countAlerts(alerts)}.`)];
  const foot = ['', whyLine([edition], options.reasons ?? {}), ''];
  const lines: string[] = [];
  let used = Buffer.byteLength([...top, ...foot].join('\n')) + 200;
  let left = alerts.length;
  for (const [name, own] of publications) {
    const title = ['', marginLine(name), '='.repeat(Math.min(name.length, 78))];
    for (const [index, alert] of own.entries()) {
      const entry = [...(index === 0 ? title : ['']), ...entryOf(alert)];
      used += Buffer.byteLength(entry.join('\n')) + 1;
      if (used > MOST_BODY_BYTES) continue;
      lines.push(...entry);
      left -= 1;
    }
  }
  if (left > 0) lines.push('', `${left} more ${left === 1 ? 'article' : 'articles'}, not shown here.`);
  const names = [...publications.keys()].join(', ');
  return {
    messageId,
    channel,
    editions: [edition.id],
    subject: shortened(`${plainLine(edition.name)}: ${countAlerts(alerts)} (${names})`, LONGEST_SUBJECT),
    body: [...top, ...lines, ...foot].join('\n'),
  };
}

const severityOfAlert = (alert: Alert): Severity =>
  alert.kind === 'text' ? alert.comparison.severity : severityOf(alert.revision);
const rank = (alert: Alert): number =>
  (['none', 'cosmetic', 'minor', 'notable', 'major'] as const).indexOf(severityOfAlert(alert));

/** "5 articles changed, 2 of them in major ways". */
function countAlerts(alerts: readonly Alert[]): string {
  const articles = new Set(alerts.map((alert) => alert.articleId)).size;
  const major = new Set(
    alerts.filter((alert) => isAtLeast(severityOfAlert(alert), 'major')).map((alert) => alert.articleId),
  ).size;
  const changed = `${articles} ${articles === 1 ? 'article' : 'articles'} changed`;
  return major === 0 ? changed : `${changed}, ${major} major`;
}

function entryOf(alert: Alert): readonly string[] {
  const notice = alert.kind === 'text' && lacksNotice(alert.comparison) ? ' · no correction notice seen' : '';
  const link = plainUrl(alert.diffUrl ?? alert.url);
  return [
    `${severityOfAlert(alert).toUpperCase()}${notice}`,
    ...indented(plainLine(alert.headline)),
    ...indented(tellingOf(alert), `${INDENT}> `),
    ...indented(`${sayInterval(alert.unchangedAt, alert.changedBy)}.`),
    ...(link === null ? [] : [`${INDENT}${link}`]),
  ];
}

function tellingOf(alert: Alert): string {
  if (alert.kind === 'availability') return availabilityTelling(alert.revision.availability);
  const { line } = fitPhrases(phrasesOf(alert), (text) => text.length <= LONGEST_TELLING);
  const back = backWords(alert);
  return back === null ? line : `${back}: ${line}`;
}

/** The day the edition's readers have. */
const sayDayIn = (timeZone: string, instant: string): string =>
  timeZone === 'UTC'
    ? sayDay(instant)
    : new Intl.DateTimeFormat('en-GB', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone,
      }).format(Date.parse(instant));
