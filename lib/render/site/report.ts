/** The whole site as files: what has not changed since the last time is left as it is. */
import * as z from 'zod';
import { CONTENT_SECURITY_POLICY, renderRevisionPage, renderTimeline } from '../pages/index.ts';
import { readHistory, type Archive, type History, type ReadAgain } from './archive.ts';
import { entriesOf, feedOf, type FeedAddress } from './feed-of.ts';
import { feedsOf, gatherSite } from './gather.ts';
import type { SiteFacts } from './index-pages.ts';
import { siteLineSchema, type SiteLine } from './line.ts';
import { articlePath, feedPath, OPEN_SITE, pairPath, publicationPath, revisionPath, timelinePath } from './links.ts';
import { preparedLinks, preparedPair } from './pairs.ts';
import type { Place } from './place.ts';
import { pairView, revisionView } from './revision-view.ts';
import { linesOf, timelineView, type ArticleLines } from './timeline-view.ts';

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
    const path = feedPath(selection.of);
    if (!changed.has(selection.of) && (await ports.read(path)) !== null) continue;
    const entries = await entriesOf(selection, archive, ports.readAgain);
    await write(path, feedOf({ ...selection, entries }, path, OPEN_SITE, address, facts.now));
  }
  await write(OPEN_SITE.overview, gathering.overview());
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
const DRAWING = `4 ${CONTENT_SECURITY_POLICY}`;

/** Beside an article's pages: what the overview needs of it, and of which state they were drawn. */
const keptPath = (articleId: string): string => articlePath(articleId, 'revisions.json');

const keptSchema = z.object({ drawing: z.literal(DRAWING), hash: z.string(), lines: z.array(siteLineSchema) });

/** What an earlier report kept of an article, if it was drawn of this very state by this very program. */
async function readKept(ports: ReportPorts, articleId: string, hash: string): Promise<readonly SiteLine[] | null> {
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
): Promise<{ lines: readonly SiteLine[]; pages: number }> {
  const history = await readHistory(ports.archive, articleId, ports.readAgain);
  if (history === null) return { lines: [], pages: 0 };
  const lines = linesOf(history);
  let pages = 0;
  for await (const [path, text] of articlePages(history, lines, articleId)) {
    await ports.write(path, text);
    pages += 1;
  }
  // Last: a report stopped before here draws the article again.
  await ports.write(keptPath(articleId), JSON.stringify({ drawing: DRAWING, hash, lines }));
  return { lines, pages };
}

async function* articlePages(
  history: History,
  lines: ArticleLines,
  articleId: string,
): AsyncGenerator<readonly [string, string], void> {
  const place = (path: string): Place => ({ path, to: OPEN_SITE, bytes: false });
  for (const [index, { revision }] of history.committed.entries()) {
    const path = revisionPath(articleId, revision.number);
    const view = await revisionView(history, index, place(path));
    if (view !== null) yield [path, renderRevisionPage(view)];
  }
  const pair = preparedPair(lines);
  if (pair !== null) {
    const path = pairPath(articleId, pair.from, pair.to);
    const view = pairView(history, pair.from, pair.to, place(path));
    if (view !== null) yield [path, renderRevisionPage(view)];
  }
  const path = timelinePath(articleId);
  yield [path, renderTimeline(timelineView(lines, place(path), preparedLinks(lines, articleId)))];
}
