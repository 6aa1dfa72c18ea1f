/**
 * A saved page: the file as served, and beside it, where known, what HTTP said of it (`page.html` and
 * `page.response.json`, or one `response.json` for a folder with a single page).
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { ConfigError } from '../errors.ts';
import { extractArticle } from '../extract/index.ts';
import { readInputBytes, readInputText } from './input-file.ts';

const responseSchema = z.object({
  status: z.int().min(100).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** When it was fetched, ISO 8601. */
  at: z.iso.datetime({ offset: true }).optional(),
});

export type SavedPage = {
  readonly body: Uint8Array;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null where nothing beside the page says it. */
  readonly url: string | null;
  /** ISO 8601 UTC; null where neither the response nor a 14-digit time stamp in the file's name says it. */
  readonly at: string | null;
};

/** Throws `ConfigError` where the page or what stands beside it cannot be read. */
export async function readSavedPage(path: string, cwd: string): Promise<SavedPage> {
  const body = await readInputBytes(path, cwd);
  const response = await readResponse(path, cwd);
  return {
    body,
    status: response.status ?? 200,
    headers: Object.fromEntries(
      Object.entries(response.headers ?? {}).map(([name, text]) => [name.toLowerCase(), text]),
    ),
    url: response.url ?? null,
    at: response.at === undefined ? stampIn(path) : new Date(response.at).toISOString(),
  };
}

/** Where the page was found: as said beside it, else as it says itself, as most do; null where neither says it. */
export function addressOf({ url, body, headers }: SavedPage): string | null {
  if (url !== null) return url;
  const outcome = extractArticle({ url: nowhere('page'), body, contentType: headers['content-type'] });
  return outcome.kind === 'extracted' ? outcome.article.canonicalUrl : null;
}

/**
 * An address for a page of which nobody knows where it came from: links in it have to be resolved against something. It looks
 * like an article's, since an address that looks like a front page's would speak against the page.
 */
export const nowhere = (name: string): string => `https://saved-page.invalid/saved/${encodeURIComponent(name)}.html`;

export const isSavedPage = (name: string): boolean => /\.x?html?(\.gz)?$/i.test(name);

async function readResponse(path: string, cwd: string): Promise<z.infer<typeof responseSchema>> {
  const beside = [path.replace(/\.x?html?(\.gz)?$/i, '.response.json'), join(dirname(path), 'response.json')];
  const found = beside.find((candidate) => candidate !== path && existsSync(resolve(cwd, candidate)));
  if (found === undefined) return {};
  const text = await readInputText(found, cwd);
  const outcome = responseSchema.safeParse(parseJson(text, found));
  if (outcome.success) return outcome.data;
  const [issue] = outcome.error.issues;
  throw new ConfigError(`${found}: ${issue?.path.join('.')}: ${issue?.message}`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new ConfigError(`${path}: this is not JSON: ${error.message}`);
    throw error;
  }
}

/** `20260311180500` in a name, as web archives write the time of a capture. */
function stampIn(path: string): string | null {
  const stamp = /(?<!\d)(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?!\d)/.exec(path.split('/').at(-1) ?? '');
  if (stamp === null) return null;
  const [, year, month, day, hour, minute, second] = stamp;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
