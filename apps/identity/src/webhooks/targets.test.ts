import { isPublicAddress, isTarget } from './targets.js';

test.each(['8.8.8.8', '113.160.0.1', '2001:4860:4860::8888', '2405:4800::1'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001:0:1::1',
  'not an address',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['https://smas.example.vn/hook', 'https://smas.example.vn:8443/a?b=c', 'https://8.8.8.8/'])(
  '%s may be sent to',
  (url) => expect(isTarget(url, false)).toBe(true),
);

test.each([
  'http://smas.example.vn/hook',
  'https://user:word@smas.example.vn/',
  'https://smas.example.vn/#part',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://localhost/',
  'https://a.localhost/',
  'https://169.254.169.254/latest/meta-data',
  'ftp://smas.example.vn/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'no url',
])('%s may not', (url) => {
  expect(isTarget(url, false)).toBe(false);
});

test('where private addresses are let in, http is for loopback only', () => {
  for (const url of [
    'http://127.0.0.1:9000/',
    'http://localhost/',
    'http://[::1]/',
    'https://10.0.0.5/hook',
  ]) {
    expect([url, isTarget(url, true)]).toEqual([url, true]);
  }
  for (const url of ['http://10.0.0.5/', 'http://smas.example.vn/', 'https://a:b@10.0.0.5/']) {
    expect([url, isTarget(url, true)]).toEqual([url, false]);
  }
});
