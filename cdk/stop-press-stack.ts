import { Stack, Tags, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { NewsMonitor, type NewsMonitorProps } from './news-monitor.ts';

export type StopPressStackProps = StackProps & NewsMonitorProps & { readonly stage: string };

/** One stage of Stop Press: everything in it is of the one construct. */
export class StopPressStack extends Stack {
  constructor(scope: Construct, id: string, { stage, watchlist, tick, bundles, ...props }: StopPressStackProps) {
    super(scope, id, { description: `Stop Press (${stage})`, ...props });
    Tags.of(this).add('app', 'stop-press');
    Tags.of(this).add('stage', stage);
    new NewsMonitor(this, 'NewsMonitor', {
      watchlist,
      ...(tick === undefined ? {} : { tick }),
      ...(bundles === undefined ? {} : { bundles }),
    });
  }
}
