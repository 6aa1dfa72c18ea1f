/** Only the referee confirms a phone and knows those that answered STOP: numbers that end in 99. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyPlan, listStandings, listSubscriptions } from '../../../lib/adapters/sns-subscriptions.ts';
import { planSubscriptions } from '../../../lib/deliver/index.ts';
import { watchlistOf } from '../../ledger/story.ts';
import { createTopic, startCloud, type Cloud } from '../cloud.ts';

const LEFT = '+441632960999';
const STAYED = '+441632960961';
const watchlist = watchlistOf({ editions: { desk: { name: 'Desk', subscribers: { sms: [LEFT, STAYED] } } } });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

test('a phone that answered STOP is listed as such, and has lapsed', async () => {
  const topics = { email: await createTopic(cloud), sms: await createTopic(cloud), events: await createTopic(cloud) };
  await applyPlan(cloud.sns, topics, planSubscriptions(watchlist, []));
  expect(await listStandings(cloud.sns, topics)).toMatchObject([
    { channel: 'sms', endpoint: LEFT, state: 'opted-out' },
    { channel: 'sms', endpoint: STAYED, state: 'confirmed' },
  ]);
  const plan = planSubscriptions(watchlist, await listSubscriptions(cloud.sns, topics));
  expect(plan).toMatchObject({ subscribe: [], refilter: [], lapsed: [{ endpoint: LEFT, why: 'opted-out' }] });
});
