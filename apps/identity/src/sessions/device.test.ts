import { deviceOf } from './device.js';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/143.0.0.0 Safari/537.36`,
    { kind: 'computer', browser: 'Chrome 143', system: 'Windows 10' },
  ],
  [
    `${mozilla} (Linux; Android 14; SM-A155F) ${webkit} Chrome/143.0.0.0 Mobile Safari/537.36`,
    { kind: 'phone', browser: 'Chrome 143', system: 'Android 14' },
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1`,
    { kind: 'phone', browser: 'Safari 18', system: 'iOS 18' },
  ],
  [
    `${mozilla} (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0`,
    { kind: 'computer', browser: 'Firefox 145', system: 'Linux' },
  ],
  ['curl/8.14.1', { kind: 'program', browser: 'curl', system: null }],
  [null, { kind: 'unknown', browser: null, system: null }],
])('%s', (agent, device) => {
  expect(deviceOf(agent)).toEqual(device);
});
