/** What `cdk deploy --outputs-file` wrote of a deployed stack: where its topics, queues and buckets are. */
import { Option } from 'commander';
import * as z from 'zod';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Topics } from '../adapters/sns-subscriptions.ts';
import { ConfigError } from '../errors.ts';
import { readInputText } from './input-file.ts';
import type { Session } from './session.ts';

const OUTPUTS_FILE = 'cdk-outputs.json';

export const stackOption = (): Option =>
  new Option('--stack <file>', 'the outputs of the deployed stack, as npm run deploy writes them').default(
    OUTPUTS_FILE,
  );

const outputsSchema = z.record(z.string(), z.record(z.string(), z.string()));

export const OUTPUTS = [
  'Store',
  'EmailTopicArn',
  'SmsTopicArn',
  'EventsTopicArn',
  'OperatorsTopicArn',
  'VisitsQueueUrl',
  'VisitsDeadLettersUrl',
  'NoticesQueueUrl',
  'NoticesDeadLettersUrl',
] as const;
export type Outputs = Readonly<Record<(typeof OUTPUTS)[number], string>>;

/** Throws `ConfigError` where the file is not there, or is not of one stack of ours. */
export async function readStackOutputs(path: string, session: Session): Promise<Outputs> {
  const stacks = parse(await readInputText(path, session.cwd, 'npm run deploy writes it'), path);
  const [outputs, ...others] = Object.values(stacks).filter((of) => valueOf(of, 'Store') !== undefined);
  if (outputs === undefined) throw new ConfigError(`${path}: no stack of Stop Press is in it; deploy one first`);
  if (others.length > 0)
    throw new ConfigError(`${path}: several stacks are in it; deploy one with its own --outputs-file`);
  const found = OUTPUTS.map((name) => {
    const value = valueOf(outputs, name);
    if (value === undefined) throw new ConfigError(`${path}: the stack has no output ${name}; deploy it again`);
    return [name, value];
  });
  return Object.fromEntries(found) as Outputs;
}

/** An output of a construct inside a stack is named with the construct's path before and eight hexadecimal digits after. */
const valueOf = (outputs: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(outputs).find(([key]) => key.replace(/[0-9A-F]{8}$/, '').endsWith(name))?.[1];

function parse(text: string, path: string): z.infer<typeof outputsSchema> {
  try {
    return outputsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new ConfigError(`${path}: this is not what cdk deploy --outputs-file writes`, { cause: error });
  }
}

export const topicsOf = (outputs: Outputs): Topics => ({
  email: outputs.EmailTopicArn,
  sms: outputs.SmsTopicArn,
  events: outputs.EventsTopicArn,
});

/** Loaded only where it is needed: most commands do without the SDK. A topic's ARN says the region: nobody need set one. */
export async function snsOf({ EmailTopicArn }: Outputs): Promise<SNSClient> {
  const sdk = await import('@aws-sdk/client-sns');
  return new sdk.SNSClient({ region: regionOf(EmailTopicArn) });
}

export async function sqsOf({ EmailTopicArn }: Outputs): Promise<SQSClient> {
  const sdk = await import('@aws-sdk/client-sqs');
  return new sdk.SQSClient({ region: regionOf(EmailTopicArn) });
}

const regionOf = (arn: string): string => arn.split(':')[3] ?? '';
