/** Runs a bundled function as Lambda would: a process of its own, its environment, one event at a time, a time limit. */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Invocation } from './runtime.ts';

export type RunningFunction = {
  /** What the handler answered. Rejects with what it threw, or when its time is over. */
  readonly invoke: (event: unknown, options?: { readonly at?: string }) => Promise<unknown>;
  /** Lines it logged, in order: JSON. */
  readonly logs: readonly string[];
  readonly stop: () => Promise<void>;
};

export type FunctionSetting = {
  /** The folder with `index.mjs` and `watchlist.json`. */
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Names whose connections go to a port of this machine. */
  readonly reroute?: Readonly<Record<string, number>>;
};

type Answer = { readonly id: string; readonly result?: unknown; readonly error?: string };

export async function startFunction(setting: FunctionSetting): Promise<RunningFunction> {
  const { bundle, environment, timeoutMs, reroute = {} } = setting;
  const child = fork(fileURLToPath(new URL('runtime.ts', import.meta.url)), [bundle], {
    execArgv: ['--enable-source-maps', '--import', new URL('reroute.ts', import.meta.url).href],
    // Nothing of this machine's environment: what a function needs, the stack must set.
    env: { ...environment, REROUTE: JSON.stringify(reroute) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const logs: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => logs.push(...String(chunk).trimEnd().split('\n')));
  }
  const waiting = new Map<string, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer));
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`the function ended while it was loaded:\n${logs.join('\n')}`);
    }),
  ]);

  return {
    invoke: async (event, { at } = {}) => {
      const id = randomUUID();
      const invocation: Invocation = { id, event, timeoutMs, at: at ?? null };
      const answer = await new Promise<Answer>((resolve) => {
        const limit = setTimeout(() => resolve({ id, error: `timed out after ${timeoutMs} ms` }), timeoutMs);
        waiting.set(id, (answer) => {
          clearTimeout(limit);
          resolve(answer);
        });
        child.send(invocation);
      });
      waiting.delete(id);
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.result;
    },
    logs,
    stop: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
