/**
 * The pictures of the README: the fixtures replayed, reported and photographed, as a reader would see them.
 * `node tests/browser/screenshots.ts` writes docs/images/.
 */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { cli } from '../cli/run-cli.ts';
import { launchChromium } from './browser.ts';

type Picture = {
  readonly name: string;
  /** Inside the report; `*` stands for the one article of that publication with several revisions. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
};

const PUBLICATION = 'harbour-ledger-example';
const PICTURES: readonly Picture[] = [
  { name: 'revision', path: 'articles/*/00002.html', width: 1000, height: 860, colorScheme: 'light' },
  { name: 'revision-phone', path: 'articles/*/00005.html', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'timeline', path: 'articles/*/index.html', width: 1000, height: 900, colorScheme: 'light' },
  { name: 'overview', path: 'index.html', width: 1000, height: 900, colorScheme: 'light' },
];

const images = join(import.meta.dirname, '../../docs/images');
const root = await mkdtemp(join(tmpdir(), 'stop-press-pictures-'));
// Those that were over by the day the command line takes it to be: an overview shows nothing of the future.
const series = ['cannery-fire', 'dam-talks', 'museum-loan', 'zugunglueck'].map((name) =>
  join(import.meta.dirname, '../fixtures/series', name),
);
await cli(['replay', ...series, '--store', join(root, 'store')]);
await cli(['report', join(root, 'site'), '--store', join(root, 'store')]);
await mkdir(images, { recursive: true });
const browser = await launchChromium();
try {
  for (const picture of PICTURES) await take(picture, browser);
} finally {
  await browser.close();
  await rm(root, { recursive: true });
}

async function take({ name, path, width, height, colorScheme }: Picture, from: Browser): Promise<void> {
  const page = await from.newPage({ viewport: { width, height }, colorScheme, deviceScaleFactor: 1 });
  await page.goto(pathToFileURL(join(root, 'site', path.replace('*', await mostRevised()))).href);
  const file = join(images, `${name}.png`);
  await page.screenshot({ path: file });
  console.log(`${file}: ${Math.round((await stat(file)).size / 1024)} KB`);
}

async function mostRevised(): Promise<string> {
  const articles = (await readdir(join(root, 'site/articles'))).filter((id) => id.startsWith(PUBLICATION));
  const sizes = await Promise.all(articles.map(async (id) => (await readdir(join(root, 'site/articles', id))).length));
  return articles[sizes.indexOf(Math.max(...sizes))] ?? '';
}
