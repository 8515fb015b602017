import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { Nothing } from '../core/page.js';

export const secondFactorPolicies = ['admins', 'everyone', 'nobody'] as const;
/** `admins`: whoever may give roles, change accounts or keep keys. `nobody`: offered, never demanded. */
export type SecondFactorPolicy = (typeof secondFactorPolicies)[number];

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Whom somebody calls who cannot sign in. An office, never a private person. */
export class SignInSupport {
  @Text({ max: 120, example: 'Bộ phận Công nghệ thông tin, Văn phòng Sở' }) office: string;
  @Text({ max: 40, nullable: true, example: '0237 3000 000' }) phone: string | null;
  @Text({ max: 120, nullable: true, example: 'hotro@sogddt.example' }) email: string | null;
}

/** Days until what is no longer needed is purged, where the law leaves the choice to the controller of the data. */
export class RetentionDays {
  /** Files of bulk provisioning and their rows, from the end of the import, 1–90; 30 unless set. */
  @Int({ min: 1, max: 90 }) importFiles: number;
  /** Mails that the system wrote, 1–30; 30 unless set. Their text and address go after 7 days at most. */
  @Int({ min: 1, max: 30 }) mails: number;
  /** Deliveries of webhooks and what they carried, 1–30; 30 unless set. */
  @Int({ min: 1, max: 30 }) webhookDeliveries: number;
  /** Names of guests and chat of live rooms, from when they were written, 30–1825; 365 unless set. */
  @Int({ min: 30, max: 1825 }) roomTraces: number;
  /** Archives made for somebody who asked what is known about them, 1–30; 7 unless set. */
  @Int({ min: 1, max: 30 }) personalArchives: number;
}

/** What a province decides for itself. */
export class ProvinceSettings {
  @Id() provinceId: string;
  /** 0 while nothing was ever set; raised by every change. */
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
  /** Fewest characters of a new password, 8–64; 8 unless set (NIST SP 800-63B). Older passwords stay good. */
  @Int({ min: 8, max: 64 }) passwordMinLength: number;
  /** Of whom sign-in demands a second factor; `admins` unless set. */
  @OneOf(secondFactorPolicies) requireSecondFactor: SecondFactorPolicy;
  /** Days until a sign-in that is not refreshed runs out, 1–90; SESSION_DAYS unless set. */
  @Int({ min: 1, max: 90 }) sessionDays: number;
  /** For people who chose none, and for mails and slips to them; `vi` unless set. */
  @OneOf(languages) language: Language;
  /** Shown at sign-in; null for none. */
  @Part(() => SignInSupport, { nullable: true }) support: SignInSupport | null;
  @Part(() => RetentionDays) retentionDays: RetentionDays;
  /** Days between a request for erasure and its execution, during which it can be withdrawn, 0–30; 3 unless set. */
  @Int({ min: 0, max: 30 }) erasureWaitDays: number;
}

/** As {@link RetentionDays}; what is left out stays as it is. */
export class ChangeRetentionDays {
  @Int({ min: 1, max: 90, optional: true }) importFiles?: number;
  @Int({ min: 1, max: 30, optional: true }) mails?: number;
  @Int({ min: 1, max: 30, optional: true }) webhookDeliveries?: number;
  @Int({ min: 30, max: 1825, optional: true }) roomTraces?: number;
  @Int({ min: 1, max: 30, optional: true }) personalArchives?: number;
}

/** As {@link ProvinceSettings}; what is left out stays as it is. */
export class ChangeSettings {
  /** The caller's own unless given. */
  @Id({ optional: true }) provinceId?: string;
  /** The version the change was made from; another in between gives 412. */
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
  @Int({ min: 8, max: 64, optional: true, example: 10 }) passwordMinLength?: number;
  @OneOf(secondFactorPolicies, { optional: true, example: 'admins' })
  requireSecondFactor?: SecondFactorPolicy;
  @Int({ min: 1, max: 90, optional: true, example: 14 }) sessionDays?: number;
  @OneOf(languages, { optional: true, example: 'vi' }) language?: Language;
  @Part(() => SignInSupport, { optional: true, nullable: true }) support?: SignInSupport | null;
  @Part(() => ChangeRetentionDays, { optional: true }) retentionDays?: ChangeRetentionDays;
  @Int({ min: 0, max: 30, optional: true, example: 3 }) erasureWaitDays?: number;
}

export class SettingsQuery {
  /** The caller's own unless given. */
  @Id({ optional: true }) provinceId?: string;
}

export class ProvinceSupport {
  @Text({ max: 200 }) province: string;
  @Part(() => SignInSupport) support: SignInSupport;
}
export class SignInHelp {
  /** One for each province that named an office. */
  @ListOf(() => ProvinceSupport, { max: 100 }) items: ProvinceSupport[];
}

export class SettingsChanged {
  @Id() provinceId: string;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export const Settings = contract('identity.settings', {
  /** Needs `settings.read` anywhere in the province; services name one. */
  of: takes(SettingsQuery).gives(ProvinceSettings),
  /** Needs `settings.write` over the province. */
  change: takes(ChangeSettings).gives(ProvinceSettings),
  /** Public: whom to call when one cannot sign in. */
  signInHelp: takes(Nothing).gives(SignInHelp),
});
export class SettingsClient extends ClientOf(Settings) {}

export const SettingsFacts = facts('identity.settings', { changed: SettingsChanged });

export const settingsErrors = failures('settings', {
  notFound: { status: 404, vi: 'Không tìm thấy thiết lập này', en: 'There are no such settings' },
  changed: {
    status: 412,
    vi: 'Thiết lập vừa được người khác sửa; xin tải lại rồi sửa tiếp',
    en: 'Somebody else has just changed the settings; please reload and change again',
  },
});
