/**
 * Preloaded into a function's process in tests: connections to the names in REROUTE (JSON, name to local port) go to this machine, in
 * place of DNS. The functions themselves have no way to be told of a local server, and need none.
 */
import { Socket } from 'node:net';

const ports = JSON.parse(process.env['REROUTE'] ?? '{}') as Readonly<Record<string, number>>;

type Target = { host?: string; port?: number; lookup?: unknown };
type Connect = (this: Socket, target: Target | readonly [Target, ...unknown[]], ...rest: unknown[]) => Socket;

const connect = Reflect.get(Socket.prototype, 'connect') as Connect;
const rerouted: Connect = function (target, ...rest) {
  const options = (Array.isArray(target) ? target[0] : target) as Target;
  const port = ports[options.host ?? ''];
  if (port !== undefined) Object.assign(options, { host: '127.0.0.1', port, lookup: undefined });
  return connect.call(this, target, ...rest);
};
Reflect.set(Socket.prototype, 'connect', rerouted);
