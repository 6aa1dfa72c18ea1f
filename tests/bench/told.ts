/**
 * What a subscriber would be told of real pairs of pages, by us and by the ways of other watchers (peers/watchers.ts):
 *
 *   node tests/bench/told.ts FOLDER… [--show] [--figures FILE]
 *
 * A false alert: something is told of a pair whose article did not change. A miss: nothing is told of one that did. The size is that of the
 * message: ours is the whole e-mail.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isAtLeast } from '../../lib/change.ts';
import { compareArticles } from '../../lib/compare/index.ts';
import { renderAlert } from '../../lib/render/messages/index.ts';
import { median, writeFindings, type Figure } from './figures.ts';
import { alertOf, articleOf, pageOf, readPairs, type Pair, type SavedPage } from './pairs.ts';

type Tell = (pair: Pair, before: SavedPage, after: SavedPage) => string | null;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false }, figures: { type: 'string' } },
});

const ours: Tell = (pair, before, after) => {
  const [one, other] = [articleOf(before), articleOf(after)];
  if (one === null || other === null) return null;
  const comparison = compareArticles(one, other);
  if (!isAtLeast(comparison.severity, 'minor')) return null;
  const { subject, body } = renderAlert(alertOf(pair, one, other, comparison), {
    senderName: 'StopPress',
    smsSegments: 1,
  });
  return `${subject}\n${body}`;
};

/** Installed apart, and named by a path the type checker does not follow. */
async function loadWatchers(): Promise<readonly (readonly [string, Tell])[]> {
  if (!existsSync(new URL('peers/node_modules', import.meta.url))) return [];
  const path = new URL('peers/watchers.ts', import.meta.url).href;
  type Page = { readonly url: string; readonly html: string };
  const { watchers } = (await import(path)) as {
    watchers: readonly (readonly [string, (before: Page, after: Page) => string | null])[];
  };
  const asHtml = ({ url, body }: SavedPage): Page => ({
    url,
    html: typeof body === 'string' ? body : new TextDecoder().decode(body),
  });
  return watchers.map(([name, watch]) => [name, (_, before, after) => watch(asHtml(before), asHtml(after))] as const);
}

type Sum = { falseAlerts: number; missed: number; readonly changed: number[]; readonly noise: number[] };

const pairs = positionals.flatMap((folder) =>
  readPairs(folder)
    .filter(({ articleChanged }) => articleChanged !== null)
    .map((pair) => ({ pair, before: pageOf(folder, pair, 'before'), after: pageOf(folder, pair, 'after') })),
);
const unchanged = pairs.filter(({ pair }) => pair.articleChanged === false).length;
const changed = pairs.length - unchanged;

const sums = new Map<string, Sum>();
for (const [name, tell] of [['Stop Press', ours] as const, ...(await loadWatchers())]) {
  const sum: Sum = { falseAlerts: 0, missed: 0, changed: [], noise: [] };
  for (const { pair, before, after } of pairs) {
    const message = tell(pair, before, after);
    const verdict = judge(pair, message);
    if (verdict === 'false alert') sum.falseAlerts += 1;
    if (verdict === 'missed') sum.missed += 1;
    if (message !== null) (pair.articleChanged ? sum.changed : sum.noise).push(Buffer.byteLength(message));
    if (values.show && verdict !== 'right') console.log(`${name}: ${pair.id} ${verdict} (${pair.labels.join(', ')})`);
  }
  sums.set(name, sum);
}

function judge({ articleChanged }: Pair, message: string | null): 'right' | 'false alert' | 'missed' {
  if (articleChanged === true) return message === null ? 'missed' : 'right';
  return message === null ? 'right' : 'false alert';
}

const row = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(32) : cell.padStart(16))).join('');
console.log(`${pairs.length} pairs: ${changed} changed, ${unchanged} unchanged\n`);
console.log(row(['', 'false alerts', 'missed', 'bytes, median', 'bytes, most']));
for (const [name, sum] of sums) {
  const sizes = [...sum.changed, ...sum.noise];
  console.log(
    row([
      name,
      `${sum.falseAlerts} of ${unchanged}`,
      `${sum.missed} of ${changed}`,
      String(median(sizes)),
      String(Math.max(0, ...sizes)),
    ]),
  );
}

const figure = (what: string, unit: string, read: (sum: Sum) => number, aim?: Figure['aim']): Figure => {
  const { 'Stop Press': own = 0, ...peers } = Object.fromEntries([...sums].map(([name, sum]) => [name, read(sum)]));
  return { what, unit, ours: own, peers, ...(aim === undefined ? {} : { aim }) };
};
const byName = (read: (sum: Sum) => number) => Object.fromEntries([...sums].map(([name, sum]) => [name, read(sum)]));
const share = (part: number, whole: number): number => (100 * part) / Math.max(1, whole);
writeFindings(values.figures, {
  figures: [
    figure(`false alerts, of ${unchanged} pairs`, '', ({ falseAlerts }) => falseAlerts, { most: 0 }),
    figure(`changes missed, of ${changed} pairs`, '', ({ missed }) => missed, { most: 0 }),
    figure('size of a message, median', 'bytes', (sum) => median([...sum.changed, ...sum.noise])),
  ],
  charts: [
    {
      name: 'told',
      kind: 'bars',
      title: 'What a subscriber would be told of real pages',
      unit: '%',
      groups: [
        { label: 'unchanged articles, told', values: byName(({ falseAlerts }) => share(falseAlerts, unchanged)) },
        { label: 'changed articles, missed', values: byName(({ missed }) => share(missed, changed)) },
      ],
    },
  ],
});
