/**
 * `node cdk/app.ts`, run by the CDK command. Context: `-c stage=prod`, `-c region=eu-west-2`, `-c watchlist=FILE`;
 * or the environment: STOP_PRESS_STAGE, STOP_PRESS_REGION, STOP_PRESS_WATCHLIST.
 */
import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describeMonth, describeTooMuch, estimateMonth } from '../lib/cost/index.ts';
import { readWatchlist } from '../lib/watchlist-file.ts';
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

const watchlist = readWatchlist(readFileSync(file, 'utf8'), file);
new StopPressStack(app, `StopPress-${stage}`, {
  stage,
  watchlist,
  env: { region, ...(account === undefined ? {} : { account }) },
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const month = estimateMonth(watchlist);
console.error(`${describeMonth(month)}; stop-press cost says how.`);
for (const warning of describeTooMuch(month)) console.error(`Warning: ${warning}.`);
