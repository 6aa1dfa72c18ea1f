/** What a command has of the world around it: two streams, a clock, and word of an interruption. Tests hand in their own. */

/** A stream for people or for pipes. */
export type Output = {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** In terminal cells. */
  readonly width: number;
  readonly colour: boolean;
};

export type Session = {
  /** What was asked for: text for a reader, or JSON. */
  readonly out: Output;
  /** Progress and problems. */
  readonly log: Output;
  readonly now: () => Date;
  /** Resolves early when interrupted. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly cwd: string;
  /** Origins that may be fetched though they are not public: a local server in tests, nothing otherwise. */
  readonly allowNonPublic: readonly string[];
  /** Aborted by the first Ctrl-C: commands finish what is in flight. */
  readonly interrupted: AbortSignal;
  /** Called with the exit code of a command that has found a problem but printed what it could. */
  readonly exitWith: (code: ExitCode) => void;
};

/** 0: done. 1: a problem was found, or something failed. 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2;

export const print = (output: Output, ...lines: readonly string[]): void => output.write(`${lines.join('\n')}\n`);

export const printJson = (output: Output, content: unknown): void => print(output, JSON.stringify(content, null, 2));

/** For the renderers of lib/render/terminal. */
export const terminalOptions = ({ width, colour }: Output) => ({ width, colour });
