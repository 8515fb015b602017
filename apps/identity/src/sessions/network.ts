import type { Network } from '@diemcau/contracts/identity/sessions';
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Private, shared, loopback and link-local ranges: RFC 1918, 6598, 3927, 4193, 4291. */
const internal = new BlockList();
internal.addSubnet('10.0.0.0', 8, 'ipv4');
internal.addSubnet('172.16.0.0', 12, 'ipv4');
internal.addSubnet('192.168.0.0', 16, 'ipv4');
internal.addSubnet('100.64.0.0', 10, 'ipv4');
internal.addSubnet('169.254.0.0', 16, 'ipv4');
internal.addSubnet('127.0.0.0', 8, 'ipv4');
internal.addSubnet('fc00::', 7, 'ipv6');
internal.addSubnet('fe80::', 10, 'ipv6');
internal.addAddress('::1', 'ipv6');

/** IPv4 addresses that came over a socket for both. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

export function networkOf(address: string | null): Network {
  const known = plain(address ?? '');
  if (isIPv4(known)) return internal.check(known, 'ipv4') ? 'internal' : 'internet';
  if (isIPv6(known)) return internal.check(known, 'ipv6') ? 'internal' : 'internet';
  return 'unknown';
}
