import { lineOf } from './line.js';

test('one host with many IPv6 addresses is one line', () => {
  expect(lineOf('2001:db8:0:1::1')).toBe(lineOf('2001:0DB8:0:1:aaaa:bbbb:cccc:dddd'));
  expect(lineOf('2001:db8:0:1::1')).not.toBe(lineOf('2001:db8:0:2::1'));
  expect(lineOf('::ffff:203.0.113.1')).toBe('203.0.113.1');
});
