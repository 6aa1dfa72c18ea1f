import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, expect, test } from 'vitest';
import { CLIENT } from '../../functions/services.ts';
import { createS3Store } from '../../lib/adapters/s3.ts';

let asked = 0;
/** The first request gets no answer, as on a connection that died; the next one does. */
const server = createServer((_, response) => {
  asked += 1;
  if (asked === 1) return;
  response.setHeader('etag', '"1"');
  response.setHeader('content-length', '5');
  response.end('whole');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('an answer that does not come is not waited for without end, but asked for again', async () => {
  const client = new S3Client({
    ...CLIENT,
    requestHandler: { ...CLIENT.requestHandler, requestTimeout: 300, socketTimeout: 300 },
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forcePathStyle: true,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  const stored = await createS3Store(client, 'bucket').get('a');
  expect(Buffer.from(stored?.bytes ?? []).toString()).toBe('whole');
  expect(asked).toBe(2);
});
