import type { ChangeSettings, ProvinceSettings, RetentionDays } from '@diemcau/contracts/identity/settings';

/** What a province decides, without what names the row. */
export type SettingsValues = Omit<ProvinceSettings, 'provinceId' | 'version'>;

/** What a province has set; the rest follows the defaults, also those of later releases. */
export type Stored = Partial<Omit<SettingsValues, 'retentionDays'>> & {
  readonly retentionDays?: Partial<RetentionDays>;
};

export const defaultRetentionDays: RetentionDays = {
  importFiles: 30,
  mails: 30,
  webhookDeliveries: 30,
  roomTraces: 365,
  personalArchives: 7,
};

const defaults: Omit<SettingsValues, 'sessionDays'> = {
  passwordMinLength: 8,
  requireSecondFactor: 'admins',
  language: 'vi',
  support: null,
  retentionDays: defaultRetentionDays,
  erasureWaitDays: 3,
};

/** @param sessionDays of the installation */
export const valuesOf = (stored: Stored, sessionDays: number): SettingsValues => ({
  ...defaults,
  sessionDays,
  ...stored,
  retentionDays: { ...defaultRetentionDays, ...stored.retentionDays },
});

/** What is stored after a change. */
export function changed(stored: Stored, change: ChangeSettings): Stored {
  const { provinceId: _provinceId, version: _version, retentionDays, ...plain } = given(change);
  return {
    ...stored,
    ...plain,
    ...(retentionDays && { retentionDays: { ...stored.retentionDays, ...given(retentionDays) } }),
  };
}

/** Without the keys that were left out: a validated instance may hold them as undefined. */
const given = <T extends object>(of: T): T =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
