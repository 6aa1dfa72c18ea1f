/**
 * A small HTTP proxy before an emulator, which enforces what AWS documents and the emulator lets pass, and which can fail on
 * demand as AWS does. The wire tests talk to nothing else.
 *
 * - S3: a PUT of an object with `If-None-Match: *` is 412 where the key exists; with `If-Match`, 412 where the ETag differs and 404 where
 *   there is nothing; conditions on one key are judged one at a time. A PUT with neither is 403, as by the policy of our buckets.
 * - S3: a listing is in the order of the keys' UTF-8 bytes, and its pages follow on (tests/wire/strict-listing.ts).
 * - SNS: a subject has 1 to 99 characters with no line breaks or control characters; a message is not empty and, with its
 *   attributes, at most 262,144 bytes; a `String.Array` holds a JSON array, and
 *   a filter policy matches any of its members (tests/wire/strict-filter.ts).
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFilterTranslation } from './strict-filter.ts';
import { createListing } from './strict-listing.ts';

/** One request as the front sees it. `action` is SNS's or SQS's, null for S3. */
export type Seen = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly action: string | null;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** What may happen to a request in place of what should. */
export type Fault =
  /** The emulator never sees it. */
  | { readonly kind: 'answer'; readonly status: number; readonly code: string }
  /** The emulator does it, and the connection breaks before the client hears of it. */
  | { readonly kind: 'lose-answer' };

