/**
 * `node cdk/app.ts`, run by the CDK command. Context: `-c stage=prod`, `-c region=eu-west-2`, `-c watchlist=FILE`;
 * or the environment: STOP_PRESS_STAGE, STOP_PRESS_REGION, STOP_PRESS_WATCHLIST.
 */
import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describeMonth, describeTooMuch, estimateMonth } from '../lib/cost/index.ts';
import { ConfigError } from '../lib/errors.ts';
import { readWatchlist } from '../lib/watchlist-file.ts';
import type { Watchlist } from '../lib/watchlist.ts';
import { StopPressStack } from './stop-press-stack.ts';

const app = new App({ analyticsReporting: false });
const setting = (name: string, otherwise: string): string => {
  const fromContext: unknown = app.node.tryGetContext(name);
  return typeof fromContext === 'string' ? fromContext : (process.env[`STOP_PRESS_${name.toUpperCase()}`] ?? otherwise);
};

const stage = setting('stage', 'prod');
const file = setting('watchlist', 'watchlist.yaml');
const region = setting('region', process.env['CDK_DEFAULT_REGION'] ?? 'eu-west-1');
const account = process.env['CDK_DEFAULT_ACCOUNT'];

const watchlist = readOrSay(file);
new StopPressStack(app, `StopPress-${stage}`, {
  stage,
  watchlist,
  env: { region, ...(account === undefined ? {} : { account }) },
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const month = estimateMonth(watchlist);
console.error(`${describeMonth(month)}; stop-press cost says how.`);
for (const warning of describeTooMuch(month)) console.error(`Warning: ${warning}.`);

/** What is wrong with the watchlist is told in its own words, without a stack trace, and ends the synthesis. */
function readOrSay(path: string): Watchlist {
  try {
    return readWatchlist(readFileSync(path, 'utf8'), path);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing && !(error instanceof ConfigError)) throw error;
    const problem = isMissing
      ? `${path}: there is no such file; stop-press init writes one to start from`
      : error.message;
    console.error(`stop-press: ${problem}`);
    return process.exit(1);
  }
}
