/**
 * What a month of a watchlist costs on AWS.
 *
 *  1. A publication has so many articles of each age; the cadence says how often each is checked.
 *  2. Checks of one publication wait for each other, those of twenty side by side do not: a message's seconds are those of its slowest.
 *  3. What has the same answer as last time costs reads of the roster; only a revision writes to the ledger.
 *  4. Messages and alarms stand apart: they do not grow with what is watched, but with who is told.
 *  5. Nothing is looked up: the prices are one dated table (prices.ts), the rest is in sight (assumptions.ts).
 */
export { ASSUMPTIONS, type Assumptions } from './assumptions.ts';
export { estimateMonth, STACK_COUNTS, type Line, type MonthlyCost } from './estimate.ts';
export { MEMORY_MIB, visitMemoryMiB } from './memory.ts';
export { loadOf, type Load } from './load.ts';
export { PRICES, PRICES_OF, type Priced } from './prices.ts';
export { count, describeMonth, describeTooMuch, dollars, totalOf } from './describe.ts';
