import type { Challenge, SignInAnswer } from '@diemcau/contracts/identity/sessions';
import { arrivalIn, stageAfter } from './flow';

const challenge: Challenge = {
  kind: 'totp',
  token: 't',
  expiresAt: '2026-11-22T03:00:00Z',
  ways: ['totp'],
  passwordMinLength: null,
};
const session: NonNullable<SignInAnswer['session']> = {
  accessToken: 'a',
  accessExpiresAt: '2026-11-22T03:00:00Z',
  user: {
    id: '1',
    userName: 'nguyenvanmau',
    displayName: 'Nguyễn Văn Mẫu',
    unitId: '2',
    provinceId: '3',
    grants: [],
    permissions: [],
  },
};
const nothing: SignInAnswer = { session: null, challenge: null, recoveryCodes: null };

test('a challenge comes before anything else', () => {
  expect(stageAfter({ ...nothing, challenge })).toEqual({ at: 'challenge', challenge });
});

test('recovery codes are shown before one is in', () => {
  const answer = { ...nothing, session, recoveryCodes: ['k7mq-x2rt-9b'] };
  expect(stageAfter(answer)).toEqual({ at: 'codes', codes: ['k7mq-x2rt-9b'], answer });
});

test('a session alone is the end of it', () => {
  expect(stageAfter({ ...nothing, session })).toEqual({ at: 'done' });
});

test.each([
  ['', null],
  ['#content', null],
  ['#oidc=abc', { code: 'abc' }],
  ['#problem=oidc.cancelled', { problem: 'oidc.cancelled' }],
])('the address %p means %p', (hash, meant) => {
  expect(arrivalIn(hash)).toEqual(meant);
});
