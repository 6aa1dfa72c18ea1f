/** The site as a small web application: read-only, each page drawn from the store when it is asked for. */
import { Hono, type Context } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import {
  CONTENT_SECURITY_POLICY,
  renderRevisionPage,
  renderTimeline,
  type RevisionView,
} from '../render/pages/index.ts';
import {
  entriesOf,
  feedOf,
  feedPath,
  gatherSite,
  linesOf,
  OPEN_SITE,
  pairPath,
  pairView,
  readHistory,
  revisionPath,
  revisionView,
  timelinePath,
  timelineView,
  type History,
  type Place,
  type SiteGathering,
  type SiteLine,
} from '../render/site/index.ts';
import type { SiteSource } from './site-source.ts';

/**
 * `hosts` are the names it answers to (the `Host` header): a page elsewhere that has its own name resolve to this machine
 * reads nothing (DNS rebinding).
 */
export function createSiteApp(source: SiteSource, hosts: readonly string[], now: () => Date): Hono {
  const app = new Hono();
  const known = new Map<string, { readonly number: number; readonly lines: readonly SiteLine[] }>();

  const gather = async (): Promise<SiteGathering> => {
    const gathering = gatherSite(source.facts(now()));
    for await (const { articleId, number } of source.archive.latest()) {
      let entry = known.get(articleId);
      if (entry?.number !== number) {
        const history = await readHistory(source.archive, articleId, source.readAgain);
        entry = { number, lines: history === null ? [] : linesOf(history) };
        known.set(articleId, entry);
      }
      gathering.add(entry.lines);
    }
    return gathering;
  };
  const feed = async (context: Context, of: string): Promise<Response> => {
    const selection = (await gather()).feeds().find((one) => one.of === of);
    if (selection === undefined) return context.notFound();
    const entries = await entriesOf(selection, source.archive, source.readAgain);
    const text = feedOf({ ...selection, entries }, feedPath(of), OPEN_SITE, source.address, now().toISOString());
    return context.body(text, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
  };

  app.use(secureHeaders({ xFrameOptions: 'DENY', referrerPolicy: 'no-referrer', strictTransportSecurity: false }));
  app.use(async (context, next): Promise<Response | void> => {
    const host = new URL(context.req.url).hostname;
    if (!hosts.includes(host)) return context.text('This server does not answer to that name.', 403);
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      return context.text('There is nothing to change here.', 405, { Allow: 'GET, HEAD' });
    }
    context.header('Content-Security-Policy', `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`);
    context.header('Cache-Control', 'no-store');
    return next();
  });

  app.get('/', async (context) => context.html((await gather()).overview()));
  app.get('/index.html', async (context) => context.html((await gather()).overview()));
  app.get('/feed.atom', (context) => feed(context, 'all'));
  app.get('/beats/:id/feed.atom', (context) => feed(context, `beats/${context.req.param('id')}`));
  app.get('/publications/:id/feed.atom', (context) => feed(context, `publications/${context.req.param('id')}`));
  app.get('/publications/:id/:file{(index.html)?}', async (context) => {
    const page = (await gather()).publication(context.req.param('id'));
    return page === null ? context.notFound() : context.html(page);
  });
  app.get('/articles/:id/:file{[^/]*}', async (context) => {
    const { id, file } = context.req.param();
    const history = ARTICLE_ID.test(id) ? await readHistory(source.archive, id, source.readAgain) : null;
    const page = history === null ? null : await articlePage(history, id, file, context.req.query());
    return page === null ? context.notFound() : context.html(page);
  });
  app.get('/pages/:file{[0-9a-f]{64}\\.txt}', async (context) => {
    const bytes = await source.archive.page(context.req.param('file').slice(0, 64));
    if (bytes === null) return context.notFound();
    // A publisher's page, to be read and never run.
    return context.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
    });
  });
  app.notFound((context) => context.text('There is no such page here.', 404));
  return app;
}

/** A file of an article's folder: its timeline, a revision, or two compared. Null where there is no such file. */
async function articlePage(
  history: History,
  articleId: string,
  file: string,
  query: Readonly<Record<string, string>>,
): Promise<string | null> {
  const drawn = (view: RevisionView | null): string | null => (view === null ? null : renderRevisionPage(view));
  const pair = (from: number, to: number): string | null =>
    drawn(pairView(history, from, to, placeOf(pairPath(articleId, from, to))));
  if (file === '' || file === 'index.html') {
    return renderTimeline(timelineView(linesOf(history), placeOf(timelinePath(articleId)), COMPARE));
  }
  if (file === 'compare') return pair(Number(query['from']), Number(query['to']));
  const [, first, second] = /^(\d+)(?:-(\d+))?\.html$/.exec(file) ?? [];
  if (first === undefined) return null;
  if (second !== undefined) return pair(Number(first), Number(second));
  const index = history.committed.findIndex(({ revision }) => revision.number === Number(first));
  return drawn(await revisionView(history, index, placeOf(revisionPath(articleId, Number(first)))));
}

const ARTICLE_ID = /^[A-Za-z0-9-]{1,200}$/;
const COMPARE = { kind: 'form', action: 'compare' } as const;
const placeOf = (path: string): Place => ({ path, to: OPEN_SITE, bytes: true });
