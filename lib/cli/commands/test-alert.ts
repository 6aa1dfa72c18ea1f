/** `stop-press test-alert`: one message through the real topics, to see that it arrives. */
import { randomUUID } from 'node:crypto';
import { Option, type Command } from 'commander';
import { ConfigError } from '../../errors.ts';
import { nearestName } from '../../nearest-name.ts';
import { renderTest } from '../../render/messages/index.ts';
import { CHANNELS, type Channel } from '../../revision.ts';
import { print, printJson, type Session } from '../session.ts';
import { readStackOutputs, snsOf, stackOption, topicsOf } from '../stack-outputs.ts';
import { loadWatchlist, WATCHLIST_FILE, watchlistOption } from '../watchlist-option.ts';

export function addTestAlert(program: Command, session: Session): void {
  program
    .command('test-alert')
    .description('send the subscribers of an edition one test message through the real topics')
    .argument('<edition>', 'the edition’s id in the watchlist')
    .addOption(new Option('--channel <channel>', 'one channel only').choices(CHANNELS))
    .addOption(watchlistOption('the watchlist').default(WATCHLIST_FILE))
    .addOption(stackOption())
    .option('--json', 'print what SNS answered as JSON')
    .addHelpText('after', '\nExample:\n  stop-press test-alert world-desk --channel email')
    .action(async (id: string, options: { channel?: Channel; watchlist: string; stack: string; json?: true }) => {
      const { editions } = await loadWatchlist(options.watchlist, session);
      const edition = editions[id];
      if (edition === undefined) {
        const near = nearestName(id, Object.keys(editions));
        throw new ConfigError(
          `There is no edition ${id} in ${options.watchlist}${near === null ? '' : `; did you mean ${near}?`}`,
        );
      }
      const outputs = await readStackOutputs(options.stack, session);
      const { createSnsPublish } = await import('../../adapters/sns.ts');
      const publish = createSnsPublish(await snsOf(outputs), topicsOf(outputs));
      const channels = CHANNELS.filter((channel) =>
        options.channel === undefined ? edition.subscribers[channel].length > 0 : channel === options.channel,
      );
      if (channels.length === 0)
        throw new ConfigError(`Nobody subscribes to the edition ${id}; name a --channel to send all the same`);
      const accepted: Partial<Record<Channel, string>> = {};
      for (const channel of channels) {
        const at = session.now().toISOString();
        const message = renderTest({
          messageId: `test-${randomUUID()}`,
          channel,
          edition: { id, name: edition.name },
          at,
        });
        const { providerId } = await publish(message);
        accepted[channel] = providerId;
        if (!options.json) print(session.out, `${channel.padEnd(6)}  accepted by SNS as ${providerId}`);
      }
      if (options.json) printJson(session.out, accepted);
    });
}
