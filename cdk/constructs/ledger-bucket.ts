import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, StorageClass } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/**
 * The append-only ledger: nothing in it can be overwritten or deleted, not by the functions either, and it outlives the
 * stack. A legal take-down starts by changing this policy by hand (docs/operating.md).
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html
 */
export class LedgerBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        {
          // Pages are read again only when the extractor changes or somebody audits. They never expire. Since 2024 S3 moves
          // those over 128 KiB only, unless told otherwise: smaller ones, which most are, cost more to move than they would save.
          prefix: 'pages/',
          transitions: [{ storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(90) }],
        },
      ],
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Append-only by policy and chained by hash: `stop-press verify` tells of tampering better than a log.',
    });
    this.deny('NothingIsOverwritten', ['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } });
    this.deny('NothingIsDeleted', ['s3:DeleteObject', 's3:DeleteObjectVersion']);
  }

  private deny(sid: string, actions: string[], conditions?: Record<string, Record<string, string>>): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions,
        resources: [this.arnForObjects('*')],
        ...(conditions === undefined ? {} : { conditions }),
      }),
    );
  }
}
