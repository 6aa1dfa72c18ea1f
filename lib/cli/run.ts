/**
 * The command line.
 *
 * 1. Each command is a file in `commands/`; it reads its arguments, calls the core, and prints.
 * 2. What was asked for goes to standard output, everything else to standard error.
 * 3. Bad input is one clear line that names the remedy. A stack trace means a bug of ours.
 */
import { Command, CommanderError } from 'commander';
import { ConfigError, DeliveryError, StoreError } from '../errors.ts';
import { addAdd } from './commands/add.ts';
import { addAlerts } from './commands/alerts.ts';
import { addArticles } from './commands/articles.ts';
import { addDiff } from './commands/diff.ts';
import { addExtract } from './commands/extract.ts';
import { addHistory } from './commands/history.ts';
import { addInit } from './commands/init.ts';
import { addRedrive } from './commands/redrive.ts';
import { addReplay } from './commands/replay.ts';
import { addReport } from './commands/report.ts';
import { addServe } from './commands/serve.ts';
import { addSubscribers } from './commands/subscribers.ts';
import { addTestAlert } from './commands/test-alert.ts';
import { addValidate } from './commands/validate.ts';
import { addVerify } from './commands/verify.ts';
import { addVisit, addWatch } from './commands/visit.ts';
import { print, type ExitCode, type Session } from './session.ts';
import { VERSION } from './version.ts';

/** Runs one command line and answers its exit code. Never rejects. */
export async function runCli(args: readonly string[], session: Session): Promise<ExitCode> {
  const program = createProgram(session);
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return reportError(error, session);
  }
}

function createProgram(session: Session): Command {
  const program = new Command('stop-press')
    .description(
      'Follows news articles after they are published and tells subscribers exactly what a publisher changed.',
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: session.out.write,
      writeErr: session.log.write,
      getOutHelpWidth: () => session.out.width,
      getErrHelpWidth: () => session.log.width,
      getOutHasColors: () => session.out.colour,
      getErrHasColors: () => session.log.colour,
    })
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError()
    .addHelpText('after', '\nStart with: stop-press init, or stop-press diff BEFORE.html AFTER.html');
  for (const add of COMMANDS) add(program, session);
  return program;
}

const COMMANDS = [
  addInit,
  addAdd,
  addValidate,
  addExtract,
  addDiff,
  addReplay,
  addVisit,
  addWatch,
  addArticles,
  addHistory,
  addAlerts,
  addVerify,
  addServe,
  addReport,
  addSubscribers,
  addTestAlert,
  addRedrive,
];
function reportError(error: unknown, session: Session): ExitCode {
  // Commander has said what is wrong; help that was asked for is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ConfigError || error instanceof StoreError || error instanceof DeliveryError) {
    print(session.log, `stop-press: ${error.message}${causeOf(error)}`);
    return 1;
  }
  print(session.log, 'stop-press: this is a bug in Stop Press. Please report it with what follows.');
  print(session.log, error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}

/** What the system said, where our message does not say it: "EACCES: permission denied". */
function causeOf({ message, cause }: Error): string {
  if (!(cause instanceof Error) || cause instanceof SyntaxError || message.includes(cause.message)) return '';
  return ` (${cause.message})`;
}
