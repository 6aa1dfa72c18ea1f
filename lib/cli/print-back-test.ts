/** A back-test for a reader: a line for each edition, and what was left untold. */
import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Suppression } from '../revision.ts';
import type { BackTest } from './back-test.ts';
import { counted } from './counted.ts';
import type { Accuracy } from './labels.ts';
import { print, type Output } from './session.ts';

export function printBackTest(path: string, found: BackTest, output: Output): void {
  const palette = createColors(output.colour);
  const { articles, fetches, days, editions, untold, heldBack, quiet } = found;
  const cells = Math.max(8, ...editions.map(({ name }) => name.length));
  print(
    output,
    '',
    palette.bold(
      `${path}: ${counted(articles, 'article')}, ${counted(fetches, 'fetch', 'fetches')}, ${counted(days, 'day')}`,
    ),
    palette.dim(`  ${'edition'.padEnd(cells)}  e-mails  texts  a day  most in a day`),
    ...editions.map(({ name, emails, texts, perDay, byDay }) =>
      [
        `  ${name.padEnd(cells)}`,
        String(emails).padStart(7),
        String(texts).padStart(5),
        perDay.toFixed(1).padStart(5),
        busiestOf(byDay),
      ].join('  '),
    ),
    ...reasons('  Recorded, and nobody told:', inWords(untold), output),
    ...reasons('  Owed, and held back:', inWords(heldBack), output),
    ...reasons('  No revision:', quiet, output),
  );
}

/** Which fetches one watchlist tells of and the other does not. */
export function printDifference(
  before: { readonly path: string; readonly found: BackTest },
  after: { readonly path: string; readonly found: BackTest },
  output: Output,
): void {
  const onlyIn = (one: BackTest, other: BackTest) =>
    Object.keys(one.told).filter((name) => other.told[name] === undefined);
  print(output, '');
  for (const [{ path, found }, other] of [
    [before, after],
    [after, before],
  ] as const) {
    const names = onlyIn(found, other.found);
    print(
      output,
      `Told by ${path} alone: ${names.length === 0 ? 'nothing' : names.length}`,
      ...names.map((name) => `  ${name}`),
    );
  }
}

export function printAccuracy({ labelled, precision, recall, falseAlerts, missed }: Accuracy, output: Output): void {
  const share = (value: number | null) => (value === null ? 'none' : `${(value * 100).toFixed(1)} %`);
  print(
    output,
    '',
    `Of ${counted(labelled, 'labelled fetch', 'labelled fetches')}: precision ${share(precision)}, recall ${share(recall)}`,
    ...falseAlerts.map((name) => `  false alert  ${name}`),
    ...missed.map((name) => `  missed       ${name}`),
  );
}

function busiestOf(byDay: Readonly<Record<string, number>>): string {
  const [busiest] = Object.entries(byDay).toSorted(([, a], [, b]) => b - a);
  return busiest === undefined ? '–' : `${busiest[1]} on ${busiest[0]}`;
}

const inWords = (counts: Readonly<Partial<Record<Suppression, number>>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).map(([why, count]) => [WORDS[why as Suppression], count]));

const WORDS = {
  'first-sighting': 'seen for the first time',
  cosmetic: 'cosmetic',
  'no-edition': 'that no edition asks for',
  'no-subscriber': 'of editions without a subscriber',
  muted: 'of muted articles',
  shadow: 'of publications in shadow',
  'too-old': 'too old to send',
  returned: 'taken back before they were told',
  'already-told': 'told already',
  'daily-cap': 'kept for the last text of the day',
} as const satisfies Record<Suppression, string>;

function reasons(title: string, counts: Readonly<Record<string, number>>, output: Output): readonly string[] {
  const told = Object.entries(counts).map(([reason, count]) => `${count} ${reason}`);
  if (told.length === 0) return [];
  return [wrapAnsi(`${title} ${told.join(', ')}`, output.width, { trim: false }).replaceAll('\n', '\n    ')];
}
