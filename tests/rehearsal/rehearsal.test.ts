/**
 * A rehearsal of the deployed system, driven by the synthesised template: every tick of a day. An article is edited; alerts arrive at queues that are subscribed as people would be.
 */
import { rmSync } from 'node:fs';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { dirname } from 'node:path';
import * as z from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CANARY_PAGE } from '../../lib/canary.ts';
import { allows, permissionsOf } from '../cdk/permissions.ts';
import { METRICS, type FunctionName } from '../../lib/config.ts';
import { resourceOf, synthesise, type Synthesised } from '../cdk/synthesise.ts';
import { startOrigin, type Origin } from '../origin/origin.ts';
import { drain, listen, notificationsIn } from '../wire/cloud.ts';
import { openStage, SITE, type Stage } from './stage.ts';

const MINUTE_MS = 60_000;
const FUNCTIONS = ['dispatch', 'visit', 'notify', 'sweep'] as const satisfies readonly FunctionName[];
const START_MS = Date.parse('2026-03-01T05:00:00Z');

const story = (killed: string, alarm: string): string => `<!doctype html><html lang="en"><head>
<title>Ferry fire at Port Ellery</title>
<meta property="og:type" content="article"><link rel="canonical" href="http://gazette.example/2026/ferry-fire-at-port-ellery">
<meta property="article:published_time" content="2026-03-01T04:40:00Z"></head><body><article>
<h1>Ferry fire at Port Ellery</h1><p class="byline">By Maren Holt</p>
<p>The fire broke out on the car deck shortly after four in the morning, while the ferry lay at the northern quay of the harbour.</p>
<p>The harbour master said on Sunday that ${killed} people were killed and that the search of the lower decks would go on until the evening.</p>
<p>“We ${alarm} and ran to the stern,” said Ines Varga, a lorry driver who had slept in her cabin. “There was smoke everywhere.”</p>
<p>The company that runs the line has cancelled its crossings for the week and has set up a telephone number for the families of those on board.</p>
</article></body></html>`;

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title><link>http://gazette.example/</link>
<item><title>Ferry fire at Port Ellery</title><link>http://gazette.example/2026/ferry-fire-at-port-ellery</link>
<pubDate>Sun, 01 Mar 2026 04:40:00 GMT</pubDate></item></channel></rss>`;

const SECRET = 'nobody-can-guess-it';
const ARTICLE = '/2026/ferry-fire-at-port-ellery';

let synthesised: Synthesised;
let origin: Origin;
let stage: Stage;
const heard = new Map<string, string>();

beforeAll(async () => {
  synthesised = synthesise({
    version: 1,
    operator: { contact: 'desk@stop-press.example' },
    publications: {
      gazette: { name: 'The Harbour Gazette', feeds: ['http://gazette.example/feed.xml'] },
      broken: {
        name: 'The Broken Post',
        articles: ['one', 'two', 'three'].map((name) => `http://broken.example/${name}`),
        cadence: [{ under: '1h', every: '15m' }],
      },
    },
    editions: {
      'world-desk': {
        name: 'World desk',
        severity: 'minor',
        subscribers: {
          email: ['maren.holt@stop-press.example'],
          sms: ['+441632960961'],
          events: ['https://desk.stop-press.example/'],
        },
      },
      morning: {
        name: 'Morning digest',
        digest: { at: '09:00', timeZone: 'Europe/London' },
        subscribers: { email: ['maren.holt@stop-press.example'] },
      },
    },
    site: { publish: true, url: 'https://pages.stop-press.example', secret: SECRET },
  });
  origin = await startOrigin({
    '/feed.xml': { headers: { 'content-type': 'application/rss+xml' }, body: feed },
    [ARTICLE]: { body: story('six', 'heard the alarm') },
  });
  const port = Number(new URL(origin.origin).port);
  stage = await openStage(synthesised, { 'gazette.example': port, 'broken.example': port, [SITE]: port });
  for (const [name, topic, edition] of [
    ['email', 'NewsMonitorEmailAlerts', 'world-desk'],
    ['digest', 'NewsMonitorEmailAlerts', 'morning'],
    ['sms', 'NewsMonitorSmsAlerts', 'world-desk'],
    ['events', 'NewsMonitorEventAlerts', 'world-desk'],
    ['operators', 'NewsMonitorOperators', null],
  ] as const) {
    heard.set(name, await listen(stage.cloud, stage.nameOf('AWS::SNS::Topic', topic), edition));
  }
}, 240_000);

afterAll(async () => {
  await stage.close();
  await origin.close();
  rmSync(dirname(synthesised.bundles), { recursive: true });
});

const take = async (name: string) => notificationsIn(await drain(stage.cloud, heard.get(name) ?? ''));

async function readSite(Key: string): Promise<string> {
  const Bucket = stage.nameOf('AWS::S3::Bucket', 'NewsMonitorSite');
  const { Body } = await stage.cloud.s3.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString()) ?? '';
}

/** Plays from one minute of the story to another; answers what failed. */
async function play(fromMinute: number, toMinute: number, step: number): Promise<readonly string[]> {
  const failed: string[] = [];
  for (let minute = fromMinute; minute < toMinute; minute += step) {
    failed.push(...(await stage.tick(new Date(START_MS + minute * MINUTE_MS))));
    origin.serve(`/${CANARY_PAGE}`, { body: await readSite(CANARY_PAGE) });
  }
  return failed;
}

