/**
 * `npm run deploy [-- CDK OPTIONS]`: deploys a stage, makes its topics match the watchlist, and offers a test alert. Each stage's outputs
 * lie in a file of their own: `cdk-outputs.json` is prod's, `cdk-outputs.test.json` that of the stage test.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { readWatchlist } from '../lib/watchlist-file.ts';

const given = process.argv.slice(2);
/** As cdk/app.ts reads it: from `-c name=value`, or the environment. */
const setting = (name: string, otherwise: string): string =>
  given.findLast((option) => option.startsWith(`${name}=`))?.slice(name.length + 1) ??
  process.env[`STOP_PRESS_${name.toUpperCase()}`] ??
  otherwise;

const stage = setting('stage', 'prod');
const watchlist = setting('watchlist', 'watchlist.yaml');
const outputs = stage === 'prod' ? 'cdk-outputs.json' : `cdk-outputs.${stage}.json`;
const ofStack = ['--watchlist', watchlist, '--stack', outputs];

run('cdk', ['deploy', '--outputs-file', outputs, ...given]);
stopPress(['subscribers', 'sync', ...ofStack]);

const editions = Object.keys(readWatchlist(readFileSync(watchlist, 'utf8'), watchlist).editions);
const edition = editions.length > 0 && process.stdin.isTTY ? await askWhich() : '';
if (edition !== '') stopPress(['test-alert', edition, ...ofStack]);
else console.log(`To send an edition a test: npm run -s stop-press -- test-alert EDITION ${ofStack.join(' ')}`);

async function askWhich(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `Send a test alert to which edition? (${editions.join(', ')}; Enter for none) `,
  );
  terminal.close();
  return answer.trim();
}

function stopPress(args: readonly string[]): void {
  run(process.execPath, ['lib/cli/main.ts', ...args]);
}

/** npm puts the commands of node_modules into the path. */
function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
