import { type Cases, ownCase, publicCase } from './case.js';

const nobodys = '00000000-0000-4000-8000-000000000000';
const token = 'khong-co-ma-nay';

/** One's own account, and the ways in: they take no object of others. What they answer must not tell of others either. */
export const accountCases: Cases = {
  'GET account/password/rules': ownCase(),
  'PUT account/password': ownCase(() => ({
    body: { current: 'khong-dung', password: 'ba con vịt qua cầu' },
  })),
  'GET account/second-factors': ownCase(),
  'DELETE account/second-factors/:factorId': ownCase(() => ({ params: { factorId: nobodys } })),
  'PATCH account/passkeys/:factorId': ownCase(() => ({
    params: { factorId: nobodys },
    body: { name: 'Máy khác' },
  })),
  'POST account/recovery-codes': ownCase(),
  'POST account/passkeys/options': ownCase(),
  'POST account/totp/options': ownCase(),
  'POST account/totp': ownCase(() => ({ body: { token, code: '000000' } })),
  'POST account/passkeys': ownCase(() => ({ body: { token, name: 'Máy', response: {} } })),
  'POST account/confirmations/password': ownCase(() => ({ body: { password: 'khong-dung' } })),
  'POST account/confirmations/passkey/options': ownCase(),
  'POST account/confirmations/passkey': ownCase(() => ({ body: { token, response: {} } })),
  'POST account/oidc/providers/:providerId': ownCase(() => ({ params: { providerId: nobodys }, body: {} })),
  'DELETE account/oidc/:linkId': ownCase(() => ({ params: { linkId: nobodys } })),

  'POST sign-in/password': publicCase(() => ({ body: { token, password: 'ba con vịt qua cầu' } })),
  'POST sign-in/totp': publicCase(() => ({ body: { token, code: '000000' } })),
  'POST sign-in/recovery-code': publicCase(() => ({ body: { token, code: 'k7mq-x2rt-9b' } })),
  'POST sign-in/passkey/options': publicCase(() => ({ body: {} })),
  'POST sign-in/passkey/step': publicCase(() => ({ body: { token } })),
  'POST sign-in/passkey': publicCase(() => ({ body: { token, response: {} } })),
  'POST sign-in/enrol/totp/options': publicCase(() => ({ body: { token } })),
  'POST sign-in/enrol/totp': publicCase(() => ({ body: { token, code: '000000' } })),
  'POST sign-in/enrol/passkey/options': publicCase(() => ({ body: { token } })),
  'POST sign-in/enrol/passkey': publicCase(() => ({ body: { token, name: 'Máy', response: {} } })),
  'GET sign-in/oidc/providers': publicCase(),
  'POST sign-in/oidc/providers/:providerId': publicCase(() => ({
    params: { providerId: nobodys },
    body: {},
  })),
  'GET sign-in/oidc/callback': publicCase(),
  'POST sign-in/oidc': publicCase(() => ({ body: { code: token } })),
  'POST me/email': ownCase(() => ({ body: { email: 'khong-gui@truong.example' } })),
  'POST email-confirmations': publicCase(() => ({ body: { token } })),
  'POST password-resets': publicCase(() => ({ body: { account: 'khong-co-ai' } })),
  'POST password-resets/open': publicCase(() => ({ body: { token } })),
  'POST password-resets/redeem': publicCase(() => ({ body: { token, password: 'ba con vịt qua cầu' } })),
};
