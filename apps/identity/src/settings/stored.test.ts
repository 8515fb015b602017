import { changed, valuesOf } from './stored.js';

test('what a province has not set follows the installation and the defaults', () => {
  const values = valuesOf({ passwordMinLength: 12, retentionDays: { mails: 5 } }, 14);
  expect(values).toMatchObject({ passwordMinLength: 12, sessionDays: 14, requireSecondFactor: 'admins' });
  expect(values.retentionDays).toMatchObject({ mails: 5, importFiles: 30 });
});

test('a change keeps what it does not speak of, and can take the support contact away', () => {
  const support = { office: 'Văn phòng (mẫu)', phone: null, email: null };
  const before = changed({}, { version: 0, support, retentionDays: { mails: 5 } });
  const after = changed(before, { version: 1, support: null, retentionDays: { importFiles: 9 } });
  expect(after).toEqual({ support: null, retentionDays: { mails: 5, importFiles: 9 } });
});
