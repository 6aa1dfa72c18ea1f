import { Topic, type TopicProps } from 'aws-cdk-lib/aws-sns';
import { Alias } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * One channel's topic. No person's address is ever in the template: `stop-press subscribers sync` makes the subscriptions
 * match the watchlist. Encrypted with the account's own SNS key, which costs nothing and needs no policy.
 */
export class AlertTopic extends Topic {
  constructor(scope: Construct, id: string, props: Pick<TopicProps, 'displayName'>) {
    super(scope, id, {
      ...props,
      enforceSSL: true,
      masterKey: Alias.fromAliasName(scope, `${id}Key`, 'alias/aws/sns'),
    });
  }
}
