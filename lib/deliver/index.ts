/**
 * deliver: who is told of a revision, on which channel, and when. Nothing here sends anything; the channels are ports.
 *
 *  1. An edition gets a revision that is of one of its publications, holds one of its kinds of change (if it names any)
 *     and is on one of its beats (if it names any).
 *  2. It must matter enough for the channel: unless the edition says otherwise a text needs a major revision, an
 *     e-mail a notable one, digests and machine events a minor one. Cosmetic revisions reach nobody.
 *  3. A channel on which nobody subscribes to the edition is left out. Nobody on any: that is recorded, and nothing is sent.
 *  4. An edition with a digest gets its e-mails together at its hour, by the clocks of its own time zone.
 *  5. Quiet hours hold e-mails and texts until they end. They never hold a check, nor a machine event.
 *  6. E-mails are spaced out below what SNS allows one address; what fails is tried again, later each time.
 *  7. A subscriber gets so many texts a day; the rest comes as one last text when the day is over.
 *  8. The topics are made to match the watchlist, but nobody who left is signed up again unasked. Who was confirmed once and
 *     waits for it again was cut off by SNS: they have lapsed, and that is noticed.
 */
export { editionsOfAudience, reachedBy, reachesEdition, smsAudiences, type Audience } from './audiences.ts';
export { beatsOf } from './beats.ts';
export { routeRevision, whyNowhere, type Routed, type RouteSubject } from './route.ts';
export { subjectOf } from './subject.ts';
export { messageOptions } from './message-options.ts';
export { paced } from './pace.ts';
export { retrying } from './retry.ts';
export { planSubscriptions, type SubscriptionPlan } from './plan-subscriptions.ts';
export {
  countSubscriptions,
  rememberSubscriptions,
  type ExistingSubscription,
  type Lapse,
  type Remembered,
  type SubscriptionCounts,
  type SubscriptionStanding,
} from './subscription-standing.ts';
export { subscriberKey, type WantedSubscription } from './wanted-subscriptions.ts';
export { previewEditions, type EditionPreview } from './preview.ts';
