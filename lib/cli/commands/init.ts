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
    .description('write a commented watchlist to start from')
    .argument('[file]', 'where to write it; never over a file that is there', WATCHLIST_FILE)
    .addHelpText('after', '\nExample:\n  stop-press init && stop-press validate')
    .action(async (file: string) => {
      const path = resolve(session.cwd, file);
      const schema = join(dirname(path), 'watchlist.schema.json');
      await writeNew(path, file, STARTER_WATCHLIST);
      await writeFile(schema, `${JSON.stringify(watchlistJsonSchema(), null, 2)}\n`);
      print(
        session.out,
        `Wrote ${file}, and watchlist.schema.json beside it for your editor.`,
        'Next: put your publications in it (stop-press add URL finds their feeds), then stop-press validate.',
      );
    });
}

async function writeNew(path: string, file: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new ConfigError(`${file} is there already: name another file, or move it away`);
    }
    throw asConfigError(error, file);
  }
}
