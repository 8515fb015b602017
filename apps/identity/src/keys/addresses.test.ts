import { isAddressOrNetwork } from './addresses.js';

test.each(['203.0.113.7', '203.0.113.0/24', '0.0.0.0/0', '2001:db8::1', '2001:db8::/48', '::ffff:10.0.0.1'])(
  '%s is an address or a network',
  (text) => expect(isAddressOrNetwork(text)).toBe(true),
);

test.each([
  '',
  '203.0.113',
  '203.0.113.7/33',
  '203.0.113.7/',
  '2001:db8::/129',
  'fe80::1%eth0',
  'a/b',
  '1.2.3.4/8/8',
])('%p is neither', (text) => expect(isAddressOrNetwork(text)).toBe(false));
