/**
 * The watchlist: which publications are followed, how, and who is told what. One YAML file for the operator
 * (lib/watchlist-file.ts reads it and names lines); plain validated data everywhere else. `stop-press validate --schema` prints
 * the JSON Schema made from this source.
 */
import * as z from 'zod';
import { BLOCK_KINDS } from './article.ts';
import { CHANGE_KINDS, SEVERITIES } from './change.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './instant.ts';

const UNIT_MS = { s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS } as const;

const DURATION_REMEDY = 'write a number and a unit: 90s, 15m, 3h or 7d';

/** "90s", "15m", "3h", "7d", to milliseconds. */
export const durationSchema = z
  .string(DURATION_REMEDY)
  .regex(/^[1-9]\d{0,4}[smhd]$/, DURATION_REMEDY)
  .transform((text) => Number(text.slice(0, -1)) * UNIT_MS[text.slice(-1) as keyof typeof UNIT_MS]);

/** What is owed is kept in mind for a month (cdk/constructs/state-bucket.ts). */
const waitSchema = durationSchema.refine((ms) => ms <= 14 * DAY_MS, 'nothing is held back for longer than 14d');

const webUrlSchema = z.url({ protocol: /^https?$/, error: 'write a full http(s) address' });

const idPattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
export const watchlistIdSchema = z.string().regex(idPattern, 'an id is 1 to 40 of a-z, 0-9 and inner hyphens');

const patternSchema = z
  .string()
  .min(1)
  .refine(isRegularExpression, 'this is no regular expression that can be compiled')
  .describe('A JavaScript regular expression, matched without regard to case');

const timeZoneSchema = z
  .string()
  .refine(isTimeZone, 'name an IANA time zone, such as Europe/London')
  .describe('An IANA time zone');

const severitySchema = z.enum(SEVERITIES);
const leastSeveritySchema = z.enum(['minor', 'notable', 'major']);
const selectorSchema = z.string().min(1).describe('A CSS selector');

const sectionPageSchema = z
  .union([
    webUrlSchema.transform((url) => ({ url, links: undefined })),
    z.strictObject({ url: webUrlSchema, links: selectorSchema.optional() }),
  ])
  .describe('A page that links to articles; `links` selects the links, else what looks like an article link counts');

const articleToFollowSchema = webUrlSchema;

export const cadenceSchema = z
  .array(
    z.strictObject({
      /** Applies while the time since the last change is under this. */
      under: durationSchema,
      every: durationSchema,
    }),
  )
  .min(1)
  .refine((steps) => steps.every((step, i) => step.under > (steps[i - 1]?.under ?? 0)), 'order the steps by `under`')
  .describe(
    'How often an article is due, by time since its last change; after the last step it is retired. Unless given: every 15m under 3h, 1h under 1d, 3h under 7d, 3d under 30d',
  );

export const publicationSchema = z
  .strictObject({
    name: z.string().min(1).max(60).describe('As subscribers see it, in every message'),
    feeds: z.array(webUrlSchema).default([]).describe('RSS, RDF, Atom and JSON feeds'),
    sitemaps: z.array(webUrlSchema).default([]).describe('News or ordinary sitemaps, and indexes of them'),
    sections: z.array(sectionPageSchema).default([]),
    articles: z.array(articleToFollowSchema).default([]).describe('Single articles to follow'),
    include: z
      .array(patternSchema)
      .default([])
      .describe('Only articles whose address matches one of these regular expressions'),
    exclude: z
      .array(patternSchema)
      .default([])
      .describe('No article whose address matches one of these regular expressions'),
    newerThan: durationSchema.prefault('2d').describe('Articles first seen older than this are not taken up'),
    maxArticles: z.int().min(1).max(100_000).default(2_000).describe('At most this many followed at once'),
    cadence: cadenceSchema.optional(),
    delay: durationSchema.prefault('1s').describe('Between two requests to this publication'),
    selectors: z
      .strictObject({
        headline: selectorSchema.optional(),
        standfirst: selectorSchema.optional(),
        byline: selectorSchema.optional(),
        published: selectorSchema.optional(),
        modified: selectorSchema.optional(),
        body: selectorSchema.optional(),
        drop: z.array(selectorSchema).optional(),
      })
      .default({})
      .describe('Override what the reader finds by itself; `stop-press extract --explain` helps to write them'),
    ignore: z
      .strictObject({
        kinds: z.array(z.enum(CHANGE_KINDS)).default([]).describe('Changes of these kinds'),
        patterns: z.array(patternSchema).default([]).describe('Changes whose every altered word matches'),
        blocks: z.array(z.enum(BLOCK_KINDS)).default([]).describe('Changes in blocks of these kinds'),
      })
      .default({ kinds: [], patterns: [], blocks: [] })
      .describe('What is recorded and counts as cosmetic, so that nobody is told'),
    severities: z
      .record(z.string(), severitySchema)
      .default({})
      .describe('Severity by change kind or rule id (docs/kinds-and-severities.md), in place of the default'),
    muted: z.array(webUrlSchema).default([]).describe('Articles recorded but never alerted'),
    shadow: z.boolean().default(false).describe('Record and report, alert nobody: for a new publication'),
    paused: z.boolean().default(false).describe('No visits; what is known of it is kept'),
  })
  .refine(hasSource, 'give it at least one of feeds, sitemaps, sections or articles');
