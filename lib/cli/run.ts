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
import { addCost } from './commands/cost.ts';
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
    .helpCommand(false)
    .addHelpText(
      'after',
      '\nEach command tells more: stop-press replay --help\nStart with: stop-press diff before.html after.html, or stop-press init',
    );
  for (const [group, adds] of COMMANDS) {
    program.commandsGroup(group);
    for (const add of adds) add(program, session);
  }
  return program;
}

/** As a newcomer meets them: pages first, then a watchlist, then what has come of it. */
const COMMANDS = [
  ['Look at pages:', [addDiff, addExtract, addReplay]],
  ['Write a watchlist:', [addInit, addAdd, addValidate]],
  ['Follow it from here:', [addVisit, addWatch]],
  ['Read what was recorded:', [addArticles, addHistory, addAlerts, addServe, addReport, addVerify]],
  ['Run it on AWS:', [addCost, addSubscribers, addTestAlert, addRedrive]],
] as const;

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
