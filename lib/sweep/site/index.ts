/**
 * The sweep writes the pages over revisions: timelines of articles, pages of publications, the overview, feeds.
 *
 *  1. Notify has written a revision's own page, and left a note of it. The sweep reads the notes that are new, and nothing else.
 *  2. Indexes in the state hold what pages show. A step takes some notes into the indexes they touch, draws the pages of
 *     these, and then says how far it has come.
 *  3. A step that was cut off is done again, with the same outcome: an index knows up to which mark it has counted.
 *  4. Without indexes they are built from the ledger, a few articles a step: after the first deployment, after an upgrade that
 *     keeps something else, and when somebody has deleted `site/progress.json`.
 *  5. Nothing is begun after the deadline; the next sweep goes on.
 */
import { HOUR_MS, millisecondsBetween } from '../../instant.ts';
import { createArchive, readAgainBy, secretSite } from '../../render/site/index.ts';
import type { Store, Stores } from '../../store.ts';
import type { Watchlist } from '../../watchlist.ts';
import { applyStep } from './apply.ts';
import { drawAll, drawTouched, type Drawing } from './draw.ts';
import { changeIndex, INDEXES } from './indexes.ts';
import { moveOn, nextStep, readProgress } from './steps.ts';

export { noteRevision } from './notes.ts';

export type SitePorts = {
  readonly stores: Stores;
  /** The bucket pages are served from. */
  readonly site: Store;
  readonly watchlist: Watchlist;
  readonly now: () => Date;
};

export type SiteSummary = {
  /** Revisions taken in. */
  readonly revisions: number;
  /** Work is left for the next sweep. */
  readonly unfinished: boolean;
};

/** Does nothing where the watchlist gives no secret. Rejects when a store fails; what was done until then is done. */
export async function writeSite({ stores, site, watchlist, now }: SitePorts, deadline: Date): Promise<SiteSummary> {
  const { secret, url = null } = watchlist.site;
  if (secret === undefined) return { revisions: 0, unfinished: false };
  const archive = createArchive(stores);
  const sources = { state: stores.state, archive, readAgain: readAgainBy(watchlist.publications, archive) };
  const startedAt = now();
  const publications = Object.entries(watchlist.publications).map(([id, { name }]) => ({ id, name }));
  const facts = { now: startedAt.toISOString(), publications, beats: [] };
  const drawing = { site, addresses: secretSite(secret), url, facts };
  let revisions = 0;
  let progress = await readProgress(stores.state, startedAt);
  while (now() < deadline) {
    const step = await nextStep(progress, sources, startedAt);
    if (step === null) {
      if (revisions === 0) await drawAgainByTheHour(progress.build, drawing, stores.state);
      return { revisions, unfinished: false };
    }
    const touched = await applyStep(step, progress.build, sources, startedAt);
    if (touched !== null) await drawTouched(touched, drawing, sources);
    const moved = touched && (await moveOn(stores.state, progress, step.mark));
    // Another sweep is at it, and goes on.
    if (moved === null) return { revisions, unfinished: true };
    progress = moved;
    revisions += step.found.length;
  }
  return { revisions, unfinished: true };
}

/** Who is silent, and the chart of days, change with time alone. */
async function drawAgainByTheHour(build: string, drawing: Drawing, state: Store): Promise<void> {
  let isDue = false;
  const overall = await changeIndex(state, 'all', INDEXES.overall, build, (known) => {
    isDue = known.drawnAt === '' || millisecondsBetween(known.drawnAt, drawing.facts.now) >= HOUR_MS;
    return Promise.resolve(isDue ? { ...known, drawnAt: drawing.facts.now } : known);
  });
  if (isDue && overall !== null) await drawAll(overall, drawing);
}
