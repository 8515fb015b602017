import proxyAddr from '@fastify/proxy-addr';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

export type Trust = (address: string, hop: number) => boolean;

/** Whose X-Forwarded-For is believed; nobody's when the list is empty. */
export function trustOf(proxies: readonly string[]): Trust {
  return proxies.length === 0 ? () => false : proxyAddr.compile([...proxies]);
}

/** The address a request comes from. */
export const addressOf = (request: IncomingMessage, trust: Trust): string => proxyAddr(request, trust);

/** One customer's line: an IPv4 address, or the /64 network of an IPv6 address, of which a host has as many as it likes. */
export function lineOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
