import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { openLink, sealLink } from './email-link.js';

const box = new SecretBox('a secret for tests only, 32 characters and more');
const link = { userId: 'u', from: null, to: 'mau@truong.example', until: 1 };

test('a link says what it is good for to who made it, and shows nothing to others', () => {
  const token = sealLink(box, link);
  expect(openLink(box, token)).toEqual(link);
  expect(Buffer.from(token, 'base64url').toString()).not.toContain('mau@');
});

test.each([
  ['changed', sealLink(box, link).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
  ['cut off', sealLink(box, link).slice(0, 20)],
  ['empty', ''],
  ['made elsewhere', sealLink(new SecretBox('another secret, also of 32 characters and more'), link)],
  ['meant for something else', box.seal('totp', JSON.stringify(link)).toString('base64url')],
])('a link that is %s is none', (_, token) => {
  expect(openLink(box, token)).toBeNull();
});
