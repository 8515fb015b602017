import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import { ticketToken } from '@diemcau/contracts/meetings/ticket';
import jwt from 'jsonwebtoken';
import { CheckLinks } from './check-links.js';

const secret = 'a secret for tests only, 32 characters and more';
const links = new CheckLinks(secret);
const [now, until] = [new Date('2026-11-22T08:00:00Z'), new Date('2026-11-25T08:00:00Z')];
const of = { occurrenceId: 'a', siteId: 'b' };
const token = links.sign(of, now, until);
const { algorithm, issuer, audience } = ticketToken;
const refused = checkErrors.linkInvalid.code;

test('a link speaks for its site and meeting until the meeting starts', () => {
  expect(links.verify(token, new Date('2026-11-25T07:59:59Z'))).toEqual(of);
  expect(() => links.verify(token, until)).toThrow(refused);
});

test.each([
  ['of another installation', new CheckLinks(`${secret}!`).sign(of, now, until)],
  ['without a signature', `${token.split('.').slice(0, 2).join('.')}.`],
  ['of the algorithm none', jwt.sign(of, '', { algorithm: 'none', audience: 'check', issuer: 'diemcau' })],
  ['that is a ticket to a room', jwt.sign(of, secret, { algorithm, issuer, audience })],
  ['altered', token.replace(/\.[^.]{4}/, '.AAAA')],
  ['that is no link at all', 'xin chào'],
])('a link %s is refused', (_, forged) => {
  expect(() => links.verify(forged, now)).toThrow(refused);
});