export type Publication = z.infer<typeof publicationSchema>;

export const beatSchema = z
  .strictObject({
    words: z.array(z.string().min(1)).default([]).describe('Whole words or phrases, without regard to case'),
    patterns: z.array(patternSchema).default([]),
    raiseTo: leastSeveritySchema.optional().describe('Changes on this beat that are at least minor count as this much'),
  })
  .refine((beat) => beat.words.length + beat.patterns.length > 0, 'give it words or patterns');
export type Beat = z.infer<typeof beatSchema>;

const HOUR_REMEDY = 'write an hour as "07:00"';
const hourSchema = z
  .string(HOUR_REMEDY)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, HOUR_REMEDY)
  .describe('An hour, as "07:00"');

const NUMBER_REMEDY = 'write the number in quotes, as "+441632960961" (E.164)';

export const editionSchema = z.strictObject({
  name: z.string().min(1).max(60).describe('As subscribers see it'),
  publications: z.array(watchlistIdSchema).min(1).optional().describe('All of them unless given'),
  severity: z
    .union([
      leastSeveritySchema,
      z.strictObject({
        email: leastSeveritySchema.optional(),
        sms: leastSeveritySchema.optional(),
        events: leastSeveritySchema.optional(),
      }),
    ])
    .optional()
    .describe('Least severity; unless given: sms major, email notable, digests and events minor'),
  kinds: z
    .array(z.enum(CHANGE_KINDS))
    .min(1)
    .optional()
    .describe('Only revisions with one of these, as kind or inside'),
  beats: z.array(watchlistIdSchema).min(1).optional().describe('Only revisions on one of these'),
  digest: z
    .strictObject({ at: hourSchema, timeZone: timeZoneSchema })
    .optional()
    .describe('E-mail once a day instead of at once'),
  quietHours: z
    .strictObject({ from: hourSchema, to: hourSchema, timeZone: timeZoneSchema })
    .optional()
    .describe('Messages are held, never checks'),
  subscribers: z
    .strictObject({
      email: z.array(z.email()).default([]).describe('Each has to confirm once'),
      sms: z
        .array(z.string(NUMBER_REMEDY).regex(/^\+[1-9]\d{6,14}$/, NUMBER_REMEDY))
        .default([])
        .describe('Phones, in quotes: "+441632960961"'),
      events: z
        .array(
          z
            .string()
            .regex(
              /^(https:\/\/|arn:aws[a-z-]*:(sqs|lambda|firehose):)/,
              'an https address or an SQS, Lambda or Firehose ARN',
            ),
        )
        .default([])
        .describe('For programs: https addresses, or ARNs of SQS, Lambda or Firehose'),
    })
    .default({ email: [], sms: [], events: [] }),
});
export type Edition = z.infer<typeof editionSchema>;

const operatorSchema = z.strictObject({
  contact: z
    .union([z.email(), webUrlSchema], 'an e-mail address or web page where a publisher can reach you')
    .describe('Sent to publishers in the User-Agent'),
  alarms: z.email().optional().describe('Who is told of incidents and alarms; kept out of the template'),
});

