/** A month's cost in words: one line for synth, and the warnings that belong to it. */
import { PRICES_OF } from './prices.ts';
import type { Line, MonthlyCost } from './estimate.ts';

export const dollars = (usd: number): string => `$${usd.toFixed(2)}`;

export const totalOf = (lines: readonly Line[], of: 'usd' | 'usdAfterFree', group?: Line['group']): number =>
  lines.reduce((sum, line) => (group === undefined || line.group === group ? sum + line[of] : sum), 0);

/** One line, without its end. */
export function describeMonth({ lines, followed, checks }: MonthlyCost): string {
  const [least, most] = [dollars(totalOf(lines, 'usdAfterFree')), dollars(totalOf(lines, 'usd'))];
  const watched = `${count(followed)} articles, ${count(checks)} checks`;
  return `About ${least} a month with the free tier, ${most} without (${watched}; prices of ${PRICES_OF})`;
}

/** One line for each publication that asks for more than politeness allows. */
export const describeTooMuch = ({ tooMuch }: MonthlyCost): readonly string[] =>
  tooMuch.map(
    ({ publication, checksADay, capacityADay }) =>
      `${publication} asks for ${count(checksADay)} checks a day, and one request at a time with its delay allows ${count(capacityADay)}: ` +
      'the rest will come late. Lower maxArticles, slow its cadence or shorten its delay',
  );

export const count = (quantity: number): string =>
  quantity < 10 ? String(Number(quantity.toFixed(1))) : Math.round(quantity).toLocaleString('en-GB');
