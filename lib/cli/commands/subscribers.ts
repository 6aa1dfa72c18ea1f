/** `stop-press subscribers`: makes the topics match the watchlist, and shows what an edition would have had. */
import type { Command } from 'commander';
import {
  planSubscriptions,
  previewEditions,
  rememberSubscriptions,
  subscriberKey,
  type Lapse,
  type SubscriptionPlan,
} from '../../deliver/index.ts';
import { StoreError } from '../../errors.ts';
import { createLedger, readRemembered, writeRemembered } from '../../record/index.ts';
import { headlineOf, severityOf } from '../../revision.ts';
import { openExistingStore, storeOption } from '../local-store.ts';
import { print, printJson, type Session } from '../session.ts';
import { readStackOutputs, snsOf, stackOption, topicsOf } from '../stack-outputs.ts';
import { loadWatchlist, WATCHLIST_FILE, watchlistOption } from '../watchlist-option.ts';

/** So many alerts show what an edition is like. */
const PREVIEWED = 100;

export function addSubscribers(program: Command, session: Session): void {
  const subscribers = program
    .command('subscribers')
    .description('subscribe people as the watchlist says, and see what each edition would get')
    .helpCommand(false)
    .addHelpText('after', '\nExamples:\n  stop-press subscribers sync --dry-run\n  stop-press subscribers preview');

  subscribers
    .command('sync')
    .description('make the topics match the watchlist, and report who is pending, has lapsed or is unknown')
    .addOption(watchlistOption('the watchlist').default(WATCHLIST_FILE))
    .addOption(stackOption())
    .option('--dry-run', 'say what would be done, and do nothing')
    .option('--again <address...>', 'ask these once more, though they had left or not confirmed')
    .option('--json', 'print the plan as JSON')
    .addHelpText('after', '\nExamples:\n  stop-press subscribers sync --dry-run\n  stop-press subscribers sync')
    .action(async (options: SyncOptions) => {
      const watchlist = await loadWatchlist(options.watchlist, session);
      const outputs = await readStackOutputs(options.stack, session);
      const { applyPlan, listSubscriptions, subscribeOnce } = await import('../../adapters/sns-subscriptions.ts');
      const [client, topics] = [await snsOf(outputs), topicsOf(outputs)];
      const { state } = (await openExistingStore(outputs.Store, session)).stores;
      const remembered = await readRemembered(state);
      const again = new Set((options.again ?? []).flatMap((address) => keysOf(address)));
      const existing = await listSubscriptions(client, topics);
      const plan = planSubscriptions(watchlist, existing, remembered, again);
      if (!options.dryRun) {
        await applyPlan(client, topics, plan);
        const outcome = await writeRemembered(state, rememberSubscriptions(watchlist, existing, remembered, { again }));
        if (outcome === 'lost')
          throw new StoreError('Another sync is under way; run this one again', 'the state of the subscribers');
      }
      const { alarms } = watchlist.operator;
      const asked =
        alarms === undefined || options.dryRun ? null : await subscribeOnce(client, outputs.OperatorsTopicArn, alarms);
      if (options.json) return printJson(session.out, plan);
      printPlan(plan, options.dryRun === true, session);
      if (alarms === undefined) print(session.log, 'Nobody hears of alarms: name an address as operator.alarms');
      if (asked === 'asked' || asked === 'pending')
        print(session.out, `alarms go to ${alarms} once the e-mail from Amazon there is confirmed`);
    });

  subscribers
    .command('preview')
    .description(`show which of the last ${PREVIEWED} alerts each edition would have had`)
    .addOption(watchlistOption('the watchlist').default(WATCHLIST_FILE))
    .addOption(storeOption())
    .option('--json', 'print them as JSON')
    .addHelpText('after', '\nExample:\n  stop-press subscribers preview --watchlist new-watchlist.yaml')
    .action(async (options: { watchlist: string; store: string; json?: true }) => {
      const watchlist = await loadWatchlist(options.watchlist, session);
      const { stores } = await openExistingStore(options.store, session);
      const ledger = createLedger(stores);
      const alertable = [];
      for await (const articleId of ledger.articleIds()) {
        for await (const { revision } of ledger.history(articleId)) {
          const severity = severityOf(revision);
          if (revision.number > 1 && severity !== 'none' && severity !== 'cosmetic') alertable.push(revision);
        }
      }
      const last = alertable.sort((a, b) => (a.fetchedAt < b.fetchedAt ? 1 : -1)).slice(0, PREVIEWED);
      const editions = previewEditions(watchlist, last);
      if (options.json) return printJson(session.out, editions);
      for (const { edition, would } of editions) {
        print(session.out, `${edition}: ${would.length} of the last ${last.length}`);
        for (const { revision, routed } of would) {
          const channels = [...new Set(routed.map(({ channel }) => channel))].join(', ');
          const when = `${revision.fetchedAt.slice(0, 10)} ${revision.fetchedAt.slice(11, 16)}`;
          print(
            session.out,
            `  ${when}  ${severityOf(revision).padEnd(7)}  ${channels.padEnd(18)}  ${headlineOf(revision)}`,
          );
        }
      }
    });
}

type SyncOptions = {
  readonly watchlist: string;
  readonly stack: string;
  readonly dryRun?: true;
  readonly again?: readonly string[];
  readonly json?: true;
};

/** An address alone does not say its channel. */
const keysOf = (address: string): readonly string[] =>
  (['email', 'sms', 'events'] as const).map((channel) => subscriberKey(channel, address));

function printPlan(plan: SubscriptionPlan, isDryRun: boolean, session: Session): void {
  const groups = [
    [isDryRun ? 'would be subscribed' : 'subscribed', plan.subscribe],
    [isDryRun ? 'would get other editions' : 'get other editions', plan.refilter],
    [isDryRun ? 'would be unsubscribed' : 'unsubscribed', plan.unsubscribe],
    ['waiting for their confirmation', plan.pending],
    ['lapsed; --again ADDRESS asks once more', plan.lapsed],
    ['unknown: not of this watchlist, and left alone', plan.unknown],
  ] as const;
  for (const [what, subscriptions] of groups) {
    if (subscriptions.length === 0) continue;
    print(session.out, `${subscriptions.length} ${what}`);
    for (const subscription of subscriptions) {
      const why = 'why' in subscription ? `  ${LAPSES[subscription.why]}` : '';
      print(session.out, `  ${subscription.channel.padEnd(6)}  ${subscription.endpoint}${why}`);
    }
  }
  if (groups.every(([, subscriptions]) => subscriptions.length === 0)) {
    print(session.out, 'The topics match the watchlist.');
  }
}

const LAPSES = {
  left: 'left by the link in an e-mail',
  'opted-out': 'answered STOP; only START from that phone undoes it',
  deactivated: 'was confirmed, and SNS has cut it off',
  gone: 'left, or let the 48 hours to confirm pass',
} as const satisfies Record<Lapse, string>;
