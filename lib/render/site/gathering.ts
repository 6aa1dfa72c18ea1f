/**
 * What stands out among many revisions, as plain values that can be stored and taken up again: it grows with what a page
 * shows, not with the revisions. Lists are short, latest or most first.
 */
import * as z from 'zod';
import { isAtLeast } from '../../change.ts';
import { DAY_MS, millisecondsBetween } from '../../instant.ts';
import type { Highlights } from '../pages/index.ts';
import { linkedFrom, nameOf, siteLineSchema, type SiteLine } from './line.ts';
import { relativeHref, type Addresses } from './links.ts';

const lines = z.array(siteLineSchema).readonly();

export const gatheringSchema = z
  .object({
    /** Articles and revisions ever seen; a first sighting is no revision. */
    articles: z.int(),
    revisions: z.int(),
    major: z.int(),
    unannouncedMajor: z.int(),
    /** When anything was last committed, a first sighting too; null where nothing was. */
    lastAt: z.string().nullable(),
    /** By day (UTC) of the last month: revisions, and how many of them were major. */
    days: z.record(z.string(), z.tuple([z.int(), z.int()]).readonly()).readonly(),
    recent: lines,
    unannounced: lines,
    corrections: lines,
    headlines: lines,
    withdrawn: lines,
    mostRevised: z
      .array(z.object({ articleId: z.string(), headline: z.string(), revisions: z.int() }).readonly())
      .readonly(),
  })
  .readonly();
export type Gathering = z.infer<typeof gatheringSchema>;

export const EMPTY_GATHERING: Gathering = {
  articles: 0,
  revisions: 0,
  major: 0,
  unannouncedMajor: 0,
  lastAt: null,
  days: {},
  recent: [],
  unannounced: [],
  corrections: [],
  headlines: [],
  withdrawn: [],
  mostRevised: [],
};

/** With lines that it has not counted yet. `ofArticles` are all lines of each of their articles, oldest first. */
export function gather(
  known: Gathering,
  fresh: readonly SiteLine[],
  ofArticles: readonly (readonly SiteLine[])[],
): Gathering {
  const revisions = fresh.filter((line) => line.number > 1);
  const major = revisions.filter((line) => line.severity === 'major');
  const unannounced = major.filter((line) => line.unannounced);
  const told = revisions.filter((line) => isAtLeast(line.severity, 'minor'));
  const last = latestOf([], fresh, 1)[0]?.fetchedAt ?? null;
  return {
    articles: known.articles + fresh.length - revisions.length,
    revisions: known.revisions + revisions.length,
    major: known.major + major.length,
    unannouncedMajor: known.unannouncedMajor + unannounced.length,
    lastAt: known.lastAt !== null && (last === null || known.lastAt > last) ? known.lastAt : last,
    days: countDays(known.days, revisions),
    recent: latestOf(known.recent, told, LIST_LENGTH),
    unannounced: latestOf(known.unannounced, unannounced, LIST_LENGTH),
    corrections: latestOf(known.corrections, having('correction', told), SHORT_LIST_LENGTH),
    headlines: latestOf(known.headlines, having('headline', told), SHORT_LIST_LENGTH),
    withdrawn: latestOf(known.withdrawn, having('availability', told), SHORT_LIST_LENGTH),
    mostRevised: mostRevised(known.mostRevised, ofArticles),
  };
}

/** As the page at `from` shows it. `now` is an ISO 8601 instant: the chart of days ends there. */
export function highlightsOf(gathering: Gathering, now: string, from: string, to: Addresses): Highlights {
  const linked = (some: readonly SiteLine[]) => some.map((line) => linkedFrom(from, line, to));
  return {
    articles: gathering.articles,
    revisions: gathering.revisions,
    major: gathering.major,
    unannouncedMajor: gathering.unannouncedMajor,
    days: lastDays(now).map((day) => {
      const [revisions = 0, major = 0] = gathering.days[day] ?? [];
      return { day, revisions, major };
    }),
    recent: linked(gathering.recent),
    unannounced: linked(gathering.unannounced),
    corrections: linked(gathering.corrections),
    headlines: linked(gathering.headlines),
    withdrawn: linked(gathering.withdrawn),
    mostRevised: gathering.mostRevised.map(({ articleId, headline, revisions }) => {
      const path = to.timeline(articleId);
      return { headline, revisions, href: path === null ? null : relativeHref(from, path) };
    }),
  };
}

/** The latest `most` of both, each once, latest first. */
export function latestOf<Line extends SiteLine>(
  known: readonly Line[],
  fresh: readonly Line[],
  most: number,
): readonly Line[] {
  if (fresh.length === 0) return known;
  const each = new Map([...known, ...fresh].map((line) => [nameOf(line), line]));
  return [...each.values()]
    .toSorted((a, b) => (a.fetchedAt < b.fetchedAt ? 1 : a.fetchedAt > b.fetchedAt ? -1 : 0))
    .slice(0, most);
}

/** Two days without anything new or changed is longer than any newsroom sleeps. */
export const isSilent = (lastAt: string | null, now: string): boolean =>
  lastAt === null || millisecondsBetween(lastAt, now) > 2 * DAY_MS;

const LIST_LENGTH = 15;
const SHORT_LIST_LENGTH = 8;
const MOST_REVISED = 10;
const DAYS = 30;

const having = (kind: SiteLine['kinds'][number], some: readonly SiteLine[]): readonly SiteLine[] =>
  some.filter((line) => line.kinds.includes(kind));

function mostRevised(
  known: Gathering['mostRevised'],
  ofArticles: readonly (readonly SiteLine[])[],
): Gathering['mostRevised'] {
  const counted = new Map(known.map((one) => [one.articleId, one]));
  for (const ofArticle of ofArticles) {
    const revisions = ofArticle.length - 1;
    const last = ofArticle.at(-1);
    if (last === undefined || revisions < 2) continue;
    counted.set(last.articleId, { articleId: last.articleId, headline: last.headline, revisions });
  }
  return [...counted.values()].toSorted((a, b) => b.revisions - a.revisions).slice(0, MOST_REVISED);
}

function countDays(known: Gathering['days'], revisions: readonly SiteLine[]): Gathering['days'] {
  if (revisions.length === 0) return known;
  const days = new Map(Object.entries(known));
  for (const { fetchedAt, severity } of revisions) {
    const day = fetchedAt.slice(0, 10);
    const [all = 0, major = 0] = days.get(day) ?? [];
    days.set(day, [all + 1, severity === 'major' ? major + 1 : major]);
  }
  return Object.fromEntries([...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(-DAYS));
}

function lastDays(now: string): readonly string[] {
  const end = Date.parse(now);
  return Array.from({ length: DAYS }, (_, index) =>
    new Date(end - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}