test('a first sighting tells nobody; an edit is told at once on every channel', async () => {
  expect(await play(0, 20, 5)).toEqual([]);
  expect(await take('email')).toEqual([]);
  origin.serve(ARTICLE, { body: story('seven', 'heard the alarm') });
  expect(await play(20, 40, 5)).toEqual([]);
  const [mail, ...others] = await take('email');
  expect(others).toEqual([]);
  expect(mail?.Message).toContain('six');
  expect(mail?.Message).toContain('seven');
  expect(await take('sms')).toHaveLength(1);
  expect(await take('events')).toHaveLength(1);
}, 240_000);

test('a second edit within the hour is folded and paid by the sweep; the digest comes at its hour', async () => {
  origin.serve(ARTICLE, { body: story('seven', 'saw the flames') });
  expect(await play(40, 60, 5)).toEqual([]);
  expect(await take('email')).toEqual([]);
  expect(await play(60, 150, 5)).toEqual([]);
  expect(await take('email')).toHaveLength(1);
  expect(await play(150, 24 * 60, 5)).toEqual([]);
  expect(await take('digest')).toHaveLength(1);
}, 900_000);

test('the operators hear once of the publication that answers nothing any more', async () => {
  const incidents = await take('operators');
  expect(incidents.map(({ Subject }) => Subject)).toEqual([expect.stringContaining('The Broken Post')]);
});

test('the overview leads to the timeline of the article, and that to the page each message linked to', async () => {
  const read = readSite;
  const overview = await read(`o/${SECRET}.html`);
  expect(overview).toContain('The Harbour Gazette');
  const timeline = await read(/href="\.\.\/(?<path>a\/[^"]+)"/.exec(overview)?.groups?.['path'] ?? '');
  const [page = ''] = [...timeline.matchAll(/href="\.\.\/(r\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(await read(page)).toContain('seven');
  expect(await read(`o/${SECRET}.atom`)).toContain('<entry>');
});

test('the canary is heard every hour by its queue, and by nobody else', async () => {
  const alerts = await drain(stage.cloud, stage.nameOf('AWS::SQS::Queue', 'NewsMonitorCanary'));
  expect(notificationsIn(alerts).length).toBeGreaterThanOrEqual(22);
  expect(await take('events')).toHaveLength(1);
  expect(await readSite(`o/${SECRET}.html`)).not.toContain('canary');
});

test('each metric is counted without dimensions, as the alarms have it', () => {
  const emf = z.object({
    _aws: z.object({
      CloudWatchMetrics: z.tuple([
        z.object({
          Namespace: z.literal('StopPress'),
          Dimensions: z.tuple([z.tuple([])]),
          Metrics: z.array(z.object({ Name: z.string() })),
        }),
      ]),
    }),
  });
  const lines = FUNCTIONS.flatMap((name) => stage.logs(name)).filter((line) => line.includes('CloudWatchMetrics'));
  const counted = lines.flatMap((line) => {
    const { _aws: emitted } = emf.parse(JSON.parse(line));
    return emitted.CloudWatchMetrics[0].Metrics;
  });
  expect([...new Set(counted.map(({ Name }) => Name))].sort()).toEqual([...METRICS].sort());
});

test('no function takes more than nine tenths of the memory it is given', () => {
  const peaks = FUNCTIONS.map((name) => [name, Math.round(stage.peakMiB(name))] as const);
  console.log(`Peak memory, MiB: ${peaks.map((peak) => peak.join(' ')).join(', ')}`);
  for (const [name, peak] of peaks) {
    const { MemorySize } = resourceOf(
      synthesised,
      'AWS::Lambda::Function',
      `NewsMonitor${name[0]?.toUpperCase()}${name.slice(1)}`,
    ).Properties;
    expect(peak).toBeLessThan(Number(MemorySize) * 0.9);
  }
});

test('every call that was made is allowed by the role of the function that made it', () => {
  const granted = FUNCTIONS.flatMap((name) => permissionsOf(synthesised, name));
  const refused = stage.calls.filter((call) => !granted.some((one) => allows(one, call)));
  expect([...new Set(refused.map(named))]).toEqual([]);
});

test('no role allows an action on data that its function never takes', () => {
  // Lambda takes messages from the queues itself, and writes the logs.
  const granted = FUNCTIONS.flatMap((name) => permissionsOf(synthesised, name)).filter(
    ({ action }) => !/^logs:|^sqs:(?!SendMessage)/.test(action),
  );
  const unused = granted.filter((one) => !stage.calls.some((call) => allows(one, call)));
  expect(unused.map(named).sort()).toEqual(Object.keys(NOT_IN_THIS_DAY).sort());
});

/** Allowed, and not needed on a day on which nothing is lost and no extractor is new. Logical ids without their hash. */
const NOT_IN_THIS_DAY = {
  'notify s3:GetObject NewsMonitorLedger/pages/*': 'a revision read by an older extractor is read again',
  'sweep s3:GetObject NewsMonitorLedger/pages/*': 'a revision read by an older extractor is read again',
  'sweep sns:Publish NewsMonitorEventAlerts': 'an event that notify could not send',
  'visit s3:GetObject NewsMonitorLedger/incidents/*': 'what is there, when another visit was first',
  'visit s3:GetObject NewsMonitorLedger/pages/*': 'a baseline read by an older extractor is read again',
} as const;

const named = ({ by, action, resource }: { by: string; action: string; resource: string }): string =>
  `${by} ${action} ${resource.replace(/[0-9A-F]{8}(?=\/|$)/, '')}`;
