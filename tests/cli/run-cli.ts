/** Runs one command line in this process and gives back what it wrote. */
import { runCli } from '../../lib/cli/run.ts';
import type { ExitCode, Output } from '../../lib/cli/session.ts';

export type CliRun = { readonly code: ExitCode; readonly out: string; readonly log: string };

export async function cli(
  args: readonly string[],
  options: {
    readonly now?: string;
    readonly cwd?: string;
    readonly width?: number;
    readonly interrupted?: AbortSignal;
    readonly allowNonPublic?: readonly string[];
  } = {},
): Promise<CliRun> {
  const written = { out: '', log: '' };
  const output = (name: 'out' | 'log'): Output => ({
    write: (text) => (written[name] += text),
    isTerminal: false,
    width: options.width ?? 80,
    colour: false,
  });
  let problem: ExitCode = 0;
  const code = await runCli(args, {
    out: output('out'),
    log: output('log'),
    now: () => new Date(options.now ?? '2026-03-12T12:00:00.000Z'),
    sleep: () => Promise.resolve(),
    cwd: options.cwd ?? process.cwd(),
    allowNonPublic: options.allowNonPublic ?? [],
    interrupted: options.interrupted ?? new AbortController().signal,
    exitWith: (found) => (problem = found),
  });
  return { code: code === 0 ? problem : code, ...written };
}
