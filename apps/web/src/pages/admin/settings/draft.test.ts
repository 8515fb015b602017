import type { ProvinceSettings } from '@diemcau/contracts/identity/settings';
import { changesOf, draftOf } from './draft';

const settings: ProvinceSettings = {
  provinceId: 'p',
  version: 3,
  passwordMinLength: 8,
  requireSecondFactor: 'admins',
  sessionDays: 14,
  language: 'vi',
  support: null,
  retentionDays: {
    importFiles: 30,
    mails: 30,
    webhookDeliveries: 30,
    roomTraces: 365,
    personalArchives: 7,
  },
  erasureWaitDays: 3,
};

test('nothing changed is nothing sent', () => {
  expect(changesOf(settings, draftOf(settings))).toEqual({});
});

test('only what is another now is sent', () => {
  const draft = draftOf(settings);
  const support = { office: 'Bộ phận CNTT', phone: null, email: 'hotro@sogddt.example' };
  const retentionDays = { ...draft.retentionDays, mails: 14 };
  expect(changesOf(settings, { ...draft, passwordMinLength: 12, support, retentionDays })).toEqual({
    passwordMinLength: 12,
    support,
    retentionDays: { mails: 14 },
  });
});
