#!/usr/bin/env node
/** The command `stop-press`: hands the world to the commands, and nothing else. */
import { setTimeout as wait } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { runCli } from './run.ts';
import type { ExitCode, Output } from './session.ts';

const MAX_WIDTH = 100;

const interruption = new AbortController();
process.once('SIGINT', () => {
  process.stderr.write('\nFinishing what is in flight; press Ctrl-C again to stop at once.\n');
  interruption.abort();
});
process.once('SIGTERM', () => interruption.abort());
// The reader of a pipe went away (`| head`): there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

let problem: ExitCode = 0;
const code = await runCli(process.argv.slice(2), {
  out: outputOf(process.stdout),
  log: outputOf(process.stderr),
  now: () => new Date(),
  sleep,
  cwd: process.cwd(),
  allowNonPublic: [],
  interrupted: interruption.signal,
  exitWith: (found) => (problem = found),
});
process.exitCode = code === 0 ? problem : code;

async function sleep(ms: number): Promise<void> {
  try {
    await wait(ms, undefined, { signal: interruption.signal });
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
  }
}

function outputOf(stream: NodeJS.WriteStream & { readonly fd: number }): Output {
  const isTerminal = isatty(stream.fd);
  const { NO_COLOR: noColour = '', FORCE_COLOR: forceColour = '' } = process.env;
  return {
    write: (text) => void stream.write(text),
    isTerminal,
    width: Math.min(stream.columns ?? MAX_WIDTH, MAX_WIDTH),
    // https://no-color.org: any value but the empty one.
    colour: noColour === '' && (isTerminal || (forceColour !== '' && forceColour !== '0')),
  };
}
