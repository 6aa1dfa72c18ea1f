import { join } from 'node:path';
import { type Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { type CfnPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { FunctionName } from '../../lib/config.ts';
import type { Watchlist } from '../../lib/watchlist.ts';
import { bundleFunction } from '../bundle.ts';

export type StopPressFunctionProps = {
  readonly name: FunctionName;
  readonly watchlist: Watchlist;
  /** Where bundles are written; one folder a function. */
  readonly bundles: string;
  readonly memoryMiB: number;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
};

/** One handler on Node 24, arm64, with a role that may write its own log and nothing else until it is granted more. */
export class StopPressFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: StopPressFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `Stop Press: ${props.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundleFunction(props.name, props.watchlist, join(props.bundles, props.name))),
      handler: 'index.handler',
      memorySize: props.memoryMiB,
      timeout: props.timeout,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role,
    });
    // On the policy alone: CDK would name the role again, on which the function depends anyway (W3005).
    const policy = role.node.findChild('DefaultPolicy').node.defaultChild as CfnPolicy;
    const resource = this.lambda.node.defaultChild as CfnFunction;
    resource.addOverride('DependsOn', [Stack.of(this).getLogicalId(policy)]);
  }

  /** Grants exactly these actions on exactly these resources, none of them with a wildcard. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }

  /** Grants an action that is of no resource; the reason is kept beside the policy. */
  allowAnywhere(action: string, reason: string): void {
    this.allow([action], ['*']);
    Validations.of(this).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason });
  }

  /** Grants these actions on the objects whose keys start with one of these prefixes. */
  allowObjects(actions: readonly string[], bucket: Bucket, prefixes: readonly string[]): void {
    this.allow(
      actions,
      prefixes.map((prefix) => bucket.arnForObjects(`${prefix}*`)),
    );
    const bucketId = Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket);
    for (const prefix of prefixes) {
      Validations.of(this).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${prefix}*]`,
        reason:
          'An object for each revision, page, receipt or roster: only this prefix, and only the actions used on it.',
      });
    }
  }
}
