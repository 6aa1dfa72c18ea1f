/** Every kind of page in a real browser: three widths, both colour schemes, right to left, and text that attacks. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { examplePages } from './example-pages.ts';

const WIDTHS = [360, 768, 1440];
const SCHEMES = ['light', 'dark'] as const;
const ORIGIN = 'https://pages.test';
const pages = examplePages();

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

type Seen = { readonly page: Page; readonly problems: readonly string[]; readonly requests: readonly string[] };

/** Opens a page as a server with no other pages would send it, and notes whatever it complains of or asks for. */
async function open(name: string, width: number, colorScheme: (typeof SCHEMES)[number]): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: false });
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('dialog', (dialog) => problems.push(`a dialog: ${dialog.message()}`));
  await context.route('**/*', (route) => {
    requests.push(route.request().url());
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: pages[name] ?? '' });
  });
  await page.goto(`${ORIGIN}/${name}`);
  return { page, problems, requests };
}

const cases = Object.keys(pages).flatMap((name) =>
  WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [name, width, scheme] as const)),
);

describe.each(cases)('%s, %i wide, %s', (name, width, scheme) => {
  test('asks for nothing, complains of nothing, fits its width, and axe finds nothing', async () => {
    const { page, problems, requests } = await open(name, width, scheme);
    expect(requests).toEqual([`${ORIGIN}/${name}`]);
    expect(await inPage<number>(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(problems).toEqual([]);

    const found = await audit(page);
    expect(found).toEqual([]);
    await page.context().close();
  });
});

/** Code for the page is a string: the rest of the project knows no document, and shall not. */
const inPage = <T>(page: Page, code: string): Promise<T> => page.evaluate<T>(code);

async function audit(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await inPage<axe.AxeResults>(page, `axe.run(document, { resultTypes: ['violations'] })`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

test('hostile text is shown as text', async () => {
  const { page } = await open('revision-hostile', 768, 'light');
  expect(await page.title()).not.toBe('owned');
  expect(await page.locator('script, img, base').count()).toBe(0);
  expect(await page.locator('h1').innerText()).toContain('<script>document.title=');
  expect(await page.locator('h1').innerText()).toContain('⟦U+202E⟧');
  expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
});

test('a reader with a keyboard reaches the text past the way back, and opens a fold', async () => {
  const { page } = await open('revision', 768, 'light');
  await page.keyboard.press('Tab');
  expect(await inPage(page, 'document.activeElement.textContent')).toBe('Skip to the page');
  const summary = page.locator('.fold > summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.fold').first().getAttribute('open')).not.toBeNull();
});

test('a link to a folded paragraph opens the fold', async () => {
  const { page } = await open('revision', 768, 'light');
  await inPage(page, `location.hash = '#p1'`);
  await page.waitForFunction(`document.querySelector('.fold').hasAttribute('open')`);
});

test('a right-to-left text begins at the right, its frame at the left', async () => {
  const { page } = await open('revision-rtl', 768, 'light');
  const style = `getComputedStyle(document.querySelector('.text .edited'))`;
  const sides = await inPage(
    page,
    `[${style}.direction, ${style}.borderRightStyle, getComputedStyle(document.body).direction]`,
  );
  expect(sides).toEqual(['rtl', 'solid', 'ltr']);
});

test('marks are told to a screen reader, and do not rest on colour', async () => {
  const { page } = await open('revision', 768, 'light');
  const style = (selector: string, pseudo?: string): string =>
    `getComputedStyle(document.querySelector('${selector}')${pseudo === undefined ? '' : `, '${pseudo}'`})`;
  const told = await inPage(
    page,
    `[${style('.text del', '::before')}.content, ${style('.text ins', '::before')}.content,
      ${style('.text del')}.textDecorationLine, ${style('.text ins')}.textDecorationLine]`,
  );
  expect(told).toEqual(['" [removed: "', '" [added: "', 'line-through', 'underline']);
});

test('on paper the page is black on white, without what only a screen needs', async () => {
  const { page } = await open('revision', 768, 'dark');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.pager').isVisible()).toBe(false);
  expect(await inPage(page, 'getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)');
});
