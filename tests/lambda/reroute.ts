/**
 * Preloaded into a function's process in tests: connections to the names in REROUTE (JSON, name to local port) go to this machine, in
 * place of DNS. The functions themselves have no way to be told of a local server, and need none.
 */
import { Socket } from 'node:net';

const ports = JSON.parse(process.env['REROUTE'] ?? '{}') as Readonly<Record<string, number>>;

type Target = { readonly host?: string };
/** As net.connect() hands over what it was given: the options, and a callback. */
type Normalised = [Target, ...unknown[]];
type Connect = (this: Socket, target: Target | Normalised, ...rest: unknown[]) => Socket;

const connect = Reflect.get(Socket.prototype, 'connect') as Connect;
const rerouted: Connect = function (target, ...rest) {
  const port = ports[(Array.isArray(target) ? target[0] : target).host ?? ''];
  if (port === undefined) return connect.call(this, target, ...rest);
  // Copies: by the options it gave, the agent knows its sockets, and would never get one back whose host had become another.
  const here = { host: '127.0.0.1', port, lookup: undefined };
  if (!Array.isArray(target)) return connect.call(this, { ...target, ...here }, ...rest);
  target[0] = { ...target[0], ...here };
  return connect.call(this, target, ...rest);
};
Reflect.set(Socket.prototype, 'connect', rerouted);
