/** `stop-press init`: a watchlist to start from, with its JSON Schema beside it. */
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ConfigError } from '../../errors.ts';
import { watchlistJsonSchema } from '../../watchlist-schema.ts';
import { asConfigError } from '../input-file.ts';
import { print, type Session } from '../session.ts';
import { STARTER_WATCHLIST } from '../starter-watchlist.ts';
import { WATCHLIST_FILE } from '../watchlist-option.ts';

export function addInit(program: Command, session: Session): void {
  program
    .command('init')
    .description('write a commented watchlist to start from, with its JSON Schema beside it')
    .argument('[file]', 'where to write it; never over a file that is there', WATCHLIST_FILE)
    .addHelpText('after', '\nExample:\n  stop-press init && stop-press validate')
    .action(async (file: string) => {
      const path = resolve(session.cwd, file);
      const schema = join(dirname(path), SCHEMA_FILE);
      await write(path, file, STARTER_WATCHLIST, 'wx');
      // Written again each time: it belongs to this version, not to whoever edits the watchlist.
      await write(schema, join(dirname(file), SCHEMA_FILE), `${JSON.stringify(watchlistJsonSchema(), null, 2)}\n`, 'w');
      print(
        session.out,
        `Wrote ${file}, and ${SCHEMA_FILE} beside it for your editor.`,
        `Next: put your publications in it (stop-press add URL finds their feeds), then stop-press validate ${file}`,
      );
    });
}

const SCHEMA_FILE = 'watchlist.schema.json';

async function write(path: string, name: string, text: string, flag: 'w' | 'wx'): Promise<void> {
  try {
    await writeFile(path, text, { flag });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new ConfigError(`${name} is there already: name another file, or move it away`);
    }
    throw asConfigError(error, name, 'make the folder first');
  }
}
