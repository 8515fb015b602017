import { isIPv6 } from 'node:net';

/** One customer's line: an IPv4 address, or the first half of an IPv6 address, of which a host has as many as it likes. */
export function lineOf(address: string): string {
  const known = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(known)) return known;
  const [head = '', tail] = known.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
