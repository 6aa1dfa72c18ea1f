/**
 * Completion of the command line by the shell. The script that `stop-press complete SHELL` prints asks
 * `stop-press complete -- WORDS` at each Tab; where that answers nothing, the shell offers files. (A library was tried: its scripts
 * never offer files, and its script for bash needs the package bash-completion.)
 */
import { Argument, type Command } from 'commander';
import { print, type Session } from './session.ts';

export function addComplete(program: Command, session: Session): void {
  program
    .command('complete', { hidden: true })
    .description('print the script that teaches a shell to complete this command')
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', '\nExample:\n  source <(stop-press complete bash)')
    .action((shell: keyof typeof SCRIPTS) => print(session.out, SCRIPTS[shell]));
}

/** What the last of the words may become, each with what it means: none where only a file or a text can stand. */
export function completionsOf(program: Command, words: readonly string[]): readonly (readonly [string, string])[] {
  const [word = '', previous = ''] = words.toReversed();
  let command = program;
  for (const before of words.slice(0, -1)) {
    command = command.commands.find((inner) => inner.name() === before) ?? command;
  }
  const help = command.createHelp();
  // A value that may be left out is not waited for.
  const option = command.options.find(({ short, long }) => previous === short || previous === long);
  if (option?.required === true) return (option.argChoices ?? []).map((choice) => [choice, '']);
  if (word.startsWith('-')) return help.visibleOptions(command).map((one) => [one.long ?? one.flags, one.description]);
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
  return [
    ...help.visibleCommands(command).map((inner): [string, string] => [inner.name(), inner.description()]),
    ...choices.map((choice): [string, string] => [choice, '']),
  ];
}

const SCRIPTS = {
  bash: `_stop_press() {
  local IFS=$'\\n' cur=\${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=($(compgen -W "$(stop-press complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1)" -- "$cur"))
}
complete -o default -F _stop_press stop-press`,
  zsh: `_stop_press() {
  local -a found=("\${(@f)$(stop-press complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  [[ -z $found[1] ]] && { _files; return }
  found=(\${found/$'\\t'/:})
  _describe stop-press found
}
compdef _stop_press stop-press`,
  fish: `complete -c stop-press -a '(stop-press complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`,
} as const;
