/** Draws the pages over revisions into the bucket they are served from. */
import { renderRevisionPage, renderTimeline } from '../../render/pages/index.ts';
import {
  addressOf,
  drawOverview,
  drawPublication,
  feedOf,
  pairView,
  preparedPair,
  relativeHref,
  timelineView,
  type Addresses,
  type SecretSite,
  type SiteFacts,
  type SiteLine,
} from '../../render/site/index.ts';
import type { Store } from '../../store.ts';
import { sideBySide } from '../side-by-side.ts';
import type { Sources, Touched } from './apply.ts';
import type { OverallIndex } from './indexes.ts';

export type Drawing = {
  /** The bucket. */
  readonly site: Store;
  readonly addresses: SecretSite;
  /** Where it lies on the web; null where the watchlist does not say. */
  readonly url: string | null;
  readonly facts: SiteFacts;
};

/** Draws everything a step has touched. */
export async function drawTouched(touched: Touched, drawing: Drawing, sources: Sources): Promise<void> {
  const { addresses, facts } = drawing;
  await sideBySide(touched.articles, (lines) => drawArticle(lines, drawing, sources));
  await sideBySide(touched.publications, async ({ id, name, gathering, entries }) => {
    const path = addresses.all.publication(id);
    await put(drawing, path, drawPublication(path, addresses.ofPublication(id), facts, { id, name, gathering }));
    await drawFeed(`publications/${id}`, name, entries, drawing);
  });
  await sideBySide(touched.beats, ({ id, entries }) => drawFeed(`beats/${id}`, id, entries, drawing));
  await drawFeed('all', 'every revision', touched.overall.entries, drawing);
  await drawAll(touched.overall, drawing);
}

/** The overview: it links to what there is by now. */
export async function drawAll({ gathering, publications, beats }: OverallIndex, drawing: Drawing): Promise<void> {
  const { all } = drawing.addresses;
  const feeds = new Set(['all', ...Object.keys(publications).map((id) => `publications/${id}`)]);
  for (const beat of beats) feeds.add(`beats/${beat}`);
  const to: Addresses = {
    ...all,
    publication: (id) => (Object.hasOwn(publications, id) ? all.publication(id) : null),
    feed: (of) => (feeds.has(of) ? all.feed(of) : null),
  };
  const facts = { ...drawing.facts, beats };
  await put(drawing, all.overview, drawOverview(all.overview, to, facts, gathering, publications));
}

async function drawArticle(lines: readonly SiteLine[], drawing: Drawing, { archive, readAgain }: Sources) {
  const [first, ...later] = lines;
  if (first === undefined) return;
  const { addresses } = drawing;
  const path = addresses.all.timeline(first.articleId);
  const pair = preparedPair(lines);
  const pairPath = addresses.sinceFirst(first.articleId);
  if (pair !== null) {
    const [before, after] = [
      await archive.read(first.articleId, pair.from),
      await archive.read(first.articleId, pair.to),
    ];
    const place = { path: pairPath, to: addresses.ofArticle, bytes: false };
    const view = before && after && pairView({ committed: [before, after], readAgain }, pair.from, pair.to, place);
    if (view !== null) await put(drawing, pairPath, renderRevisionPage(view));
  }
  const pairs = pair === null ? [] : [{ name: `the latest, revision ${pair.to}`, href: relativeHref(path, pairPath) }];
  const place = { path, to: addresses.ofArticle, bytes: false };
  const view = timelineView([first, ...later], place, { kind: 'links', pairs, elsewhere: null });
  await put(drawing, path, renderTimeline(view));
}

async function drawFeed(
  of: string,
  name: string,
  entries: Touched['overall']['entries'],
  { site, addresses, url, facts }: Drawing,
): Promise<void> {
  const path = addresses.all.feed(of);
  const text = feedOf({ of, name, entries }, path, addresses.ofFeed(of), addressOf(url), facts.now);
  await put({ site }, path, text);
}

/** A lost race is another sweep's page, drawn of the same or later. */
async function put({ site }: Pick<Drawing, 'site'>, path: string, text: string): Promise<void> {
  const stored = await site.get(path);
  if (stored !== null && new TextDecoder().decode(stored.bytes) === text) return;
  await site.putIfUnchanged(path, new TextEncoder().encode(text), stored?.version ?? null);
}
