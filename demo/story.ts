/** The demo's telling: what came, what of it was noise, what changed, and what the subscribers got. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Message } from '../lib/alert.ts';
import { redline } from '../lib/compare/index.ts';
import type { LocalStore } from '../lib/cli/local-store.ts';
import { describeOutcome } from '../lib/cli/print-replay.ts';
import type { ReplayEvent } from '../lib/cli/replay-events.ts';
import { print, terminalOptions, type Output } from '../lib/cli/session.ts';
import { createLedger } from '../lib/record/index.ts';
import { smsPrefix, smsSize } from '../lib/render/messages/index.ts';
import { renderComparison } from '../lib/render/terminal/index.ts';
import type { Revision } from '../lib/revision.ts';
import type { Stores } from '../lib/store.ts';
import type { Watchlist } from '../lib/watchlist.ts';

type Fetched = Extract<ReplayEvent, { kind: 'fetch' }>;
type Sent = Extract<ReplayEvent, { kind: 'message' }>;

/** The lines of each fetch's page, to say how much of it changed that is no part of the article. */
let linesBefore: ReadonlySet<string> = new Set();

export async function tellStart(out: Output, root: string): Promise<void> {
  const palette = createColors(out.colour);
  const watchlist = await readFile(join(root, 'demo/watchlist.yaml'), 'utf8');
  print(
    out,
    '',
    palette.bold('STOP PRESS'),
    wrapAnsi(
      'One story of an invented paper, fetched twelve times in two days. Which of the fetches would you want to be told of?',
      out.width,
    ),
    '',
    palette.dim('demo/watchlist.yaml'),
    ...watchlist
      .trimEnd()
      .split('\n')
      .map((line) => palette.dim(`│ ${line}`)),
    '',
  );
}

export async function tellFetch(fetched: Fetched, stores: Stores, out: Output, root: string): Promise<void> {
  const palette = createColors(out.colour);
  const { saved, outcome, series } = fetched;
  const path = series.saves.find(({ name }) => name === saved.name)?.path ?? '';
  const changedLines = await countChangedLines(join(root, path));
  const when = `${saved.at.slice(8, 10)} Mar ${saved.at.slice(11, 16)}`;
  print(out, rule(`${when}  fetch ${saved.name.replace('-', '  ').replaceAll('-', ' ')}`, out));
  if (outcome === null) return;
  if (outcome.kind === 'unchanged') {
    print(
      out,
      palette.green(`✓ ${changedLines} lines of the page changed, and not a word of the article. Nobody is told.`),
    );
  } else if (outcome.kind === 'revised') {
    for (const { revision } of outcome.committed) await tellRevision(revision, stores, out);
  } else if (outcome.kind === 'first-sighting') {
    print(out, 'First sighting: the article is recorded. Nobody is told.');
  } else if (outcome.kind === 'unreadable') {
    const { state } = outcome.entry.availability;
    const why = state === 'live' ? 'Nobody is told until several checks agree: it may be back.' : 'That has been told.';
    print(out, wrapAnsi(`${palette.yellow(`The page could not be read: ${outcome.detail}`)}. ${why}`, out.width));
  } else {
    print(out, wrapAnsi(describeOutcome(outcome, out), out.width));
  }
  print(out, '');
}

async function tellRevision(revision: Revision, stores: Stores, out: Output): Promise<void> {
  if (revision.kind !== 'text' || revision.comparison === null || revision.comparedWith === null) return;
  const before = await createLedger(stores).read(revision.articleId, revision.comparedWith.number);
  if (before?.revision.kind !== 'text') return;
  const head = {
    publicationName: revision.publicationName,
    headline: revision.snapshot.article.headline,
    number: revision.number,
    unchangedAt: revision.unchangedAt,
    changedBy: revision.fetchedAt,
  };
  const rows = redline(before.revision.snapshot.article, revision.snapshot.article, revision.comparison);
  print(out, renderComparison(head, revision.comparison, rows, terminalOptions(out)), '', ...owedLines(revision, out));
}

/** Who hears of it and when, as the revision itself records it. */
function owedLines({ owes }: Revision, out: Output): readonly string[] {
  const palette = createColors(out.colour);
  if (owes.kind === 'nothing') return [palette.dim(`Nobody is told: ${owes.why}.`)];
  const told = owes.alerts.filter(({ channel }) => channel !== 'events');
  if (told.length === 0) return [palette.dim('No edition asked for this.')];
  return told.map(({ channel, editions, how, dueAt }) => {
    const when = {
      now: 'now',
      folded: `at ${dueAt.slice(11, 16)}, with whatever else changes until then`,
      digest: `at ${dueAt.slice(11, 16)}`,
    };
    return palette.dim(
      `Owed: ${channel === 'email' ? 'an e-mail' : 'a text'} to ${editions.join(', ')}, ${when[how]}.`,
    );
  });
}

/** A message as its reader sees it, in a frame. Machine events go to programs and are not shown. */
export function tellMessage({ message, at }: Sent, watchlist: Watchlist, out: Output): void {
  if (message.channel === 'events') return;
  const palette = createColors(out.colour);
  const names = message.editions.map((id) => watchlist.editions[id]?.name ?? id).join(', ');
  const kind = message.channel === 'email' ? 'e-mail' : 'text message';
  const top = `┌─ ${kind} at ${at.slice(11, 16)} to “${names}”`;
  const text =
    message.channel === 'email' ? `${message.subject}\n\n${message.body.trimEnd()}` : textOf(message, watchlist);
  const lines = wrapAnsi(text, out.width - 4, { trim: false }).split('\n');
  print(
    out,
    palette.cyan(top),
    ...lines.map((line, index) => `${palette.cyan('│')} ${index === 0 ? palette.bold(line) : line}`.trimEnd()),
    palette.cyan('└─'),
    '',
  );
}

function textOf(message: Message, watchlist: Watchlist): string {
  const text = `${smsPrefix(watchlist.messages.senderName)}${message.body}`;
  const { segments, units } = smsSize(text);
  return `${text}\n(${segments === 1 ? '1 segment' : `${segments} segments`}, ${units} characters)`;
}

export async function tellEnd(store: LocalStore, out: Output): Promise<void> {
  const palette = createColors(out.colour);
  const messages = await readdir(store.outboxFolder);
  const count = (ending: string) => messages.filter((name) => name.endsWith(ending)).length;
  print(
    out,
    rule('the end', out),
    `${count('.eml')} e-mails and ${count('.sms.txt')} texts, as files:  ${palette.bold(`${store.outboxPath}/`)}`,
    `every revision and page, to be audited:  ${palette.bold(`${store.path}/revisions/  ${store.path}/pages/`)}`,
    '',
    palette.dim(`In your browser:        npm run -s stop-press -- serve --store ${store.path}`),
  );
}

const rule = (title: string, out: Output): string => {
  const line = `── ${title} `;
  return createColors(out.colour).bold(line.padEnd(out.width, '─'));
};

async function countChangedLines(path: string): Promise<number> {
  const lines = new Set((await readFile(path, 'utf8')).split('\n'));
  const before = linesBefore;
  linesBefore = lines;
  return lines.size - lines.intersection(before).size;
}
