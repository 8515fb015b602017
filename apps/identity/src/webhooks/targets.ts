import { BlockList, isIP } from 'node:net';

const notPublic = new BlockList();
const loopback = new BlockList();
/** IANA's special-purpose registries: this network, private, shared, link-local, documentation, benchmarks, multicast, reserved. */
const networks: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Tunnels and translations carry IPv4 addresses inside.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];
for (const [address, prefix] of networks) {
  notPublic.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
/** Global unicast; everything outside is local, mapped, translated or reserved. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether an address, as a resolver gives it, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic.check(address, 'ipv4');
    case 6:
      return global6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
    default:
      return false;
  }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  (isIP(host) === 4 && loopback.check(host, 'ipv4')) ||
  (isIP(host) === 6 && loopback.check(host, 'ipv6'));

/** The host of a URL, without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * Whether a webhook may have this address, as far as its text tells; what its name resolves to is asked at every attempt.
 * @param privateAddresses private networks are let in, and loopback by http
 */
export function isTarget(text: string, privateAddresses: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const host = hostOf(url);
  if (url.username !== '' || url.password !== '' || url.hash !== '' || host === '') return false;
  if (privateAddresses) return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(host));
  if (url.protocol !== 'https:' || /(^|\.)localhost$/.test(host)) return false;
  return isIP(host) === 0 || isPublicAddress(host);
}
