/**
 * Real SDK clients on a local cloud: `fauxqs` behind the strict front, or, where `REFEREE_URL` is set, the referee (`moto_server`), which
 * nobody here wrote, behind a front that leaves to it what it knows. Where they differ, AWS's documentation decides, and the front
 * says in what: fauxqs knows no conditional writes, no order of keys but a dictionary's and no `String.Array` filters; neither
 * knows SNS's rules for subjects and sizes; the referee judges two conditional writes of one key at once as if each were alone.
 * Names are new each time, so that test files can share a referee.
 */
import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import { isRefereed } from '../tiers.ts';
import { startStrictFront, type Front } from './strict-front.ts';

const { REFEREE_URL } = process.env;

export type Cloud = {
  readonly front: Front;
  /** The emulator itself, past the front. */
  readonly targetUrl: string;
  readonly s3: S3Client;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  readonly close: () => Promise<void>;
};

export async function startCloud(): Promise<Cloud> {
  const fauxqs = isRefereed ? null : await startFauxqs({ port: 0, logger: false });
  const targetUrl = REFEREE_URL ?? `http://127.0.0.1:${fauxqs?.port}`;
  const front = await startStrictFront(targetUrl, { enforce: !isRefereed });
  const { s3, sns, sqs } = clientsOf(front.url);
  return {
    front,
    targetUrl,
    s3,
    sns,
    sqs,
    close: async () => {
      for (const client of [s3, sns, sqs]) client.destroy();
      await front.close();
      await fauxqs?.stop();
    },
  };
}

export function clientsOf(endpoint: string): Pick<Cloud, 's3' | 'sns' | 'sqs'> {
  const settings = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 3,
  };
  return {
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sns: new SNSClient(settings),
    sqs: new SQSClient({ ...settings, useQueueUrlAsEndpoint: false }),
  };
}

export const uniqueName = (kind: string): string => `${kind}-${randomUUID()}`;

export async function createBucket({ s3 }: Cloud): Promise<string> {
  const Bucket = uniqueName('bucket');
  await s3.send(new CreateBucketCommand({ Bucket }));
  return Bucket;
}

export async function createTopic({ sns }: Cloud, name = uniqueName('topic')): Promise<string> {
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: name }));
  return found(TopicArn);
}

export async function createQueue({ sqs }: Cloud): Promise<{ url: string; arn: string }> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: uniqueName('queue') }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  return { url: found(QueueUrl), arn: found(Attributes?.['QueueArn']) };
}

/** A queue that hears what the topic publishes to an edition: how a published message is observed. Answers the queue's URL. */
export async function listen(cloud: Cloud, topicArn: string, edition: string | null): Promise<string> {
  const queue = await createQueue(cloud);
  await cloud.sns.send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: queue.arn,
      Attributes: edition === null ? {} : { FilterPolicy: JSON.stringify({ editions: [edition] }) },
    }),
  );
  return queue.url;
}

/** Takes what is in the queue, until it shows nothing for a moment. */
export async function drain({ sqs }: Cloud, queueUrl: string): Promise<Message[]> {
  const taken: Message[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 0,
        MessageAttributeNames: ['All'],
      }),
    );
    if (Messages.length === 0) return taken;
    for (const message of Messages) {
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
      taken.push(message);
    }
  }
}

/** What SNS put into a queue, as its subscriber sees it. */
export const notificationsIn = (messages: readonly Message[]) =>
  messages.map(({ Body = '' }) => JSON.parse(Body) as Notification);

export type Notification = {
  readonly Message: string;
  readonly Subject?: string;
  readonly MessageId: string;
  readonly MessageAttributes: Readonly<Record<string, { readonly Type: string; readonly Value: string }>>;
};

function found(value: string | undefined): string {
  if (value === undefined) throw new Error('the emulator gave no name');
  return value;
}
