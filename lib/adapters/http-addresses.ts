/** Which network addresses may be connected to: public unicast only, in every notation. */
import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Ranges no publisher's server stands in. 6to4, Teredo and NAT64 are refused whole: each carries an IPv4 address inside, which need not
 * be public. IPv4-mapped addresses are judged by BlockList as the IPv4 address they hold.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/ and the IPv6 registry beside it
 */
const NON_PUBLIC_RANGES = [
  ['0.0.0.0', 8, 'ipv4'], //             this network
  ['10.0.0.0', 8, 'ipv4'], //            private
  ['100.64.0.0', 10, 'ipv4'], //         carrier-grade NAT; Alibaba's metadata address
  ['127.0.0.0', 8, 'ipv4'], //           loopback
  ['169.254.0.0', 16, 'ipv4'], //        link-local; the metadata address of most clouds
  ['172.16.0.0', 12, 'ipv4'], //         private
  ['192.0.0.0', 24, 'ipv4'], //          protocol assignments; Oracle's metadata address
  ['192.0.2.0', 24, 'ipv4'], //          documentation
  ['192.88.99.0', 24, 'ipv4'], //        6to4 relays
  ['192.168.0.0', 16, 'ipv4'], //        private
  ['198.18.0.0', 15, 'ipv4'], //         benchmarks
  ['198.51.100.0', 24, 'ipv4'], //       documentation
  ['203.0.113.0', 24, 'ipv4'], //        documentation
  ['224.0.0.0', 4, 'ipv4'], //           multicast
  ['240.0.0.0', 4, 'ipv4'], //           reserved, and broadcast
] as const;

/** Global unicast is 2000::/3 alone; of it, these are not. */
const NON_PUBLIC_IN_2000 = [
  ['2001::', 23], //      protocol assignments, Teredo among them
  ['2001:db8::', 32], //  documentation
  ['2002::', 16], //      6to4
  ['3fff::', 20], //      documentation
] as const;

const nonPublic = new BlockList();
for (const [net, prefix, family] of NON_PUBLIC_RANGES) nonPublic.addSubnet(net, prefix, family);
for (const [net, prefix] of NON_PUBLIC_IN_2000) nonPublic.addSubnet(net, prefix, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const mapped = new BlockList();
mapped.addSubnet('::ffff:0:0', 96, 'ipv6');

/** True for an IP literal (no brackets) that may be connected to. False for anything that is no IP address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !nonPublic.check(address, 'ipv4');
    case 6:
      // Everything outside 2000::/3 goes: ::, ::1, IPv4-mapped and -compatible, 64:ff9b::/96, fc00::/7, fe80::/10, ff00::/8.
      return (
        globalUnicast.check(address, 'ipv6') && !mapped.check(address, 'ipv6') && !nonPublic.check(address, 'ipv6')
      );
    default:
      return false;
  }
}

/** Thrown into a connection that would have left the public internet. */
export class NonPublicAddressError extends Error {
  override readonly name = 'NonPublicAddressError';
}

/** The literal in a URL's host, without its brackets; null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) === 0 ? null : bare;
}

/** Every address of a name. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A lookup for `net.connect` that hands on public addresses only, and fails where a name has none. The socket connects to what was
 * checked here and nothing is resolved twice, so a name that is rebound between two answers gains nothing.
 */
export function guardedLookup(resolve: Resolve = systemLookup): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, '');
      const allowed = addresses.filter(({ address }) => isPublicAddress(address));
      const first = allowed[0];
      if (first === undefined) {
        const seen = addresses.map(({ address }) => address).join(', ');
        return done(new NonPublicAddressError(`${hostname} resolves to ${seen === '' ? 'nothing' : seen}`), '');
      }
      return options.all === true ? done(null, allowed) : done(null, first.address, first.family);
    });
  };
}