const messagesSchema = z.strictObject({
  senderName: z
    .string()
    .max(11)
    .regex(/^[A-Za-z0-9 ._-]*$/, 'at most 11 plain letters and digits')
    .default('StopPress')
    .describe('The topic’s display name, put before each text message'),
  quietPeriod: waitSchema.prefault('1h').describe('Further changes of one article within it are folded into one alert'),
  settle: waitSchema.prefault('2h').describe('A return to an earlier wording is told only if it stands this long'),
  smsPerDay: z
    .int()
    .min(1)
    .default(20)
    .describe('Texts a subscriber gets in a day; the rest are folded into one last text'),
  smsSegments: z.int().min(1).max(10).default(1).describe('Parts that a text may be sent in; each is paid for'),
  tooOld: durationSchema.prefault('1d').describe('What is older than this when it could be sent is reported, not sent'),
});

const siteSchema = z
  .strictObject({
    url: webUrlSchema.optional().describe('Where revision pages are published; messages link there'),
    publish: z.boolean().default(false).describe('Whether AWS serves a page for each revision, through CloudFront'),
    secret: z
      .string()
      .regex(
        /^[A-Za-z0-9_-]{16,64}$/,
        'write 16 to 64 letters, digits, - or _ that nobody can guess: openssl rand -hex 16',
      )
      .optional()
      .describe(
        'Timelines, overviews and feeds are published too, the overview at `o/<secret>.html` under the site’s address and the others at addresses made from it. Whoever has the secret can read everything; another one moves everything',
      ),
  })
  .refine(({ publish, secret }) => publish || secret === undefined, {
    path: ['secret'],
    error: 'nothing is published: write publish: true as well',
  });

/** The whole watchlist: as written goes in, with defaults and durations in milliseconds comes out. */
export const watchlistSchema = z
  .strictObject({
    version: z.literal(1),
    operator: operatorSchema,
    publications: z.record(watchlistIdSchema, publicationSchema),
    beats: z.record(watchlistIdSchema, beatSchema).default({}),
    editions: z.record(watchlistIdSchema, editionSchema).default({}),
    messages: messagesSchema.prefault({}),
    site: siteSchema.prefault({}),
  })
  .superRefine((watchlist, context) => {
    const known = new Set(Object.keys(watchlist.publications));
    const claimed = new Map<string, string>();
    for (const [id, publication] of Object.entries(watchlist.publications)) {
      for (const [field, urls] of sourceUrls(publication)) {
        for (const [index, url] of urls.entries()) {
          const other = claimed.get(url);
          if (other !== undefined && other !== id) {
            context.addIssue({
              code: 'custom',
              path: ['publications', id, field, index],
              message: `“${other}” follows ${url} already: an article can belong to one publication only`,
            });
          }
          claimed.set(url, id);
        }
      }
    }
    for (const [id, edition] of Object.entries(watchlist.editions)) {
      for (const [index, name] of (edition.publications ?? []).entries()) {
        if (!known.has(name))
          context.addIssue({
            code: 'custom',
            path: ['editions', id, 'publications', index],
            message: `there is no publication “${name}”; there are: ${[...known].join(', ')}`,
          });
      }
      for (const [index, name] of (edition.beats ?? []).entries()) {
        if (!Object.hasOwn(watchlist.beats, name))
          context.addIssue({
            code: 'custom',
            path: ['editions', id, 'beats', index],
            message: `there is no beat “${name}”; add it under beats`,
          });
      }
    }
  });
export type Watchlist = z.infer<typeof watchlistSchema>;
/** As written in the file, before defaults and durations are worked out. */
export type WatchlistSource = z.input<typeof watchlistSchema>;

function sourceUrls(publication: Publication): readonly (readonly [string, readonly string[]])[] {
  return [
    ['feeds', publication.feeds],
    ['sitemaps', publication.sitemaps],
    ['sections', publication.sections.map((section) => section.url)],
    ['articles', publication.articles],
  ];
}

function hasSource(publication: {
  feeds: string[];
  sitemaps: string[];
  sections: unknown[];
  articles: string[];
}): boolean {
  return (
    publication.feeds.length + publication.sitemaps.length + publication.sections.length + publication.articles.length >
    0
  );
}

function isRegularExpression(text: string): boolean {
  try {
    RegExp(text, 'iu');
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function isTimeZone(text: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
