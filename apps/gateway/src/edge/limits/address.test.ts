import type { IncomingMessage } from 'node:http';
import { addressOf, lineOf, trustOf } from './address.js';

test.each([
  ['an IPv4 address is a line', '203.0.113.7', '203.0.113.7'],
  ['so it is when the socket listens on IPv6', '::ffff:203.0.113.7', '203.0.113.7'],
  ['an IPv6 line is a /64', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['whatever its host part', '2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['short forms are the same line', '2001:0db8:0001:0002:0::9', '2001:db8:1:2::/64'],
  ['zeros may be left out in front', '::1', '0:0:0:0::/64'],
  ['a zone is no part of it', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s', (_, address, line) => {
  expect(lineOf(address)).toBe(line);
});

const request = (from: string, forwarded?: string) =>
  ({
    socket: { remoteAddress: from },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as IncomingMessage;

test('nobody is believed about other addresses unless told', () => {
  expect(addressOf(request('198.51.100.1', '203.0.113.7'), trustOf([]))).toBe('198.51.100.1');
});

test('a trusted proxy is believed about whom it speaks for, and only about the last one', () => {
  const trust = trustOf(['10.0.0.0/8']);
  expect(addressOf(request('10.1.2.3', '1.2.3.4, 203.0.113.7'), trust)).toBe('203.0.113.7');
  expect(addressOf(request('198.51.100.1', '1.2.3.4'), trust)).toBe('198.51.100.1');
});
