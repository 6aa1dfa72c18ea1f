/** The real world as a session: this process's streams, clock and signals. */
import { setTimeout as wait } from 'node:timers/promises';
import { isatty } from 'node:tty';
import type { ExitCode, Output, Session } from './session.ts';

const MAX_WIDTH = 100;

/** Takes over Ctrl-C, closed pipes and the exit code. To be called once, by what the process runs. */
export function terminalSession(): Session {
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
  // The same of problems: the exit code says them still.
  process.stderr.on('error', () => {});
  return {
    out: outputOf(process.stdout),
    log: outputOf(process.stderr),
    now: () => new Date(),
    sleep: (ms) => interruptibly(ms, interruption.signal),
    cwd: process.cwd(),
    allowNonPublic: [],
    interrupted: interruption.signal,
    exitWith: (found: ExitCode) => {
      process.exitCode = found;
    },
  };
}

async function interruptibly(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
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
