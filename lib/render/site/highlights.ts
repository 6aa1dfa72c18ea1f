/** Gathers what stands out among many revisions, keeping only what a page will show, however many there are. */
import { isAtLeast } from '../../change.ts';
import { DAY_MS } from '../../instant.ts';
import type { Highlights, RevisionLine } from '../pages/index.ts';

export type Gathering = {
  /** One article's revisions, oldest first, the first sighting among them. */
  readonly add: (lines: readonly RevisionLine[]) => void;
  readonly highlights: () => Highlights;
  /** When anything was last committed; null where nothing was. */
  readonly lastAt: () => string | null;
};

/** `now` is an ISO 8601 instant: the chart of days ends there. */
export function gatherHighlights(now: string): Gathering {
  const recent = keepLatest(LIST_LENGTH);
  const unannounced = keepLatest(LIST_LENGTH);
  const corrections = keepLatest(SHORT_LIST_LENGTH);
  const headlines = keepLatest(SHORT_LIST_LENGTH);
  const withdrawn = keepLatest(SHORT_LIST_LENGTH);
  const days = lastDays(now);
  let mostRevised: Highlights['mostRevised'] = [];
  const counts = { articles: 0, revisions: 0, major: 0, unannouncedMajor: 0 };
  let lastAt: string | null = null;

  const addLine = (line: RevisionLine): void => {
    counts.revisions += 1;
    const isMajor = line.severity === 'major';
    if (isMajor) counts.major += 1;
    const day = days.get(line.fetchedAt.slice(0, 10));
    if (day !== undefined) {
      day.revisions += 1;
      if (isMajor) day.major += 1;
    }
    if (isAtLeast(line.severity, 'minor')) recent.add(line);
    if (isMajor && line.unannounced) {
      counts.unannouncedMajor += 1;
      unannounced.add(line);
    }
    if (line.kinds.includes('correction')) corrections.add(line);
    if (line.kinds.includes('headline') && isAtLeast(line.severity, 'minor')) headlines.add(line);
    if (line.kinds.includes('availability')) withdrawn.add(line);
  };

  return {
    add: (lines) => {
      const last = lines.at(-1);
      if (last === undefined) return;
      counts.articles += 1;
      if (lastAt === null || last.fetchedAt > lastAt) lastAt = last.fetchedAt;
      const revisions = lines.filter((line) => line.number > 1);
      for (const line of revisions) addLine(line);
      if (revisions.length > 1) {
        mostRevised = [...mostRevised, { headline: last.headline, href: last.timeline, revisions: revisions.length }]
          .toSorted((a, b) => b.revisions - a.revisions)
          .slice(0, MOST_REVISED);
      }
    },
    highlights: () => ({
      ...counts,
      days: [...days].map(([day, count]) => ({ day, ...count })),
      recent: recent.lines(),
      unannounced: unannounced.lines(),
      corrections: corrections.lines(),
      headlines: headlines.lines(),
      withdrawn: withdrawn.lines(),
      mostRevised,
    }),
    lastAt: () => lastAt,
  };
}

const LIST_LENGTH = 15;
const SHORT_LIST_LENGTH = 8;
const MOST_REVISED = 10;
const DAYS = 30;

function lastDays(now: string): Map<string, { revisions: number; major: number }> {
  const end = Date.parse(now);
  const days = Array.from({ length: DAYS }, (_, index) => new Date(end - (DAYS - 1 - index) * DAY_MS));
  return new Map(days.map((day) => [day.toISOString().slice(0, 10), { revisions: 0, major: 0 }]));
}

/** The latest `most` lines of any number, latest first. */
export function keepLatest(most: number) {
  let kept: RevisionLine[] = [];
  const trim = (): RevisionLine[] =>
    kept.toSorted((a, b) => (a.fetchedAt < b.fetchedAt ? 1 : a.fetchedAt > b.fetchedAt ? -1 : 0)).slice(0, most);
  return {
    add: (line: RevisionLine): void => {
      kept.push(line);
      if (kept.length > most * 4) kept = trim();
    },
    lines: (): readonly RevisionLine[] => trim(),
  };
}
