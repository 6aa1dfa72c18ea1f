import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnBucket, type Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type RevisionEventsProps = { readonly ledger: Bucket; readonly queue: Queue };

/**
 * The ledger itself wakes notify: one message for each committed revision. Set on the bucket's own resource, because the
 * higher-level call would bring a custom resource with a function of its own.
 */
export class RevisionEvents extends Construct {
  constructor(scope: Construct, id: string, { ledger, queue }: RevisionEventsProps) {
    super(scope, id);
    const bucket = ledger.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new Error('This is a bug in Stop Press: the ledger is no S3 bucket');
    const added = queue.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LedgerTellsOfRevisions',
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        // By account and not by the bucket's name, which does not exist before its notifications do.
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (added.policyDependable !== undefined) bucket.node.addDependency(added.policyDependable);
    bucket.notificationConfiguration = {
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          queue: queue.queueArn,
          filter: { s3Key: { rules: [{ name: 'prefix', value: 'revisions/' }] } },
        },
      ],
    };
  }
}
