/**
 * Fetching, by these rules:
 *
 * 1. A publication is asked one thing at a time, with a pause between answers: its own crawl delay where that is longer.
 * 2. Its robots.txt is read first and obeyed, and where it cannot be read because the server is in trouble, nothing is asked.
 * 3. Pages are asked for conditionally: "only if it has changed since".
 * 4. What may pass (an overload, a cut connection) is tried again shortly, a little; what says no is not.
 * 5. A server that asks to be left alone for a time is, for up to a day.
 * 6. Every answer is a fact with its own name; none is an exception, and none but a whole, well-formed page is content.
 */
export { retryAfterSeconds } from './retry-after.ts';
export { politely, type PoliteFetch, type PoliteOptions } from './politely.ts';
