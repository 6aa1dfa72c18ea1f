/** Takes a step into the indexes of everything it touches: articles, then publications and beats, then everything. */
import {
  contentOf,
  FEED_LENGTH,
  gather,
  isInFeeds,
  latestOf,
  lineOf,
  summaryOf,
  type Archive,
  type KeptEntry,
  type ReadAgain,
  type SiteLine,
} from '../../render/site/index.ts';
import type { Store } from '../../store.ts';
import { sideBySide } from '../side-by-side.ts';
import {
  changeIndex,
  INDEXES,
  type ArticleIndex,
  type BeatIndex,
  type OverallIndex,
  type PublicationIndex,
} from './indexes.ts';
import type { Found, Step } from './steps.ts';

export type Sources = { readonly state: Store; readonly archive: Archive; readonly readAgain: ReadAgain };

/** All that was touched, as it is now. */
export type Touched = {
  /** Lines of articles, oldest first, never empty. */
  readonly articles: readonly (readonly SiteLine[])[];
  readonly publications: readonly PublicationIndex[];
  readonly beats: readonly BeatIndex[];
  readonly overall: OverallIndex;
};

/** Done twice it is done once. Null where another sweep is at it. */
export async function applyStep(step: Step, build: string, sources: Sources, now: Date): Promise<Touched | null> {
  const { state } = sources;
  const contents = new Map(step.found.map(({ line, content }) => [line, content]));
  const contentFor = (line: SiteLine): Promise<string | null> =>
    contents.get(line)?.() ?? contentOf(line, sources.archive, sources.readAgain);
  const articles = await sideBySide([...Map.groupBy(step.found, ({ line }) => line.articleId)], ([articleId, found]) =>
    changeIndex(state, `articles/${articleId}`, INDEXES.article, build, (known) => withFound(known, found, sources)),
  );
  if (!areAll(articles)) return null;

  const lines = articles.map((article) => article.lines.map(({ line }) => line)).filter((each) => each.length > 0);
  const freshSince = (mark: string): readonly SiteLine[] =>
    articles.flatMap((article) => article.lines.filter((each) => each.mark > mark).map(({ line }) => line));

  const byPublication = Map.groupBy(lines, ([first]) => first?.publication ?? '');
  const publications = await sideBySide([...byPublication], ([id, ofPublication]) =>
    changeIndex(state, `publications/${id}`, INDEXES.publication, build, async (known) => {
      const fresh = freshSince(known.mark).filter((line) => line.publication === id);
      return {
        build,
        id,
        mark: step.mark,
        name: ofPublication.at(-1)?.at(-1)?.publicationName ?? id,
        gathering: gather(known.gathering, fresh, ofPublication),
        entries: await withFresh(known.entries, fresh, contentFor),
      };
    }),
  );
  if (!areAll(publications)) return null;

  const brought = lines.flat().filter(isInFeeds);
  const beats = await sideBySide([...new Set(brought.flatMap(({ beats: of }) => of))], (id) =>
    changeIndex(state, `beats/${id}`, INDEXES.beat, build, async ({ entries }) => {
      const ofBeat = brought.filter((line) => line.beats.includes(id));
      return { build, id, entries: await withFresh(entries, ofBeat, contentFor) };
    }),
  );
  if (!areAll(beats)) return null;

  const overall = await changeIndex(state, 'all', INDEXES.overall, build, async (known) => {
    const fresh = freshSince(known.mark);
    const summaries = publications.map(({ id, name, gathering }) => [id, summaryOf(name, gathering)]);
    return {
      build,
      mark: step.mark,
      gathering: gather(known.gathering, fresh, lines),
      entries: await withFresh(known.entries, fresh, contentFor),
      publications: { ...known.publications, ...Object.fromEntries(summaries) },
      beats: [...new Set([...known.beats, ...beats.map(({ id }) => id)])],
      drawnAt: now.toISOString(),
    };
  });
  return overall && { articles: lines, publications, beats, overall };
}

/** A number that is missing in between was lost on its way here, or is still under way: the ledger has it. */
async function withFound(known: ArticleIndex, found: readonly Found[], { archive }: Sources): Promise<ArticleIndex> {
  const byNumber = new Map(known.lines.map((each) => [each.line.number, each]));
  for (const { mark, line } of found) if (!byNumber.has(line.number)) byNumber.set(line.number, { mark, line });
  const numbers = Array.from({ length: Math.max(0, ...byNumber.keys()) }, (_, index) => index + 1);
  for (const { line, mark } of found.slice(0, 1)) {
    for (const number of numbers.filter((one) => !byNumber.has(one))) {
      const committed = await archive.read(line.articleId, number);
      if (committed !== null) byNumber.set(number, { mark, line: lineOf(committed) });
    }
  }
  return { build: known.build, lines: [...byNumber.values()].toSorted((a, b) => a.line.number - b.line.number) };
}

/** Contents are read only of those that are kept. */
async function withFresh(
  known: readonly KeptEntry[],
  fresh: readonly SiteLine[],
  contentFor: (line: SiteLine) => Promise<string | null>,
): Promise<readonly KeptEntry[]> {
  const contents = new Map(known.map(({ line, content }) => [line, content]));
  const kept = latestOf(
    known.map(({ line }) => line),
    fresh.filter((line) => isInFeeds(line) && !known.some((entry) => isSame(entry.line, line))),
    FEED_LENGTH,
  );
  const entries = await sideBySide(kept, async (line) => ({
    line,
    content: contents.get(line) ?? (await contentFor(line)),
  }));
  return entries.flatMap(({ line, content }) => (content === null ? [] : [{ line, content }]));
}

const isSame = (a: SiteLine, b: SiteLine): boolean => a.articleId === b.articleId && a.number === b.number;

const areAll = <T>(all: readonly (T | null)[]): all is readonly T[] => !all.includes(null);
