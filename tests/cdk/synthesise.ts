/** The stack, synthesised in this process as `cdk synth` does it: without the network, an account or the clock. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { StopPressStack } from '../../cdk/stop-press-stack.ts';
import type { FunctionName } from '../../lib/config.ts';
import { watchlistSchema, type WatchlistSource } from '../../lib/watchlist.ts';

/** With a person's address in every place where one may stand: none of them may reach the template. */
export const WATCHLIST = {
  version: 1,
  operator: { contact: 'desk@stop-press.example', alarms: 'night-desk@stop-press.example' },
  publications: {
    gazette: { name: 'The Harbour Gazette', feeds: ['https://gazette.example/feed.xml'] },
    ledger: { name: 'The Ledger', sections: ['https://ledger.example/world'], delay: '5s' },
  },
  editions: {
    'world-desk': {
      name: 'World desk',
      subscribers: { email: ['maren.holt@stop-press.example'], sms: ['+441632960961'] },
    },
  },
} as const satisfies WatchlistSource;

export const ADDRESSES = ['stop-press.example', '441632960961'];

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
const templateSchema = z.looseObject({ Resources: z.record(z.string(), resourceSchema) });
export type Resource = z.infer<typeof resourceSchema>;

export type Synthesised = {
  readonly app: App;
  readonly stack: StopPressStack;
  readonly template: Template;
  readonly resources: Readonly<Record<string, Resource>>;
  /** The template as written for CloudFormation. */
  readonly text: string;
  readonly file: string;
  /** The folder that CDK zips and uploads for a function. */
  readonly assetOf: (name: FunctionName) => string;
  /** One folder a function, named for it. */
  readonly bundles: string;
};

/** What cdk.json sets, as the CDK command would hand it over. */
const context = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'))).context;

export function synthesise(source: WatchlistSource = WATCHLIST): Synthesised {
  const folder = mkdtempSync(join(tmpdir(), 'stop-press-cdk-'));
  const bundles = join(folder, 'bundles');
  const app = new App({ outdir: join(folder, 'out'), analyticsReporting: false, context });
  const stack = new StopPressStack(app, 'StopPress-test', {
    stage: 'test',
    watchlist: watchlistSchema.parse(source),
    bundles,
    env: { region: 'eu-west-1' },
  });
  const file = app.synth().getStackArtifact(stack.artifactId).templateFullPath;
  const text = readFileSync(file, 'utf8');
  const assetOf = (name: FunctionName): string => {
    const { Code } = resourceOf(
      { resources: Resources },
      'AWS::Lambda::Function',
      `NewsMonitor${name[0]?.toUpperCase()}${name.slice(1)}`,
    ).Properties;
    const { S3Key } = z.object({ S3Key: z.string() }).parse(Code);
    return join(folder, 'out', `asset.${S3Key.replace(/\.zip$/, '')}`);
  };
  const { Resources } = templateSchema.parse(JSON.parse(text));
  return { app, stack, template: Template.fromStack(stack), resources: Resources, text, file, assetOf, bundles };
}

/** The one resource of this type whose logical id begins so. */
export function resourceOf({ resources }: Pick<Synthesised, 'resources'>, type: string, begins: string): Resource {
  const found = Object.entries(resources).filter(([id, { Type }]) => Type === type && id.startsWith(begins));
  const [only, ...others] = found;
  if (only === undefined || others.length > 0)
    throw new Error(`${found.length} resources of type ${type} begin with ${begins}`);
  return only[1];
}
