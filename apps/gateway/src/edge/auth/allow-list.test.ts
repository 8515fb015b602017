import { allowList } from './allow-list.js';

test('without entries every address is let in', () => {
  expect(allowList([])('198.51.100.1')).toBe(true);
});

test.each([
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.7', '::ffff:203.0.113.7', true],
  ['203.0.113.7', '203.0.113.8', false],
  ['203.0.113.0/24', '203.0.113.255', true],
  ['203.0.113.0/24', '203.0.114.0', false],
  ['2001:db8::/48', '2001:db8::7', true],
  ['2001:db8::/48', '2001:db9::7', false],
  ['2001:db8::/48', '203.0.113.7', false],
  ['203.0.113.7', 'not an address', false],
])('%s takes %s: %s', (entry, address, expected) => {
  expect(allowList([entry])(address)).toBe(expected);
});

test('one of several is enough', () => {
  expect(allowList(['10.0.0.0/8', '203.0.113.7'])('203.0.113.7')).toBe(true);
});
