/** The channels on SNS: one topic each, plain messages, and the editions as an attribute that filter policies name. */
import { PublishCommand, type MessageAttributeValue, type SNSClient } from '@aws-sdk/client-sns';
import type { Message, Publish } from '../alert.ts';
import { DeliveryError } from '../errors.ts';
import type { Channel } from '../revision.ts';

/**
 * Publishes to the topic of the message's channel. The client retries throttling itself; what still fails is a `DeliveryError`.
 * @param topics ARN by channel.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function createSnsPublish(client: SNSClient, topics: Readonly<Record<Channel, string>>): Publish {
  return async (message) => {
    const TopicArn = topics[message.channel];
    try {
      const { MessageId } = await client.send(
        new PublishCommand({
          TopicArn,
          Message: message.body,
          ...(message.subject === null ? {} : { Subject: message.subject }),
          MessageAttributes: attributesOf(message),
        }),
      );
      if (MessageId === undefined) throw new Error('SNS answered without a message id');
      return { providerId: MessageId };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new DeliveryError(
        `SNS did not accept ${message.messageId} for the channel ${message.channel} (${TopicArn}): ${error.name}: ${error.message}`,
        { cause: error },
      );
    }
  };
}

function attributesOf({ channel, editions, messageId }: Message): Record<string, MessageAttributeValue> {
  return {
    editions: { DataType: 'String.Array', StringValue: JSON.stringify(editions) },
    // Ours, the same for a repeated publish: a subscribed queue can drop the second without reading the body.
    messageId: { DataType: 'String', StringValue: messageId },
    // Unless it says "Transactional", SNS may delay a text to save money.
    ...(channel === 'sms' ? { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } } : {}),
  };
}
