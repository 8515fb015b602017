import { networkOf } from './network.js';

test.each([
  ['10.1.2.3', 'internal'],
  ['192.168.1.20', 'internal'],
  ['172.31.0.1', 'internal'],
  ['172.32.0.1', 'internet'],
  ['::ffff:10.0.0.1', 'internal'],
  ['fd00::1', 'internal'],
  ['fe80::1', 'internal'],
  ['::1', 'internal'],
  ['203.0.113.9', 'internet'],
  ['2001:db8::1', 'internet'],
  ['không phải địa chỉ', 'unknown'],
  [null, 'unknown'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
