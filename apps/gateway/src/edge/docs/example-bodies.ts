import { idOf } from './example-ids.js';

const credential = 'Ykd4fH3vT0mW8sQz1LkRpA';
const clientDataJSON = 'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0';
const passkey = { id: credential, rawId: credential, type: 'public-key' };
/** WebAuthn Level 3, 5.1.8: of a passkey just made. */
const attested = {
  response: {
    ...passkey,
    response: { clientDataJSON, attestationObject: 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVik' },
    clientExtensionResults: { credProps: { rk: true } },
  },
};
/** Of one that was there. */
const asserted = {
  response: {
    ...passkey,
    response: { clientDataJSON, authenticatorData: 'SZYN5YgOjGh0NBcPZHZgW4', signature: 'MEUCIQDx8m1kTzq' },
    clientExtensionResults: { appid: false },
  },
};

/** Bodies whose parts only make sense together: what is shown instead of what the fields alone would give. */
export const bodies: Readonly<Record<string, object>> = {
  RecordUnitEvent: {
    kind: 'rename',
    effectiveOn: '2026-11-01',
    decisionNumber: '1685/QĐ-UBND',
    decisionDate: '2026-10-28',
    unitId: idOf('unitId'),
    version: 3,
    name: 'Trường THPT Như Xuân',
  },
  PasskeyOptions: {
    options: { challenge: 'q83vEjRWeJq7zN3v', rpId: 'hop.sogddt.example', userVerification: 'required' },
  },
  AddPasskey: attested,
  EnrolPasskey: attested,
  AnswerPasskey: asserted,
  ConfirmByPasskey: asserted,
  AuditEntryDetail: { before: { state: 'active' }, after: { state: 'locked' } },
  ChangeSeries: { scope: 'following', from: '2027-02-25', startsAt: '14:00' },
  Occurrence: { reason: null, requestingUnitId: null, requestingUnitName: null, shift: null },
  UserView: { className: null },
  UserDetails: { className: null, classes: [], guardians: [] },
  SignInAnswer: { challenge: null, recoveryCodes: null },
};

/** Nothing is the usual value of these. */
export const usuallyNothing: ReadonlySet<string> = new Set([
  'delegatedFrom',
  'duplicateOf',
  'endedAt',
  'fault',
  'followsId',
  'nextAttemptAt',
  'nextCursor',
  'oldSecretUntil',
  'overrideReason',
  'problem',
  'replacesId',
  'retiredOn',
  'seats',
  'returnReason',
  'revokedAt',
  'revokedReason',
  'suspendedReason',
  'validTo',
  'withdrawnAt',
]);
