/** Runs a bundled function as Lambda would: a process of its own, its environment, one event at a time, a time limit. */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import type { Invocation } from './runtime.ts';

export type RunningFunction = {
  /** What the handler answered. Rejects with what it threw, or when its time is over. */
  readonly invoke: (event: unknown, options?: { readonly at?: string }) => Promise<unknown>;
  /** Lines it logged, in order: JSON. */
  readonly logs: readonly string[];
  /** The most memory that it held so far, with all of Node’s own. */
  readonly peakMiB: () => number;
  readonly stop: () => Promise<void>;
};

export type FunctionSetting = {
  /** The folder with `index.mjs` and `watchlist.json`. */
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** What Lambda would give it: Node is told to do with as much. */
  readonly memoryMiB?: number;
  /** Names whose connections go to a port of this machine. */
  readonly reroute?: Readonly<Record<string, number>>;
  /** What it waits for by a timer of its own, such as between two requests, is over so many times sooner. */
  readonly haste?: number;
};

type Answer = { readonly id: string; readonly result?: unknown; readonly error?: string; readonly peakMiB?: number };

export async function startFunction(setting: FunctionSetting): Promise<RunningFunction> {
  const { bundle, environment, timeoutMs, memoryMiB = 1024, reroute = {}, haste = 1 } = setting;
  const folder = withoutTypes('runtime', 'reroute');
  const child = fork(join(folder, 'runtime.mjs'), [bundle, String(haste)], {
    execArgv: [
      `--max-old-space-size=${Math.floor(memoryMiB * 0.9)}`,
      `--max-semi-space-size=${Math.floor(memoryMiB * 0.05)}`,
      '--enable-source-maps',
      '--import',
      pathToFileURL(join(folder, 'reroute.mjs')).href,
    ],
    // Nothing of this machine's environment: what a function needs, the stack must set.
    env: { ...environment, REROUTE: JSON.stringify(reroute) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const logs: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => logs.push(...String(chunk).trimEnd().split('\n')));
  }
  let peakMiB = 0;
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
        const limit = setTimeout(
          () =>
            resolve({ id, error: `timed out after ${timeoutMs} ms; it logged last:\n${logs.slice(-5).join('\n')}` }),
          timeoutMs,
        );
        waiting.set(id, (answer) => {
          clearTimeout(limit);
          resolve(answer);
        });
        child.send(invocation);
      });
      waiting.delete(id);
      peakMiB = answer.peakMiB ?? peakMiB;
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.result;
    },
    logs,
    peakMiB: () => peakMiB,
    stop: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

/** A folder with these modules as JavaScript: what Node takes to strip types from them would be half of a function's memory. */
function withoutTypes(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'stop-press-lambda-'));
  for (const name of names) {
    const text = readFileSync(new URL(`${name}.ts`, import.meta.url), 'utf8');
    writeFileSync(join(folder, `${name}.mjs`), transformSync(text, { loader: 'ts' }).code);
  }
  return folder;
}
