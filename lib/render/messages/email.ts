import type { Alert, AvailabilityAlert, Message, TextAlert } from '../../alert.ts';
import type { Announced, Comparison } from '../../change.ts';
import { unreachable } from '../../errors.ts';
import { availabilityTelling } from './availability.ts';
import { passageEntries, told } from './passages.ts';
import { plainLine, plainUrl } from './plain-text.ts';
import { subjectLine } from './subject.ts';
import { tellingsOf } from './tellings.ts';
import { clockBeside, intervalLine } from './when.ts';

/** Long enough for any alert worth reading, far below SNS's 256 KB. */
const MOST_BODY_BYTES = 20_000;

export function renderEmail(alert: Alert, options: { readonly reasons?: Readonly<Record<string, string>> }): Message {
  const { subject, top, entries, foot } = alert.kind === 'text' ? textParts(alert) : availabilityParts(alert);
  return {
    messageId: alert.messageId,
    channel: 'email',
    editions: alert.editions.map((edition) => edition.id),
    subject,
    body: bodyOf(top, entries, [...foot, ...addresses(alert), whyLine(alert, options.reasons ?? {})]),
  };
}

type Parts = {
  readonly subject: string;
  readonly top: readonly string[];
  readonly entries: readonly (readonly string[])[];
  readonly foot: readonly string[];
};

function textParts(alert: TextAlert): Parts {
  const { comparison } = alert;
  const tellings = tellingsOf(comparison);
  const back = alert.backTo === null ? null : `back to the ${clockBeside(alert.backTo, alert.changedBy)} wording`;
  return {
    subject: subjectLine(
      alert.publicationName,
      back === null ? comparison.summary : '',
      back === null ? tellings : [[back], ...tellings],
    ),
    top: [
      [comparison.severity.toUpperCase(), ...announcedWords(comparison), ...stampWords(alert)].join(' · '),
      headlineLine(alert.headline),
      `${revisionWords(alert)} ${intervalLine(alert.unchangedAt, alert.changedBy)}`,
      ...(back === null ? [] : [`The text is ${back}.`]),
    ],
    entries: passageEntries(comparison),
    foot: alsoLine(comparison),
  };
}

function availabilityParts(alert: AvailabilityAlert): Parts {
  const telling = availabilityTelling(alert.revision.availability);
  return {
    subject: subjectLine(alert.publicationName, `${telling}: ${plainLine(alert.headline)}`, [[telling]]),
    top: [
      [alert.revision.severity.toUpperCase(), telling].join(' · '),
      headlineLine(alert.headline),
      `${revisionWords(alert)} ${intervalLine(alert.unchangedAt, alert.changedBy)}`,
      plainLine(alert.revision.detail),
    ],
    entries: [],
    foot: [],
  };
}

const announcedWords = (comparison: Comparison): readonly string[] => {
  const words = ANNOUNCED_WORDS[comparison.announced];
  return words === null || (words === NO_NOTICE && !comparison.unannounced) ? [] : [words];
};

const NO_NOTICE = 'no correction notice seen';
const ANNOUNCED_WORDS = {
  notice: 'the publisher added a notice',
  'visible-update': 'marked as updated by the publisher',
  'metadata-only': NO_NOTICE,
  none: NO_NOTICE,
  unknown: null,
} as const satisfies Record<Announced, string | null>;

function stampWords(alert: TextAlert): readonly string[] {
  const [before, after] = [alert.before.modifiedAt, alert.after.modifiedAt];
  if (after === null || before === null) return [];
  return before === after
    ? ['publisher’s “modified” time not changed']
    : [`publisher’s “modified” time now ${clockBeside(after, alert.changedBy)} UTC`];
}

const revisionWords = (alert: Alert): string =>
  alert.from === alert.to ? `Revision ${alert.to}.` : `Revisions ${alert.from} to ${alert.to} together.`;

/** The one line at the margin whose words are the publisher's: if it looks like a line of ours it is set in. */
function headlineLine(headline: string): string {
  const line = plainLine(headline);
  return OUR_LINE.test(line) ? `   ${line}` : line;
}
const OUR_LINE =
  /^(?:--|>|\d+\.|(?:MAJOR|NOTABLE|MINOR)\b|(?:Revisions?|Unchanged|Changed|Also|Article|Full diff|Page|You get this|Stop|From|To|Subject)\b|https?:)/iu;

function alsoLine(comparison: Comparison): readonly string[] {
  const entries = new Set(told(comparison));
  const rest = comparison.changes.filter((change) => change.severity === 'minor' && !entries.has(change));
  if (rest.length === 0) return [];
  const tellings = tellingsOf({ ...comparison, changes: rest }).map((telling) => telling.at(-1) ?? '');
  return [`Also (minor): ${[...new Set(tellings)].join(', ')}.`];
}

function addresses(alert: Alert): readonly string[] {
  const url = plainUrl(alert.url);
  const diffUrl = alert.diffUrl === null ? null : plainUrl(alert.diffUrl);
  return [
    '',
    ...(url === null ? [] : [`Article    ${url}`]),
    ...(diffUrl === null ? [] : [`Full diff  ${diffUrl}`]),
    ...pageHashes(alert),
  ];
}

function pageHashes(alert: Alert): readonly string[] {
  switch (alert.kind) {
    case 'availability':
      return [];
    case 'text': {
      const { before, after } = alert.pages;
      return [
        `Pages      before ${before === null ? 'not kept' : `sha256 ${before.slice(0, 12)}…`}, after sha256 ${after.slice(0, 12)}…`,
      ];
    }
    default:
      return unreachable(alert);
  }
}

function whyLine(alert: Alert, reasons: Readonly<Record<string, string>>): string {
  const editions = alert.editions
    .map(({ id, name }) => `“${plainLine(name)}”${reasons[id] === undefined ? '' : ` (${reasons[id]})`}`)
    .join(', ');
  return `You get this because: edition ${editions}. Stop: use the link at the end of this e-mail.`;
}

/** Entries that would make the body too large are counted instead. */
function bodyOf(top: readonly string[], entries: readonly (readonly string[])[], foot: readonly string[]): string {
  const room = MOST_BODY_BYTES - Buffer.byteLength([...top, ...foot].join('\n')) - 100;
  const lines: string[] = [];
  let used = 0;
  for (const [index, entry] of entries.entries()) {
    used += Buffer.byteLength(entry.join('\n')) + 1;
    if (used > room) {
      lines.push(`… and ${entries.length - index} more changes: see the full diff.`);
      break;
    }
    lines.push(...entry);
  }
  return [...top, ...(lines.length > 0 ? ['', ...lines] : []), ...foot, ''].join('\n');
}
