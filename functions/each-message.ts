import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

/**
 * Works the messages of a batch in order and reports those that failed: they alone come back, and after some times are parked
 * in the dead-letter queue.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export async function eachMessage(
  { Records }: SQSEvent,
  work: (body: string) => Promise<void>,
  onFailure: (messageId: string, error: unknown) => void,
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { body, messageId } of Records) {
    try {
      await work(body);
    } catch (error) {
      onFailure(messageId, error);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
