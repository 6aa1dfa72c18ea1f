/** Who is subscribed to the channels' topics, and what to do about it. lib/deliver/subscribers.ts decides; this carries it out. */
import {
  CheckIfPhoneNumberIsOptedOutCommand,
  GetSubscriptionAttributesCommand,
  paginateListSubscriptionsByTopic,
  SetSubscriptionAttributesCommand,
  SubscribeCommand,
  UnsubscribeCommand,
  type SNSClient,
  type Subscription,
} from '@aws-sdk/client-sns';
import type { ExistingSubscription, SubscriptionPlan, WantedSubscription } from '../deliver/index.ts';
import { CHANNELS, type Channel } from '../revision.ts';

export type Topics = Readonly<Record<Channel, string>>;

/**
 * Every subscription of the topics, as they are listed: a request for each hundred, and one for each phone.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html
 */
export async function listStandings(client: SNSClient, topics: Topics): Promise<readonly ListedSubscription[]> {
  const standings: ListedSubscription[] = [];
  for (const channel of CHANNELS) {
    const pages = paginateListSubscriptionsByTopic({ client }, { TopicArn: topics[channel] });
    for await (const { Subscriptions = [] } of pages) {
      for (const listed of Subscriptions) standings.push(await standingOf(client, channel, listed));
    }
  }
  return standings;
}

/** The same with their filter policies: one more request for each. */
export async function listSubscriptions(client: SNSClient, topics: Topics): Promise<readonly ExistingSubscription[]> {
  const existing: ExistingSubscription[] = [];
  for (const listed of await listStandings(client, topics)) existing.push(await withFilter(client, listed));
  return existing;
}

type ListedSubscription = Omit<ExistingSubscription, 'filterPolicy'>;

/** In place of an ARN, SNS lists a subscription that waits as `PendingConfirmation` and one that is gone as `Deleted`. */
async function standingOf(
  client: SNSClient,
  channel: Channel,
  { SubscriptionArn: id = '', Endpoint: endpoint = '' }: Subscription,
): Promise<ListedSubscription> {
  if (id === 'Deleted') return { channel, endpoint, id: null, state: 'deleted' };
  if (!id.startsWith('arn:')) return { channel, endpoint, id: null, state: 'pending' };
  const optedOut =
    channel === 'sms' &&
    (await client.send(new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber: endpoint }))).isOptedOut === true;
  return { channel, endpoint, id, state: optedOut ? 'opted-out' : 'confirmed' };
}

async function withFilter(client: SNSClient, listed: ListedSubscription): Promise<ExistingSubscription> {
  if (listed.id === null) return { ...listed, filterPolicy: null };
  const { Attributes = {} } = await client.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: listed.id }));
  const { FilterPolicy: filterPolicy = null, PendingConfirmation: pending } = Attributes;
  if (pending === 'true') return { ...listed, id: null, state: 'pending', filterPolicy: null };
  return { ...listed, filterPolicy };
}

/** In an order that never leaves anybody with more than they asked for: filters first, then who leaves, then who is new. */
export async function applyPlan(client: SNSClient, topics: Topics, plan: SubscriptionPlan): Promise<void> {
  for (const { id, filterPolicy } of plan.refilter) {
    await client.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn: id,
        AttributeName: 'FilterPolicy',
        AttributeValue: filterPolicy,
      }),
    );
  }
  for (const { id } of plan.unsubscribe) {
    if (id !== null) await client.send(new UnsubscribeCommand({ SubscriptionArn: id }));
  }
  for (const wanted of plan.subscribe) {
    await client.send(
      new SubscribeCommand({
        TopicArn: topics[wanted.channel],
        Protocol: protocolOf(wanted),
        Endpoint: wanted.endpoint,
        // With the subscription and not after it: nothing gets through in between.
        Attributes: { FilterPolicy: wanted.filterPolicy },
      }),
    );
  }
}

/** Asks an address to confirm that it wants all of a topic, unless it is there already. */
export async function subscribeOnce(
  client: SNSClient,
  TopicArn: string,
  email: string,
): Promise<'asked' | 'pending' | 'confirmed'> {
  const pages = paginateListSubscriptionsByTopic({ client }, { TopicArn });
  for await (const { Subscriptions = [] } of pages) {
    for (const { Protocol, Endpoint, SubscriptionArn = '' } of Subscriptions) {
      if (Protocol !== 'email' || Endpoint?.toLowerCase() !== email.toLowerCase()) continue;
      if (SubscriptionArn !== 'Deleted') return SubscriptionArn.startsWith('arn:') ? 'confirmed' : 'pending';
    }
  }
  await client.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: email }));
  return 'asked';
}

function protocolOf({ channel, endpoint }: WantedSubscription): string {
  if (channel !== 'events') return channel;
  return endpoint.startsWith('https:') ? 'https' : (endpoint.split(':')[2] ?? '');
}
