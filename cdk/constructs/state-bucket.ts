import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Rosters and owed markers. All of it can be rebuilt from the ledger; old versions are kept a week for a mistake to be seen. */
export class StateBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(7), abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // Nothing is held back for longer than two weeks (lib/watchlist.ts); the rest of the month is for an outage.
        { prefix: 'owed/', expiration: Duration.days(30) },
        // Read within minutes; the ledger has what outlasts them.
        { prefix: 'site/notes/', expiration: Duration.days(30) },
      ],
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'State that the functions alone use and that can be rebuilt from the ledger.',
    });
  }
}
