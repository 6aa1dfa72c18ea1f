/** The process a bundled function runs in: as much of Lambda's contract as a handler can see. Started by start-function.ts. */
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const [bundle = '', haste = '1'] = process.argv.slice(2);
const { setTimeout: wait } = timers;
/** Politeness and pacing wait, and a day of it would take most of one. Requests and their time limits are not hurried. */
Object.assign(timers, { setTimeout: <T>(ms: number, value?: T) => wait(ms / Number(haste), value) });
syncBuiltinESMExports();

const { handler } = (await import(pathToFileURL(join(bundle, 'index.mjs')).href)) as {
  handler: (event: unknown, context: unknown) => Promise<unknown>;
};

const RealDate = Date;
let aheadMs = 0;
/** A day of scheduled time need not take a day. */
globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    super(given[0] ?? RealDate.now() + aheadMs);
  }
  static override now(): number {
    return RealDate.now() + aheadMs;
  }
} as DateConstructor;

export type Invocation = {
  readonly id: string;
  readonly event: unknown;
  readonly timeoutMs: number;
  /** What the clock shows, ISO 8601 UTC; the real time unless given. */
  readonly at: string | null;
};

process.on('message', ({ id, event, timeoutMs, at }: Invocation) => {
  aheadMs = at === null ? 0 : Date.parse(at) - RealDate.now();
  const endsAt = performance.now() + timeoutMs;
  const context = {
    awsRequestId: id,
    functionName: bundle,
    functionVersion: '$LATEST',
    memoryLimitInMB: '1024',
    getRemainingTimeInMillis: () => Math.max(0, endsAt - performance.now()),
  };
  handler(event, context).then(
    (result) => answer({ id, result }),
    (error: unknown) => answer({ id, error: error instanceof Error ? error.stack : String(error) }),
  );
});

function answer(what: object): void {
  process.send?.({ ...what, peakMiB: process.resourceUsage().maxRSS / 1024 });
}
process.send?.({ ready: true });
