/**
 * The command line.
 *
 * 1. Each command is a file in `commands/`; it reads its arguments, calls the core, and prints.
 * 2. What was asked for goes to standard output, everything else to standard error.
 * 3. Bad input is one clear line that names the remedy. A stack trace means a bug of ours.
 */
import { Command, CommanderError } from 'commander';
import { ConfigError, DeliveryError, StoreError, VisitError } from '../errors.ts';
import { addAdd } from './commands/add.ts';
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
import { addTakeDown } from './commands/take-down.ts';
import { addTestAlert } from './commands/test-alert.ts';
import { addValidate } from './commands/validate.ts';
import { addVerify } from './commands/verify.ts';
import { addVisit } from './commands/visit.ts';
import { addComplete, completionsOf } from './completion.ts';
import { print, type ExitCode, type Session } from './session.ts';
import { VERSION } from '../version.ts';

/** Runs one command line and answers its exit code. Never rejects. */
export async function runCli(args: readonly string[], session: Session): Promise<ExitCode> {
  const program = createProgram(session);
  try {
    if (args[0] === 'complete' && args[1] === '--') {
      const found = completionsOf(program, inFull(args.slice(2)));
      if (found.length > 0) print(session.out, ...found.map((pair) => pair.join('\t')));
      return 0;
    }
    await program.parseAsync(helpOf(inFull(args), program), { from: 'user' });
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
      outputError: (text, write) => write(text.replace(/^error: /, 'stop-press: ')),
    })
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError()
    .showHelpAfterError('(--help shows how it is used)')
    .helpCommand(false)
    .addHelpText(
      'after',
      [
        '',
        'Start with:    stop-press diff before.html after.html, or stop-press init',
        'More of each:  stop-press replay --help',
        `Short forms:   ${[...SHORT_FORMS].map(([short, long]) => `${short} = ${long.join(' ')}`).join(', ')}`,
        'Completion:    source <(stop-press complete bash); also zsh, fish',
        'Exit code:     0 done, 1 a problem was found or something failed, 2 the command was not understood',
      ].join('\n'),
    );
  for (const [group, adds] of COMMANDS) {
    program.commandsGroup(group);
    for (const add of adds) add(program, session);
  }
  addComplete(program, session);
  return program;
}

/** As a newcomer meets them: pages first, then a watchlist, then what has come of it. */
const COMMANDS = [
  ['Look at pages:', [addDiff, addExtract, addReplay]],
  ['Write a watchlist:', [addInit, addAdd, addValidate, addCost]],
  ['Follow it from here:', [addVisit]],
  ['Read what was recorded:', [addHistory, addServe, addReport, addVerify, addTakeDown]],
  ['Run it on AWS:', [addSubscribers, addTestAlert, addRedrive]],
] as const;

const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['watch', ['visit', '--watch']],
  ['articles', ['history']],
  ['alerts', ['history', '--alerts']],
]);

function inFull(args: readonly string[]): readonly string[] {
  const [first = '', ...others] = args;
  if (first === 'help') return ['help', ...inFull(others)];
  const long = SHORT_FORMS.get(first);
  return long === undefined ? args : [...long, ...others];
}

/** `help visit` as `visit --help`; of what is no command the name alone, which is refused by name. */
function helpOf(args: readonly string[], program: Command): readonly string[] {
  const [first, topic, ...others] = args;
  if (first !== 'help') return args;
  if (topic === undefined) return ['--help'];
  return program.commands.some((command) => command.name() === topic) ? [topic, ...others, '--help'] : [topic];
}

function reportError(error: unknown, session: Session): ExitCode {
  // Commander has said what is wrong; help that was asked for is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (OURS.some((kind) => error instanceof kind) && error instanceof Error) {
    print(session.log, `stop-press: ${error.message}${causeOf(error)}`);
    return 1;
  }
  print(session.log, 'stop-press: this is a bug in Stop Press. Please report it with what follows.');
  print(session.log, error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}

/** What these say is meant for whoever runs the command. */
const OURS = [ConfigError, StoreError, DeliveryError, VisitError] as const;

/** What the system said, where our message does not say it: "EACCES: permission denied". A `ConfigError` says it all. */
function causeOf(error: Error): string {
  const { message, cause } = error;
  if (error instanceof ConfigError || !(cause instanceof Error)) return '';
  return message.includes(cause.message) || cause.message.includes('\n') ? '' : ` (${cause.message})`;
}
