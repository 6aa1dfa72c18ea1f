import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  guardedLookup,
  isPublicAddress,
  NonPublicAddressError,
  type Resolve,
} from '../../lib/adapters/http-addresses.ts';
import { redirect } from '../origin/misbehave.ts';
import { startOrigin, type Origin } from '../origin/origin.ts';
import { get, localFetcher, summary } from './fetcher.ts';

let origin: Origin;
let port: string;
beforeAll(async () => {
  origin = await startOrigin({ '/': { body: 'secret' } });
  port = new URL(origin.origin).port;
});
afterAll(() => origin.close());

/** Hosts as they may stand in a URL; the port of a listening server is put behind each. */
const NOT_PUBLIC = [
  ['loopback', '127.0.0.1'],
  ['all of 127/8', '127.255.255.254'],
  ['loopback with a dot behind', '127.0.0.1.'],
  ['decimal', '2130706433'],
  ['octal', '0177.0.0.1'],
  ['octal in one', '017700000001'],
  ['hexadecimal', '0x7f000001'],
  ['hexadecimal in parts', '0x7f.0x0.0x0.0x1'],
  ['two parts', '127.1'],
  ['three parts', '127.0.1'],
  ['mixed', '0x7f.1'],
  ['percent-encoded', '%31%32%37.0.0.1'],
  ['full-width digits', '１２７.０.０.１'],
  ['enclosed digits', '①②⑦.0.0.1'],
  ['nothing', '0'],
  ['this network', '0.0.0.0'],
  ['this network, any', '0.1.2.3'],
  ['private 10', '10.0.0.1'],
  ['private 172', '172.16.0.1'],
  ['private 172, its end', '172.31.255.255'],
  ['private 192', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['Alibaba’s metadata', '100.100.100.200'],
  ['link-local', '169.254.1.1'],
  ['metadata', '169.254.169.254'],
  ['metadata in decimal', '2852039166'],
  ['metadata in octal', '0251.0376.0251.0376'],
  ['ECS’s credentials', '169.254.170.2'],
  ['Oracle’s metadata', '192.0.0.192'],
  ['documentation', '192.0.2.1'],
  ['documentation 2', '198.51.100.1'],
  ['documentation 3', '203.0.113.1'],
  ['benchmarks', '198.18.0.1'],
  ['6to4 relay', '192.88.99.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['IPv6 unspecified', '[::]'],
  ['IPv6 loopback', '[::1]'],
  ['IPv6 loopback at length', '[0:0:0:0:0:0:0:1]'],
  ['IPv4-mapped', '[::ffff:127.0.0.1]'],
  ['IPv4-mapped in hexadecimal', '[::ffff:7f00:1]'],
  ['IPv4-mapped metadata', '[::ffff:a9fe:a9fe]'],
  ['IPv4-mapped, even of a public one', '[::ffff:8.8.8.8]'],
  ['IPv4-compatible', '[::127.0.0.1]'],
  ['IPv4-translated', '[::ffff:0:127.0.0.1]'],
  ['NAT64', '[64:ff9b::127.0.0.1]'],
  ['NAT64 of the metadata address', '[64:ff9b::a9fe:a9fe]'],
  ['NAT64, local use', '[64:ff9b:1::7f00:1]'],
  ['6to4 of loopback', '[2002:7f00:1::]'],
  ['6to4 of a private address', '[2002:a00:1::1]'],
  ['Teredo', '[2001:0:7f00:1::]'],
  ['ORCHID', '[2001:20::1]'],
  ['documentation v6', '[2001:db8::1]'],
  ['documentation v6, new', '[3fff::1]'],
  ['unique local', '[fd00::1]'],
  ['AWS’s metadata v6', '[fd00:ec2::254]'],
  ['link-local v6', '[fe80::1]'],
  ['site-local v6', '[fec0::1]'],
  ['multicast v6', '[ff02::1]'],
  ['discard', '[100::1]'],
] as const;

test.each(NOT_PUBLIC)('%s (%s) is refused before a byte is sent', async (_name, host) => {
  const before = origin.connections();
  expect(summary(await get(localFetcher([]), `http://${host}:${port}/`))).toBe('refused address');
  expect(origin.connections()).toBe(before);
});

test.each(NOT_PUBLIC)('%s (%s) is refused behind a redirect', async (_name, host) => {
  const front = await startOrigin({ '/': redirect(`http://${host}:${port}/`) });
  const before = origin.connections();
  expect(summary(await get(localFetcher([front.origin]), front.url('/')))).toBe('refused address');
  expect(origin.connections()).toBe(before);
  await front.close();
});

test.each([
  ['1.1.1.1', true],
  ['9.255.255.255', true],
  ['11.0.0.0', true],
  ['100.63.255.255', true],
  ['100.128.0.0', true],
  ['172.15.255.255', true],
  ['172.32.0.0', true],
  ['192.167.255.255', true],
  ['223.255.255.255', true],
  ['2606:4700:4700::1111', true],
  ['2a00:1450:4009::1', true],
  ['2001:4860:4860::8888', true],
  ['news.example', false],
  ['', false],
  ['fe80::1%eth0', false],
])('%j is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

const answering =
  (...answers: string[][]): Resolve =>
  (_hostname, _options, done) => {
    const addresses = answers.shift() ?? [];
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };

const looked = (resolve: Resolve, all: boolean) =>
  new Promise((settle) => {
    guardedLookup(resolve)('news.example', { all }, (error, address) => settle(error ?? address));
  });

test('a name for a private address is refused before a byte is sent', async () => {
  for (const address of ['127.0.0.1', '10.1.2.3', '::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '169.254.169.254']) {
    const before = origin.connections();
    const fetchPage = localFetcher([], { resolve: answering([address]) });
    expect(summary(await get(fetchPage, `http://news.example:${port}/`)), address).toBe('refused address');
    expect(origin.connections()).toBe(before);
  }
});

test('a name with public and private addresses leads to the public ones only', async () => {
  expect(await looked(answering(['10.0.0.1', '1.1.1.1', '::1']), true)).toEqual([{ address: '1.1.1.1', family: 4 }]);
  expect(await looked(answering(['10.0.0.1', '1.1.1.1', '::1']), false)).toBe('1.1.1.1');
});

test('a name that is rebound is connected to as it was checked, and checked again for the next connection', async () => {
  const rebinding = answering(['1.1.1.1'], ['127.0.0.1']);
  expect(await looked(rebinding, true)).toEqual([{ address: '1.1.1.1', family: 4 }]);
  expect(await looked(rebinding, true)).toBeInstanceOf(NonPublicAddressError);
});

test('a redirect to a name that is rebound to loopback is refused', async () => {
  const front = await startOrigin({ '/': redirect(`http://rebound.example:${port}/`) });
  const before = origin.connections();
  const fetchPage = localFetcher([front.origin], { resolve: answering(['127.0.0.1']) });
  expect(summary(await get(fetchPage, front.url('/')))).toBe('refused address');
  expect(origin.connections()).toBe(before);
  await front.close();
});

test('localhost is refused by the system’s own resolver too', async () => {
  expect(summary(await get(localFetcher([]), `http://localhost:${port}/`))).toBe('refused address');
});

test('an origin that was opted in is that origin only', async () => {
  const fetchPage = localFetcher([origin.origin]);
  expect(summary(await get(fetchPage, origin.url('/')))).toBe('page 200');
  expect(summary(await get(fetchPage, origin.url('/').replace('127.0.0.1', '127.0.0.2')))).toBe('refused address');
});
