import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  CachePolicy,
  Distribution,
  HeadersReferrerPolicy,
  HttpVersion,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { CANARY_PAGE } from '../../lib/canary.ts';
import type { StopPressFunction } from './stop-press-function.ts';

/** The pages that messages link to, and overviews and feeds: a private bucket that only CloudFront reads, at paths nobody can guess. */
export class RevisionSite extends Construct {
  readonly bucket: Bucket;
  readonly url: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Pages', {
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(7) }],
    });
    const headers = new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          override: true,
          contentSecurityPolicy:
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        },
        contentTypeOptions: { override: true },
        referrerPolicy: { override: true, referrerPolicy: HeadersReferrerPolicy.NO_REFERRER },
        strictTransportSecurity: { override: true, accessControlMaxAge: Duration.days(365) },
      },
      customHeadersBehavior: {
        customHeaders: [{ header: 'X-Robots-Tag', value: 'noindex, nofollow', override: true }],
      },
    });
    // Overviews and feeds are written again and again: nobody should read yesterday's.
    const cachePolicy = new CachePolicy(this, 'Caching', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.minutes(5),
      maxTtl: Duration.minutes(5),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Stop Press revision pages',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        // The library's own types do not fit each other under exactOptionalPropertyTypes.
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: headers,
        cachePolicy,
      },
    });
    Validations.of(distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Readers may be anywhere.' },
      {
        id: 'AwsSolutions-CFR2',
        reason: 'Static files at paths nobody can guess; a firewall would cost more than the rest.',
      },
      { id: 'AwsSolutions-CFR3', reason: 'Who reads which page is nobody’s business: no access log is kept.' },
      {
        id: 'AwsSolutions-CFR4',
        reason: 'With CloudFront’s own certificate the policy is fixed; an operator’s domain brings TLS 1.2.',
      },
    );
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Only CloudFront reads it, and who reads what is not logged.',
    });
    this.url = `https://${distribution.distributionDomainName}`;
    new CfnOutput(this, 'Url', { value: this.url });
  }

  /** A revision's page is written once, at a path under `r/`, and never read by the functions. */
  allowRevisionPages(writer: StopPressFunction): void {
    writer.allowObjects(['s3:PutObject'], this.bucket, ['r/']);
  }

  /** The canary's page changes every hour. */
  allowCanary(writer: StopPressFunction): void {
    writer.allowObjects(['s3:GetObject', 's3:PutObject'], this.bucket, [CANARY_PAGE]);
    writer.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
  }

  /** Timelines, publications, feeds and overviews are written again where they have changed. */
  allowOverviews(writer: StopPressFunction): void {
    writer.allowObjects(['s3:GetObject', 's3:PutObject'], this.bucket, ['a/', 'f/', 'o/', 'p/']);
    writer.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
  }
}
