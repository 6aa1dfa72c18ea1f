/** `stop-press redrive`: brings parked messages back once their cause is mended. */
import type { Command } from 'commander';
import { print, printJson, type Session } from '../session.ts';
import { readStackOutputs, sqsOf, stackOption } from '../stack-outputs.ts';

/** More than any sound stack parks; what is left is said, and another run takes it. */
const MOST = 10_000;

export function addRedrive(program: Command, session: Session): void {
  program
    .command('redrive')
    .description('move what is parked in the dead-letter queues back to where it failed')
    .addOption(stackOption())
    .option('--json', 'print how many were moved as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  stop-press redrive\n\nMend the cause first: what fails again is parked again. What was told already has a receipt and is not told twice.',
    )
    .action(async (options: { stack: string; json?: true }) => {
      const outputs = await readStackOutputs(options.stack, session);
      const { redrive } = await import('../../adapters/sqs.ts');
      const client = await sqsOf(outputs);
      const moved: Record<string, number> = {};
      for (const [what, from, to] of [
        ['visits', outputs.VisitsDeadLettersUrl, outputs.VisitsQueueUrl],
        ['notices', outputs.NoticesDeadLettersUrl, outputs.NoticesQueueUrl],
      ] as const) {
        moved[what] = await redrive(client, from, to, MOST);
      }
      if (options.json) return printJson(session.out, moved);
      for (const [what, count] of Object.entries(moved)) {
        print(session.out, `${count} ${what} moved back${count === MOST ? '; there may be more: run it again' : ''}`);
      }
    });
}
