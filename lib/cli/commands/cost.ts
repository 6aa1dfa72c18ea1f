/** `stop-press cost`: what a month of a watchlist would cost on AWS, and on what that rests. */
import type { Command } from 'commander';
import {
  ASSUMPTIONS,
  count,
  describeMonth,
  describeTooMuch,
  dollars,
  estimateMonth,
  PRICES,
  PRICES_OF,
  totalOf,
  type Line,
} from '../../cost/index.ts';
import { print, printJson, type Session } from '../session.ts';
import { loadWatchlist, WATCHLIST_FILE } from '../watchlist-option.ts';

const GROUPS = {
  watching: 'Watching',
  alarms: 'Metrics, alarms and the dashboard, whatever is watched',
  messages: 'Messages',
} as const satisfies Record<Line['group'], string>;

export function addCost(program: Command, session: Session): void {
  program
    .command('cost')
    .description('estimate what a month of a watchlist costs on AWS, with the assumptions')
    .argument('[file]', 'the watchlist', WATCHLIST_FILE)
    .option('--json', 'print the estimate as JSON')
    .addHelpText('after', '\nExample:\n  stop-press cost new-watchlist.yaml')
    .action(async (file: string, options: { json?: true }) => {
      const month = estimateMonth(await loadWatchlist(file, session));
      if (options.json) return printJson(session.out, { pricesOf: PRICES_OF, assumptions: ASSUMPTIONS, ...month });
      print(session.out, `${describeMonth(month)}.`, '', row('', 'quantity', 'list', 'free tier', ''));
      for (const [group, title] of Object.entries(GROUPS)) {
        const lines = month.lines.filter((line) => line.group === group);
        const [list, free] = [totalOf(lines, 'usd'), totalOf(lines, 'usdAfterFree')];
        print(session.out, row(title, '', dollars(list), dollars(free), ''));
        for (const { what, quantity, usd, usdAfterFree } of lines) {
          const { usd: price, per, unit } = PRICES[what];
          const each = `$${price} per ${per === 1 ? '' : `${count(per)} × `}${unit}`;
          print(session.out, row(`  ${what}`, count(quantity), dollars(usd), dollars(usdAfterFree), each));
        }
      }
      print(session.out, '', `Prices of ${PRICES_OF}, before tax. Texts differ by country. It was assumed:`);
      for (const [name, value] of Object.entries(ASSUMPTIONS)) print(session.out, `  ${name} ${value}`);
      for (const warning of describeTooMuch(month)) print(session.log, `Warning: ${warning}.`);
    });
}

const row = (what: string, quantity: string, list: string, free: string, price: string): string =>
  `${what.padEnd(18)} ${quantity.padStart(14)} ${list.padStart(10)} ${free.padStart(10)}  ${price}`.trimEnd();
