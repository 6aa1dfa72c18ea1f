/** A real HTTP server on a free local port, for tests: each path answers as it is told, and every request is remembered. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Served = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

/** What to answer with: the same each time, or whatever the function does with the response (or with its socket). */
export type Route = Served | ((request: IncomingMessage, response: ServerResponse) => void);

export type Seen = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly atMs: number };

export type Origin = {
  /** "http://127.0.0.1:40000" */
  readonly origin: string;
  readonly url: (path: string) => string;
  /** Answers a path (with its query) from now on. A path nobody set is a 404. */
  readonly serve: (path: string, route: Route) => void;
  /** All requests so far, in order. */
  readonly seen: readonly Seen[];
  /** How many connections were opened. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

export async function startOrigin(routes: Readonly<Record<string, Route>> = {}): Promise<Origin> {
  const served = new Map(Object.entries(routes));
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    seen.push({ path, headers: request.headers, atMs: performance.now() });
    answer(served.get(path) ?? { status: 404, body: 'not found' }, request, response);
  });
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    url: (path) => origin + path,
    serve: (path, route) => void served.set(path, route),
    seen,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(route: Route, request: IncomingMessage, response: ServerResponse): void {
  if (typeof route === 'function') return route(request, response);
  const { status = 200, headers = {}, body = '' } = route;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(body);
  return undefined;
}