export type Front = {
  readonly url: string;
  /** Asked about every request that follows, until the function it answers is called. */
  readonly faultWhen: (decide: (seen: Seen) => Fault | null) => () => void;
  /** Told of every object put, once it is there: what S3 would send an event for. */
  readonly onObjectPut: (told: (path: string) => void) => void;
  readonly close: () => Promise<void>;
};

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** @param enforce false before a referee, which judges conditions, listings and filters itself; SNS's rules of form it does not know either. */
export async function startStrictFront(target: string, { enforce }: { enforce: boolean }): Promise<Front> {
  const deciders = new Set<(seen: Seen) => Fault | null>();
  const listeners: ((path: string) => void)[] = [];
  const turns = new Map<string, Promise<unknown>>();

  const listing = createListing();
  const filters = createFilterTranslation();

  const answerTo = async (seen: Seen): Promise<Answer> => {
    const refused = refusedPublish(seen);
    if (refused !== null) return refused;
    if (enforce && seen.action === 'CheckIfPhoneNumberIsOptedOut') return nobodyOptedOut();
    if (!isObjectPut(seen)) return enforce ? answerStrictly(seen) : forward(target, seen);
    const before = turns.get(seen.path);
    const turn = (async () => {
      await before?.catch(() => {});
      const answer = (enforce ? await refusedPut(target, seen) : null) ?? (await forward(target, seen));
      if (answer.status === 200) {
        listing.add(seen.path);
        for (const told of listeners) told(seen.path);
      }
      return answer;
    })();
    turns.set(seen.path, turn);
    return turn;
  };

  const answerStrictly = async (seen: Seen): Promise<Answer> => {
    const answer = await forward(target, { ...seen, body: filters.toEmulator(seen) });
    if (answer.status !== 200) return answer;
    return { ...answer, body: Buffer.from(listing.answer(seen) ?? filters.fromEmulator(seen, answer.body)) };
  };

  const server = createServer((incoming, response) => {
    void (async () => {
      const seen = await see(incoming);
      const fault = [...deciders].map((decide) => decide(seen)).find((fault) => fault !== null);
      if (fault?.kind === 'answer') return send(response, refusal(seen, fault.status, fault.code, 'on demand'));
      const answer = await answerTo(seen);
      if (fault?.kind === 'lose-answer') return response.destroy();
      return send(response, answer);
    })().catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faultWhen: (decide) => {
      deciders.add(decide);
      return () => deciders.delete(decide);
    },
    onObjectPut: (told) => void listeners.push(told),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function see(incoming: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const { pathname: path, searchParams: query } = new URL(incoming.url ?? '/', 'http://front');
  const target = incoming.headers['x-amz-target'];
  const form = incoming.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  return {
    method: incoming.method ?? 'GET',
    path,
    query,
    action: typeof target === 'string' ? (target.split('.')[1] ?? null) : form ? formOf(body).get('Action') : null,
    headers: incoming.headers,
    body,
  };
}

const formOf = (body: Buffer): URLSearchParams => new URLSearchParams(body.toString());

/** `/bucket/key`, and no bucket or sub-resource (`?notification`). */
const isObjectPut = ({ method, path, query }: Seen): boolean =>
  method === 'PUT' && /^\/[^/]+\/./.test(path) && [...query.keys()].every((name) => name === 'x-id');

async function refusedPut(target: string, seen: Seen): Promise<Answer | null> {
  const { 'if-match': match, 'if-none-match': noneMatch } = seen.headers;
  if (match === undefined && noneMatch === undefined) {
    return refusal(seen, 403, 'AccessDenied', 'Our buckets take conditional writes only');
  }
  const look = (path: string) =>
    forward(target, { ...seen, path, method: 'HEAD', body: Buffer.alloc(0), headers: bare(seen.headers) });
  const there = await look(seen.path);
  // No bucket, no condition: the emulator says so itself.
  if (there.status === 404 && (await look(seen.path.replace(/(?<=.)\/.*/, ''))).status === 404) return null;
  if (noneMatch !== undefined) {
    return there.status === 404 ? null : refusal(seen, 412, 'PreconditionFailed', 'If-None-Match');
  }
  if (there.status === 404) return refusal(seen, 404, 'NoSuchKey', 'The specified key does not exist.');
  return there.headers.etag === match ? null : refusal(seen, 412, 'PreconditionFailed', 'If-Match');
}

const bare = ({ host, authorization }: IncomingHttpHeaders): IncomingHttpHeaders => ({ host, authorization });

function refusedPublish(seen: Seen): Answer | null {
  if (seen.action !== 'Publish') return null;
  const form = formOf(seen.body);
  const subject = form.get('Subject');
  const message = form.get('Message') ?? '';
  if (subject !== null && !/^[^\p{Cc}\p{Zl}\p{Zp}]{1,99}$/u.test(subject)) {
    return refusal(seen, 400, 'InvalidParameter', 'Invalid parameter: Subject');
  }
  const attributes = [...form].filter(([name]) => name.startsWith('MessageAttributes.'));
  const bytes = [message, ...attributes.map(([, value]) => value)].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    0,
  );
  if (message === '') return refusal(seen, 400, 'InvalidParameter', 'Invalid parameter: Empty message');
  if (bytes > 262_144) return refusal(seen, 400, 'InvalidParameter', 'Invalid parameter: Message too long');
  for (const [name, type] of attributes) {
    if (type !== 'String.Array') continue;
    const value = form.get(name.replace('.DataType', '.StringValue')) ?? '';
    if (!isJsonArray(value)) return refusal(seen, 400, 'ParameterValueInvalid', `${value} is no array`);
  }
  return null;
}

function isJsonArray(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** In the dialect of the service asked: S3 and SNS speak XML, SQS JSON. */
function refusal(seen: Seen, status: number, code: string, message: string): Answer {
  const isJson = seen.headers['x-amz-target'] !== undefined;
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return {
    status,
    headers: isJson
      ? { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-query-error': `${code};Sender` }
      : { 'content-type': 'application/xml' },
    body: Buffer.from(
      isJson
        ? JSON.stringify({ __type: `com.amazonaws.sqs#${code}`, message })
        : seen.action === null
          ? `<?xml version="1.0"?>${error}`
          : `<?xml version="1.0"?><ErrorResponse>${error}<RequestId>front</RequestId></ErrorResponse>`,
    ),
  };
}

/** Of one connection, or of the body before it was translated. */
const NOT_KEPT = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

async function forward(target: string, seen: Seen): Promise<Answer> {
  const { hostname, port } = new URL(target);
  const query = seen.query.size === 0 ? '' : `?${seen.query.toString()}`;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        method: seen.method,
        path: seen.path + query,
        headers: { ...seen.headers, 'content-length': String(seen.body.length) },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(seen.body);
  });
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const kept = Object.entries(headers).filter(([name]) => !NOT_KEPT.includes(name));
  // The length of what a HEAD or a 304 does not carry is told all the same.
  const length = body.length > 0 ? String(body.length) : (headers['content-length'] ?? '0');
  response.writeHead(status, { ...Object.fromEntries(kept), ...(status === 204 ? {} : { 'content-length': length }) });
  response.end(body);
}

/** The emulator does not know the question. */
const nobodyOptedOut = (): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: Buffer.from(
    '<R xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><CheckIfPhoneNumberIsOptedOutResult><isOptedOut>false</isOptedOut></CheckIfPhoneNumberIsOptedOutResult></R>',
  ),
});
