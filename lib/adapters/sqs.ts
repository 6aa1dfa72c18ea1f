/** Queues: what dispatch sends on, and the way back from a dead-letter queue. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type MessageAttributeValue,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { DeliveryError } from '../errors.ts';

/** The most SQS takes in one batch. */
const BATCH = 10;
const PAUSES_MS = [100, 400, 1600] as const;

/** Sends every body, or rejects with `DeliveryError` having sent some: whoever receives them must bear a repetition anyway. */
export type SendAll = (bodies: readonly string[]) => Promise<void>;

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
export function createQueueSender(client: SQSClient, queueUrl: string): SendAll {
  return async (bodies) => {
    for (let start = 0; start < bodies.length; start += BATCH) {
      await sendBatch(
        client,
        queueUrl,
        bodies.slice(start, start + BATCH).map((body) => ({ body, attributes: undefined })),
      );
    }
  };
}

/**
 * Moves what lies in a dead-letter queue back to where it came from, and answers how many. A message is deleted only once the
 * other queue has it: a crash between sends it twice, and loses nothing. Stops when the queue shows no more, or after
 * `most`, so that what fails again at once does not go round for ever.
 *
 * SQS can do this itself (StartMessageMoveTask), but in the background, with permissions of its own, and no emulator we test against has it.
 */
export async function redrive(client: SQSClient, from: string, to: string, most: number): Promise<number> {
  let moved = 0;
  while (moved < most) {
    const { Messages: received = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: from,
        MaxNumberOfMessages: Math.min(BATCH, most - moved),
        WaitTimeSeconds: 1, // long polling asks every server of the queue; a short poll may miss what is there
        VisibilityTimeout: 60,
        MessageAttributeNames: ['All'],
      }),
    );
    if (received.length === 0) return moved;
    await sendBatch(
      client,
      to,
      received.map(({ Body = '', MessageAttributes }) => ({ body: Body, attributes: MessageAttributes })),
    );
    const { Failed = [] } = await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: from,
        Entries: received.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
      }),
    );
    if (Failed.length > 0) {
      throw new DeliveryError(
        `${Failed.length} messages were sent again but could not be deleted from ${from}: ${Failed[0]?.Message}`,
      );
    }
    moved += received.length;
  }
  return moved;
}

type Outgoing = { readonly body: string; readonly attributes: Record<string, MessageAttributeValue> | undefined };

/** A batch can succeed in part: only what was refused is sent again. */
async function sendBatch(
  client: SQSClient,
  queueUrl: string,
  messages: readonly Outgoing[],
  [pauseMs, ...laterPausesMs]: readonly number[] = PAUSES_MS,
): Promise<void> {
  const { Failed: failed = [] } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: messages.map(({ body, attributes }, index) => ({
        Id: String(index),
        MessageBody: body,
        MessageAttributes: attributes,
      })),
    }),
  );
  const [first] = failed;
  if (first === undefined) return;
  if (first.SenderFault === true || pauseMs === undefined) {
    throw new DeliveryError(`${queueUrl} refused ${failed.length} messages: ${first.Code}: ${first.Message}`);
  }
  await sleep(pauseMs * (0.5 + Math.random()));
  const refused = failed.flatMap(({ Id }) => messages[Number(Id)] ?? []);
  return sendBatch(client, queueUrl, refused, laterPausesMs);
}
