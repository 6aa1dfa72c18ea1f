/**
 * Saved pages as the fetches they were. A folder that holds pages is one article, its files in the order of their names the
 * successive fetches; folders may stand inside folders. Pages named one by one are one article too.
 */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import { HOUR_MS, plusMilliseconds } from '../instant.ts';
import type { FetchOutcome } from '../page.ts';
import type { SavedFetch } from '../replay.ts';
import { asConfigError } from './input-file.ts';
import { addressOf, isSavedPage, nowhere, readSavedPage, type SavedPage } from './saved-page.ts';
import { isAddress } from './web-address.ts';

/** Successive fetches of one article, oldest first. */
export type Series = { readonly name: string; readonly url: string; readonly saves: readonly Save[] };
export type Save = { readonly path: string; readonly name: string; readonly at: string };

/** Throws `ConfigError` where a path holds no pages or one of them cannot be read. */
export async function readSeries(paths: readonly string[], cwd: string): Promise<readonly Series[]> {
  const loose: string[] = [];
  const groups: (readonly string[])[] = [];
  for (const path of paths) {
    if (await isFolder(path, cwd)) groups.push(...(await pagesByFolder(path, cwd)));
    else loose.push(path);
  }
  if (loose.length > 0) groups.unshift(loose);
  if (groups.length === 0) throw new ConfigError(`${paths.join(', ')}: no saved pages here (.html, .htm or .html.gz)`);
  const series: Series[] = [];
  // One after the other: thousands of folders at once are more files than a process may hold open.
  for (const group of groups) series.push(await oneSeries(group, cwd));
  return series;
}

/** The save as the pipeline sees it. The bytes are read when they are asked for. */
export const savedFetch = (series: Series, save: Save, publicationId: string, cwd: string): SavedFetch => ({
  publicationId,
  url: series.url,
  at: save.at,
  name: save.name,
  fetch: async () => outcomeOf(await readSavedPage(save.path, cwd), series.url, save.at),
});

async function isFolder(path: string, cwd: string): Promise<boolean> {
  if (isAddress(path))
    throw new ConfigError(`${path}: replay takes saved pages; stop-press extract and diff take addresses`);
  try {
    return (await stat(resolve(cwd, path))).isDirectory();
  } catch (error) {
    throw asConfigError(error, path);
  }
}

async function pagesByFolder(folder: string, cwd: string): Promise<readonly (readonly string[])[]> {
  const entries = (await entriesOf(folder, cwd)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const pages = entries
    .filter((entry) => entry.isFile() && isSavedPage(entry.name))
    .map(({ name }) => join(folder, name));
  const inside: (readonly string[])[] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) inside.push(...(await pagesByFolder(join(folder, entry.name), cwd)));
  }
  return pages.length > 0 ? [pages, ...inside] : inside;
}

async function entriesOf(folder: string, cwd: string) {
  try {
    return await readdir(resolve(cwd, folder), { withFileTypes: true });
  } catch (error) {
    throw asConfigError(error, folder);
  }
}

async function oneSeries(paths: readonly string[], cwd: string): Promise<Series> {
  const saves: Save[] = [];
  let url: string | null = null;
  for (const path of paths) {
    const page = await readSavedPage(path, cwd);
    url ??= addressOf(page);
    const previous = saves.at(-1);
    const at = page.at ?? (previous ? plusMilliseconds(previous.at, STEP_MS) : await modifiedAt(path, cwd));
    saves.push({ path, name: nameOf(path), at });
  }
  const name = basename(dirname(resolve(cwd, paths[0] ?? '')));
  return { name, url: url ?? nowhere(name), saves };
}

/** A save whose time nobody wrote down came this long after the one before it. */
const STEP_MS = HOUR_MS;

const nameOf = (path: string): string => basename(path).replace(/\.x?html?(\.gz)?$/i, '');

const modifiedAt = async (path: string, cwd: string): Promise<string> =>
  (await stat(resolve(cwd, path))).mtime.toISOString();

/** What a server's answer means, as the HTTP client would have told it. */
function outcomeOf(page: SavedPage, requestedUrl: string, fetchedAt: string): FetchOutcome {
  const { status, headers, body } = page;
  const validators = { etag: headers['etag'] ?? null, lastModified: headers['last-modified'] ?? null };
  if (status === 304) return { kind: 'not-modified', fetchedAt, validators };
  if (status === 404) return { kind: 'missing', status, fetchedAt };
  if (status === 410 || status === 451) return { kind: 'gone', status, fetchedAt };
  if (status >= 400 && status < 500) return { kind: 'blocked', status, fetchedAt, retryAfterSeconds: null };
  if (status >= 300) {
    const why = status >= 500 ? 'server-error' : 'malformed';
    return { kind: 'failed', why, detail: `HTTP ${status}`, status, fetchedAt, retryAfterSeconds: null };
  }
  const url = page.url ?? requestedUrl;
  const redirects = url === requestedUrl ? [] : [{ status: 301, url }];
  const contentType = headers['content-type'] ?? null;
  return { kind: 'page', page: { url, requestedUrl, status, contentType, validators, body, fetchedAt, redirects } };
}
