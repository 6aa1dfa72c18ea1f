/** The visit's ports, and what it says of its outcomes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@aws-lambda-powertools/logger';
import { SNSClient } from '@aws-sdk/client-sns';
import { createHttpFetcher } from '../lib/adapters/http.ts';
import { createSnsPublish } from '../lib/adapters/sns.ts';
import { VERSION } from '../lib/version.ts';
import type { Config } from '../lib/config.ts';
import { unreachable } from '../lib/errors.ts';
import { politely } from '../lib/fetch/index.ts';
import { SECOND_MS } from '../lib/instant.ts';
import { renderIncident } from '../lib/render/messages/index.ts';
import type { VisitOutcome } from '../lib/visit-side-by-side.ts';
import type { VisitPorts } from '../lib/visit.ts';
import type { Watchlist } from '../lib/watchlist.ts';
import { CLIENT, type Count } from './services.ts';

const now = (): Date => new Date();

/** One client for all publications; each one's politeness is its own. */
export function createSiteOpener({ operator }: Watchlist): VisitPorts['openSite'] {
  const userAgent = `StopPress/${VERSION} (+${operator.contact})`;
  const fetchPage = createHttpFetcher({ userAgent, now });
  return (publication, robots, isTimeUp) => {
    const polite = politely(fetchPage, {
      delayMs: publication.delay,
      robots,
      userAgent,
      now,
      sleep,
      random: Math.random,
      isTimeUp,
    });
    return { fetchPage: polite, robots: polite.robots };
  };
}

/** By a message of our own, which says what was seen and what to do first; an alarm beside it would tell the same twice. */
export function createOperatorsTelling(
  { OPERATORS_TOPIC_ARN }: Config<'visit'>,
  { publications }: Watchlist,
): VisitPorts['tellOperators'] {
  const topics = { email: OPERATORS_TOPIC_ARN, sms: OPERATORS_TOPIC_ARN, events: OPERATORS_TOPIC_ARN };
  const publish = createSnsPublish(new SNSClient(CLIENT), topics);
  return async (incident) => {
    const name = publications[incident.publication]?.name ?? incident.publication;
    await publish({ ...renderIncident(incident, name), channel: 'email', editions: ['operators'] });
  };
}

/** Checks that found nothing new are the rule, and are counted only. */
export const logCheck =
  (logger: Logger): VisitPorts['onCheck'] =>
  ({ kind, entry: { articleId, revision }, committed, ...outcome }) => {
    const revisions = committed.map(({ revision: { number } }) => number);
    const line = { articleId, revision, revisions, ...('seen' in outcome ? { seen: outcome.seen } : {}) };
    if (kind === 'unchanged') logger.debug(kind, line);
    else logger.info(kind, line);
  };

/** Logs and counts one publication's visit; answers its kind. */
export function noteVisit(outcome: VisitOutcome, logger: Logger, count: Count): VisitOutcome['kind'] {
  const { publicationId, kind } = outcome;
  switch (outcome.kind) {
    case 'visited': {
      const { summary } = outcome;
      logger.info(kind, summary);
      count('Visits', 1);
      count(
        'Checks',
        Object.values(summary.checks).reduce((sum, checks) => sum + checks, 0),
      );
      count('Revisions', summary.revisions);
      count('LatenessSeconds', Math.round(summary.maxLatenessMs / SECOND_MS));
      break;
    }
    case 'failed': {
      const { error } = outcome;
      logger.error('visit failed', error instanceof Error ? { publicationId, error } : { publicationId });
      break;
    }
    case 'left-out':
      logger.info(kind, { publicationId, why: outcome.why });
      break;
    default:
      unreachable(outcome);
  }
  return kind;
}
