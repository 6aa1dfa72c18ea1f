/** The whole site as files: what has not changed since the last time is left as it is. */
import * as z from 'zod';
import { CHANGE_KINDS, SEVERITIES } from '../../change.ts';
import { CONTENT_SECURITY_POLICY, renderRevisionPage, renderTimeline, type RevisionLine } from '../pages/index.ts';
import { readHistory, type Archive, type History, type ReadAgain } from './archive.ts';
import { feedOf, type FeedAddress } from './feed-of.ts';
import { gatherSite, type SiteFacts } from './gather.ts';
import { articlePath, overviewPath, pairPath, publicationPath, revisionPath, timelinePath } from './links.ts';
import { lineOf, pairView, preparedLinks, preparedPairs, revisionView, timelineView, type Place } from './views.ts';

export type ReportPorts = {
  readonly archive: Archive;
  readonly readAgain: ReadAgain;
  /** Writes a file of the report, whole; its folders are made. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** A file of an earlier report; null where there is none. */
  readonly read: (path: string) => Promise<string | null>;
};

export type ReportStep = {
  readonly articleId: string;
  /** Of how many, and how far. */
  readonly articles: number;
  readonly done: number;
  /** Pages written for it; 0 where nothing about it has changed. */
  readonly pages: number;
};

/**
 * Writes every article's pages, then publications, feeds and the overview. Yields after each article. A few articles
 * are held in memory at a time. Stopped half way, it goes on from there the next time.
 */
export async function* writeReport(
  ports: ReportPorts,
  facts: SiteFacts,
  address: FeedAddress,
): AsyncGenerator<ReportStep, void> {
  const { archive, write } = ports;
  const latest = await Array.fromAsync(archive.latest());
  const gathering = gatherSite(facts);
  const changed = new Set<string>();
  for (let from = 0; from < latest.length; from += SIDE_BY_SIDE) {
    const batch = latest.slice(from, from + SIDE_BY_SIDE);
    const drawn = await Promise.all(batch.map((one) => drawArticle(ports, one)));
    for (const [index, { articleId, lines, pages }] of drawn.entries()) {
      gathering.add(lines);
      if (pages > 0) for (const line of lines) for (const feed of feedsOf(line)) changed.add(feed);
      yield { articleId, articles: latest.length, done: from + index + 1, pages };
    }
  }
  for (const id of gathering.publications()) await write(publicationPath(id), gathering.publication(id) ?? '');
  for (const selection of gathering.feeds()) {
    if (!changed.has(selection.of) && (await ports.read(selection.path)) !== null) continue;
    await write(selection.path, await feedOf(selection, archive, ports.readAgain, address, facts.now));
  }
  await write(overviewPath(), gathering.overview());
}

/** One waits for the disk while another is drawn; more would only fill memory. */
const SIDE_BY_SIDE = 4;

/** Draws an article, unless an earlier report did. */
async function drawArticle(ports: ReportPorts, { articleId, number }: { articleId: string; number: number }) {
  const hash = await ports.archive.hashOf(articleId, number);
  const kept = await readKept(ports, articleId, hash);
  if (kept !== null) return { articleId, lines: kept, pages: 0 };
  return { articleId, ...(await writeArticle(ports, articleId, hash)) };
}

/** Raise it when the same revision would be drawn differently; the style sheet counts by itself. */
const DRAWING = `1 ${CONTENT_SECURITY_POLICY}`;

/** Beside an article's pages: what the overview needs of it, and of which state they were drawn. */
const keptPath = (articleId: string): string => articlePath(articleId, 'revisions.json');

const keptSchema = z.object({
  drawing: z.literal(DRAWING),
  hash: z.string(),
  lines: z.array(
    z.object({
      articleId: z.string(),
      publication: z.string(),
      publicationName: z.string(),
      number: z.int(),
      headline: z.string(),
      severity: z.enum(SEVERITIES),
      unannounced: z.boolean(),
      summary: z.string(),
      fetchedAt: z.string(),
      unchangedAt: z.string().nullable(),
      kinds: z.array(z.enum(CHANGE_KINDS)),
      wordsAdded: z.number(),
      wordsRemoved: z.number(),
      beats: z.array(z.string()),
      href: z.null(),
      timeline: z.null(),
    }),
  ),
});

/** What an earlier report kept of an article, if it was drawn of this very state by this very program. */
async function readKept(ports: ReportPorts, articleId: string, hash: string): Promise<readonly RevisionLine[] | null> {
  const text = await ports.read(keptPath(articleId));
  if (text === null) return null;
  const kept = keptSchema.safeParse(parsed(text));
  return kept.success && kept.data.hash === hash ? kept.data.lines : null;
}

/** Half a file, as a report that was stopped may leave, is no JSON: then the article is drawn anew. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function writeArticle(
  ports: ReportPorts,
  articleId: string,
  hash: string,
): Promise<{ lines: readonly RevisionLine[]; pages: number }> {
  const history = await readHistory(ports.archive, articleId, ports.readAgain);
  if (history === null) return { lines: [], pages: 0 };
  let pages = 0;
  for await (const [path, text] of articlePages(history, articleId)) {
    await ports.write(path, text);
    pages += 1;
  }
  const lines = history.committed.map((committed) => lineOf(committed, null));
  // Last: a report stopped before here draws the article again.
  await ports.write(keptPath(articleId), JSON.stringify({ drawing: DRAWING, hash, lines }));
  return { lines, pages };
}

async function* articlePages(history: History, articleId: string): AsyncGenerator<readonly [string, string], void> {
  const place = (path: string): Place => ({ path, linked: true, bytes: false });
  for (const [index, { revision }] of history.committed.entries()) {
    const path = revisionPath(articleId, revision.number);
    const view = await revisionView(history, index, place(path));
    if (view !== null) yield [path, renderRevisionPage(view)];
  }
  for (const { from, to } of preparedPairs(history)) {
    const path = pairPath(articleId, from, to);
    const view = pairView(history, from, to, place(path));
    if (view !== null) yield [path, renderRevisionPage(view)];
  }
  const path = timelinePath(articleId);
  yield [path, renderTimeline(timelineView(history, place(path), preparedLinks(history, articleId)))];
}

const feedsOf = (line: RevisionLine): readonly string[] => [
  'all',
  `publications/${line.publication}`,
  ...line.beats.map((beat) => `beats/${beat}`),
];
