import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type FunctionScheduleProps = { readonly every: Duration; readonly target: LambdaFunction };

/** Runs a function at a fixed rate. What could not be started is parked: the next tick does its work anyway. */
export class FunctionSchedule extends Construct {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { every, target }: FunctionScheduleProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    Validations.of(this.deadLetters).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'This is the dead-letter queue.' });
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: ofThisAccount }),
    });
    new Schedule(this, 'Schedule', {
      schedule: ScheduleExpression.rate(every),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke(target, {
        role,
        deadLetterQueue: this.deadLetters,
        maxEventAge: every,
        retryAttempts: 2,
      }),
    });
    const functionId = Stack.of(this).getLogicalId(target.node.defaultChild as CfnFunction);
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${functionId}.Arn>:*]`,
      reason: 'Any version of this one function: the wildcard is CDK’s own.',
    });
  }
}
