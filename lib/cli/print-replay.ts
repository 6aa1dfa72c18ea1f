/** What a replay found, for a reader: by article, a line for each fetch and each message, and the sum at the end. */
import { join } from 'node:path';
import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Message } from '../alert.ts';
import { unreachable } from '../errors.ts';
import type { CheckOutcome } from '../pipeline.ts';
import { describeRevision } from '../render/describe.ts';
import { smsSize } from '../render/messages/index.ts';
import { badge } from '../render/terminal/index.ts';
import { visibleText } from '../render/visible.ts';
import { headlineOf, severityOf } from '../revision.ts';
import { counted } from './counted.ts';
import type { ReplayEvent } from './replay-events.ts';
import type { Series } from './saved-fetches.ts';
import { print, type Output } from './session.ts';

type Fetched = Extract<ReplayEvent, { kind: 'fetch' }>;
type Sent = Extract<ReplayEvent, { kind: 'message' }>;

export function printReplay(events: readonly ReplayEvent[], outboxPath: string, output: Output): void {
  const fetches = events.filter((event) => event.kind === 'fetch');
  const sent = events.filter((event) => event.kind === 'message');
  for (const [series, own] of bySeries(fetches)) {
    printSeries(series, own, output);
    print(output, '');
  }
  if (sent.length > 0) printMessages(sent, outboxPath, output);
  print(output, summaryLine(fetches, sent));
}

/** For programs: the same facts, whole. */
export function replayAsJson(events: readonly ReplayEvent[], outboxPath: string) {
  return events.map((event) =>
    event.kind === 'message'
      ? { kind: event.kind, at: event.at, file: join(outboxPath, event.providerId), ...event.message }
      : {
          kind: event.kind,
          at: event.saved.at,
          article: event.series.url,
          fetch: event.saved.name,
          outcome: event.outcome?.kind ?? 'seen-before',
          revisions: (event.outcome?.committed ?? []).map(({ revision }) => revision),
        },
  );
}

function bySeries(fetches: readonly Fetched[]): ReadonlyMap<Series, readonly Fetched[]> {
  const groups = new Map<Series, Fetched[]>();
  for (const fetched of fetches) groups.set(fetched.series, [...(groups.get(fetched.series) ?? []), fetched]);
  return groups;
}

function printSeries(series: Series, fetches: readonly Fetched[], output: Output): void {
  const palette = createColors(output.colour);
  const last = fetches.flatMap(({ outcome }) => outcome?.committed ?? []).at(-1);
  const title = last === undefined ? series.name : headlineOf(last.revision);
  print(output, palette.bold(visibleText(title)), palette.dim(visibleText(series.url)));
  const nameCells = Math.min(32, Math.max(...fetches.map(({ saved }) => saved.name.length)));
  for (const { saved, outcome } of fetches) {
    const lead = `  ${saved.at.slice(0, 10)} ${saved.at.slice(11, 16)}  ${saved.name.slice(0, nameCells).padEnd(nameCells)}  `;
    const told = outcome === null ? palette.dim('seen by an earlier replay') : describeOutcome(outcome, output);
    const indent = ' '.repeat(lead.length);
    const room = Math.max(20, output.width - lead.length);
    print(output, palette.dim(lead) + wrapAnsi(told, room, { hard: true }).replaceAll('\n', `\n${indent}`));
  }
}

/** One fetch in words. */
export function describeOutcome(outcome: CheckOutcome, output: Output): string {
  const palette = createColors(output.colour);
  switch (outcome.kind) {
    case 'unchanged':
      return palette.dim(UNCHANGED[outcome.why]);
    case 'first-sighting':
      return 'first sighting';
    case 'unreadable':
      return palette.yellow(`could not be read (${outcome.seen}): ${outcome.detail}`);
    case 'merged':
      return `the same article as ${outcome.into}`;
    case 'revised':
    case 'availability':
      return outcome.committed
        .map(({ revision }) => {
          const said = visibleText(describeRevision(revision));
          return `revision ${revision.number}  ${badge(severityOf(revision), palette)}  ${said}`;
        })
        .join('\n');
    default:
      return unreachable(outcome);
  }
}

const UNCHANGED = {
  'not-modified': 'not modified, says the server',
  'same-bytes': 'nothing changed (the same bytes)',
  'same-text': 'nothing changed in the article',
  'nothing-worth-recording': 'nothing worth recording',
} as const satisfies Record<Extract<CheckOutcome, { kind: 'unchanged' }>['why'], string>;

function printMessages(sent: readonly Sent[], outboxPath: string, output: Output): void {
  const palette = createColors(output.colour);
  const shown = sent.filter(({ message }) => message.channel !== 'events');
  if (shown.length === 0) return;
  print(output, palette.bold(`Messages, in ${outboxPath}`));
  for (const { message, at, providerId } of shown) {
    const told = wrapAnsi(visibleText(titleOf(message)), Math.max(20, output.width - 27), { hard: true });
    const lead = `  ${at.slice(0, 10)} ${at.slice(11, 16)}  ${WORDS[message.channel].padEnd(7)}`;
    print(output, palette.dim(lead) + told.replaceAll('\n', `\n${' '.repeat(lead.length)}`));
    print(output, palette.dim(`${' '.repeat(lead.length)}${providerId}`));
  }
  print(output, '');
}

const WORDS = { email: 'e-mail', sms: 'text', events: 'event' } as const satisfies Record<Message['channel'], string>;

const titleOf = ({ subject, body }: Message): string =>
  subject ?? `${body} (${smsSize(body).segments === 1 ? '1 segment' : `${smsSize(body).segments} segments`})`;

function summaryLine(fetches: readonly Fetched[], sent: readonly Sent[]): string {
  const committed = fetches.flatMap(({ outcome }) => outcome?.committed ?? []);
  const count = (channel: Message['channel']) => sent.filter(({ message }) => message.channel === channel).length;
  const quiet = fetches.filter(({ outcome }) => outcome?.kind === 'unchanged').length;
  const unreadable = fetches.filter(({ outcome }) => outcome?.kind === 'unreadable').length;
  const before = fetches.filter(({ outcome }) => outcome === null).length;
  const parts = [
    counted(fetches.length, 'fetch', 'fetches'),
    counted(committed.length, 'revision'),
    `${quiet} without a change`,
    ...(unreadable > 0 ? [`${unreadable} that could not be read`] : []),
    ...(before > 0 ? [`${before} seen before`] : []),
  ];
  return `${parts.join(', ')}. ${counted(count('email'), 'e-mail')}, ${counted(count('sms'), 'text')}, ${counted(count('events'), 'event')}.`;
}
