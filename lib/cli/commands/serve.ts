/** `stop-press serve`: the pages of a local store in a browser, as the store changes. */
import { serve } from '@hono/node-server';
import { InvalidArgumentError, type Command } from 'commander';
import { ConfigError } from '../../errors.ts';
import { storeOption } from '../local-store.ts';
import { print, type Session } from '../session.ts';
import { createSiteApp } from '../site-app.ts';
import { openSiteSource, type SiteOptions } from '../site-source.ts';
import { watchlistOption } from '../watchlist-option.ts';

type ServeOptions = SiteOptions & { readonly host: string; readonly port: number };

export function addServe(program: Command, session: Session): void {
  program
    .command('serve')
    .description('show every revision in your browser, as the store changes')
    .addOption(storeOption())
    .addOption(watchlistOption('name its publications and beats, and read by its selectors'))
    .option('--host <address>', 'where to listen; only this machine unless you say otherwise', LOOPBACK)
    .option('-p, --port <number>', 'which port; 0 takes a free one', portOf, 8140)
    .addHelpText('after', '\nExample:\n  stop-press replay saved/ && stop-press serve')
    .action(async (options: ServeOptions) => {
      const source = await openSiteSource(options, session);
      const app = createSiteApp(source, [...LOCAL_NAMES, bracketed(options.host)], session.now);
      await listen(app.fetch, { hostname: options.host, port: options.port }, session);
    });
}

const LOOPBACK = '127.0.0.1';
const LOCAL_NAMES = ['localhost', LOOPBACK, '[::1]'];

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new InvalidArgumentError('write a number from 0 to 65535');
}

/** Resolves when the session is interrupted and the last answer is out; throws `ConfigError` where it cannot listen. */
function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  where: { readonly hostname: string; readonly port: number },
  session: Session,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, ...where }, ({ port }) => {
      print(session.out, `http://${bracketed(where.hostname)}:${port}/`);
      print(session.log, 'Press Ctrl-C to stop.');
    });
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = REFUSALS.get(cause.code ?? '') ?? `${cause.message}; --host and --port say where`;
      reject(new ConfigError(`Cannot listen on ${bracketed(where.hostname)}:${where.port}: ${why}`, { cause }));
    });
    const stop = (): void => void server.close(() => resolve());
    if (session.interrupted.aborted) stop();
    else session.interrupted.addEventListener('abort', stop, { once: true });
  });
}

const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['EADDRINUSE', 'something else listens there; --port names another port, 0 a free one'],
  ['EACCES', 'you may not use this port; --port names another, above 1023'],
  ['EADDRNOTAVAIL', 'this machine has no such address; --host names another'],
  ['ENOTFOUND', 'this machine has no such address; --host names another'],
]);
