/** The pages of docs/ that are written from the code, as they ought to stand. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { commandsReference } from './commands.ts';
import { kindsReference } from './kinds.ts';
import { watchlistReference } from './watchlist.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Path and text of each. */
export async function generatedPages(): Promise<readonly (readonly [string, string])[]> {
  const pages = [
    ['docs/kinds-and-severities.md', kindsReference()],
    ['docs/watchlist.md', watchlistReference()],
    ['docs/commands.md', await commandsReference()],
  ] as const;
  const options = { ...(await resolveConfig(join(ROOT, 'package.json'))), parser: 'markdown' };
  return Promise.all(pages.map(async ([path, text]) => [join(ROOT, path), await format(text, options)] as const));
}

export const currentText = (path: string): Promise<string> => readFile(path, 'utf8');
