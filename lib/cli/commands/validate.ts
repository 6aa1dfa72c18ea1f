/** `stop-press validate`: checks a watchlist before it is deployed, or prints the schema that editors check it with. */
import type { Command } from 'commander';
import { watchlistJsonSchema } from '../../watchlist-schema.ts';
import type { Watchlist } from '../../watchlist.ts';
import { counted } from '../counted.ts';
import { print, printJson, type Session } from '../session.ts';
import { loadWatchlist, WATCHLIST_FILE } from '../watchlist-option.ts';

export function addValidate(program: Command, session: Session): void {
  program
    .command('validate')
    .description('check a watchlist: every problem with its line and the remedy')
    .argument('[file]', 'the watchlist', WATCHLIST_FILE)
    .option('--schema', 'print the JSON Schema for your editor instead')
    .option('--json', 'print the watchlist as understood, with all defaults')
    .addHelpText('after', '\nExamples:\n  stop-press validate\n  stop-press validate --schema > watchlist.schema.json')
    .action(async (file: string, options: { schema?: true; json?: true }) => {
      if (options.schema) return printJson(session.out, watchlistJsonSchema());
      const watchlist = await loadWatchlist(file, session);
      if (options.json) return printJson(session.out, watchlist);
      print(session.out, `${file} is fine: ${contentsOf(watchlist)}.`);
    });
}

function contentsOf({ publications, editions }: Watchlist): string {
  const subscribers = Object.values(editions).flatMap(({ subscribers: { email, sms, events } }) => [
    ...email,
    ...sms,
    ...events,
  ]);
  return [
    counted(Object.keys(publications).length, 'publication'),
    counted(Object.keys(editions).length, 'edition'),
    counted(new Set(subscribers).size, 'subscriber'),
  ].join(', ');
}
